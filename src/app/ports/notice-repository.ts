import type {
  ChatId,
  ClusterId,
  Id,
  LaunchId,
  NoticeId,
  ObligationId,
  PersonId,
  TaskId,
  UnitId,
} from '../../core/id.ts';
import type { HandOverId } from '../../core/organisation/hand-over.ts';
import type { InvitationId } from '../../core/organisation/invitation.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Message } from './message.ts';
import type { NoticeKind } from './notice-kind.ts';

/** One message to one address in one slot. Unique: kind, addressee, slot. */
export interface Notice {
  readonly id: NoticeId;
  readonly kind: NoticeKind;
  readonly addressee: Addressee;
  /** What it belongs to: mostly a day; an instant of what speaks by hours, an id of what was done by somebody. */
  readonly slot: string;
  /** The office's instant at which it falls due. */
  readonly at: Instant;
  readonly subject: NoticeSubject | null;
  readonly state: NoticeState;
  /** Written later than its slot, after an outage: says so. */
  readonly late: boolean;
  /** Sent in spite of a trial running, by a word of the secretariat. */
  readonly released: boolean;
  readonly attempts: number;
  /** Why it was withheld, is unknown or dead: a stable code. */
  readonly cause: string | null;
  /** The one whose frozen words hold its own, too; whether they were read, the state of that one tells. */
  readonly mergedInto: NoticeId | null;
}

export type Addressee =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'chat'; readonly id: ChatId };
export type NoticeSubject =
  | { readonly kind: 'launch'; readonly id: LaunchId }
  | { readonly kind: 'task'; readonly id: TaskId }
  | { readonly kind: 'obligation'; readonly id: ObligationId }
  | { readonly kind: 'invitation'; readonly id: InvitationId }
  | { readonly kind: 'notice'; readonly id: NoticeId }
  | { readonly kind: 'hand_over'; readonly id: HandOverId }
  | { readonly kind: 'cluster'; readonly id: ClusterId }
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'person'; readonly id: PersonId };

export const NOTICE_STATES = [
  'planned',
  'claimed',
  'sending',
  'sent',
  'withheld',
  'unknown',
  'dead',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
/** Nothing more is done for a notice in one of these. */
export const ENDED_STATES: readonly NoticeState[] = ['sent', 'withheld', 'unknown', 'dead'];
/** What somebody has read, or may have: whoever holds a notice may have put it into words already. */
export const READ_OR_MAY_BE: readonly NoticeState[] = ['claimed', 'sending', 'sent', 'unknown'];

/** Owed once: unique (obligation, due day, stage, addressee). Joins a notice of the same kind, addressee and slot. */
export interface Line {
  readonly obligationId: ObligationId;
  readonly dueOn: LocalDate;
  /** `before-14`, `due`, `after-3`, … */
  readonly stage: string;
  readonly addressee: Addressee;
}

/** A day that a notice tells though nobody is reminded by it, as a digest does. */
export type ToldDay = Pick<Line, 'obligationId' | 'dueOn'>;

/** The stage of such a line: told in that slot. */
export const toldStage = ({ slot }: Pick<Notice, 'slot'>): string => `told-${slot}`;

export const DELIVERY_STATES = ['frozen', 'sending', 'sent', 'unknown', 'refused'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a notice is given back that could not even be said: later ones to its addressee need not wait for it. */
export const FAULT_CAUSE = 'SEND_FAULT';

/** Why a notice is withheld that was only shown to the secretariat, by itself or within another: nobody was told. */
export const TRIAL_CAUSE = 'TRIAL';
/** Why a notice is not said by itself: another of the same instant to the same person has said it, or may have. */
export const MERGED_CAUSE = 'merged';
/** Why a notice is withheld that the secretariat chose not to send. */
export const SKIPPED_CAUSE = 'skipped';

export const isSkipped = ({ state, cause }: Pick<Notice, 'state' | 'cause'>): boolean =>
  state === 'withheld' && cause === SKIPPED_CAUSE;

export interface DeliveryEnd {
  readonly state: DeliveryState;
  readonly messageKey: string | null;
  /** What of it is kept, where that is less than was frozen. */
  readonly kept?: Message;
}

/** One frozen part of a notice, in order. */
export interface Delivery {
  readonly id: Id<'delivery'>;
  readonly noticeId: NoticeId;
  readonly part: number;
  readonly chatId: ChatId;
  readonly message: Message;
  readonly state: DeliveryState;
  /** The channel's own id of the message, once sent. */
  readonly messageKey: string | null;
  /** How often sending was begun. */
  readonly attempts: number;
  /** How often the outcome stayed unknown, a death while sending included: 1 is repeated and marked, 2 is left. */
  readonly doubts: number;
}

/** A notice in the hands of one worker until its lease ends. */
export interface ClaimedNotice {
  readonly notice: Notice;
  readonly lines: readonly Line[];
  readonly deliveries: readonly Delivery[];
}

/**
 * Lease times are real time (Timer); `at` is the office's (Clock). Whoever holds a notice changes it by a
 * compare-and-swap on (id, holder), whoever does not by one on (id, state); each says whether it took place.
 */
export interface NoticeRepository {
  /** The id of the notice of this kind, addressee and slot, made now if there was none. */
  plan(notice: PlannedNotice): Promise<NoticeId>;
  /**
   * Joins the line to a notice that is still planned; false when the same line was ever said before. One that was
   * only rehearsed leaves the notice that rehearsed it.
   */
  addLine(noticeId: NoticeId, line: Line): Promise<boolean>;
  /**
   * The next notices due at `now`, by `at`, then id, one an addressee: planned or given back ones whose retry time has
   * come, or such whose holder's lease ended; none whose addressee waits for an earlier one that is held, in the middle
   * of its parts, or given back for anything but a fault of ours. State `claimed` from here, with the deliveries that
   * they have, attempts + 1. None where nothing is due.
   */
  claim(request: ClaimRequest): Promise<ClaimedNotice[]>;
  /** Before the request leaves: the part, frozen or unknown, is `sending`, attempts + 1. One statement where it is bare. */
  begin(attempt: BegunAttempt): Promise<boolean>;
  /**
   * What became of it. `sent` is recorded whatever the state, being the truth; all else only over `sending`.
   * `unknown` raises `doubts` by 1; `frozen` says that it was certainly not sent.
   */
  endDelivery(deliveryId: Delivery['id'], result: DeliveryEnd): Promise<void>;
  /** Ends the notice: sent, withheld, unknown or dead. */
  settle(noticeId: NoticeId, holder: string, state: NoticeState, cause: string | null): Promise<boolean>;
  /**
   * Gives it back to be claimed not before `notBeforeMs` (Timer): planned, so that lines may join it, or still
   * `sending` once it has parts.
   */
  postpone(noticeId: NoticeId, holder: string, notBeforeMs: number, cause: string): Promise<boolean>;
  /** Gives it back to fall due at a later office instant (outside office hours). */
  reschedule(noticeId: NoticeId, holder: string, at: Instant): Promise<boolean>;
  /** A notice that was only rehearsed is planned anew, to be sent from `at` on; false where it is no such notice. */
  release(noticeId: NoticeId, at: Instant): Promise<boolean>;
  /** These, of those still planned, are said by it, in place of those before; as `begin` does with what it freezes. */
  merge(into: NoticeId, ids: readonly NoticeId[]): Promise<void>;
  /** Forgets the texts of notices that have ended: of those due before the instant. What they were about stays. */
  forgetTextsBefore(at: Instant): Promise<void>;
  /** The same of those in which the name stands. */
  forgetTextsNaming(name: string): Promise<void>;
  /** Ends the leases of holders whose name begins so: a restarted process takes up what its last run held. */
  releaseHeldBy(prefix: string): Promise<void>;
  /** Planned and in nobody's hands → withheld, cause `SKIPPED_CAUSE`. False where it is planned no more. */
  skip(noticeId: NoticeId): Promise<boolean>;
  /**
   * Planned and in nobody's hands, or skipped: planned to fall due at this office instant instead, for its addressee
   * even while a trial runs.
   */
  hasten(noticeId: NoticeId, at: Instant): Promise<boolean>;
  /** The earliest `at` of a planned notice after the instant, to know when to look again. */
  nextAt(after: Instant): Promise<Instant | null>;
  byId(id: NoticeId): Promise<Notice | null>;
  bySlot(kind: NoticeKind, addressee: Addressee, slot: string): Promise<Notice | null>;
  /** The other notices of the same addressee and `at`, whatever their state. */
  besides(notice: Pick<Notice, 'id' | 'addressee' | 'at'>): Promise<Notice[]>;
  /** Those that its words hold, too. By `at`. */
  mergedInto(id: NoticeId): Promise<Notice[]>;
  /** The latest `at` up to the instant of what is planned of these kinds for the addressee; null where nothing is. */
  lastPlanned(addressee: Addressee, kinds: readonly NoticeKind[], by: Instant): Promise<Instant | null>;
  deliveriesOf(id: NoticeId): Promise<Delivery[]>;
  linesOf(id: NoticeId): Promise<Line[]>;
  /** All lines that were ever said or planned of these obligations; those of rehearsals where they are asked for. */
  linesAbout(
    obligationIds: readonly ObligationId[],
    options: { readonly rehearsed: boolean },
  ): Promise<Line[]>;
  /**
   * By addressee, how many notices of the kind with lines belong to slots from `from` to before `to`; those withheld
   * are left out, but for what another said.
   */
  countInSlots(kind: NoticeKind, from: string, to: string): Promise<ReadonlyMap<Addressee['id'], number>>;
  /**
   * Notices that are sent, or may be, by themselves or within another, and spoke of the obligation with this due day.
   * By `at`.
   */
  saidOf(obligationId: ObligationId, dueOn: LocalDate): Promise<Notice[]>;
  /** Notices of these states with `at` in the range, by `at`. */
  list(filter: { states: readonly NoticeState[]; from: Instant; to: Instant }): Promise<Notice[]>;
  /** All notices of one launch. */
  aboutLaunch(id: LaunchId): Promise<Notice[]>;
  /** All notices of one task of the day, those of its reminders left out. */
  aboutTask(id: TaskId): Promise<Notice[]>;
  countByState(): Promise<Partial<Record<NoticeState, number>>>;
}

export type PlannedNotice = Omit<Notice, 'state' | 'released' | 'attempts' | 'cause' | 'mergedInto'>;

export interface BegunAttempt {
  readonly noticeId: NoticeId;
  readonly holder: string;
  readonly partId: Delivery['id'];
  /** Once a claim at most: what is frozen with it; null where the parts stand. */
  readonly frozen: FrozenParts | null;
}

/** Whether nothing but one part is written for it. */
export const isBare = ({ frozen }: BegunAttempt): boolean =>
  frozen === null ||
  (frozen.parts.length === 1 && !frozen.again && frozen.told.length === 0 && frozen.merged.length === 0);

/**
 * The parts of a notice, the one that is begun `sending`; the days that they tell, which become lines of the notice; and
 * what else they say.
 */
export interface FrozenParts {
  /** In place of what was frozen before, of which no part may have been sent or doubted. */
  readonly again: boolean;
  readonly parts: readonly Delivery[];
  readonly told: readonly ToldDay[];
  readonly merged: readonly NoticeId[];
}

export interface ClaimRequest {
  /** At most so many. */
  readonly most: number;
  readonly holder: string;
  readonly now: Instant;
  readonly nowMs: number;
  readonly leaseUntilMs: number;
  /** Ids of people and chats whose notices must wait: one is under way, or their turn to be written to comes later. */
  readonly exceptAddressees: readonly Addressee['id'][];
}
