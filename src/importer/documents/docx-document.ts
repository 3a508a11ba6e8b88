import { tidySpaces } from '../../core/text/fold.ts';
import {
  type Block,
  type Cell,
  type Document,
  MAX_ROWS,
  type Row,
  refuseOcean,
  squared,
} from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';
import { type DocxNumbering, readNumbering } from './docx-numbering.ts';
import type { SafeArchive } from './safe-archive.ts';
import { walkXml } from './xml.ts';

/**
 * Reads a Word document (WordprocessingML, ECMA-376 part 1, §17) by its own XML: unlike a conversion to HTML
 * this keeps merged cells in place and the automatic numbers. Deleted text of tracked changes is left out.
 */
export async function readDocx(archive: SafeArchive): Promise<Document> {
  const xml = archive.part('word/document.xml');
  if (xml === null) throw new ImportRefused('IMPORT_FORMAT_MISMATCH');
  const reader = new BodyReader(await readNumbering(archive.part('word/numbering.xml')));
  await walkXml(xml, reader);
  return { blocks: reader.blocks };
}

/** Elements whose text is not part of the page, or stands in it a second time. */
const SILENT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText']);

/** Of the properties of a row or of the mark that ends a paragraph: a tracked change took it away (§17.13.5). */
const TAKEN_AWAY = new Set(['w:del', 'w:moveFrom']);

const BREAKS: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': '\t',
  'w:noBreakHyphen': '-',
};

/** More than a table of the most rows has, with the pages around it. */
const MAX_PARAGRAPHS = MAX_ROWS * 15;

interface OpenCell {
  lines: string[];
  /** What stands in the cell, once a table does. */
  blocks: Block[] | null;
  span: number;
  continuesAbove: boolean;
}

/** A place of the row being read, and the cell that covers it. */
interface RowPart {
  readonly cell: { lines: readonly string[]; blocks: readonly Block[] | null };
  readonly merged: Cell['merged'];
}

interface OpenTable {
  rows: Row[];
  row: RowPart[];
  cell: OpenCell | null;
}

class BodyReader {
  readonly blocks: Block[] = [];
  private readonly numbering: DocxNumbering;
  private readonly tables: OpenTable[] = [];
  private paragraph = '';
  private inText = false;
  private inRun = false;
  private silent = 0;
  /** The deleted row, and the rows within it. */
  private deletedRows = 0;
  private propertiesOf: 'row' | 'paragraph' | null = null;
  private markDeleted = false;
  private cells = 0;
  private paragraphs = 0;
  private listLevel = 0;
  private listId: string | null = null;

  constructor(numbering: DocxNumbering) {
    this.numbering = numbering;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'w:tr' && this.deletedRows > 0) this.deletedRows += 1;
    if (TAKEN_AWAY.has(name)) this.takeAway();
    if (SILENT.has(name)) this.silent += 1;
    if (this.isSilent) return;
    const value = attributes['w:val'];
    const cell = this.table?.cell ?? null;
    if (name === 'w:r') this.inRun = true;
    else if (name === 'w:t') this.inText = true;
    else if (name === 'w:trPr') this.propertiesOf = 'row';
    else if (name === 'w:pPr') this.propertiesOf = 'paragraph';
    else if (name === 'w:tbl') this.openTable();
    else if (name === 'w:tr' && this.table !== undefined) {
      this.table.row = [];
    } else if (name === 'w:tc' && this.table !== undefined) {
      this.table.cell = { lines: [], blocks: null, span: 1, continuesAbove: false };
    } else if (name === 'w:gridSpan' && cell !== null) cell.span = Math.min(64, Number(value ?? 1) || 1);
    else if (name === 'w:vMerge' && cell !== null) cell.continuesAbove = value !== 'restart';
    else if (name === 'w:gridBefore' && this.table !== undefined) {
      for (let skipped = Math.min(64, Number(value ?? 0)); skipped > 0; skipped -= 1) {
        this.table.row.push({ cell: { lines: [], blocks: null }, merged: null });
      }
    } else if (name === 'w:ilvl') this.listLevel = Number(value ?? 0);
    else if (name === 'w:numId') this.listId = value ?? null;
    else if (this.inRun) this.paragraph += BREAKS[name] ?? '';
  }

  text(text: string): void {
    if (this.inText && !this.isSilent) this.paragraph += text;
  }

  close(name: string): void {
    if (SILENT.has(name)) this.silent -= 1;
    if (name === 'w:trPr' || name === 'w:pPr') this.propertiesOf = null;
    if (name === 'w:tr' && this.deletedRows > 0) {
      this.deletedRows -= 1;
      return;
    }
    if (this.isSilent) return;
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:r') this.inRun = false;
    else if (name === 'w:p') this.closeParagraph();
    else if (name === 'w:tc') this.closeCell();
    else if (name === 'w:tr') this.closeRow();
    else if (name === 'w:tbl') this.closeTable();
  }

  private get table(): OpenTable | undefined {
    return this.tables.at(-1);
  }

  private get isSilent(): boolean {
    return this.silent > 0 || this.deletedRows > 0;
  }

  private takeAway(): void {
    if (this.propertiesOf === 'row') this.deletedRows = 1;
    else if (this.propertiesOf === 'paragraph') this.markDeleted = true;
  }

  private openTable(): void {
    this.tables.push({ rows: [], row: [], cell: null });
  }

  private closeParagraph(): void {
    this.paragraphs += 1;
    if (this.paragraphs > MAX_PARAGRAPHS)
      throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
    const text = `${this.label()} ${this.paragraph}`;
    this.paragraph = '';
    this.markDeleted = false;
    this.listId = null;
    this.listLevel = 0;
    // One by one: a call takes no more arguments than its stack holds.
    for (const line of text.split('\n')) this.placeLine(tidySpaces(line));
  }

  private placeLine(line: string): void {
    const cell = this.table?.cell ?? null;
    if (cell === null) this.blocks.push(paragraphOf(line));
    else if (line === '') return;
    else if (cell.blocks === null) cell.lines.push(line);
    else cell.blocks.push(paragraphOf(line));
  }

  private label(): string {
    if (this.listId === null || this.listId === '0') return '';
    if (this.markDeleted && this.paragraph.trim() === '') return '';
    const label = this.numbering.next(this.listId, this.listLevel);
    return label === '-' && this.paragraph.trim() === '' ? '' : label;
  }

  private closeCell(): void {
    const { table } = this;
    const cell = table?.cell;
    if (table === undefined || cell === undefined || cell === null) return;
    this.cells += cell.span;
    refuseOcean(this.cells);
    const above = cell.continuesAbove ? table.rows.at(-1)?.[table.row.length] : undefined;
    const source = above === undefined ? cell : { lines: above.lines, blocks: null };
    table.row.push({ cell: source, merged: above === undefined ? null : 'above' });
    for (let part = 1; part < cell.span; part += 1) table.row.push({ cell: source, merged: 'left' });
    table.cell = null;
  }

  private closeRow(): void {
    const { table } = this;
    if (table === undefined) return;
    const [frame, ...besides] = table.row;
    const blocks = besides.every(({ merged }) => merged === 'left') ? frame?.cell.blocks : null;
    if (blocks?.some(isData) === true) {
      this.closeFrame(table, blocks);
      return;
    }
    if (table.rows.length >= MAX_ROWS)
      throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
    table.rows.push(table.row.map(cellOf));
    table.row = [];
  }

  /** A row that is one cell with tables in it frames a part of the page. */
  private closeFrame(table: OpenTable, frame: readonly Block[]): void {
    const outer = this.tables.at(-2)?.cell ?? null;
    for (const block of [tableOf(table.rows), ...frame]) this.place(block, outer);
    table.rows = [];
  }

  private closeTable(): void {
    const done = this.tables.pop();
    if (done !== undefined) this.place(tableOf(done.rows), this.table?.cell ?? null);
  }

  /** A table inside a cell becomes lines of that cell once its row is whole and turns out to be no frame. */
  private place(block: Block, outer: OpenCell | null): void {
    if (outer === null) {
      this.blocks.push(block);
      return;
    }
    outer.blocks ??= outer.lines.map(paragraphOf);
    outer.blocks.push(block);
  }
}

function cellOf({ cell, merged }: RowPart): Cell {
  // Once for all places that the cell covers.
  if (cell.blocks !== null) cell.lines = cell.blocks.flatMap(linesOf);
  cell.blocks = null;
  return { lines: cell.lines, merged };
}

const paragraphOf = (text: string): Block => ({ kind: 'paragraph', text });
const tableOf = (rows: readonly Row[]): Block => ({ kind: 'table', rows: squared(rows) });

const linesOf = (block: Block): readonly string[] =>
  block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.flatMap((cell) => cell.lines));

const isData = (block: Block): boolean =>
  block.kind === 'table' && block.rows.length >= 2 && (block.rows[0]?.length ?? 0) >= 3;
