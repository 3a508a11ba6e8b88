import type { Conclusion } from '../../../app/assignment/conclusion.ts';
import type { Recipient } from '../../../core/assignment/assignment.ts';
import type { UnknownName } from '../../../core/assignment/read-recipients.ts';
import type { WorkCalendar } from '../../../core/calendar/work-calendar.ts';
import type { NamedDay } from '../../../core/deadline/named-day.ts';
import type { ClusterId, TaskId, UnitId } from '../../../core/id.ts';
import type { Cluster } from '../../../core/organisation/cluster.ts';
import type { Directory } from '../../../core/organisation/directory.ts';
import type { NameIndex } from '../../../core/question/name-index.ts';
import type { Instant } from '../../../core/time/instant.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';

export type AssignStep =
  | 'text'
  | 'item'
  | 'what'
  | 'who'
  | 'units'
  | 'per'
  | 'unknown'
  | 'when'
  | 'which_day'
  | 'names'
  | 'preview';

/** A task of the day as far as it is written; survives as JSON. */
export interface AssignForm {
  readonly title: string;
  readonly recipients: readonly Recipient[];
  /** Clusters of which it is not said yet whether each unit or the cluster itself owes it. */
  readonly clusterIds: readonly ClusterId[];
  /** Names that are nobody's. */
  readonly unknown: readonly UnknownName[];
  readonly day: NamedDay | null;
  /** The moments that the words may mean. */
  readonly days: readonly NamedDay[];
  readonly problem: 'past' | 'impossible' | 'unclear' | null;
  readonly urgent: boolean;
  readonly unitsFrom: number;
  /** Of a component item: whose, and of which task. */
  readonly item: { readonly clusterId: ClusterId; readonly parentId: TaskId } | null;
  /** Of what a session concluded: which conclusion. */
  readonly conclusion?: Conclusion;
}

export const EMPTY_ASSIGN: AssignForm = {
  title: '',
  recipients: [],
  clusterIds: [],
  unknown: [],
  day: null,
  days: [],
  problem: null,
  urgent: false,
  unitsFrom: 0,
  item: null,
};

export type AssignInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string };

export type AssignMove =
  | { readonly kind: 'ask'; readonly step: AssignStep; readonly form: AssignForm }
  | { readonly kind: 'send'; readonly form: AssignForm; readonly day: NamedDay }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'not_offered' }
  | { readonly kind: 'wants_text' }
  | { readonly kind: 'too_long'; readonly limit: number };

/** Against what the form is written. */
export interface AssignScene {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly directory: Directory;
  readonly work: WorkCalendar;
  readonly names: NameIndex;
  /** The clusters offered; of an item, its own alone. */
  readonly clusters: readonly Cluster[];
  /** All units that may be chosen, those of clusters first. */
  readonly unitIds: readonly UnitId[];
  readonly membersOf: (clusterId: ClusterId) => readonly UnitId[];
  /** What is usually asked of a cluster's units. */
  readonly items: readonly string[];
}

export const LONGEST_TITLE = 500;
export const UNITS_SHOWN = 10;

export const rowChoice = (
  what: 'cluster' | 'unit' | 'pick' | 'day' | 'quick' | 'item',
  index: number,
): string => `${what}-${index}`;

/** The first step that still lacks an answer; the preview where none does. */
export function gapOf({ title, item, clusterIds, unknown, recipients, day, days }: AssignForm): AssignStep {
  if (title === '') return item === null ? 'what' : 'item';
  if (unknown.length > 0) return 'unknown';
  if (clusterIds.length > 0) return 'per';
  if (recipients.length === 0) return 'who';
  if (day !== null) return 'preview';
  return days.length > 0 ? 'which_day' : 'when';
}
