import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

/** The columns of a list of units: by the name that never changes, and as a secretary reads it. */
const COLUMNS: readonly (readonly [string, string])[] = [
  ['cluster', 'Mã cụm'],
  ['cluster_name', 'Tên cụm'],
  ['cluster_kind', 'Loại cụm'],
  ['unit', 'Mã đơn vị'],
  ['unit_name', 'Tên đơn vị'],
  ['unit_kind', 'Loại đơn vị'],
  ['unit_aliases', 'Tên khác'],
  ['role_in_cluster', 'Vai trò trong cụm'],
  ['contact_name', 'Họ tên đầu mối'],
  ['contact_title', 'Chức vụ đầu mối'],
  ['contact_phone', 'Điện thoại'],
  ['leader_name', 'Họ tên thủ trưởng'],
  ['leader_title', 'Chức vụ thủ trưởng'],
  ['tone', 'Xưng hô'],
];

/** An empty organisation file to fill in, with headings that the importer knows, in the language of the office. */
export function organisationTemplate(locale: 'vi' | 'en'): Promise<Uint8Array> {
  const heading = COLUMNS.map(([english, vietnamese]) => ({
    value: locale === 'vi' ? vietnamese : english,
    type: String,
    fontWeight: 'bold' as const,
  }));
  const data: SheetData = [heading];
  return writeXlsxFile(data, { columns: COLUMNS.map(() => ({ width: 22 })), stickyRowsCount: 1 }).toBuffer();
}
