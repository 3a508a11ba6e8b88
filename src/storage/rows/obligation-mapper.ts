import * as z from 'zod';
import type { Obligation, Owner } from '../../core/obligation/obligation.ts';
import type { MinuteOfDay } from '../../core/time/instant.ts';
import { type Meeting, STEP_NAMES } from '../../core/work/step.ts';
import { WORK_STATES } from '../../core/work/work-state.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from './row-reader.ts';
import { daySchema, minuteSchema } from './time-schema.ts';
import type { Row } from './write-rows.ts';

const OWNER_KINDS = ['unit', 'cluster', 'council_member'] as const;
/** Standing tasks have no rule; a null would escape the unique index. */
const NO_RULE = '';

const meetingSchema: z.ZodType<Meeting> = z.object({
  on: daySchema,
  minute: minuteSchema.nullable(),
  place: z.string(),
  chair: z.string(),
});

export function obligationOf(row: Rows.Obligation): Obligation {
  const read = new RowReader('obligation', row.id);
  return {
    id: read.id('id', row.id),
    taskId: read.id('task_id', row.taskId),
    ruleId: row.ruleId === NO_RULE ? null : read.id('rule_id', row.ruleId),
    periodKey: row.periodKey,
    owner: ownerOf(read, row),
    clusterId: read.optionalId('cluster_id', row.clusterId),
    words: row.words,
    exclusive: row.exclusive,
    namedOn: read.optionalDay('named_on', row.namedOn),
    dueOn: read.optionalDay('due_on', row.dueOn),
    dueMinute:
      row.dueMinute === null ? null : (read.within('due_minute', row.dueMinute, 0, 1439) as MinuteOfDay),
    overdueFrom: read.optionalDay('overdue_from', row.overdueFrom),
    state: read.oneOf('state', row.state, WORK_STATES),
    percent: read.within('percent', row.percent, 0, 100),
    step: read.optionalOneOf('step', row.step, STEP_NAMES),
    meeting: row.meeting === null ? null : read.json('meeting', row.meeting, meetingSchema),
    reason: row.reason,
    doneOn: read.optionalDay('done_on', row.doneOn),
    changedAt: read.instant('changed_at', row.changedAt),
    nextStageOn: read.optionalDay('next_stage_on', row.nextStageOn),
    revision: row.revision,
  };
}

const ownerOf = (read: RowReader, row: Rows.Obligation): Owner =>
  ({
    kind: read.oneOf('owner_kind', row.ownerKind, OWNER_KINDS),
    id: read.id('owner_id', row.ownerId),
  }) as Owner;

/** As the table names its columns. */
export const obligationRow = (obligation: Obligation): Row => ({
  id: obligation.id,
  task_id: obligation.taskId,
  rule_id: obligation.ruleId ?? NO_RULE,
  period_key: obligation.periodKey,
  owner_kind: obligation.owner.kind,
  owner_id: obligation.owner.id,
  ...changingRow(obligation),
  revision: obligation.revision,
});

/** Without its identity: SQLite writes an index anew for every column that is set, were it to what it was. */
export const changingRow = (obligation: Obligation): Row => ({
  cluster_id: obligation.clusterId,
  words: obligation.words,
  exclusive: obligation.exclusive,
  named_on: obligation.namedOn,
  due_on: obligation.dueOn,
  last_on: lastDayOf(obligation),
  due_minute: obligation.dueMinute,
  overdue_from: obligation.overdueFrom,
  state: obligation.state,
  percent: obligation.percent,
  step: obligation.step,
  meeting: obligation.meeting === null ? null : JSON.stringify(obligation.meeting),
  reason: obligation.reason,
  done_on: obligation.doneOn,
  changed_at: BigInt(obligation.changedAt),
  next_stage_on: obligation.nextStageOn,
});

function lastDayOf({ dueOn, namedOn }: Obligation): string | null {
  return dueOn !== null && namedOn !== null && namedOn > dueOn ? namedOn : dueOn;
}
