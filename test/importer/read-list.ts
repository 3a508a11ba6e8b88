import writeXlsxFile from 'write-excel-file/node';
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

type SheetCell =
  | string
  | null
  | { readonly value: string; readonly rowSpan?: number; readonly columnSpan?: number };

/** A workbook by the names of its sheets. */
export async function workbook(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
): Promise<OrganisationReading> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'string'
          ? { value: cell, type: String }
          : cell === null
            ? null
            : { ...cell, type: String },
      ),
    ),
  }));
  return organisation('cum.xlsx', await writeXlsxFile(data).toBuffer());
}

export const sheet = (...rows: readonly (readonly SheetCell[])[]): Promise<OrganisationReading> =>
  workbook({ Sheet1: rows });

export const down = (value: string, rowSpan: number): SheetCell => ({ value, rowSpan });
export const across = (value: string, columnSpan: number): SheetCell => ({ value, columnSpan });

/** Doubts about offices and rows; that a cluster has no kind is told elsewhere. */
export const doubts = (reading: OrganisationReading): string[] =>
  doubtsOf(reading).filter((doubt) => !doubt.includes('CLUSTER_KIND'));
