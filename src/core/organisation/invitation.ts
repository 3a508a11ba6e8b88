import type { Id, PersonId, UnitId } from '../id.ts';
import { type Instant, instantAt, type MinuteOfDay, type Zone } from '../time/instant.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Role } from './person.ts';

export type InvitationId = Id<'invitation'>;

/** What anybody may be invited to: to act for a unit. */
export type ServingRole = Extract<Role, 'focal_point' | 'leader'>;

/** In somebody's place, whatever is held for a unit. */
export const INVITED_ROLES = ['focal_point', 'leader', 'secretariat', 'approver'] as const satisfies Role[];
export type InvitedRole = (typeof INVITED_ROLES)[number];

/**
 * `open`: nobody has opened it. `taken`: somebody has, and is asked who they are; whoever says so first uses it up.
 * `asked`: the secretariat has to say whether it is true. `confirmed`, `declined`: it has.
 */
export type InvitationState = 'open' | 'taken' | 'asked' | 'confirmed' | 'declined';

/** A way in for one person of a unit. Using it is a request: links get posted in groups. */
export interface Invitation {
  readonly id: InvitationId;
  /** The code itself is known only to whoever holds the link. */
  readonly codeHash: string;
  readonly unitId: UnitId;
  readonly role: InvitedRole;
  readonly createdBy: PersonId;
  readonly createdAt: Instant;
  /** Until then somebody may take it; a request made in time is decided whenever the secretariat comes to it. */
  readonly expiresAt: Instant;
  readonly state: InvitationState;
  /** Who opened it last; once asked, who asks. */
  readonly personId: PersonId | null;
  /** Whose place is taken, and from which day; null for one more beside those who are there. */
  readonly succession: Succession | null;
}

export interface Succession {
  readonly from: PersonId;
  readonly on: LocalDate;
}

const LIFETIME_DAYS = 14;

/** The last day on which an invitation issued today may be used. */
export const lastDayOfInvitation = (today: LocalDate): LocalDate => addDays(today, LIFETIME_DAYS);

/** When that day is over. */
export const invitationExpiry = (lastOn: LocalDate, zone: Zone): Instant =>
  instantAt(addDays(lastOn, 1), 0 as MinuteOfDay, zone);

/** Whoever was in time is not too late afterwards. */
export const isInvitationExpired = ({ state, expiresAt }: Invitation, now: Instant): boolean =>
  (state === 'open' || state === 'taken') && now >= expiresAt;
