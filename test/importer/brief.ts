import type { PlanReading, TaskReading } from '../../src/core/plan/plan-reading.ts';

/** Number, title, leads, coordinators and words about time of each task, one line each. */
export const brief = (reading: PlanReading): string[] => reading.tasks.map(briefTask);

const briefTask = (task: TaskReading): string =>
  [
    task.no,
    task.title,
    [task.lead, ...task.coLeads].map((party) => party?.words ?? '-').join(' + '),
    task.coordinating.join(' + '),
    task.deadlineText,
  ].join(' | ');

export const codes = (reading: PlanReading, no?: string): string[] =>
  [...reading.undecided, ...reading.warnings]
    .filter((doubt) => no === undefined || (doubt.where.kind === 'task' && doubt.where.no === no))
    .map((doubt) => doubt.code);
