import type { ObligationId, PersonId } from '../../core/id.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** What a person chose for the reminders of one obligation; the deadline itself never moves by it. */
export interface ReminderHold {
  readonly personId: PersonId;
  readonly obligationId: ObligationId;
  /** To be reminded again on this day and not before; null for never again. */
  readonly until: LocalDate | null;
}

/** At most one hold a person and obligation. */
export interface ReminderHolds {
  of(obligationIds: readonly ObligationId[]): Promise<ReminderHold[]>;
  /** Replaces the hold there was. */
  save(hold: ReminderHold): Promise<void>;
  drop(personId: PersonId, obligationId: ObligationId): Promise<void>;
}
