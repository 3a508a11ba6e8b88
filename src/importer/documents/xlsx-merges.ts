import { MAX_ROWS, refuseOcean } from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';
import type { SafeArchive } from './safe-archive.ts';
import { type CellStyle, PLAIN_STYLE, readStyles } from './xlsx-styles.ts';
import { walkXml, type Xml } from './xml.ts';

/** A merged block of cells; rows and columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const MAX_MERGES = 20_000;
/** A sheet has no more (ECMA-376 part 1, 18.3.1.13). */
const MOST_COLUMNS = 16_384;

/** What the reader of values leaves out of a sheet. */
export interface SheetLayout {
  readonly merges: readonly Merge[];
  readonly hidden: boolean;
  /** From 0. */
  readonly hiddenRows: ReadonlySet<number>;
  /** From 0. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Of cells that show less of a date than its day or are painted, by `placeOf`. */
  readonly styles: ReadonlyMap<string, CellStyle>;
}

/** Rows and columns from 0. */
export const placeOf = (row: number, column: number): string => `${row},${column}`;

/** The layout of each sheet, in the order of the workbook. */
export async function readLayouts(archive: SafeArchive): Promise<SheetLayout[]> {
  const workbook = archive.part('xl/workbook.xml');
  if (workbook === null) throw new ImportRefused('IMPORT_FORMAT_MISMATCH');
  const targets = await readTargets(archive.part('xl/_rels/workbook.xml.rels') ?? ['<Relationships/>']);
  const styles = await readStyles(archive);
  // The reader of values takes these without looking for entities.
  await walkXml(archive.part('xl/sharedStrings.xml') ?? ['<sst/>'], {});
  const layouts: SheetLayout[] = [];
  for (const { relation, hidden } of await readSheetEntries(workbook)) {
    const xml = archive.part(partName(targets.get(relation) ?? ''));
    layouts.push({ ...(await readSheet(xml ?? ['<worksheet/>'], styles)), hidden });
  }
  return layouts;
}

const partName = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

async function readSheetEntries(workbook: Xml): Promise<{ relation: string; hidden: boolean }[]> {
  const sheets: { relation: string; hidden: boolean }[] = [];
  await walkXml(workbook, {
    open(name, attributes) {
      if (name !== 'sheet' && !name.endsWith(':sheet')) return;
      const hidden = /hidden/i.test(attributes['state'] ?? '');
      sheets.push({ relation: attributes['r:id'] ?? '', hidden });
    },
  });
  return sheets;
}

async function readTargets(relations: Xml): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await walkXml(relations, {
    open(_, attributes) {
      const { Id: id, Target: target } = attributes;
      if (id !== undefined && target !== undefined) targets.set(id, target);
    },
  });
  return targets;
}

async function readSheet(xml: Xml, known: readonly CellStyle[]): Promise<Omit<SheetLayout, 'hidden'>> {
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const styles = new Map<string, CellStyle>();
  const extent = new Extent();
  const formulas = new Formulas();
  await walkXml(xml, {
    open(name, attributes) {
      const local = localName(name);
      formulas.open(local, attributes);
      if (local === 'row') {
        const row = extent.row(attributes['r']);
        if (isTrue(attributes['hidden'])) hiddenRows.add(row);
      } else if (local === 'col' && isTrue(attributes['hidden'])) {
        const last = Math.min(Number(attributes['max'] ?? 0), MOST_COLUMNS);
        for (let column = Number(attributes['min'] ?? 0); column <= last; column += 1)
          hiddenColumns.add(column - 1);
      } else if (local === 'c') {
        const place = extent.cell(attributes['r']);
        const style = known[Number(attributes['s'] ?? 0)] ?? PLAIN_STYLE;
        if (style.shown !== 'day' || style.painted) styles.set(place, style);
      } else if (local === 'mergeCell') {
        const merge = parseRange(attributes['ref'] ?? '');
        if (merge !== null && merges.length < MAX_MERGES) merges.push(merge);
      }
    },
    text: (text) => formulas.text(text),
    close: (name) => formulas.close(localName(name)),
  });
  return { merges, hiddenRows, hiddenColumns, styles };
}

const isTrue = (attribute: string | undefined): boolean => /^(1|true)$/.test(attribute ?? '');

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Throws for a formula that no program has computed: there is no value that it could count by. */
class Formulas {
  private formula = '';
  private value = '';
  private inside: string | null = null;
  private isText = false;

  open(name: string, { t: type }: Readonly<Record<string, string>>): void {
    this.inside = name;
    if (name !== 'c') return;
    this.formula = '';
    this.value = '';
    // The text that it gave may be an empty one.
    this.isText = type !== undefined;
  }

  text(text: string): void {
    if (this.inside === 'f') this.formula += text;
    else if (this.inside === 'v') this.value += text;
  }

  close(name: string): void {
    this.inside = null;
    if (name === 'c' && this.formula !== '' && this.value === '' && !this.isText) {
      throw new ImportRefused('IMPORT_FORMULA', { words: `=${this.formula}`.slice(0, 40) });
    }
  }
}

/** How far a sheet reaches; throws as soon as it is too far, before anybody lays its blanks out. */
class Extent {
  private rows = 0;
  private columns = 0;
  private column = 0;

  /** The place of the row. */
  row(ref: string | undefined): number {
    this.rows = Math.max(this.rows + 1, Number(ref ?? 0));
    this.column = 0;
    if (this.rows > MAX_ROWS) throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
    this.refuseOcean();
    return this.rows - 1;
  }

  /** The place of the cell. */
  cell(ref: string | undefined): string {
    const letters = /^[A-Z]{1,3}(?=\d)/.exec(ref ?? '')?.[0];
    this.column = letters === undefined ? this.column + 1 : columnOf(letters) + 1;
    this.columns = Math.max(this.columns, this.column);
    const row = Number(/\d+$/.exec(ref ?? '')?.[0] ?? 0);
    if (row > MAX_ROWS) throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
    this.refuseOcean();
    return placeOf((row === 0 ? this.rows : row) - 1, this.column - 1);
  }

  private refuseOcean(): void {
    refuseOcean(this.rows * this.columns);
  }
}

function parseRange(range: string): Merge | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(range);
  if (match === null) return null;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return {
    left: columnOf(left),
    right: columnOf(right),
    top: Number(top) - 1,
    bottom: Number(bottom) - 1,
  };
}

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((column, letter) => column * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;
