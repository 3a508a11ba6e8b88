import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { MinuteOfDay, Zone } from '../time/instant.ts';
import type { LocalDate, Weekday } from '../time/local-date.ts';
import type { LadderRule, Ladders } from './ladder.ts';
import type { Locale } from './locale.ts';
import type { Trial } from './trial.ts';

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
  /** The groups' digest. */
  readonly digest: WeeklyTime;
  /** The secretariat's overviews. */
  readonly overviews: readonly WeeklyTime[];
  /** Reminder stages by kind of deadline. */
  readonly ladders: Ladders;
  /** Stages of some plans, kinds of work or clusters, in place of the usual ones. */
  readonly ladderRules: readonly LadderRule[];
  /** Where the office's calendar differs from that of the country. */
  readonly ownDays: OwnDays;
  /** The most private reminders a person gets in a week of which nothing is due yet. */
  readonly remindersAWeek: number;
  /** By its days what is owed in a semester or a school year is dated, and questions about them are read. */
  readonly schoolYear: SchoolCalendar;
  /** From day to day (`MM-DD`) schools hear only of what names them. */
  readonly schoolQuiet: { readonly from: string; readonly to: string };
  readonly trial: Trial;
  /** Whether offices in clusters end with their year, so that the bot asks who comes next. */
  readonly rotation: 'yearly' | 'none';
}

export interface OwnDays {
  /** Days off beside the public ones, and those that compensate. */
  readonly off: readonly LocalDate[];
  /** Days worked that would be off: Saturdays made up, holidays on duty. */
  readonly worked: readonly LocalDate[];
}

export interface WeeklyTime {
  readonly weekday: Weekday;
  readonly at: MinuteOfDay;
}
