/** Why a file is not read at all. A closed list; the text for people lives under `refusal.<CODE>`. */
const IMPORT_REFUSAL_CODES = [
  /** `limitBytes`, `bytes` */
  'IMPORT_FILE_TOO_LARGE',
  'IMPORT_FILE_EMPTY',
  /** `name`: neither .docx, .xlsx, .csv nor .txt, by name and by content. */
  'IMPORT_FORMAT_UNKNOWN',
  /** `name`: the content is of another kind than the name says, such as a renamed picture. */
  'IMPORT_FORMAT_MISMATCH',
  /** The old binary .doc or .xls, or another format that office programs save anew. */
  'IMPORT_FORMAT_OLD_OFFICE',
  'IMPORT_PASSWORD_PROTECTED',
  'IMPORT_MACROS',
  /** Would unpack to more than is sane: `bytes`, `entries` or `ratio`. */
  'IMPORT_ARCHIVE_SUSPICIOUS',
  'IMPORT_ARCHIVE_BROKEN',
  'IMPORT_XML_BROKEN',
  /** A document type or entity declaration, which no office program writes. */
  'IMPORT_XML_ENTITIES',
  /** `limitRows` */
  'IMPORT_TOO_MANY_ROWS',
  /** `limitCells`: a sheet with a cell far out, which would be read as an ocean of blanks. */
  'IMPORT_TOO_MANY_CELLS',
  /** `limitCharacters`: one cell or paragraph longer than any office program writes. */
  'IMPORT_CELL_TOO_LONG',
  /** `words`: a formula where words should stand, as text or never computed. Else formulas count by their values. */
  'IMPORT_FORMULA',
  /** Neither UTF-8 nor UTF-16, nor Vietnamese in Windows-1258. */
  'IMPORT_ENCODING_UNKNOWN',
  /** Vietnamese in the letters of TCVN3 or VNI. */
  'IMPORT_FONT_OLD',
  'IMPORT_TABLE_BROKEN',
  'IMPORT_NO_TASK_TABLE',
  /** An organisation file lacks the columns of units. */
  'IMPORT_NO_ORGANISATION_TABLE',
  /** A list of people lacks the column of names. */
  'IMPORT_NO_PEOPLE_TABLE',
] as const;
export type ImportRefusalCode = (typeof IMPORT_REFUSAL_CODES)[number];

export interface ImportRefusal {
  readonly kind: 'refused';
  readonly code: ImportRefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Thrown by the readers of formats, turned into the value by `refusing`; never leaves this room. */
export class ImportRefused extends Error {
  readonly refusal: ImportRefusal;

  constructor(code: ImportRefusalCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.refusal = { kind: 'refused', code, facts };
  }
}

/** What `read` gives, or why the file was refused. */
export async function refusing<Value>(read: () => Promise<Value>): Promise<Value | ImportRefusal> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ImportRefused) return error.refusal;
    throw error;
  }
}

export const isRefused = (outcome: object): outcome is ImportRefusal =>
  'kind' in outcome && outcome.kind === 'refused';
