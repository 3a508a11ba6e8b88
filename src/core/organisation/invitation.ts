import type { Id, PersonId, UnitId } from '../id.ts';
import { addMs, DAY_MS, type Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Role } from './person.ts';

export type InvitationId = Id<'invitation'>;

/** What somebody may be invited to: to act for a unit. */
export type InvitedRole = Extract<Role, 'focal_point' | 'leader'>;

/**
 * `open`: nobody has used it. `taken`: somebody has, and is asked who they are. `asked`: the secretariat has to say
 * whether it is true. `confirmed`, `declined`: it has.
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
  /** Who took it. */
  readonly personId: PersonId | null;
  /** Whose place is taken, and from which day; null for one more beside those who are there. */
  readonly succession: Succession | null;
}

export interface Succession {
  readonly from: PersonId;
  readonly on: LocalDate;
}

const LIFETIME_DAYS = 14;

export const invitationExpiry = (createdAt: Instant): Instant => addMs(createdAt, LIFETIME_DAYS * DAY_MS);

export const isInvitationExpired = ({ state, expiresAt }: Invitation, now: Instant): boolean =>
  state === 'open' && now >= expiresAt;
