import type { Locale } from '../../core/organisation/locale.ts';
import type { OrganisationReading } from '../../core/organisation/organisation-reading.ts';
import type { UnreadablePlan } from './plan-reader.ts';

/** What a file says of the organisation, with what is odd in it: the text stands under `organisation.problem.<code>`. */
export interface OrganisationFile extends OrganisationReading {
  readonly problems: readonly { readonly code: string; readonly row: number; readonly words: string }[];
}

/** Reads units and clusters from tables, and gives an empty table to fill in. */
export interface OrganisationReader {
  readFile(file: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<OrganisationFile | UnreadablePlan>;
  template(locale: Locale): Promise<Uint8Array>;
}
