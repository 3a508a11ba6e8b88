import type { DeadlineRule } from '../deadline/rule.ts';
import type { ClusterId, Id, PlanId, TaskId, UnitId } from '../id.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { EvidenceKind } from '../work/evidence.ts';
import { proposedWorkKind, type WorkKind } from '../work/work-kind.ts';

export type RuleId = Id<'rule'>;
export type MovementId = Id<'movement'>;
export type EventId = Id<'event'>;

export interface Plan {
  readonly id: PlanId;
  /** `29/KH-UBND` */
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: LocalDate;
  readonly title: string;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
}

/** Who leads or coordinates: a unit, everyone of a sort, or words that name nobody known. */
export type Party =
  | { readonly kind: 'unit'; readonly unitId: UnitId }
  /** One cluster, which owes it once. */
  | { readonly kind: 'cluster'; readonly clusterId: ClusterId }
  | { readonly kind: 'each_unit' }
  | { readonly kind: 'cluster_head' }
  | { readonly kind: 'council_member' }
  | { readonly kind: 'words' };

/** A party that a person can point at. */
export type NamedParty = Extract<Party, { kind: 'unit' | 'cluster' }>;

export interface TaskParty {
  readonly part: 'lead' | 'coordinator';
  readonly party: Party;
  /** As the plan writes it. */
  readonly words: string;
}

export interface TaskRule {
  readonly id: RuleId;
  readonly rule: DeadlineRule;
  /** Code of the kind of cluster the rule is for; null for everybody. */
  readonly appliesTo: string | null;
  /** The plan's own words of this deadline. */
  readonly words: string;
}

export interface Task {
  readonly id: TaskId;
  /** Null for a task given outside a plan. */
  readonly planId: PlanId | null;
  /** The label in the plan (`9.10`), not an identity. */
  readonly no: string;
  readonly parentId: TaskId | null;
  readonly section: string | null;
  readonly title: string;
  readonly deadlineWords: string;
  readonly parties: readonly TaskParty[];
  readonly rules: readonly TaskRule[];
  readonly withdrawnOn: LocalDate | null;
  /** Given at once, with an hour, its parts named one by one. Absent: not so. */
  readonly given?: boolean;
  /** What the secretariat chose beside the plan; kept when the task is saved anew. Absent: nothing chosen. */
  readonly handling?: TaskHandling;
}

export interface TaskHandling {
  /** Null where the proposal from the title stands. */
  readonly workKind: WorkKind | null;
  readonly evidence: EvidenceKind;
  /** Whether "done" waits for the secretariat's confirmation. */
  readonly confirmation: boolean;
}

const USUAL_HANDLING: TaskHandling = { workKind: null, evidence: 'none', confirmation: false };

export const handlingOf = (task: Task): TaskHandling => task.handling ?? USUAL_HANDLING;

/** A task is never changed, and asked for each of its obligations. */
const proposedKinds = new WeakMap<Task, WorkKind>();

function proposedKindOf(task: Task): WorkKind {
  const kind = proposedKinds.get(task) ?? proposedWorkKind(task.title);
  proposedKinds.set(task, kind);
  return kind;
}

/** The kind of work as chosen, else as the title proposes; a task given at once is received and done. */
export const workKindOf = (task: Task): WorkKind =>
  task.given === true ? 'given' : (handlingOf(task).workKind ?? proposedKindOf(task));

export interface Movement {
  readonly id: MovementId;
  readonly planId: PlanId;
  readonly taskId: TaskId | null;
  readonly name: string;
  readonly origin: string | null;
  readonly leadWords: string;
  readonly periodWords: string;
}

export interface PlanEvent {
  readonly id: EventId;
  readonly planId: PlanId;
  readonly name: string;
  readonly year: number | null;
  readonly on: LocalDate | null;
  /** The year from which the anniversary counts; null where it is none. */
  readonly baseYear: number | null;
  /** The count that the plan states; doubtful where it is not `year - baseYear`. */
  readonly statedCount: number | null;
}

/** What somebody decided of two tasks: one duty, or two. Each pair once, the smaller id first. */
export interface TaskPair {
  readonly one: TaskId;
  readonly other: TaskId;
  readonly isSame: boolean;
}

/** The pair as it is kept, whichever of the two was named first. */
export const pairOf = (task: TaskId, another: TaskId, isSame: boolean): TaskPair =>
  task < another ? { one: task, other: another, isSame } : { one: another, other: task, isSame };

/** All plans in force with what hangs on them, read at once. In the order of the documents. */
export interface PlanBook {
  readonly plans: readonly Plan[];
  readonly tasks: readonly Task[];
  readonly movements: readonly Movement[];
  readonly events: readonly PlanEvent[];
  readonly pairs: readonly TaskPair[];
}

/** A book is never changed, and asked for each of thousands of obligations. */
const tasksOfBooks = new WeakMap<readonly Task[], ReadonlyMap<TaskId, Task>>();

function tasksIn({ tasks }: PlanBook): ReadonlyMap<TaskId, Task> {
  const known = tasksOfBooks.get(tasks) ?? new Map(tasks.map((task) => [task.id, task]));
  tasksOfBooks.set(tasks, known);
  return known;
}

export function taskById(book: PlanBook, id: TaskId): Task {
  const task = tasksIn(book).get(id);
  if (task === undefined) throw new Error(`task ${id} is not in the plan book`);
  return task;
}

export const planById = (book: PlanBook, id: PlanId): Plan | null =>
  book.plans.find((plan) => plan.id === id) ?? null;

export const partiesOf = (task: Task, part: TaskParty['part']): TaskParty[] =>
  task.parties.filter((candidate) => candidate.part === part);
