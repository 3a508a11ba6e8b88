import type { DeadlineRule } from '../deadline/rule.ts';
import { dateOf } from '../time/local-date.ts';
import { type Decision, doubtKey } from './decision.ts';
import { atTask, type Doubt } from './doubts/doubt.ts';
import type { PlanReading, TaskReading } from './plan-reading.ts';
import { readingContext, readRowDeadline } from './read-row-deadline.ts';

/**
 * The reading of a document that does not say its years, once they are decided: days without a year were taken for the
 * next such days, and are those of the plan's years.
 */
export function readInPeriod(reading: PlanReading, decisions: readonly Decision[]): PlanReading {
  const period = decisions.find((decision) => decision.kind === 'period')?.period;
  if (period === undefined || reading.head.period !== null) return reading;
  const issuedOn = decisions.find((decision) => decision.kind === 'issued_on')?.issuedOn;
  const context = readingContext(
    { ...reading.head, period },
    issuedOn ?? reading.head.issuedOn ?? dateOf(`${period.from}-01-01`),
  );
  const doubts: Doubt[] = [];
  const reread = new Map<string, TaskReading>();
  for (const task of reading.tasks) {
    const above = task.rulesInherited && task.parentNo !== null ? reread.get(task.parentNo) : undefined;
    if (above !== undefined) reread.set(task.no, { ...task, rules: above.rules });
    if (task.rulesInherited || task.kind === 'movement' || !task.rules.some(isOfOneYear)) continue;
    const { rules, doubt } = readRowDeadline(task, context);
    reread.set(task.no, { ...task, rules });
    if (doubt !== null) doubts.push(doubt);
  }
  const settled = new Set(
    [...reread.keys()].map((no) => doubtKey({ code: 'DEADLINE_REVIEW', where: atTask(no) })),
  );
  return {
    ...reading,
    tasks: reading.tasks.map((task) => reread.get(task.no) ?? task),
    undecided: [...reading.undecided.filter((doubt) => !settled.has(doubtKey(doubt))), ...doubts],
  };
}

/** Whose year the words may have left to the plan. */
const isOfOneYear = (rule: DeadlineRule): boolean =>
  rule.kind === 'once' || rule.kind === 'range' || ('until' in rule && rule.until !== undefined);
