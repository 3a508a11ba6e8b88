import type { PersonReading } from '../../core/organisation/organisation-reading.ts';
import { ROLES } from '../../core/organisation/person.ts';
import { readCsv } from '../documents/csv-document.ts';
import { decodeText } from '../documents/decode-text.ts';
import { type ImportRefusal, ImportRefused, refusing } from '../import-refusal.ts';
import { readNamedTables } from './table-columns.ts';
import type { ColumnNames } from './table-headings.ts';

const COLUMNS = {
  channel: ['Kênh'],
  user: ['Mã người dùng', 'id'],
  name: ['Họ tên', 'Họ và tên'],
  title: ['Chức vụ'],
  address: ['Xưng hô'],
  role: ['Vai trò'],
  unit: ['Mã đơn vị', 'Đơn vị', 'Đơn vị công tác'],
  cluster: ['Mã cụm', 'Cụm'],
} as const satisfies ColumnNames<string>;

/** Reads the list of people of a sandbox: `channel,user,name,title,address,role,unit,cluster`. */
export const readPeopleCsv = (bytes: Uint8Array): Promise<ImportRefusal | readonly PersonReading[]> =>
  refusing(async () => {
    const [table] = readNamedTables(
      readCsv(decodeText(bytes)),
      COLUMNS,
      (places) => places.has('user') && places.has('name'),
    );
    if (table === undefined) throw new ImportRefused('IMPORT_NO_PEOPLE_TABLE');
    return table.rows.map((row) => ({
      channel: row.value('channel'),
      user: row.value('user'),
      name: row.value('name'),
      title: row.value('title'),
      address: row.value('address'),
      role: ROLES.find((role) => role === row.value('role')) ?? null,
      unit: row.value('unit'),
      cluster: row.value('cluster'),
      row: row.row,
    }));
  });
