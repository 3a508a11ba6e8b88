import type { MinuteOfDay } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkKind } from './work-kind.ts';

/** The named steps, in order, each with the kind of work that it belongs to and how far the work then is. */
export const STEPS = {
  planned: { kind: 'conference', percent: 25 },
  scheduled: { kind: 'conference', percent: 50 },
  held: { kind: 'conference', percent: 75 },
  drafting: { kind: 'document', percent: 25 },
  submitted: { kind: 'document', percent: 50 },
  issued: { kind: 'document', percent: 75 },
  received: { kind: 'given', percent: 0 },
} as const satisfies Record<string, { kind: WorkKind; percent: number }>;

export type Step = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as Step[];

/** The steps of a kind, in order; none for work that is told in percent. */
export const stepsOf = (kind: WorkKind): Step[] => STEP_NAMES.filter((step) => STEPS[step].kind === kind);

/** When and where a conference is held, as announced by the step `scheduled`. */
export interface Meeting {
  readonly on: LocalDate;
  /** Null where only the day is fixed. */
  readonly minute: MinuteOfDay | null;
  readonly place: string;
  readonly chair: string;
}

/** Two conferences fall together when they share a half-day; one without an hour meets none. */
export function sameHalfDay(one: Meeting, other: Meeting): boolean {
  return (
    one.on === other.on &&
    one.minute !== null &&
    other.minute !== null &&
    one.minute < NOON === other.minute < NOON
  );
}

const NOON = 12 * 60;
