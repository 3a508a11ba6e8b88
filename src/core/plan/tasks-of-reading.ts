import { type DeadlineRule, ruleKeys } from '../deadline/rule.ts';
import type { PlanId, TaskId } from '../id.ts';
import type { Directory } from '../organisation/directory.ts';
import type { LocalDate } from '../time/local-date.ts';
import { partyKey } from './decision.ts';
import type { DoubtCode } from './doubts/doubt.ts';
import { type PartyMatch, partyMatcher } from './match-leads.ts';
import type { Party, RuleId, Task, TaskParty, TaskRule } from './plan-book.ts';
import type { PlanReading, TaskReading } from './plan-reading.ts';
import { wordsOfRules } from './rule-words.ts';

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

export interface TaskContext {
  readonly planId: PlanId;
  readonly directory: Directory;
  readonly today: LocalDate;
  /** Whom names mean by decision, before they are matched. */
  readonly parties: ReadonlyMap<string, Party>;
  /** The stored task that a row goes on; null for a new one. */
  readonly stored: (no: string) => Task | null;
  readonly newTaskId: () => TaskId;
  readonly newRuleId: () => RuleId;
}

/**
 * The tasks that a reading puts in force. Rows that still need a person keep their words, and give nobody a deadline
 * or a duty. A task that goes on keeps its id, and its rules theirs, so that what hangs on them stays.
 */
export function tasksOfReading(reading: PlanReading, context: TaskContext): Task[] {
  const idOf = new Map<string, TaskId>(
    reading.tasks.map(({ no }) => [no, context.stored(no)?.id ?? context.newTaskId()]),
  );
  const doubted = (codes: ReadonlySet<DoubtCode>, { no }: TaskReading) =>
    reading.undecided.some(({ code, where }) => codes.has(code) && where.kind === 'task' && where.no === no);
  const match = partyMatcher(context.directory, context.today);
  return reading.tasks.map((task) => ({
    id: idOf.get(task.no) ?? context.newTaskId(),
    planId: context.planId,
    no: task.no,
    parentId: idOf.get(task.parentNo ?? '') ?? null,
    section: task.section,
    title: task.title,
    deadlineWords: task.deadlineText,
    parties: partiesOf(task, doubted(NO_OWNER, task), { parties: context.parties, match }),
    rules: doubted(NO_DEADLINE, task) || task.rulesInherited ? [] : rulesOf(task, context),
    withdrawnOn: null,
  }));
}

interface Matching extends Pick<TaskContext, 'parties'> {
  readonly match: (words: string) => PartyMatch;
}

function partiesOf(task: TaskReading, ownerless: boolean, matching: Matching): TaskParty[] {
  const leads = [task.lead, ...task.coLeads].flatMap((lead) => (lead === null ? [] : [lead.words]));
  return [
    ...leads.flatMap((words) => party('lead', words, ownerless, matching)),
    ...task.coordinating.flatMap((words) => party('coordinator', words, false, matching)),
  ];
}

function party(
  part: TaskParty['part'],
  words: string,
  undecided: boolean,
  { parties, match: matchOf }: Matching,
): TaskParty[] {
  const nobody: TaskParty[] = [{ part, party: { kind: 'words' }, words }];
  if (undecided) return nobody;
  const decided = parties.get(partyKey(words));
  if (decided !== undefined) return [{ part, party: decided, words }];
  const match = matchOf(words);
  switch (match.kind) {
    case 'units':
      return match.unitIds.map((unitId) => ({ part, party: { kind: 'unit', unitId }, words }));
    case 'cluster':
      return [{ part, party: match, words }];
    case 'each_unit':
    case 'cluster_head':
    case 'council_member':
      return [{ part, party: { kind: match.kind }, words }];
    case 'words':
    case 'unmatched':
      return nobody;
  }
}

function rulesOf(task: TaskReading, context: TaskContext): TaskRule[] {
  const words = wordsOfRules(task.deadlineText, task.rules, { now: context.today });
  const idOf = keptRuleIds(context.stored(task.no)?.rules ?? [], task.rules);
  return task.rules.map((rule) => ({
    id: idOf.get(rule) ?? context.newRuleId(),
    rule,
    appliesTo: rule.appliesTo,
    words: task.officeWords ?? words.get(rule) ?? task.deadlineText,
  }));
}

/** By cadence and scope; a lone rule that was changed into another goes on as it. */
function keptRuleIds(
  before: readonly TaskRule[],
  after: readonly DeadlineRule[],
): ReadonlyMap<DeadlineRule, RuleId> {
  const [old] = before;
  const [rule] = after;
  if (before.length === 1 && after.length === 1 && old !== undefined && rule !== undefined) {
    return new Map([[rule, old.id]]);
  }
  const keysBefore = ruleKeys(before.map((one) => one.rule));
  const keysAfter = ruleKeys(after);
  return new Map(
    after.flatMap((one, at) => {
      const kept = before[keysBefore.indexOf(keysAfter[at] ?? '')];
      return kept === undefined ? [] : [[one, kept.id] as const];
    }),
  );
}
