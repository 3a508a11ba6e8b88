import type { ClusterId, PersonId, UnitId } from '../../core/id.ts';
import type { HandOverId, HandOverSide, RotatingOffice } from '../../core/organisation/hand-over.ts';
import type { Role } from '../../core/organisation/person.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** For what a role is held: a unit, a cluster, or the office as a whole. */
export type Where =
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'cluster'; readonly id: ClusterId }
  | { readonly kind: 'office' };

/** Somebody's duty, as a button names it. */
export interface DutyRef {
  readonly person: PersonId;
  readonly role: Role;
  readonly where: Where;
}

interface OfficeRef {
  readonly cluster: ClusterId;
  readonly unit: UnitId;
  readonly office: RotatingOffice;
}

/** What buttons do about who holds what: offices of clusters, duties of people, units. */
export type StaffAction =
  /** The clusters with their heads and deputies; one of them; the units to choose from. */
  | { readonly kind: 'offices' }
  | { readonly kind: 'office_cluster'; readonly cluster: ClusterId }
  | { readonly kind: 'office_units'; readonly cluster: ClusterId; readonly office: RotatingOffice }
  /** Asks whether a unit holds an office from the day; says so; asks for another day. */
  | (OfficeRef & { readonly kind: 'office_ask'; readonly from: LocalDate })
  | (OfficeRef & { readonly kind: 'office_set'; readonly from: LocalDate })
  | (OfficeRef & { readonly kind: 'office_day' })
  /** Head and deputies stay for another term. */
  | { readonly kind: 'office_keep'; readonly cluster: ClusterId }
  /** Asks who of the council follows the cluster. */
  | { readonly kind: 'office_member'; readonly cluster: ClusterId }
  /** A side of a hand-over says that it is done. */
  | { readonly kind: 'hand_over'; readonly handOver: HandOverId; readonly side: HandOverSide }
  /** Whose people to look at: clusters, the units of one or of none, the secretariat itself. */
  | { readonly kind: 'staff' }
  | { readonly kind: 'staff_cluster'; readonly cluster: ClusterId }
  | { readonly kind: 'staff_others' }
  | { readonly kind: 'staff_office' }
  | { readonly kind: 'staff_unit'; readonly unit: UnitId }
  /** A duty with what can be done about it; begins passing it on, for good or for a while; ends it, or not. */
  | (DutyRef & { readonly kind: 'duty' })
  | (DutyRef & { readonly kind: 'duty_pass'; readonly act: 'hand_over' | 'stand_in' })
  | (DutyRef & { readonly kind: 'duty_end'; readonly answer: 'ask' | 'yes' | 'back' | 'stay' })
  /** Begins renaming or ending a unit. */
  | { readonly kind: 'unit_rename'; readonly unit: UnitId }
  | { readonly kind: 'unit_end'; readonly unit: UnitId }
  /** Takes the end of a unit back. */
  | { readonly kind: 'unit_restore'; readonly unit: UnitId }
  /** Begins ending a cluster; takes its end back. */
  | { readonly kind: 'cluster_end'; readonly cluster: ClusterId }
  | { readonly kind: 'cluster_restore'; readonly cluster: ClusterId }
  /** Work that nobody owes any more. */
  | { readonly kind: 'unowned'; readonly skip: number }
  /** Whether the people of a unit are still right. */
  | { readonly kind: 'contacts'; readonly unit: UnitId; readonly answer: 'same' | 'other' };
