import { saysTheSame } from '../text/says-the-same.ts';
import type { TaskReading } from './plan-reading.ts';
import { likeness, TitleIndex, type TitleWords, titleWords } from './similar-titles.ts';

/** What of a task can change by an amendment. */
export type TaskAspect = 'no' | 'title' | 'lead' | 'coordinating' | 'deadline' | 'section';

export type TaskChange =
  | { readonly kind: 'added'; readonly after: TaskReading }
  | { readonly kind: 'withdrawn'; readonly before: TaskReading }
  | { readonly kind: 'same'; readonly before: TaskReading; readonly after: TaskReading }
  | {
      readonly kind: 'changed';
      readonly before: TaskReading;
      readonly after: TaskReading;
      readonly aspects: readonly TaskAspect[];
    };

interface Tasks {
  readonly tasks: readonly TaskReading[];
}

/** From this likeness of titles a row with another number is taken for the same task. */
const SAME_TITLE = 0.75;
/** A row that kept its number may be reworded this far. */
const SAME_NUMBER = 0.4;

/**
 * What an amended plan changes. A task is the same where number and title agree well enough, so that ids,
 * history and reports stay with it; each is matched once. In the order of the new plan, the withdrawn last.
 */
export function diffPlans(before: Tasks, after: Tasks): TaskChange[] {
  const matches = matchTasks(before.tasks, after.tasks);
  const kept = new Set(matches.values());
  return [
    ...after.tasks.map((task): TaskChange => {
      const old = matches.get(task);
      return old === undefined ? { kind: 'added', after: task } : changeOf(old, task);
    }),
    ...before.tasks
      .filter((task) => !kept.has(task))
      .map((task): TaskChange => ({ kind: 'withdrawn', before: task })),
  ];
}

/** New task to old one, in rounds from the surest: same number and title, same title, like title, same number. */
function matchTasks(
  before: readonly TaskReading[],
  after: readonly TaskReading[],
): Map<TaskReading, TaskReading> {
  const matches = new Map<TaskReading, TaskReading>();
  const taken = new Set<TaskReading>();
  const titles = new Map([...before, ...after].map((task) => [task, titleWords(task.title)]));
  const titleOf = (task: TaskReading): TitleWords => titles.get(task) ?? titleWords(task.title);
  const alike = (one: TaskReading, other: TaskReading): number => likeness(titleOf(one), titleOf(other));
  const match = (task: TaskReading, old: TaskReading | null | undefined, least: number): void => {
    if (old === null || old === undefined || taken.has(old) || alike(old, task) < least) return;
    matches.set(task, old);
    taken.add(old);
  };
  const round = (key: (task: TaskReading) => string, least: number): void => {
    const waiting = groupBy(
      before.filter((task) => !taken.has(task)),
      key,
    );
    for (const task of after) {
      if (matches.has(task)) continue;
      const like = (candidate: TaskReading) => (taken.has(candidate) ? 0 : alike(candidate, task));
      match(task, best(waiting.get(key(task)) ?? [], like), least);
    }
  };
  const roundByTitle = (): void => {
    const waiting = before.filter((task) => !taken.has(task));
    const index = new TitleIndex(waiting.map(titleOf));
    for (const at of waiting.keys()) index.add(at);
    const isFree = (at: number): boolean => {
      const old = waiting[at];
      return old !== undefined && !taken.has(old);
    };
    for (const task of after) {
      if (matches.has(task)) continue;
      const nearest = index.nearest(titleOf(task), isFree);
      if (nearest !== null) match(task, waiting[nearest.at], SAME_TITLE);
    }
  };
  const wholeTitle = (task: TaskReading): string => titleOf(task).join(' ');
  round((task) => `${task.no}\n${wholeTitle(task)}`, 0);
  round(wholeTitle, 1);
  round((task) => task.no, SAME_TITLE);
  roundByTitle();
  round((task) => task.no, SAME_NUMBER);
  return matches;
}

function groupBy(
  tasks: readonly TaskReading[],
  key: (task: TaskReading) => string,
): Map<string, TaskReading[]> {
  const groups = new Map<string, TaskReading[]>();
  for (const task of tasks) {
    const group = groups.get(key(task));
    if (group === undefined) groups.set(key(task), [task]);
    else group.push(task);
  }
  return groups;
}

function best(tasks: readonly TaskReading[], score: (task: TaskReading) => number): TaskReading | null {
  let found: TaskReading | null = null;
  let highest = -1;
  for (const task of tasks) {
    const value = score(task);
    if (value > highest) {
      found = task;
      highest = value;
    }
  }
  return found;
}

const ASPECTS: { readonly [A in TaskAspect]: (task: TaskReading) => unknown } = {
  no: (task) => task.no,
  title: (task) => task.title,
  lead: (task) => [task.lead, ...task.coLeads].map((party) => party?.words ?? null),
  coordinating: (task) => task.coordinating,
  deadline: (task) => [task.deadlineText, task.rules],
  section: (task) => task.section,
};

function changeOf(before: TaskReading, after: TaskReading): TaskChange {
  const aspects = (Object.keys(ASPECTS) as TaskAspect[]).filter(
    (aspect) => !saysTheSame(ASPECTS[aspect](before), ASPECTS[aspect](after)),
  );
  return aspects.length === 0 ? { kind: 'same', before, after } : { kind: 'changed', before, after, aspects };
}
