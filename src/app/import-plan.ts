import type { PersonId, PlanId, TaskId } from '../core/id.ts';
import type { Directory } from '../core/organisation/directory.ts';
import type { DoubtCode } from '../core/plan/doubt.ts';
import { matchParty } from '../core/plan/match-leads.ts';
import type { PartyReading } from '../core/plan/party-reading.ts';
import type { RuleId, Task, TaskParty, TaskRule } from '../core/plan/plan-book.ts';
import type { PlanReading, TaskReading } from '../core/plan/plan-reading.ts';
import { printRule } from '../core/deadline/print.ts';
import type { DeadlineRule } from '../core/deadline/rule.ts';
import { dateOf, type LocalDate } from '../core/time/local-date.ts';
import type { Dependencies } from './dependencies.ts';
import { done, type Outcome, refuse } from './outcome.ts';
import type { IdSource } from './ports/id-source.ts';
import { rollForward } from './roll-forward.ts';
import { dayAt } from './today.ts';

export interface PlanImported {
  readonly planId: PlanId;
  readonly tasks: number;
  /** Obligations written ahead. */
  readonly obligations: number;
}

/** Doubts about a row's days: without a person's decision it gives no deadline to anybody. */
const NO_DEADLINE: ReadonlySet<DoubtCode> = new Set<DoubtCode>([
  'DEADLINE_REVIEW',
  'DEADLINE_ALONE_AMONG_ROWS',
]);
/** Doubts about a row's lead: without a decision nobody owes it. */
const NO_OWNER: ReadonlySet<DoubtCode> = new Set<DoubtCode>([
  'LEAD_MISSING',
  'LEAD_BY_POSITION',
  'LEAD_NAMES_UNEVEN',
]);

/**
 * Puts a plan in force with what is certain of its reading; rows that need a person keep their words, and give
 * nobody a deadline or a duty until decided. Refused: PLAN_INCOMPLETE, PLAN_ALREADY_IN_FORCE.
 */
export async function importPlan(
  { unitOfWork, clock, ids }: Dependencies,
  reading: PlanReading,
  by: PersonId | null,
): Promise<Outcome<PlanImported>> {
  const at = clock.now();
  const { number, issuedOn, period } = reading.head;
  if (number === null || issuedOn === null || period === null) return refuse('PLAN_INCOMPLETE');
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const book = await tx.plans.book();
    if (book.plans.some((plan) => plan.number === number && plan.issuedOn === issuedOn)) {
      return refuse('PLAN_ALREADY_IN_FORCE', { number });
    }
    const planId = ids.next<'plan'>();
    await tx.plans.savePlan({
      id: planId,
      number,
      issuer: reading.head.issuer ?? '',
      issuedOn,
      title: reading.head.title ?? '',
      periodFrom: dateOf(`${period.from}-01-01`),
      periodTo: dateOf(`${period.to}-12-31`),
    });
    const tasks = tasksOf(reading, planId, directory, dayAt(at, directory), ids);
    for (const task of tasks) await tx.plans.saveTask(task);
    const idOf = new Map(tasks.map((task) => [task.no, task.id]));
    for (const movement of reading.movements) {
      await tx.plans.saveMovement({
        id: ids.next<'movement'>(),
        planId,
        taskId: idOf.get(movement.taskNo ?? '') ?? null,
        name: movement.name,
        origin: movement.origin,
        leadWords: movement.lead ?? '',
        periodWords: movement.period,
      });
    }
    for (const event of reading.events) {
      await tx.plans.saveEvent({
        id: ids.next<'event'>(),
        planId,
        name: event.name,
        year: event.year,
        on: event.on,
        baseYear: event.anniversary?.baseYear ?? null,
        statedCount: event.anniversary?.stated ?? null,
      });
    }
    const obligations = await rollForward(tx, at);
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      personId: by,
      chatId: null,
      action: 'plan.imported',
      subject: planId,
      before: null,
      after: { number, tasks: tasks.length, undecided: reading.undecided.length },
    });
    return done({ planId, tasks: tasks.length, obligations });
  });
}

function tasksOf(
  reading: PlanReading,
  planId: PlanId,
  directory: Directory,
  today: LocalDate,
  ids: IdSource,
): Task[] {
  const idOf = new Map<string, TaskId>(reading.tasks.map(({ no }) => [no, ids.next<'task'>()]));
  const doubted = (codes: ReadonlySet<DoubtCode>, { no }: TaskReading) =>
    reading.undecided.some(({ code, where }) => codes.has(code) && where.kind === 'task' && where.no === no);
  return reading.tasks.map((task) => {
    const leads = [task.lead, ...task.coLeads].filter((lead) => lead !== null);
    const ownerless = doubted(NO_OWNER, task);
    return {
      id: idOf.get(task.no) ?? ids.next<'task'>(),
      planId,
      no: task.no,
      parentId: idOf.get(task.parentNo ?? '') ?? null,
      section: task.section,
      title: task.title,
      deadlineWords: task.deadlineText,
      parties: [
        ...leads.flatMap((lead) => parties('lead', lead, ownerless, directory, today)),
        ...task.coordinating.flatMap((words) => parties('coordinator', { words }, false, directory, today)),
      ],
      rules: doubted(NO_DEADLINE, task) || task.rulesInherited ? [] : rulesOf(task, ids),
      withdrawnOn: null,
    };
  });
}

function parties(
  part: TaskParty['part'],
  { words }: Pick<PartyReading, 'words'>,
  undecided: boolean,
  directory: Directory,
  today: LocalDate,
): TaskParty[] {
  const match = undecided ? ({ kind: 'unmatched' } as const) : matchParty(words, directory, today);
  switch (match.kind) {
    case 'units':
      return match.unitIds.map((unitId) => ({ part, party: { kind: 'unit', unitId }, words }));
    case 'each_unit':
    case 'cluster_head':
    case 'council_member':
      return [{ part, party: { kind: match.kind }, words }];
    case 'words':
    case 'unmatched':
      return [{ part, party: { kind: 'words' }, words }];
  }
}

/** Each rule with the words that are its own: the cell's where it holds one rule, else the rule as it prints. */
function rulesOf(task: TaskReading, ids: IdSource): TaskRule[] {
  const words = (rule: DeadlineRule) =>
    task.rules.length === 1 ? task.deadlineText : capitalised(printRule({ ...rule, appliesTo: null }));
  return task.rules.map((rule) => ({
    id: ids.next<'rule'>() as RuleId,
    rule,
    appliesTo: rule.appliesTo,
    words: words(rule),
  }));
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
