import { type Row, textOf } from '../document.ts';
import { headingsAt, isOneCell, wordsOf } from './heading-rows.ts';
import { areTargets, fieldOf, type Headings, headingsOf, makeTaskTable } from './headings.ts';
import { withPaintedBars } from './painted-bars.ts';
import { parseRowNumber } from './row-number.ts';
import { type Swapped, swappedIn } from './swapped-days.ts';
import { areMarkedIn, isHours, stepColumnsOf, type TimeColumn, withoutCounts } from './time-columns.ts';

/** A table of tasks, without its headings and what stands around it. */
export interface TaskTable {
  readonly headings: Headings;
  /** The words over each column. */
  readonly labels: readonly string[];
  /** Columns each of which is a month or a quarter in which the rows are marked, or has the days of one kind of owner. */
  readonly timeColumns: readonly TimeColumn[];
  /** Which of the days of its column of deadlines may be others. */
  readonly swapped: Swapped | null;
  /** Headings that say nothing known; their words go into the notes. */
  readonly unknownLabels: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows of the same sheet before the headings: the head of the document, in a spreadsheet. */
  readonly before: readonly Row[];
  /** The line right above the table; empty where none. */
  readonly opening: string;
}

export interface TableRow {
  readonly cells: Row;
  /** First row after headings repeated on a new page. */
  readonly afterBreak: boolean;
  /** The spreadsheet does not show it. */
  readonly hidden?: true;
  /** 1 = the first row under the headings, repeated headings included. */
  readonly index: number;
}

const LOOK_FOR_HEADINGS = 40;

/** The rows under the first headings of a task table; null where the table is none. */
export function findTaskTable(rows: readonly Row[]): TaskTable | null {
  for (let at = 0; at < Math.min(rows.length, LOOK_FOR_HEADINGS); at += 1) {
    const found = headingsAt(rows, at);
    if (found !== null) {
      const { headings, labels, height } = found;
      const under = withPaintedBars(rows.slice(at + height), found.times);
      if (areTargets(headings) && !areMarkedIn(found.times, under)) continue;
      const marked = withoutCounts(found.times, under);
      const isTimed = marked.length > 0 || headings.has('deadline');
      const times = isTimed ? marked : stepColumnsOf(labels, under);
      return {
        headings: withNumberColumn(headings, labels, under),
        labels,
        timeColumns: times,
        swapped: swappedIn(under.map((row) => row[headings.get('deadline') ?? -1])),
        unknownLabels: labels.filter(
          (label, column) =>
            label !== '' &&
            (fieldOf(label) === null || rows[at]?.[column]?.unseen === true) &&
            !times.some((time) => time.column === column),
        ),
        rows: withoutHeadings(under, [labels, ...rows.slice(at, at + height).map(wordsOf)]),
        before: rows.slice(0, at),
        opening: '',
      };
    }
  }
  return null;
}

/** The rows, cut before headings that are others than those above them, with the line over them. */
export function tablesIn(rows: readonly Row[]): readonly (readonly Row[])[] {
  const found = rows.flatMap((row, at) => (isHeadingRow(row) ? [at] : []));
  // The second row of one heading is named by it.
  const starts = found.filter((at) => !found.includes(at - 1));
  const labels = starts.map((at) => wordsOf(rows[at] ?? []));
  const cuts = starts.flatMap((at, place) => {
    const isNew =
      place > 0 && !labels.slice(0, place).some((above) => isRepeated(labels[place] ?? [], above));
    return isNew ? [isOneCell(rows[at - 1] ?? []) ? at - 1 : at] : [];
  });
  return [0, ...cuts].map((from, place) => rows.slice(from, cuts[place] ?? rows.length));
}

/** Surely headings: what counts the rows is named beside two others. */
const isHeadingRow = (row: Row): boolean => {
  const headings = headingsOf(row);
  return headings.has('number') && headings.size >= 3 && makeTaskTable(headings);
};

/** A table of hours without days is what a meeting goes through, not what a plan asks for. */
export function isAgenda({ headings, rows }: TaskTable): boolean {
  if (headings.has('further')) return false;
  const column = headings.get('deadline') ?? -1;
  const times = rows.map(({ cells }) => textOf(cells[column])).filter((words) => words !== '');
  return times.length > 0 && times.every(isHours);
}

/**
 * A first column without heading that counts the rows is their number; of columns under one heading ("TT" and "Chi
 * tiết" under "Stt") the one that counts the most of them.
 */
function withNumberColumn(headings: Headings, labels: readonly string[], rows: readonly Row[]): Headings {
  const number = headings.get('number');
  if (number !== undefined) {
    const counted = (column: number): number =>
      rows.filter((row) => parseRowNumber(textOf(row[column])).kind !== 'none').length;
    const beside = fieldOf(labels[number + 1]?.split(' ')[0] ?? '') === 'number' ? number + 1 : number;
    return counted(beside) > counted(number) ? new Map([...headings, ['number', beside]]) : headings;
  }
  if (labels[0] !== '') return headings;
  const words = rows.map((row) => textOf(row[0])).filter((text) => text !== '');
  const counts = words.filter((text) => /^\d{1,3}[.)]?$/.test(text)).length;
  return words.length > 0 && counts >= words.length / 2 ? new Map([...headings, ['number', 0]]) : headings;
}

/**
 * The rows by which a table goes on with the one above on a further page, without headings of its own or with the
 * same ones; null where it is another table, or begins to count anew.
 */
export function continuation(
  rows: readonly Row[],
  found: TaskTable | null,
  above: TaskTable,
): readonly TableRow[] | null {
  const [first] = rows;
  if (first === undefined || first.length !== above.labels.length) return null;
  if (found === null) return headingsOf(first).size < 2 ? withoutHeadings(rows, [above.labels]) : null;
  return isRepeated(found.labels, above.labels) && !beginsAnew(found) ? found.rows : null;
}

function beginsAnew({ headings, rows }: TaskTable): boolean {
  const numbers = headings.get('number');
  const words = numbers === undefined ? '' : textOf(rows[0]?.cells[numbers]);
  return /^(0?1|I|A)[.)]?$/.test(words);
}

/** The table with the rows of its next page. */
export const extended = (table: TaskTable, rows: readonly TableRow[]): TaskTable => ({
  ...table,
  rows: [
    ...table.rows,
    ...rows.map((row, position) => ({
      ...row,
      afterBreak: position === 0,
      index: row.index + (table.rows.at(-1)?.index ?? 0),
    })),
  ],
});

function withoutHeadings(rows: readonly Row[], headingRows: readonly (readonly string[])[]): TableRow[] {
  const kept: TableRow[] = [];
  let afterBreak = false;
  rows.forEach((cells, position) => {
    if (headingRows.some((labels) => isRepeated(wordsOf(cells), labels))) afterBreak = true;
    else if (!isColumnCount(cells) && cells.some((cell) => cell.lines.length > 0)) {
      kept.push({ cells, afterBreak, index: position + 1 });
      afterBreak = false;
    }
  });
  return kept;
}

const isRepeated = (words: readonly string[], labels: readonly string[]): boolean =>
  words.filter((word) => word !== '').length >= 2 &&
  words.every((word, column) => word === '' || sameWords(word, labels[column]));

function sameWords(one: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  const bare = (words: string): string => words.replace(/\s+/g, '').toLowerCase();
  const [shorter, longer] = [bare(one), bare(other)].sort((a, b) => a.length - b.length);
  return shorter !== undefined && longer !== undefined && shorter !== '' && longer.startsWith(shorter);
}

/** The row `(1) (2) (3) …` or `A B 1 2` that numbers the columns under the headings. */
function isColumnCount(cells: Row): boolean {
  const words = cells.map(textOf).filter((text) => text !== '');
  const marks = words.map((text) => text.replace(/[()[\]\s]/g, ''));
  return (
    words.length >= 3 &&
    marks.every((mark) => /^(\d{1,2}|[A-Z])(=.*)?$/.test(mark)) &&
    new Set(marks).size === marks.length
  );
}
