import type { PlanId, TaskId } from '../id.ts';
import { yearOf } from '../time/local-date.ts';
import { partyOf } from './party-words.ts';
import { type PlanBook, partiesOf, planById, type Task } from './plan-book.ts';
import type {
  EventReading,
  MovementReading,
  PlanReading,
  SectionReading,
  TaskReading,
} from './plan-reading.ts';

/**
 * A stored plan as it would be read from a document: to hold an amended one against it, and to export it.
 * Null where the book has no such plan. Withdrawn tasks are left out; nothing of it is in doubt.
 */
export function readingOfPlan(book: PlanBook, planId: PlanId): PlanReading | null {
  const plan = planById(book, planId);
  if (plan === null) return null;
  const tasks = book.tasks.filter((task) => task.planId === planId && task.withdrawnOn === null);
  const numbers = new Map(tasks.map((task) => [task.id, task.no]));
  return {
    head: {
      number: plan.number,
      issuer: plan.issuer,
      issuedOn: plan.issuedOn,
      period: { from: yearOf(plan.periodFrom), to: yearOf(plan.periodTo) },
      title: plan.title,
      superior: null,
    },
    sections: sectionsOf(tasks),
    tasks: tasks.map((task, at) => taskOf(task, numbers, at + 1)),
    events: book.events.filter((event) => event.planId === planId).map(eventOf),
    movements: book.movements
      .filter((movement) => movement.planId === planId)
      .map((movement) => movementOf(movement, numbers)),
    undecided: [],
    warnings: [],
  };
}

const sectionsOf = (tasks: readonly Task[]): SectionReading[] =>
  [...new Set(tasks.flatMap(({ section }) => (section === null ? [] : [section])))].map((no) => ({
    no,
    title: no,
  }));

function taskOf(task: Task, numbers: ReadonlyMap<TaskId, string>, row: number): TaskReading {
  const [lead = null, ...coLeads] = partiesOf(task, 'lead').map(({ words }) => partyOf(words));
  return {
    no: task.no,
    parentNo: task.parentId === null ? null : (numbers.get(task.parentId) ?? null),
    section: task.section,
    kind: 'task',
    title: task.title,
    lead,
    coLeads,
    confidence: 'explicit',
    coordinating: partiesOf(task, 'coordinator').map(({ words }) => words),
    deadlineText: task.deadlineWords,
    rules: task.rules.map(({ rule }) => rule),
    rulesInherited: false,
    ...officeWordsOf(task),
    year: null,
    notes: [],
    row,
  };
}

/** A lone rule in other words than the plan's is the office's own. */
function officeWordsOf({ rules, deadlineWords }: Task): { officeWords?: string } {
  const [rule, another] = rules;
  return rule === undefined || another !== undefined || rule.words === deadlineWords
    ? {}
    : { officeWords: rule.words };
}

const eventOf = (event: PlanBook['events'][number]): EventReading => ({
  name: event.name,
  year: event.year,
  on: event.on,
  anniversary:
    event.statedCount === null
      ? null
      : {
          baseYear: event.baseYear,
          stated: event.statedCount,
          computed: event.baseYear === null || event.year === null ? null : event.year - event.baseYear,
        },
  where: 'body',
  taskNos: [],
});

const movementOf = (
  movement: PlanBook['movements'][number],
  numbers: ReadonlyMap<TaskId, string>,
): MovementReading => ({
  name: movement.name,
  origin: movement.origin,
  lead: movement.leadWords === '' ? null : movement.leadWords,
  coordinating: [],
  period: movement.periodWords,
  taskNo: movement.taskId === null ? null : (numbers.get(movement.taskId) ?? null),
});
