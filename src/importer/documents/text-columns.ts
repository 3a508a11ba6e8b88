import { type Cell, type Row, textOf } from '../document.ts';
import { headingsOf } from '../plan-table/headings.ts';
import { signs } from '../plan-table/join-rows.ts';
import { isHeadline } from './headline.ts';
import { textCell } from './text-cell.ts';
import type { TextLayout } from './text-layout.ts';

/** Words of a line without a gap between them, and where they stand in it. */
interface Run {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** From where to where the words of a column stand, and the most that one line of it holds. */
interface Column {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** Headings of several lines stand in the middle of their height: no one line need have them all. */
const HEADING_LINES = 3;

/**
 * The layout of a table whose columns stand under its headings, the first of `lines`, as a PDF turned into text has
 * it: the cells of a row go on in further lines, and its number may stand beside any of them.
 */
export function columnsUnder(lines: readonly string[]): TextLayout {
  const runs = lines.map(runsIn);
  const heading = headingRuns(runs.slice(0, HEADING_LINES));
  const columns = columnsIn(heading, runs);
  const headings = headingsOf(heading.map(({ words }) => textCell(words)));
  const [number, title = 0] = [headings.get('number'), headings.get('title')];
  const numberOf = (cells: readonly Cell[]): string => (number === undefined ? '' : textOf(cells[number]));
  const goesOn = (above: Row, cells: readonly Cell[], parted: boolean): boolean => {
    const [words, begun] = [textOf(cells[title]), textOf(above[title])];
    const hasNumber = numberOf(cells) !== '';
    if (above.length < columns.length || (hasNumber && numberOf(above) !== '')) return false;
    if (parted && headingsOf(cells).size >= 2) return false;
    if (words === '' || (begun === '' && numberOf(above) === '')) return true;
    return isWrapped(begun, words, columns[title]) && !(parted && /^\p{Lu}/u.test(words));
  };
  return {
    cells(line) {
      const found = runsIn(line);
      return found.length < 2 || found.some(({ words }) => signs(words)) ? null : placed(found, columns);
    },
    alone(line, next) {
      const cells = placed(runsIn(line), columns);
      return goesOn(cells, placed(runsIn(next), columns), false) ? cells : [textCell(line)];
    },
    goOn(above, line, { parted }) {
      const found = runsIn(line);
      if (found.length < 2 && (parted || isHeadline(line))) return null;
      if (found.some(({ words }) => signs(words))) return null;
      const cells = placed(found, columns);
      return goesOn(above, cells, parted)
        ? above.map((cell, at) => wrapped(cell, cells[at], columns[at]))
        : null;
    },
  };
}

const runsIn = (line: string): Run[] =>
  [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index }) => ({
    words,
    from: index,
    to: index + words.length,
  }));

/** Those of the line that has the most, and those of the others that stand over or under none of them. */
function headingRuns(lines: readonly (readonly Run[])[]): readonly Run[] {
  const most = lines.reduce((one, other) => (other.length > one.length ? other : one), []);
  const others = lines.flat().filter((run) => !most.some((column) => shared(column, run) > 0));
  return [...most, ...others].sort((one, other) => one.from - other.from);
}

/** Columns are as wide as the words of the rows that have a cell in each. */
function columnsIn(heading: readonly Run[], lines: readonly (readonly Run[])[]): readonly Column[] {
  const whole = [heading, ...lines.filter((runs) => runs.length === heading.length)];
  return heading.map((_, at) => {
    const runs = whole.flatMap((line) => line[at] ?? []);
    return {
      from: runs.reduce((least, { from }) => Math.min(least, from), Number.MAX_SAFE_INTEGER),
      to: runs.reduce((most, { to }) => Math.max(most, to), 0),
      width: runs.reduce((most, { words }) => Math.max(most, words.length), 0),
    };
  });
}

function placed(runs: readonly Run[], columns: readonly Column[]): readonly Cell[] {
  if (runs.length === columns.length) return runs.map(({ words }) => textCell(words));
  const cells = columns.map((): string[] => []);
  for (const run of runs) {
    const places = columns.map((column) => shared(column, run));
    cells[places.indexOf(Math.max(...places))]?.push(run.words);
  }
  return cells.map((words) => textCell(words.join(' ')));
}

/** How much of a line both take up; below 0, how far they stand apart. */
const shared = (one: Pick<Run, 'from' | 'to'>, other: Run): number =>
  Math.min(one.to, other.to) - Math.max(one.from, other.from);

/** Words that go on with those above, in lower case or since they found no room there; never a new item of a list. */
function isWrapped(above: string, words: string, column: Column | undefined): boolean {
  if (/^[-–+•*]\s/u.test(words)) return false;
  const [first = ''] = words.split(' ');
  const line = above.length + 1 + first.length;
  return /^\p{Ll}/u.test(words) || (above !== '' && line > (column?.width ?? 0));
}

function wrapped(cell: Cell, further: Cell | undefined, column: Column | undefined): Cell {
  const words = textOf(further);
  const last = cell.lines.at(-1);
  if (words === '') return cell;
  if (last === undefined || !isWrapped(last, words, column))
    return { ...cell, lines: [...cell.lines, words] };
  return { ...cell, lines: [...cell.lines.slice(0, -1), `${last} ${words}`] };
}
