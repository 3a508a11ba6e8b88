import type { ObligationId, TaskId, UnitId } from '../../src/core/id.ts';
import type { Obligation } from '../../src/core/obligation/obligation.ts';
import { instantOf } from '../../src/core/time/instant.ts';
import { dateOf } from '../../src/core/time/local-date.ts';

/** A unit owes something before 20 December 2024, and nothing was told of it. */
export const freshObligation = (change: Partial<Obligation> = {}): Obligation => ({
  id: 'o' as ObligationId,
  taskId: 't' as TaskId,
  ruleId: null,
  periodKey: '2024',
  owner: { kind: 'unit', id: 'u' as UnitId },
  clusterId: null,
  words: 'Trước ngày 20/12',
  exclusive: true,
  namedOn: dateOf('2024-12-20'),
  dueOn: dateOf('2024-12-19'),
  dueMinute: null,
  overdueFrom: dateOf('2024-12-21'),
  state: 'not_started',
  percent: 0,
  step: null,
  meeting: null,
  reason: null,
  doneOn: null,
  changedAt: instantOf(0),
  nextStageOn: dateOf('2024-12-05'),
  revision: 0,
  ...change,
});
