import type { MinuteOfDay, Zone } from '../time/instant.ts';
import type { Weekday } from '../time/local-date.ts';
import type { Locale } from './person.ts';

/** What the secretariat may set for the whole organisation. One row. */
export interface Settings {
  readonly name: string;
  readonly zone: Zone;
  readonly locale: Locale;
  /** How the standing agency is called in messages: {TT}. */
  readonly secretariatName: { readonly vi: string; readonly en: string };
  /** Whether the day named in "trước ngày X" still counts as in time. */
  readonly deadlineReading: 'lenient' | 'strict';
  /** Office hours: nothing is said by itself outside them. */
  readonly hours: { readonly from: MinuteOfDay; readonly to: MinuteOfDay };
  readonly remindersAt: MinuteOfDay;
  readonly digest: { readonly weekday: Weekday; readonly at: MinuteOfDay };
  /** Reminder stages: calendar days before `dueOn`, and working days from `overdueFrom` on. */
  readonly stages: { readonly before: readonly number[]; readonly after: readonly number[] };
}
