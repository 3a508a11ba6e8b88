import { tidySpaces } from '../../core/text/fold.ts';
import {
  type Block,
  type Cell,
  type Document,
  MAX_ROWS,
  type Row,
  refuseOcean,
  squared,
  textOf,
} from '../document.ts';
import { ImportRefused } from '../import-refusal.ts';
import { signs } from '../plan-table/join-rows.ts';
import { areHeadings, layoutOf } from './layout-of.ts';
import type { TextLayout } from './text-layout.ts';

/** Of a document, most of whose lines are no rows. */
const MAX_LINES = MAX_ROWS * 5;

/** No row of a table is as long, however many its columns. */
const LONGEST_LINE = 100_000;

/** Alone, and far from the margin. */
const PAGE_NUMBER = /^\s{8,}\d{1,3}\s*$/;

/** "Phần A", "Mục I" and "1." one under another. */
const MOST_NAMES = 2;

/**
 * Reads plain text in which tables are lines cut by tabs, bars, or columns of blanks, as a document converted
 * to text or a table pasted into a chat has them.
 */
export function readText(text: string): Document {
  // One more than may be: the rest of a text without end is not even laid out.
  const lines = text.split(/\r?\n/, MAX_LINES + 1);
  if (lines.length > MAX_LINES) throw new ImportRefused('IMPORT_TOO_MANY_ROWS', { limitRows: MAX_ROWS });
  if (lines.some((line) => line.length > LONGEST_LINE))
    throw new ImportRefused('IMPORT_CELL_TOO_LONG', { limitCharacters: LONGEST_LINE });
  const reader = new TextReader(lines);
  for (const at of lines.keys()) reader.read(at);
  return { blocks: reader.finish() };
}

class TextReader {
  private readonly lines: readonly string[];
  private readonly layout: TextLayout;
  private readonly blocks: Block[] = [];
  private rows: Row[] = [];
  private blankLines = 0;
  private cells = 0;

  constructor(lines: readonly string[]) {
    this.lines = lines;
    this.layout = layoutOf(lines);
  }

  read(at: number): void {
    const line = this.lines[at] ?? '';
    if (PAGE_NUMBER.test(line)) return;
    if (line.trim() === '') {
      this.blankLines += 1;
      if (this.rows.length === 0) this.blocks.push({ kind: 'paragraph', text: '' });
      return;
    }
    const cells = this.layout.cells(line);
    if (cells !== null) this.readRow(line, cells);
    else if (!this.goesOn(line) && !this.headsRows(at)) {
      this.endTable();
      this.blocks.push({ kind: 'paragraph', text: tidySpaces(line.replace(/^#+\s|\*/g, '')) });
    }
    this.blankLines = 0;
  }

  finish(): readonly Block[] {
    this.endTable();
    return this.blocks;
  }

  private readRow(line: string, cells: readonly Cell[]): void {
    this.cells += cells.length;
    refuseOcean(this.cells);
    if (!isRule(cells) && !this.goesOn(line)) this.rows.push(cells);
  }

  /** Whether the line belongs to the row above, into which it is put. */
  private goesOn(line: string): boolean {
    const [first = [], above] = [this.rows[0], this.rows.at(-1)];
    const place = { width: first.length, parted: this.blankLines > 0 };
    const row = above === undefined ? null : this.layout.goOn(above, line, place);
    if (row !== null) this.rows.splice(-1, 1, row);
    return row !== null;
  }

  /** A line of one cell between those of a table is a row by itself: the name of a section, or how the next one begins. */
  private headsRows(at: number): boolean {
    const line = this.lines[at] ?? '';
    const next = this.rows.length === 0 || signs(line.trim()) ? null : this.nextRow(at + 1);
    if (next === null || areHeadings(this.layout.cells(next))) return false;
    this.rows.push(this.layout.alone(line, next));
    return true;
  }

  /** The line of the next row, before which the name of a further section may stand. */
  private nextRow(from: number): string | null {
    let names = 0;
    for (let at = from; at < this.lines.length && names <= MOST_NAMES; at += 1) {
      const line = this.lines[at] ?? '';
      if (signs(line.trim())) return null;
      if (this.layout.cells(line) !== null) return line;
      if (line.trim() !== '') names += 1;
    }
    return null;
  }

  private endTable(): void {
    if (this.rows.length > 0) this.blocks.push({ kind: 'table', rows: squared(this.rows) });
    this.rows = [];
  }
}

/** The line that parts headings from rows: `|---|:---:|`. */
function isRule(cells: readonly Cell[]): boolean {
  const words = cells.map(textOf);
  return words.some((word) => word.includes('-')) && words.every((word) => /^:?-*:?$/.test(word));
}
