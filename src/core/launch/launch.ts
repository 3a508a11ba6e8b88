import type { ClusterId, LaunchId, PersonId, TaskId, UnitId } from '../id.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';

/** Thường xuyên, chuyên đề, theo đợt. */
export const LAUNCH_SORTS = ['regular', 'thematic', 'periodic'] as const;
export type LaunchSort = (typeof LAUNCH_SORTS)[number];

/** Kept by its SHA-256 in the store of files. */
export interface LaunchFile {
  readonly sha256: string;
  readonly name: string;
}

/** What a launch says. Texts are empty where nothing was said of them. */
export interface LaunchContent {
  readonly title: string;
  readonly body: string;
  /** Number and date of the document that it follows. */
  readonly document: string;
  readonly signer: string;
  /** Who launches it: the ward, the city, a ministry. */
  readonly level: string;
  readonly sort: LaunchSort | null;
  readonly theme: string;
  readonly criteria: string;
  readonly period: string;
  /** The event that it is tied to. */
  readonly event: string;
  readonly files: readonly LaunchFile[];
  /** The last day on which to acknowledge, until the office closes. */
  readonly acknowledgeBy: LocalDate | null;
  readonly asksRegistration: boolean;
  /** HỎA TỐC: said at any hour of any day, because somebody chose so. */
  readonly urgent: boolean;
}

export const EMPTY_CONTENT: LaunchContent = {
  title: '',
  body: '',
  document: '',
  signer: '',
  level: '',
  sort: null,
  theme: '',
  criteria: '',
  period: '',
  event: '',
  files: [],
  acknowledgeBy: null,
  asksRegistration: false,
  urgent: false,
};

/** The content alone, of something that holds more. */
export function contentOf(of: LaunchContent): LaunchContent {
  const { title, body, document, signer, level, sort, theme, criteria, period, event } = of;
  const { files, acknowledgeBy, asksRegistration, urgent } = of;
  return {
    title,
    body,
    document,
    signer,
    level,
    sort,
    theme,
    criteria,
    period,
    event,
    files,
    acknowledgeBy,
    asksRegistration,
    urgent,
  };
}

export interface LaunchAudience {
  readonly clusterIds: readonly ClusterId[];
  /** The chosen units of those clusters; null for all. */
  readonly unitIds: readonly UnitId[] | null;
}

/**
 * `awaiting`: an approver's word; `held`: the word is given, but a trial keeps it back until the secretariat lets it
 * go; `sent`: it goes out at `sentAt`.
 */
export const LAUNCH_STATES = ['awaiting', 'held', 'sent', 'declined', 'withdrawn'] as const;
export type LaunchState = (typeof LAUNCH_STATES)[number];

/** The broadcast of a movement (phát động) to clusters, acknowledged unit by unit. */
export interface Launch extends LaunchContent, LaunchAudience {
  readonly id: LaunchId;
  readonly createdBy: PersonId;
  /** When it goes out, or went. */
  readonly sentAt: Instant;
  readonly state: LaunchState;
  /** What an approver wants changed; empty where nothing was said. */
  readonly declinedBecause: string;
  /** Given back or withdrawn, what it was written anew as, once that was sent. */
  readonly rewrittenAs: LaunchId | null;
  /** Its interim and final reviews, as tasks of their own. */
  readonly reviews: readonly TaskId[];
  /** When it was last corrected or withdrawn. */
  readonly changedAt: Instant | null;
  /** The next day on which those who have not acknowledged are reminded. */
  readonly nextStageOn: LocalDate | null;
  readonly revision: number;
}

/** Chưa gửi, chờ duyệt, đề nghị bổ sung, đã duyệt. */
export const REGISTRATION_STATES = ['none', 'waiting', 'returned', 'approved'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

export interface Registration {
  readonly state: RegistrationState;
  readonly text: string | null;
  /** What the secretariat asks to be added. */
  readonly note: string | null;
}

/**
 * With what a unit has just sent: added where something was to be added, else in place of what nobody has decided. The
 * same sent again changes nothing.
 */
export function registeredAnew(before: Registration, sent: string): Registration {
  const { state, text } = before;
  if (state === 'waiting' && text?.endsWith(`\n${sent}`)) return before;
  return {
    state: 'waiting',
    text: state === 'returned' && text !== null ? `${text}\n${sent}` : sent,
    note: null,
  };
}

export interface LaunchReceipt {
  readonly launchId: LaunchId;
  readonly unitId: UnitId;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: PersonId | null;
  readonly registration: Registration;
}

/** Its text may still be changed, and it may be withdrawn. */
export const mayBeRevised = ({ state }: Pick<Launch, 'state'>): boolean =>
  state === 'sent' || state === 'held';

/** No group has it yet: nobody has agreed to it, a trial keeps it back, or its time has not come. */
export const isUnread = ({ state, sentAt }: Pick<Launch, 'state' | 'sentAt'>, now: Instant): boolean =>
  state === 'awaiting' || state === 'held' || (state === 'sent' && sentAt > now);

export const isMissing = (receipt: LaunchReceipt): boolean => receipt.acknowledgedAt === null;
