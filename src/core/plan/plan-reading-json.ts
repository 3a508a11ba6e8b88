import type { Doubt, DoubtPlace } from './doubts/doubt.ts';
import type { EventReading, PlanReading, TaskReading } from './plan-reading.ts';

/** The reading as `plan import --json` prints it. */
export function planReadingToJson(reading: PlanReading): Record<string, unknown> {
  const { head } = reading;
  return {
    plan: {
      number: head.number,
      issuer: head.issuer,
      issued: head.issuedOn,
      period: head.period === null ? null : [head.period.from, head.period.to],
      title: head.title,
      superior: head.superior,
      sections: Object.fromEntries(reading.sections.map(({ no, title }) => [no, title])),
    },
    tasks: reading.tasks.map(taskToJson),
    events: reading.events.map(eventToJson),
    movements: reading.movements,
    undecided: reading.undecided.map(doubtToJson),
    warnings: reading.warnings.map(doubtToJson),
  };
}

const taskToJson = (task: TaskReading): Record<string, unknown> => ({
  no: task.no,
  parentNo: task.parentNo,
  section: task.section,
  kind: task.kind,
  title: task.title,
  lead: task.lead?.words ?? null,
  leadRole: task.lead?.role ?? null,
  coLeads: task.coLeads.map((party) => party.words),
  confidence: task.confidence,
  coordinating: task.coordinating,
  deadline: task.deadlineText,
  rules: task.rules,
  rulesInherited: task.rulesInherited,
  year: task.year,
  notes: task.notes,
});

const eventToJson = (event: EventReading): Record<string, unknown> => ({
  name: event.name,
  year: event.year,
  on: event.on,
  baseYear: event.anniversary?.baseYear ?? null,
  stated: event.anniversary?.stated ?? null,
  computed: event.anniversary?.computed ?? null,
  where: event.where,
  tasks: event.taskNos,
});

const doubtToJson = (doubt: Doubt): Record<string, unknown> => ({
  what: doubt.code,
  where: placeWords(doubt.where),
  words: doubt.words,
  alternatives: doubt.alternatives,
  ...(doubt.deadline === null ? {} : { reasons: doubt.deadline.reasons, readings: doubt.deadline.readings }),
});

/** `task 9.10`, `row 4`, `head`: for programs and logs, not for people. */
export const placeWords = (place: DoubtPlace): string => {
  if (place.kind === 'head') return 'head';
  if (place.kind === 'task') return `task ${place.no}`;
  if (place.kind === 'row') return `row ${place.row}`;
  return place.kind === 'table' ? `table ${place.index}` : `event ${place.name}`;
};
