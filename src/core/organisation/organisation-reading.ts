import type { Office } from './cluster.ts';
import type { Role } from './person.ts';
import type { UnitContact } from './unit.ts';

/** What a file about the organisation says, before it is in force: codes and words, no ids. */
export interface OrganisationReading {
  readonly units: readonly UnitRow[];
  /** Rows that could not be taken, each with a stable code. */
  readonly problems: readonly RowProblem[];
}

export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** Null for a unit outside all clusters. */
  readonly cluster: {
    readonly code: string;
    readonly name: string;
    readonly kind: string;
    readonly office: Office;
  } | null;
  readonly contact: UnitContact | null;
}

export interface RowProblem {
  /** 1 = the first row under the headings. */
  readonly row: number;
  readonly code: string;
  readonly words: string;
}

/** People with what they hold, as a list from a file names them. */
export interface PeopleReading {
  readonly people: readonly PersonRow[];
  readonly problems: readonly RowProblem[];
}

export interface PersonRow {
  readonly channel: string;
  readonly user: string;
  readonly name: string;
  readonly title: string;
  readonly address: string;
  /** Null for somebody who holds nothing. */
  readonly role: Role | null;
  readonly unitCode: string | null;
}
