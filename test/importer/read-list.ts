import { isRefused } from '../../src/importer/import-refusal.ts';
import type { OrganisationReading } from '../../src/importer/organisation/organisation-reading.ts';
import { readOrganisationFile } from '../../src/importer/organisation/read-organisation.ts';

export async function organisation(name: string, bytes: Uint8Array): Promise<OrganisationReading> {
  const outcome = await readOrganisationFile({ name, bytes });
  if (isRefused(outcome)) throw new Error(outcome.code);
  return outcome;
}

export const csv = (...rows: string[]): Promise<OrganisationReading> =>
  organisation('to-chuc.csv', Buffer.from(rows.join('\n')));

/** Each unit with the name of its cluster and its office there. */
export const placesOf = ({ clusters, units }: OrganisationReading): string[] =>
  units.map(({ name, membership }) => {
    const cluster = clusters.find(({ code }) => code === membership?.cluster);
    return `${name}: ${cluster?.name}, ${membership?.office}`;
  });

/** What is odd, codes that had to be made aside. */
export const doubtsOf = ({ problems }: OrganisationReading): string[] =>
  problems.filter(({ code }) => !code.endsWith('CODE_MADE')).map(({ code, row }) => `${row} ${code}`);
