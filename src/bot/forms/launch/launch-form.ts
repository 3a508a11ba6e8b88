import type { LaunchDraft } from '../../../app/ports/launch-repository.ts';
import type { WorkCalendar } from '../../../core/calendar/work-calendar.ts';
import type { ClusterId, LaunchId, UnitId } from '../../../core/id.ts';
import {
  EMPTY_CONTENT,
  type LaunchAudience,
  type LaunchContent,
  type LaunchFile,
  type LaunchSort,
} from '../../../core/launch/launch.ts';
import type { Instant, Zone } from '../../../core/time/instant.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';

/** The words of a launch that are typed, with the most characters each may have. */
export const TEXT_LIMITS = {
  title: 200,
  body: 2000,
  document: 300,
  signer: 100,
  level: 100,
  theme: 300,
  criteria: 700,
  period: 100,
  event: 150,
} as const;
export type TextStep = keyof typeof TEXT_LIMITS;

/** One message of a channel holds the whole post, with what stands around it. */
export const LONGEST_LAUNCH = 3200;
export const MOST_FILES = 5;
/** Units offered at a time: a phone's screen of buttons; movements and events have a row each. */
export const UNITS_SHOWN = 24;
export const ROWS_SHOWN = 10;

/** What every launch is asked, in order; the rest is reached from `details`. */
export const LINE = ['title', 'body', 'document', 'audience', 'cut_off', 'preview'] as const;
export type LaunchStep =
  | (typeof LINE)[number]
  | TextStep
  | 'template'
  | 'units'
  | 'details'
  | 'sort'
  | 'files'
  | 'send_at';

export interface LaunchForm extends LaunchContent, LaunchAudience {
  /** Null for at once. */
  readonly sendAt: Instant | null;
  /** The secretary says that there is a written approval. */
  readonly isApproved: boolean;
  /** The details were opened: from here on a step leads back to them, not onwards. */
  readonly isComplete: boolean;
  /** Of many rows to choose from, where those shown begin. */
  readonly shownFrom: number;
  /** The launch whose text this corrects; null for a new one. */
  readonly corrects: LaunchId | null;
  /** What was given back or withdrawn, and is written anew. */
  readonly rewrites: LaunchId | null;
  /** Nobody has read what it corrects. */
  readonly isUnread: boolean;
  /** Where it is kept while it is written; null until there is something to keep. */
  readonly draftId: LaunchDraft['id'] | null;
}

export const EMPTY_LAUNCH: LaunchForm = {
  ...EMPTY_CONTENT,
  clusterIds: [],
  unitIds: null,
  sendAt: null,
  isApproved: false,
  isComplete: false,
  shownFrom: 0,
  corrects: null,
  rewrites: null,
  isUnread: false,
  draftId: null,
};

export type LaunchInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'file'; readonly file: LaunchFile };

export type LaunchMove =
  | { readonly kind: 'ask'; readonly step: LaunchStep; readonly form: LaunchForm }
  | { readonly kind: 'send'; readonly form: LaunchForm; readonly approval: 'written' | 'asked' }
  /** What was sent is to read like this. */
  | { readonly kind: 'correct'; readonly form: LaunchForm; readonly launch: LaunchId }
  /** Put aside, to be taken up another time. */
  | { readonly kind: 'aside'; readonly form: LaunchForm }
  | { readonly kind: 'cancel' }
  /** The input does not fit the step; nothing changed. */
  | { readonly kind: 'wants_text' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'no_day' }
  | { readonly kind: 'day_past' }
  | { readonly kind: 'too_many_files' }
  | { readonly kind: 'not_offered' };

/** What the form is filled in against. A choice names a row of it by its place: `cluster-2`. */
export interface LaunchScene {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly zone: Zone;
  readonly work: WorkCalendar;
  readonly clusters: readonly { readonly id: ClusterId; readonly kind: string }[];
  readonly kinds: readonly string[];
  readonly unitsOf: (clusterIds: readonly ClusterId[]) => readonly UnitId[];
  readonly templates: readonly LaunchTemplate[];
  readonly events: readonly LaunchOccasion[];
  /** Whether the writer is an approver, whose own press is the approval. */
  readonly mayApprove: boolean;
}

/** What is coming to be honoured: its button, and how the launch names it. */
export interface LaunchOccasion {
  readonly label: string;
  readonly event: string;
}

/** A movement or an event of the plan, as a beginning. */
export interface LaunchTemplate {
  readonly label: string;
  readonly content: Partial<Pick<LaunchContent, 'title' | 'period' | 'event' | 'document'>>;
}

/** What `details` leads to: a choice `edit-…` each. */
const DETAILS: readonly LaunchStep[] = [
  'title',
  'body',
  'document',
  'signer',
  'level',
  'sort',
  'theme',
  'criteria',
  'period',
  'event',
  'files',
  'audience',
  'cut_off',
  'send_at',
];

/** To whom, when and with which files it went cannot be undone: once it was read a correction changes words. */
const SETTLED: readonly LaunchStep[] = ['files', 'audience', 'send_at'];
export const isRead = ({ corrects, isUnread }: Pick<LaunchForm, 'corrects' | 'isUnread'>): boolean =>
  corrects !== null && !isUnread;
export const detailsOf = (form: Pick<LaunchForm, 'corrects' | 'isUnread'>): readonly LaunchStep[] =>
  isRead(form) ? DETAILS.filter((step) => !SETTLED.includes(step)) : DETAILS;

/** Steps that may be left with nothing said. */
export const SKIPPABLE: readonly LaunchStep[] = [
  'sort',
  'document',
  'signer',
  'level',
  'theme',
  'criteria',
  'period',
  'event',
  'cut_off',
];

export const sortChoice = (sort: LaunchSort): string => `sort-${sort}`;
export const editChoice = (step: LaunchStep): string => `edit-${step.replace('_', '-')}`;
/** A choice of one row names it by its place in the scene: `cluster-2`. */
export const rowChoice = (what: 'cluster' | 'kind' | 'unit' | 'template' | 'event', index: number): string =>
  `${what}-${index}`;

export const isTextStep = (step: LaunchStep): step is TextStep => step in TEXT_LIMITS;

/** Whether a step has an answer by now. */
export function isSaid(step: LaunchStep, form: LaunchForm): boolean {
  if (isTextStep(step)) return form[step] !== '';
  const given: Partial<Record<LaunchStep, boolean>> = {
    sort: form.sort !== null,
    files: form.files.length > 0,
    audience: form.clusterIds.length > 0,
    cut_off: form.acknowledgeBy !== null,
    send_at: form.sendAt !== null,
  };
  return given[step] === true;
}

/**
 * Whoever went back may go on with what they wrote before, and whoever sent their files; the audience has its own way
 * on.
 */
export const mayGoOn = (step: LaunchStep, form: LaunchForm): boolean =>
  isSaid(step, form) &&
  (step === 'files' || (!form.isComplete && step !== 'audience' && LINE.some((one) => one === step)));

/** Where the rows shown next begin: the first again after the last. */
export const nextRows = (from: number, shown: number, all: number): number =>
  from + shown < all ? from + shown : 0;

/** Where a step leads once it is answered. */
export function after(step: LaunchStep, form: LaunchForm): LaunchStep {
  if (step === 'template') return 'body';
  if (form.isComplete) return 'details';
  const place = step === 'units' ? 'audience' : step;
  return LINE[LINE.findIndex((one) => one === place) + 1] ?? 'preview';
}

/** Where “back” leads: what was written stays. */
export function before(step: LaunchStep, form: LaunchForm): LaunchStep {
  if (step === 'units') return 'audience';
  if (step === 'template') return 'title';
  if (step === 'details') return 'preview';
  if (step === 'preview') return form.isComplete ? 'details' : 'cut_off';
  if (form.isComplete || !LINE.some((one) => one === step)) return 'details';
  return LINE[LINE.findIndex((one) => one === step) - 1] ?? 'title';
}
