import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Instant, Zone } from '../time/instant.ts';
import type { DayRange, LocalDate } from '../time/local-date.ts';
import type { NameIndex } from './name-index.ts';

/** What a message wants; `none` is everything that is not for the bot. */
export const INTENTS = [
  'due_in_range',
  'overdue',
  'task_detail',
  'who_leads',
  'my_tasks',
  'unit_status',
  'cluster_status',
  'movement_list',
  'events',
  'report_progress',
  'help',
  'none',
] as const;

export type Intent = (typeof INTENTS)[number];

/** Intents that are about one task or movement, so that its name is looked for. */
export const TOPICAL: readonly Intent[] = [
  'task_detail',
  'who_leads',
  'overdue',
  'unit_status',
  'cluster_status',
  'events',
  'report_progress',
];

/** Intents whose answer is about days; the others are about things. */
export const TIMED: readonly Intent[] = [
  'due_in_range',
  'overdue',
  'my_tasks',
  'unit_status',
  'cluster_status',
  'movement_list',
  'events',
  'report_progress',
];

/** `school` and `administrative` clusters keep different calendars. */
export type ClusterType = 'school' | 'administrative';

/** `submit`, `correct` and `extension_request` change state; `summary` asks for a report. */
export type ReportMode = 'submit' | 'correct' | 'extension_request' | 'summary';

export type Slots = {
  /** A name from the index, the name as said, or `SELF` for the asker's own. */
  readonly unit?: string;
  readonly unitId?: string;
  /** A name from the index, `Cụm số N` as said, `SELF` or `ALL`. */
  readonly cluster?: string;
  readonly clusterId?: string;
  readonly cluster_type?: ClusterType;
  /** A kind of unit spoken of as a group, in the asker's words: `phường`, `trường`. */
  readonly unit_group?: string;
  readonly topic?: string;
  readonly task_no?: string;
  /** Of which plan the row is, by the figures of its number. */
  readonly plan?: string;
  /** Further rows that are asked about. */
  readonly other_rows?: readonly string[];
  readonly taskId?: string;
  readonly movementId?: string;
  /** Who launched the movements, in the asker's words. */
  readonly origin?: string;
  readonly limit?: number;
  readonly group_by?: 'unit' | 'cluster';
  readonly filter?: 'done' | 'not_done';
  readonly field?: 'source' | 'deadline_change' | 'coordinators';
  readonly role?: 'cluster_head' | 'cluster_deputy' | 'council_member' | 'coordinators';
  readonly metric?: 'percent_done';
  readonly compare?: boolean;
  readonly mode?: ReportMode;
  readonly status?: 'done' | 'in_progress' | 'not_done';
  /** The day on which something was done, as told; of an event, the day asked about. */
  readonly date?: LocalDate;
  /** The day by which the teller expects to be done, or asks to be allowed. */
  readonly expected?: LocalDate;
  /** Understood, but not something that the bot does; `reason` says why. */
  readonly out_of_scope?: boolean;
  readonly reason?: 'personal data' | 'not authorised' | 'not supported';
};

/** Offered when a name fits several entries about equally well; at most three, best first. */
export type Choice = {
  readonly slot: 'unit' | 'cluster' | 'task' | 'movement';
  readonly id: string;
  readonly name: string;
};

export type Question = {
  readonly intent: Intent;
  readonly range: DayRange | null;
  readonly slots: Slots;
  readonly choices: readonly Choice[];
  /** Words about days or units that were not understood, as typed: then the rest alone is no question to answer. */
  readonly unread?: string;
  /** Why it was read so, in the order in which it was decided; codes for logs and tests, not for people. */
  readonly reasons: readonly string[];
};

export type Context = {
  readonly now: Instant;
  readonly zone: Zone;
  /**
   * Known from outside the words to be said to the bot: it is mentioned, replied to, or the chat is private.
   * Then it need not be called by name to report to it or to order something.
   */
  readonly spokenTo: boolean;
  /** User names and nicknames of the bot, without `@`. */
  readonly botNames: readonly string[];
  readonly names: NameIndex;
  /** The organisation's school days; without them the national frame. */
  readonly schoolCalendar?: SchoolCalendar;
};

export const NOT_FOR_THE_BOT: Question = { intent: 'none', range: null, slots: {}, choices: [], reasons: [] };
