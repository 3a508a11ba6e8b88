import { type Cell, ownLines, type Row, textOf } from '../document.ts';
import { deadlineLines, groupWords } from './deadline-words.ts';
import type { Field } from './headings.ts';
import { asList } from './row-items.ts';
import { parseRowNumber, type RowNumber, splitNumber } from './row-number.ts';
import { mayBeSwapped } from './swapped-days.ts';
import type { TableRow, TaskTable } from './task-table.ts';
import { isCross, timesIn } from './time-columns.ts';
import { withWideTitle } from './wide-title.ts';

/** The words of one row of a task table, by what they are. */
export interface PlanRow {
  readonly index: number;
  readonly number: RowNumber;
  readonly title: readonly string[];
  readonly lead: readonly string[];
  /** The column of `lead` is for those who help as well: "Chủ trì/phối hợp". */
  readonly leadIsShared: boolean;
  readonly coordinating: readonly string[];
  readonly deadline: readonly string[];
  /** Its day and month may stand in each other's place. */
  readonly maySwap: boolean;
  readonly notes: readonly string[];
  /** Words of a column that groups the rows. */
  readonly group: string;
  /** The month of a column beside it. */
  readonly period: string;
  readonly afterBreak: boolean;
  /** The spreadsheet does not show it. */
  readonly hidden: boolean;
}

/** One row, and what of it stands in the row's own cells rather than in a cell merged with those above. */
export interface SourceRow extends PlanRow {
  readonly own: Pick<PlanRow, 'title' | 'lead' | 'coordinating' | 'deadline'>;
  /** The task is that of the row above, its cell merged with it. */
  readonly titleMerged: boolean;
  /** All words stand in one cell over the whole row. */
  readonly spanning: boolean;
}

/** Columns whose words are kept as notes, with their heading. */
const NOTED: ReadonlySet<Field> = new Set<Field>([
  'product',
  'notes',
  'start',
  'frequency',
  'measure',
  'money',
  'person',
  'further',
]);
const READ: readonly Field[] = [
  'number',
  'title',
  'lead',
  'colead',
  'owner',
  'coordinating',
  'deadline',
  'section',
  'period',
];

export function sourceRow(table: TaskTable, found: TableRow): SourceRow {
  const { headings } = table;
  const row = { ...found, cells: withWideTitle(found.cells, headings.get('title'), headings.get('number')) };
  const cell = (field: Field): Cell | undefined => {
    const column = headings.get(field);
    if (column === undefined || isUnderTitle(row.cells, column, headings.get('title'))) return undefined;
    return row.cells[column];
  };
  const lead = cell('lead') ?? cell('owner');
  // The lead's cell may run over that of those who help: they are its words.
  const helpers = cell('coordinating')?.merged === 'left' ? undefined : cell('coordinating');
  const spanning = isSpanning(row.cells);
  const numberWords = spanning ? '' : ownLines(cell('number')).join(' ');
  const titleLines = spanning ? spanningLines(row.cells) : asList(ownLines(cell('title')));
  const { number, title } = numberAndTitle(numberWords, titleLines, spanning || !headings.has('number'));
  const linesOf = (source: Cell | undefined): readonly string[] =>
    spanning ? [] : asList(source?.lines ?? []);
  const ownOf = (source: Cell | undefined): readonly string[] => (spanning ? [] : asList(ownLines(source)));
  return {
    index: row.index,
    afterBreak: row.afterBreak,
    hidden: row.hidden === true,
    number,
    title,
    lead: [...linesOf(lead), ...linesOf(cell('colead'))],
    leadIsShared: !headings.has('lead'),
    coordinating: linesOf(helpers),
    deadline: spanning ? [] : deadlineLines(table, row, cell, title),
    maySwap: mayBeSwapped(cell('deadline'), table.swapped),
    notes: spanning ? [] : notesOf(table, row),
    group: groupWords(textOf(cell('section')), table.labels[headings.get('section') ?? -1] ?? ''),
    period: groupWords(textOf(cell('period')), table.labels[headings.get('period') ?? -1] ?? ''),
    titleMerged: cell('title')?.merged === 'above',
    spanning,
    own: {
      title,
      lead: [...ownOf(lead), ...ownOf(cell('colead'))],
      coordinating: ownOf(helpers),
      deadline: [...ownOf(cell('deadline')), ...timesIn(table.timeColumns, row.cells)],
    },
  };
}

/** The title runs over the column: its words are no lead and no day. */
function isUnderTitle(cells: Row, column: number, title: number | undefined): boolean {
  if (title === undefined || column <= title) return false;
  return cells.slice(title + 1, column + 1).every((cell) => cell.merged === 'left');
}

/** One cell merged over most of the row, or a single filled cell at the row's beginning that a text export left. */
function isSpanning(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell.merged === null && cell.lines.length > 0);
  if (filled.length !== 1) return false;
  const covered = cells.filter((cell) => cell.merged === 'left').length + 1;
  return (
    covered >= Math.max(2, cells.length - 1) ||
    (filled[0] === cells[0] &&
      cells.every((cell) => cell.merged !== 'above' || cell.lines.length === 0) &&
      !/^\d+[.)]?$/.test(textOf(cells[0])))
  );
}

const spanningLines = (cells: readonly Cell[]): readonly string[] =>
  cells.find((cell) => cell.merged === null && cell.lines.length > 0)?.lines ?? [];

function numberAndTitle(
  words: string,
  lines: readonly string[],
  unnumbered: boolean,
): { number: RowNumber; title: readonly string[] } {
  const number = parseRowNumber(words);
  const [first = '', ...rest] = lines;
  if (words !== '' && number.kind === 'none') return { number, title: [words, ...lines] };
  const split =
    number.kind === 'none' && (unnumbered || /^(?:[IVX\d]|[A-HĐ][.)]\s)/.test(first))
      ? splitNumber(first)
      : null;
  return split === null
    ? { number, title: lines }
    : { number: parseRowNumber(split.number), title: [split.rest, ...rest] };
}

function notesOf(table: TaskTable, row: TableRow): string[] {
  const read = new Set(READ.map((field) => table.headings.get(field)));
  const noted = new Map(
    [...table.headings].filter(([field]) => NOTED.has(field)).map(([field, at]) => [at, field]),
  );
  return row.cells.flatMap((cell, column) => {
    if (
      (read.has(column) && !isCross(textOf(cell))) ||
      table.timeColumns.some((time) => time.column === column) ||
      cell.merged === 'left' ||
      cell.lines.length === 0
    )
      return [];
    const heading = table.labels[column] ?? '';
    const isPlainNote = noted.get(column) === 'notes' || heading === '';
    return isPlainNote ? cell.lines : [`${heading}: ${textOf(cell)}`];
  });
}
