import { type DatedRule, isDated, type RelativeRule } from '../deadline/rule.ts';
import type { Id, ObligationId, PersonId } from '../id.ts';
import type { Task } from '../plan/plan-book.ts';
import type { Instant } from '../time/instant.ts';
import { addDays, daysBetween, type LocalDate } from '../time/local-date.ts';
import type { Obligation } from './obligation.ts';

export type ExtensionId = Id<'extension'>;

/** `withdrawn`: the work was done, or another request took its place, before anybody decided. */
export const EXTENSION_STATES = ['pending', 'granted', 'refused', 'withdrawn'] as const;
export type ExtensionState = (typeof EXTENSION_STATES)[number];

/** A later day asked for. Both days are kept; the present deadline stands until it is granted. */
export interface Extension {
  readonly id: ExtensionId;
  readonly obligationId: ObligationId;
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  readonly reason: string;
  /** The last safe day when it was asked. */
  readonly dueOn: LocalDate;
  /** The last safe day asked for. */
  readonly wantedOn: LocalDate;
  readonly state: ExtensionState;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Instant | null;
}

/** No office waits longer than this without a new plan. */
const LONGEST_EXTENSION_DAYS = 366;

/** Whether a day may be asked for: after the present last safe day and today, and not farther than a year. */
export const mayBeAsked = (wanted: LocalDate, dueOn: LocalDate, today: LocalDate): boolean =>
  wanted > dueOn && wanted >= today && daysBetween(dueOn, wanted) <= LONGEST_EXTENSION_DAYS;

/** Whether the day that the words name gave way to a later one; of rules that name a day by itself alone it can be told. */
export function isSeenExtended(
  { ruleId, exclusive, dueOn }: Pick<Obligation, 'ruleId' | 'exclusive' | 'dueOn'>,
  { rules }: Pick<Task, 'rules'>,
): boolean {
  const rule = rules.find(({ id }) => id === ruleId)?.rule;
  if (dueOn === null || exclusive || rule === undefined || !isDated(rule)) return false;
  return !rule.inclusive || !isNamedBy(rule, dueOn);
}

function isNamedBy(rule: DatedRule | RelativeRule, day: LocalDate): boolean {
  if (rule.kind === 'once') return day === rule.on;
  if (rule.kind === 'range') return day === rule.to;
  return rule.kind !== 'yearly' || rule.by === LEAP_DAY || day.endsWith(rule.by);
}

/** In common years it is another day. */
const LEAP_DAY = '02-29';

/**
 * The days after an extension: the new last safe day is one that is named and included, without an hour, so that
 * it is overdue from the day after.
 */
export const extendedDays = (
  wanted: LocalDate,
): Pick<Obligation, 'namedOn' | 'dueOn' | 'dueMinute' | 'overdueFrom' | 'exclusive'> => ({
  namedOn: wanted,
  dueOn: wanted,
  dueMinute: null,
  overdueFrom: addDays(wanted, 1),
  exclusive: false,
});
