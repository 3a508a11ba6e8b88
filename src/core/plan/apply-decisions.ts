import { printRules } from '../deadline/print.ts';
import { type Decision, doubtKey, partyKey } from './decision.ts';
import { partyOf } from './party-words.ts';
import type { Party } from './plan-book.ts';
import type { EventReading, PlanReading, TaskReading } from './plan-reading.ts';
import { readInPeriod } from './read-in-period.ts';

/**
 * The reading as people decided it: settled doubts are gone, the rows say what was chosen. The document's own words
 * stay. Decisions about rows that the reading does not have change nothing.
 */
export function applyDecisions(reading: PlanReading, decisions: readonly Decision[]): PlanReading {
  const settled = new Set(decisions.map(({ about }) => about));
  const decided = decisions.reduce(apply, readInPeriod(reading, decisions));
  return { ...decided, undecided: decided.undecided.filter((doubt) => !settled.has(doubtKey(doubt))) };
}

/** Whom names mean, by what was decided: by folded name; `words` for nobody of the organisation. */
export function decidedParties(decisions: readonly Decision[]): ReadonlyMap<string, Party> {
  return new Map(
    decisions.flatMap((decision): [string, Party][] => {
      if (decision.kind === 'party_cluster') {
        return [[partyKey(decision.words), { kind: 'cluster', clusterId: decision.clusterId }]];
      }
      if (decision.kind !== 'party') return [];
      const { words, unitId } = decision;
      return [[partyKey(words), unitId === null ? { kind: 'words' } : { kind: 'unit', unitId }]];
    }),
  );
}

function apply(reading: PlanReading, decision: Decision): PlanReading {
  const { head } = reading;
  switch (decision.kind) {
    case 'accept':
    case 'party':
    case 'party_cluster':
    case 'cycle':
    // Two rows that are one duty keep their numbers and days; the book says that they are one.
    case 'duplicate':
      return reading;
    case 'number':
      return { ...reading, head: { ...head, number: decision.number } };
    case 'issued_on':
      return { ...reading, head: { ...head, issuedOn: decision.issuedOn } };
    case 'period':
      return { ...reading, head: { ...head, period: decision.period } };
    case 'anniversary':
      return {
        ...reading,
        events: reading.events.map((event) =>
          event.name === decision.event ? counted(event, decision.count) : event,
        ),
      };
    case 'deadline_of':
      return { ...reading, tasks: moved(reading.tasks, decision) };
    case 'deadline':
    case 'milestone':
    case 'lead':
      return {
        ...reading,
        tasks: reading.tasks.map((task) => (task.no === decision.no ? decidedTask(task, decision) : task)),
      };
  }
}

type OfTask = Extract<Decision, { kind: 'deadline' | 'milestone' | 'lead' }>;

function decidedTask(task: TaskReading, decision: OfTask): TaskReading {
  switch (decision.kind) {
    case 'deadline': {
      const { rules } = decision;
      return { ...task, rules, rulesInherited: false, deadlineText: task.deadlineText || printRules(rules) };
    }
    case 'milestone':
      return { ...task, rules: decision.rules, rulesInherited: false, officeWords: decision.words };
    case 'lead': {
      const [lead = null, ...coLeads] = decision.names.map(partyOf);
      return { ...task, lead, coLeads, confidence: 'explicit' };
    }
  }
}

/** The words about time and what they say go to the row they are meant for, and leave the one they stood in. */
function moved(
  tasks: readonly TaskReading[],
  { no, of }: Extract<Decision, { kind: 'deadline_of' }>,
): TaskReading[] {
  const from = tasks.find((task) => task.no === no);
  return tasks.map((task) => {
    if (from === undefined || no === of) return task;
    if (task.no === of) {
      return { ...task, deadlineText: from.deadlineText, rules: from.rules, rulesInherited: false };
    }
    return task.no === no ? { ...task, deadlineText: '', rules: [] } : task;
  });
}

function counted(event: EventReading, count: number): EventReading {
  const { anniversary } = event;
  if (anniversary === null) return event;
  const name = event.name.replace(new RegExp(`(?<!\\d)${anniversary.stated}(?= năm)`, 'u'), String(count));
  return { ...event, name, anniversary: { ...anniversary, stated: count } };
}
