import { foldVietnamese } from '../../core/text/fold.ts';
import { type Cell, ownLines, type Row, textOf } from '../document.ts';
import { type Field, namesPeriod } from './headings.ts';
import { asList } from './row-items.ts';
import { parseRowNumber, type RowNumber, splitNumber } from './row-number.ts';
import { mayBeSwapped } from './swapped-days.ts';
import type { TableRow, TaskTable } from './task-table.ts';
import { isCross, isHours, timesIn } from './time-columns.ts';
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

/** "9/2025" and "I" under "Tháng" and "Quý". */
const groupWords = (words: string, heading: string): string =>
  namesPeriod(heading) && /^[\dIVX]/.test(words) ? `${heading} ${words}` : words;

/** The title runs over the column: its words are no lead and no day. */
function isUnderTitle(cells: Row, column: number, title: number | undefined): boolean {
  if (title === undefined || column <= title) return false;
  return cells.slice(title + 1, column + 1).every((cell) => cell.merged === 'left');
}

/** Words about time: of their columns, else how often, else those of a title where no column is for them. */
function deadlineLines(
  table: TaskTable,
  row: TableRow,
  cell: (field: Field) => Cell | undefined,
  title: readonly string[],
): readonly string[] {
  const [main, further] = [daysIn(cell('deadline')), daysIn(cell('further'))];
  // "8h00" beside "Thứ Ba, 03/3" is an hour of that day.
  if (further.every(isHours) && main.length > 0 && further.length === 1)
    return [[...further, ...main].join(' ')];
  const said = [...underHeading(table, main), ...timesIn(table.timeColumns, row.cells)];
  if (said.length > 0) return said;
  if (further.length > 0) return further;
  const often = [...(cell('frequency')?.lines ?? []).map(eachOne), ...standing(cell('start')?.lines ?? [])];
  const hasColumn = table.headings.has('deadline') || table.timeColumns.length > 0;
  return often.length > 0 || hasColumn ? often : timeInTitle(title.join(' '));
}

/** "Quý" under "Kỳ báo cáo" is each of them. */
const eachOne = (words: string): string =>
  /^(tuần|tháng|quý|năm)$/iu.test(words) ? `Hằng ${lowerFirst(words)}` : words;

/** The words about time of a cell; a cross in it says that something is done. */
const daysIn = (cell: Cell | undefined): readonly string[] =>
  asList(cell?.lines ?? []).filter((line) => !isCross(line));

/** "Thường xuyên", "Theo kế hoạch của Thành phố" in the column of beginnings are none. */
const standing = (lines: readonly string[]): readonly string[] =>
  lines.every((line) => !/\d/.test(line)) ? lines : [];

/** "3", "I", "9/2026" */
const COUNT = /^(?:\d{1,2}|[IVX]{1,4})(?:\s*[-–,]\s*(?:\d{1,2}|[IVX]{1,4}))*(?:\/\d{4})?$/;

/** Under "Tháng" a bare figure is a month, under "Hoàn thành trước" a bare day is one before which the work is done. */
function underHeading(table: TaskTable, lines: readonly string[]): readonly string[] {
  const heading = table.labels[table.headings.get('deadline') ?? -1] ?? '';
  if (namesPeriod(heading)) return lines.map((line) => (COUNT.test(line) ? groupWords(line, heading) : line));
  if (!/\btruoc\b/.test(foldVietnamese(heading))) return lines;
  return lines.map((line) =>
    /^(\d|ngày\s|tháng\s|quý\s)/iu.test(line) ? `Trước ${lowerFirst(line)}` : line,
  );
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** "Rà soát thủ tục, báo cáo trước ngày 30/6/2025": the day that a title itself sets. */
export function timeInTitle(title: string): string[] {
  const folded = foldVietnamese(title);
  const found = folded.length === title.length ? TIME_IN_TITLE.exec(folded) : null;
  return found === null ? [] : [title.slice(found.index).replace(/[\s);.]+$/, '')];
}

const TIME_IN_TITLE =
  /(?:hoan thanh |xong )?(?:truoc|cham nhat|den het|han cuoi|(?:hoan thanh|xong)(?: trong)?)\s*:?\s*(?:vao |la )?(?:ngay |thang |quy |nam )?(?:\d|[ivx]+\b)/;

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
