import { type Block, type Document, ownLines, type Row } from '../document.ts';
import {
  continuation,
  extended,
  findTaskTable,
  isAgenda,
  type TableRow,
  type TaskTable,
  tablesIn,
} from '../plan-table/task-table.ts';
import { proseTable } from './prose-table.ts';

/** A document taken apart: its tables of tasks, and all else as lines; an empty line parts paragraphs. */
export interface Pages {
  readonly tables: readonly TaskTable[];
  readonly lines: readonly string[];
  /** First words of tables that look like data but hold no tasks. */
  readonly passedOver: readonly string[];
  /** The last "Phụ lục …" line above each task table, else the line right above it. */
  readonly captions: readonly string[];
}

export function takeApart(document: Document): Pages {
  const tables: TaskTable[] = [];
  const captions: string[] = [];
  const lines: string[] = [];
  const passedOver: string[] = [];
  let caption = '';
  // A table is continued only where nothing but blank lines stands between.
  let linesAtTable = -1;
  for (const block of document.blocks.flatMap(partsOf)) {
    if (block.kind === 'paragraph') {
      if (/^(phụ lục|biểu|bảng)(\s|$)/iu.test(block.text)) caption = block.text;
      if (block.text !== '' || lines.at(-1) !== '') lines.push(block.text);
      continue;
    }
    if (block.hidden === true) {
      passedOver.push(firstWords(block.rows));
      continue;
    }
    const found = findTaskTable(block.rows);
    const table = found !== null && isAgenda(found) ? null : found;
    const above = tables.at(-1);
    const further =
      above === undefined || lines.length !== linesAtTable ? null : continuation(block.rows, table, above);
    if (above !== undefined && further !== null) {
      tables[tables.length - 1] = extended(above, withHidden(further, block));
      continue;
    }
    const besides = rowLines(table?.before ?? (isLayout(block.rows) ? block.rows : []));
    const opening = [...lines, ...besides].findLast((line) => line !== '') ?? '';
    for (const line of ['', ...besides, '']) lines.push(line);
    if (table !== null) {
      tables.push({ ...table, opening, rows: withHidden(table.rows, block) });
      captions.push(caption === '' ? opening : caption);
      linesAtTable = lines.length;
    } else if (!isLayout(block.rows)) passedOver.push(firstWords(block.rows));
  }
  const told = tables.length === 0 ? proseTable(lines) : null;
  if (told === null) return { tables, lines, passedOver, captions };
  return { tables: [told], lines, passedOver, captions: [''] };
}

/** A sheet holds several tables one under another, each with its headings. */
const partsOf = (block: Block): readonly Block[] =>
  block.kind === 'paragraph' ? [block] : tablesIn(block.rows).map((rows) => ({ ...block, rows }));

const withHidden = (
  rows: readonly TableRow[],
  { hiddenRows }: Extract<Block, { kind: 'table' }>,
): readonly TableRow[] =>
  hiddenRows === undefined || hiddenRows.size === 0
    ? rows
    : rows.map((row) => (hiddenRows.has(row.cells) ? { ...row, hidden: true } : row));

/** The heads of Vietnamese documents stand in a borderless table of two columns, and so do signatures. */
function isLayout(rows: readonly Row[]): boolean {
  const width = Math.max(0, ...rows.map((row) => row.filter((cell) => cell.lines.length > 0).length));
  return width <= 2 || rows.length < 2;
}

/** Rows of one filled cell follow one another as lines do; cells beside one another are parted. */
const rowLines = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) => {
    const filled = row.map(ownLines).filter((words) => words.length > 0);
    return filled.length === 1 ? filled.flat() : ['', ...filled.flatMap((words) => [...words, ''])];
  });

const firstWords = (rows: readonly Row[]): string =>
  (rows.find((row) => row.some((cell) => cell.lines.length > 0)) ?? [])
    .flatMap((cell) => ownLines(cell))
    .join(' | ')
    .slice(0, 120);
