import type {
  ClusterReading as ClusterOfList,
  UnitReading as UnitOfList,
} from '../../core/organisation/organisation-reading.ts';

/** What an organisation file says; nothing of it is stored yet. */
export interface OrganisationReading {
  readonly clusters: readonly ClusterReading[];
  readonly units: readonly UnitReading[];
  readonly problems: readonly OrganisationProblem[];
}

export interface ClusterReading extends ClusterOfList {
  readonly row: number;
}

export interface UnitReading extends UnitOfList {
  readonly tone: string;
  readonly row: number;
}

/** The text for people lives under `organisation.problem.<CODE>`. */
export type OrganisationProblemCode =
  | 'ORG_ROW_PASSED_OVER'
  | 'ORG_COLUMN_PASSED_OVER'
  | 'ORG_SHEET_PASSED_OVER'
  | 'ORG_ROWS_HIDDEN'
  | 'ORG_HOLDER_UNKNOWN'
  | 'ORG_UNIT_NAME_MISSING'
  | 'ORG_UNIT_CODE_MADE'
  | 'ORG_UNIT_REPEATED'
  | 'ORG_UNITS_ALIKE'
  | 'ORG_UNIT_SEVERAL'
  | 'ORG_CLUSTER_CODE_MADE'
  | 'ORG_CLUSTER_NAME_DIFFERS'
  | 'ORG_CLUSTER_KIND_DIFFERS'
  | 'ORG_CLUSTER_KIND_MISSING'
  | 'ORG_CLUSTER_KIND_OF_SCHOOLS'
  | 'ORG_CLUSTER_KIND_OF_COMMUNES'
  | 'ORG_CLUSTER_KIND_NEW'
  | 'ORG_CLUSTER_WITHOUT_LEAD'
  | 'ORG_CLUSTER_SEVERAL_LEADS'
  | 'ORG_ROLE_UNKNOWN'
  | 'ORG_ROLE_WITHOUT_CLUSTER'
  | 'ORG_PHONE_ODD';

export interface OrganisationProblem {
  readonly code: OrganisationProblemCode;
  /** Row of the file, 1 = the first. */
  readonly row: number;
  readonly words: string;
}

export type ReportOddity = (code: OrganisationProblemCode, row: number, words: string) => void;
