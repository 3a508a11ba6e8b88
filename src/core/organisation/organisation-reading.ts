import type { Office } from './cluster.ts';
import type { Role } from './person.ts';
import type { UnitContact } from './unit.ts';

/** What a file about the organisation says, before it is in force: codes and words, no ids. */
export interface OrganisationReading {
  readonly clusters: readonly ClusterReading[];
  readonly units: readonly UnitReading[];
}

export interface ClusterReading {
  readonly code: string;
  /** The list gives none: it was made from the name. */
  readonly codeMade?: boolean;
  readonly name: string;
  readonly kind: string;
  /** The list gives none: it is that of the units, or none. */
  readonly kindMade?: boolean;
}

export interface UnitReading {
  readonly code: string;
  /** The list gives none: it was made from the name. */
  readonly codeMade?: boolean;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  /** Null for a unit that stands in no cluster. */
  readonly membership: { readonly cluster: string; readonly office: Office } | null;
  readonly contact: UnitContact | null;
  /** In the list's own words; absent or empty where it says nothing. */
  readonly tone?: string;
}

/** A person of a list, with the one role that the row gives. */
export interface PersonReading {
  readonly channel: string;
  /** The messenger's own id. */
  readonly user: string;
  readonly name: string;
  readonly title: string;
  readonly address: string;
  readonly role: Role | null;
  /** Codes or names of unit and cluster; empty where none. */
  readonly unit: string;
  readonly cluster: string;
  readonly row: number;
}
