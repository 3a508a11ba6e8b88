import { partyOf } from '../../../src/core/plan/party-words.ts';
import type { TaskReading } from '../../../src/core/plan/plan-reading.ts';

/** A task as a plain row would be read, with what the test cares about. */
export function taskReading(
  some: Partial<Omit<TaskReading, 'lead'>> & { lead?: string | null },
): TaskReading {
  const { lead = 'Phòng Nội vụ', ...rest } = some;
  return {
    no: '1',
    parentNo: null,
    section: null,
    kind: 'task',
    title: 'Tổ chức hội nghị',
    coLeads: [],
    confidence: 'explicit',
    coordinating: [],
    deadlineText: '',
    rules: [],
    rulesInherited: false,
    year: null,
    notes: [],
    row: 1,
    ...rest,
    lead: lead === null ? null : partyOf(lead),
  };
}
