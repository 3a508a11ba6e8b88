import type { ClusterId, UnitId } from '../id.ts';
import type { LocalDate } from '../time/local-date.ts';

export interface Cluster {
  readonly id: ClusterId;
  readonly code: string;
  readonly name: string;
  /** Code of a kind of cluster (a row): `administrative`, `school`, … Deadline rules may differ by it. */
  readonly kind: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

export interface ClusterKind {
  readonly code: string;
  readonly names: { readonly vi: string; readonly en: string };
  readonly calendar: 'calendar_year' | 'school_year';
}

export const OFFICES = ['lead', 'deputy', 'member'] as const;
export type Office = (typeof OFFICES)[number];

/** A unit's office in a cluster. Offices rotate, so each holds from a day, and perhaps to a last day. */
export interface Membership {
  readonly clusterId: ClusterId;
  readonly unitId: UnitId;
  readonly office: Office;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}
