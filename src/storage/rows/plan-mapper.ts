import * as z from 'zod';
import type { ClusterId, UnitId } from '../../core/id.ts';
import type {
  Movement,
  Plan,
  PlanEvent,
  RuleId,
  Task,
  TaskPair,
  TaskParty,
  TaskRule,
} from '../../core/plan/plan-book.ts';
import { EVIDENCE_KINDS } from '../../core/work/evidence.ts';
import { WORK_KINDS } from '../../core/work/work-kind.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from './row-reader.ts';
import { ruleSchema } from './rule-schema.ts';
import type { Row } from './write-rows.ts';

const partySchema: z.ZodType<TaskParty> = z.object({
  part: z.enum(['lead', 'coordinator']),
  party: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('unit'),
      unitId: z
        .string()
        .min(1)
        .transform((id) => id as UnitId),
    }),
    z.object({
      kind: z.literal('cluster'),
      clusterId: z
        .string()
        .min(1)
        .transform((id) => id as ClusterId),
    }),
    z.object({ kind: z.literal('each_unit') }),
    z.object({ kind: z.literal('cluster_head') }),
    z.object({ kind: z.literal('council_member') }),
    z.object({ kind: z.literal('words') }),
  ]),
  words: z.string(),
});

const taskRuleSchema: z.ZodType<TaskRule> = z.object({
  id: z
    .string()
    .min(1)
    .transform((id) => id as RuleId),
  rule: ruleSchema,
  appliesTo: z.string().nullable(),
  words: z.string(),
});

const parties = z.array(partySchema);
const rules = z.array(taskRuleSchema);

export function planOf(row: Rows.Plan): Plan {
  const read = new RowReader('plan', row.id);
  return {
    id: read.id('id', row.id),
    number: row.number,
    issuer: row.issuer,
    issuedOn: read.day('issued_on', row.issuedOn),
    title: row.title,
    periodFrom: read.day('period_from', row.periodFrom),
    periodTo: read.day('period_to', row.periodTo),
  };
}

export function taskOf(row: Rows.Task): Task {
  const read = new RowReader('task', row.id);
  return {
    id: read.id('id', row.id),
    planId: read.optionalId('plan_id', row.planId),
    no: row.no,
    parentId: read.optionalId('parent_id', row.parentId),
    section: row.section,
    title: row.title,
    deadlineWords: row.deadlineWords,
    parties: read.json('parties', row.parties, parties),
    rules: read.json('rules', row.rules, rules),
    withdrawnOn: read.optionalDay('withdrawn_on', row.withdrawnOn),
    ...(row.given ? { given: true } : {}),
    ...handlingOf(read, row),
  };
}

function handlingOf(
  read: RowReader,
  { workKind, evidence, confirmation }: Rows.Task,
): Pick<Task, 'handling'> {
  if (workKind === null && evidence === null && !confirmation) return {};
  return {
    handling: {
      workKind: read.optionalOneOf('work_kind', workKind, WORK_KINDS),
      evidence: read.optionalOneOf('evidence', evidence, EVIDENCE_KINDS) ?? 'none',
      confirmation,
    },
  };
}

/** As the table names its columns; without the handling, which is written by itself. */
export const taskRow = (task: Task): Row => ({
  id: task.id,
  plan_id: task.planId,
  no: task.no,
  parent_id: task.parentId,
  section: task.section,
  title: task.title,
  deadline_words: task.deadlineWords,
  parties: JSON.stringify(task.parties),
  rules: JSON.stringify(task.rules),
  withdrawn_on: task.withdrawnOn,
  given: task.given === true,
});

export function movementOf(row: Rows.Movement): Movement {
  const read = new RowReader('movement', row.id);
  return {
    id: read.id('id', row.id),
    planId: read.id('plan_id', row.planId),
    taskId: read.optionalId('task_id', row.taskId),
    name: row.name,
    origin: row.origin,
    leadWords: row.leadWords,
    periodWords: row.periodWords,
  };
}

export function eventOf(row: Rows.PlanEvent): PlanEvent {
  const read = new RowReader('event', row.id);
  return {
    id: read.id('id', row.id),
    planId: read.id('plan_id', row.planId),
    name: row.name,
    year: row.year,
    on: read.optionalDay('held_on', row.on),
    baseYear: row.baseYear,
    statedCount: row.statedCount,
  };
}

export function pairOf(row: Rows.TaskPair): TaskPair {
  const read = new RowReader('task_pair', `${row.oneId} ${row.otherId}`);
  return {
    one: read.id('one_id', row.oneId),
    other: read.id('other_id', row.otherId),
    isSame: row.isSame,
  };
}
