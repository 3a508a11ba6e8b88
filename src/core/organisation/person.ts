import type { ClusterId, PersonId, UnitId } from '../id.ts';
import type { LocalDate } from '../time/local-date.ts';

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly title: string;
  /** Form of address: `đồng chí`, `thầy`, `cô`, … */
  readonly address: string;
  /** Whether reminders come to the private chat. */
  readonly reminders: boolean;
}

/** Somebody who has not said yet how they are called: what a messenger shows is no name. */
export const unnamedPerson = (id: PersonId): Person => ({
  id,
  name: '',
  title: '',
  address: '',
  reminders: true,
});

export const ROLES = ['secretariat', 'approver', 'leader', 'focal_point', 'council_member'] as const;
export type Role = (typeof ROLES)[number];

/** A role that a person holds, for a unit or a cluster where the role has one. */
export interface Appointment {
  readonly personId: PersonId;
  readonly role: Role;
  readonly unitId: UnitId | null;
  readonly clusterId: ClusterId | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** Whose duty it is that somebody takes care of while they are away; null for the holder's own. */
  readonly standsInFor: PersonId | null;
}

/** Somebody's own, without a first or a last day. */
export const OPEN_ENDED = { from: null, to: null, standsInFor: null } as const satisfies Partial<Appointment>;

/** Who is at a channel: `telegram` and the messenger's own id of the user. */
export interface ChannelIdentity {
  readonly channel: string;
  readonly user: string;
  readonly personId: PersonId;
}
