import { isDated } from '../deadline/rule.ts';
import { type LocalDate, yearOf } from '../time/local-date.ts';
import { atTask, type Doubt, doubtOf } from './doubts/doubt.ts';
import type { Matter } from './matters.ts';
import type { PlanReading, TaskReading } from './plan-reading.ts';

export const openMatters = (matters: readonly Matter[]): Matter[] =>
  matters.filter(({ decided }) => decided === null);

/** What waits, a doubt each: of a lead that nobody known answers to, one for every row that it leads. */
export const openDoubts = (matters: readonly Matter[]): Doubt[] =>
  openMatters(matters).flatMap(({ about }) =>
    about.kind === 'doubt'
      ? [about.doubt]
      : about.leads.map((no) => doubtOf('LEAD_UNKNOWN', atTask(no), about.words)),
  );

/** How many rows of the table wait for nobody. */
export function clearRows(reading: Pick<PlanReading, 'tasks'>, matters: readonly Matter[]): number {
  const waiting = new Set(openMatters(matters).flatMap(rowsOf));
  return reading.tasks.filter((task) => !waiting.has(task.no)).length;
}

export const rowsOf = ({ about }: Matter): readonly string[] => {
  if (about.kind === 'party') return about.leads;
  return about.doubt.where.kind === 'task' ? [about.doubt.where.no] : [];
};

/**
 * Rows that somebody leads and that name no day, as decided so far: the office may set a milestone of its own. Those of
 * years that are over need none.
 */
export const rowsWithoutDay = ({ tasks }: Pick<PlanReading, 'tasks'>, today: LocalDate): TaskReading[] =>
  tasks.filter(
    ({ lead, kind, officeWords, rules, year }) =>
      lead !== null &&
      kind !== 'heading' &&
      (officeWords !== undefined || (!rules.some(isDated) && (year === null || year >= yearOf(today)))),
  );

/** Rows in the order of the plan, each once; a sub-row goes without saying beside its row. */
export function foldedRows(rows: readonly string[], tasks: readonly TaskReading[]): string[] {
  const named = new Set(rows);
  return tasks
    .filter(({ no, parentNo }) => named.has(no) && (parentNo === null || !named.has(parentNo)))
    .map(({ no }) => no);
}
