import { z } from 'zod';
import type { Obligation, Owner } from '../core/obligation/obligation.ts';
import { type Meeting, STEP_NAMES } from '../core/obligation/step.ts';
import { WORK_STATES } from '../core/obligation/work-state.ts';
import type { MinuteOfDay } from '../core/time/instant.ts';
import type * as Rows from './generated/sqlite/client.ts';
import type { InsertRow } from './insert-rows.ts';
import { RowReader } from './row-reader.ts';
import { daySchema, minuteSchema } from './time-schema.ts';

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

/** All columns but id and revision, as Prisma names them. */
export const obligationRow = (obligation: Obligation): Omit<Rows.Obligation, 'id' | 'revision'> => ({
  taskId: obligation.taskId,
  ruleId: obligation.ruleId ?? NO_RULE,
  periodKey: obligation.periodKey,
  ownerKind: obligation.owner.kind,
  ownerId: obligation.owner.id,
  clusterId: obligation.clusterId,
  words: obligation.words,
  exclusive: obligation.exclusive,
  namedOn: obligation.namedOn,
  dueOn: obligation.dueOn,
  lastOn: lastDayOf(obligation),
  dueMinute: obligation.dueMinute,
  overdueFrom: obligation.overdueFrom,
  state: obligation.state,
  percent: obligation.percent,
  step: obligation.step,
  meeting: obligation.meeting === null ? null : JSON.stringify(obligation.meeting),
  reason: obligation.reason,
  doneOn: obligation.doneOn,
  changedAt: BigInt(obligation.changedAt),
  nextStageOn: obligation.nextStageOn,
});

/** The whole row, as the table names its columns. */
export function obligationInsert(obligation: Obligation): InsertRow {
  const row = obligationRow(obligation);
  return {
    id: obligation.id,
    task_id: row.taskId,
    rule_id: row.ruleId,
    period_key: row.periodKey,
    owner_kind: row.ownerKind,
    owner_id: row.ownerId,
    cluster_id: row.clusterId,
    words: row.words,
    exclusive: row.exclusive,
    named_on: row.namedOn,
    due_on: row.dueOn,
    last_on: row.lastOn,
    due_minute: row.dueMinute,
    overdue_from: row.overdueFrom,
    state: row.state,
    percent: row.percent,
    step: row.step,
    meeting: row.meeting,
    reason: row.reason,
    done_on: row.doneOn,
    changed_at: row.changedAt,
    next_stage_on: row.nextStageOn,
    revision: obligation.revision,
  };
}

function lastDayOf({ dueOn, namedOn }: Obligation): string | null {
  return dueOn !== null && namedOn !== null && namedOn > dueOn ? namedOn : dueOn;
}
