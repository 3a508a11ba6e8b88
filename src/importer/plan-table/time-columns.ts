import { foldVietnamese, tidySpaces } from '../../core/text/fold.ts';
import { type Cell, type Row, textOf } from '../document.ts';
import { fieldOf } from './headings.ts';

/** A column that says when: a month or a quarter in which rows are marked, or the days of one kind of owner. */
export interface TimeColumn {
  readonly column: number;
  readonly label: string;
  /** `marked`: a cross there means the month; `owner`: the cell holds words about time, for those or the step named above it. */
  readonly kind: 'marked' | 'owner';
}

const MARKED =
  /^(?:(t|thang|quy|tuan|q|w|hoc ky|hk)[ .]*([ivx]{1,4}|\d{1,2})([/-]\d{4})?|(?:nam )?20\d\d|6 thang (?:dau|cuoi) nam)$/;
const FEWEST_COLUMNS = 3;
/** Columns that a heading over them all joins need not be many. */
const FEWEST_JOINED = 2;
const ROMAN = ['I', 'II', 'III', 'IV'];

/** The time columns among headings of one row, or of two, the upper joining those below it. */
export function timeColumnsOf(upper: Row, below: Row | null): TimeColumn[] {
  const joined = below === null ? [] : columnsBelow(upper, below);
  if (joined.length >= FEWEST_JOINED) return joined;
  const labels = upper.map((cell) => (cell.merged === 'left' ? '' : textOf(cell)));
  const named = labels.flatMap((label, column) => marked(column, label, isMarked(label) ? label : null));
  if (named.length >= FEWEST_COLUMNS) return named;
  const owners = ownersOf(labels);
  return owners.length > 0 ? owners : counted(labels);
}

/**
 * "Thời hạn (Cụm hành chính)", "Thời hạn (Cụm trường học)": a column of deadlines for each kind of owner; or each for a
 * step: "Thời gian phát động", "Thời gian tổng kết".
 */
function ownersOf(labels: readonly string[]): TimeColumn[] {
  const deadlines = labels.flatMap((label, column) =>
    fieldOf(label) === 'deadline' ? [{ column, label }] : [],
  );
  const owned = deadlines.filter(({ label }) => OWNER.test(foldVietnamese(label)));
  const areSteps = deadlines.every(({ label }) => STEP.test(foldVietnamese(label)));
  const found = areSteps
    ? deadlines.map(({ column, label }) => ({ column, label: stepIn(label) }))
    : owned.map(({ column, label }) => ({ column, label: ownerIn(label) }));
  return found.length < FEWEST_JOINED ? [] : found.map((one) => ({ ...one, kind: 'owner' }));
}

const OWNER = /\b(?:khoi|cum|truong hoc|hanh chinh|cap (?:xa|phuong|huyen|tinh|co so)|phuong|xa)\b/;

/** What is done more than once for one task, each by a day of its own. */
const STEP =
  /^(?:thoi (?:gian|han)|ngay|han) (?:phat dong|dang ky|so ket|tong ket|du thao|lay y kien|tham dinh|trinh|thong qua|ban hanh|nghiem thu|binh xet|ky ket)\b/;

function stepIn(label: string): string {
  const step = label.replace(/^(?:thời (?:gian|hạn)|ngày|hạn)\s+/iu, '');
  return step.charAt(0).toUpperCase() + step.slice(1);
}

const ownerIn = (label: string): string =>
  /\(([^)]+)\)/.exec(label)?.[1] ??
  tidySpaces(label.replace(/^.*?(?=(?:khối|cụm|trường|cấp|các|phường|xã)\s)/iu, ''));

function columnsBelow(upper: Row, below: Row): TimeColumn[] {
  return below.flatMap((cell, column) => {
    const above = upper[column];
    const merged = above?.merged === 'left' || upper[column + 1]?.merged === 'left';
    const group = merged ? textOf(above) : lastHeading(upper, column);
    const label = textOf(cell);
    if (cell.merged !== null || label === '' || fieldOf(group) !== 'deadline') return [];
    if (!merged && !isMarked(label) && !isCount(label)) return [];
    if (isMarked(label)) return marked(column, label, withYear(label, group));
    const unit = unitOf(group, below);
    if (unit !== null && isCount(label)) return marked(column, label, withYear(`${unit} ${label}`, group));
    return fieldOf(label) === null ? [{ column, label, kind: 'owner' as const }] : [];
  });
}

/** The heading over a column of a table that knows no merged cells: it stands over the first of its columns. */
const lastHeading = (upper: Row, column: number): string =>
  upper
    .slice(0, column + 1)
    .map(textOf)
    .findLast((label) => label !== '') ?? '';

/** "1 2 … 12" or "I II III IV" without a heading over them: the months or the quarters. */
function counted(labels: readonly string[]): TimeColumn[] {
  for (const [unit, names] of [
    ['Tháng', Array.from({ length: 12 }, (_, at) => String(at + 1))],
    ['Quý', ROMAN],
  ] as const) {
    const first = labels.findIndex((_, at) =>
      names.every((name, offset) => sameCount(labels[at + offset], name)),
    );
    if (first !== -1)
      return names.map((name, offset) => ({
        column: first + offset,
        label: `${unit} ${name}`,
        kind: 'marked',
      }));
  }
  return [];
}

/**
 * "Dự thảo", "Trình duyệt", "Ban hành": columns under headings of no other kind that hold nothing but days, save those
 * of what has been ("Ngày giao", "Ngày nhận").
 */
export function stepColumnsOf(labels: readonly string[], rows: readonly Row[]): TimeColumn[] {
  const steps = labels.flatMap((label, column): TimeColumn[] => {
    const words = rows.map((cells) => textOf(cells[column])).filter((text) => text !== '');
    const isKnown = label === '' || fieldOf(label) !== null || /^ngày\s/iu.test(label);
    const isStep = !isKnown && words.length > 0 && words.every(isTime);
    return isStep ? [{ column, label, kind: 'owner' }] : [];
  });
  return steps.length < FEWEST_JOINED ? [] : steps;
}

const isTime = (words: string): boolean =>
  /\d\s*[/.-]\s*\d|\b(?:ngay|thang|quy|tuan|nam)\b/.test(foldVietnamese(words));

const sameCount = (label: string | undefined, name: string): boolean =>
  label !== undefined && label.replace(/^0/, '') === name;

function marked(column: number, label: string, words: string | null): TimeColumn[] {
  if (words === null || label === '') return [];
  return [
    {
      column,
      label: words.replace(/^T\.?\s?(?=\d)/, 'Tháng ').replace(/^(?=20\d\d$)/, 'Năm '),
      kind: 'marked',
    },
  ];
}

function isMarked(label: string): boolean {
  return MARKED.test(foldVietnamese(tidySpaces(label)));
}

const isCount = (label: string): boolean => /^(?:[IVX]{1,4}|\d{1,2})$/.test(label.trim());

/** What the counts under a heading count: as it says, else four of them quarters and twelve months. */
function unitOf(group: string, below: Row): string | null {
  const words = foldVietnamese(group);
  if (isMonth(group))
    return below.every((cell) => !isCount(textOf(cell)) || /^[1-5]$/.test(textOf(cell))) ? 'Tuần' : null;
  if (/\bquy\b/.test(words)) return 'Quý';
  if (/\bthang\b/.test(words)) return 'Tháng';
  if (/\btuan\b/.test(words)) return 'Tuần';
  const counts = below.map((cell: Cell) => textOf(cell)).filter(isCount).length;
  return counts === ROMAN.length ? 'Quý' : counts === 12 ? 'Tháng' : null;
}

/** "Tháng 9", "Tháng 9/2025": not a heading over months. */
const isMonth = (group: string): boolean =>
  /^thang \d{1,2}(?:\s*[/-]\s*\d{4})?$/.test(foldVietnamese(tidySpaces(group)));

/** The month or the year that the heading over the columns says. */
function withYear(label: string, group: string): string {
  if (/^tuần/iu.test(label) && isMonth(group)) return `${label} ${lowerFirst(tidySpaces(group))}`;
  const year = /\b(20\d\d)\b/.exec(group)?.[1];
  return year === undefined || /20\d\d/.test(label) ? label : `${label}/${year}`;
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

export const isCross = (words: string): boolean => /^[x×✓✔✗v•●*+o]$/iu.test(words);

/** "8h00 - 9h30", "14 giờ" */
export const isHours = (words: string): boolean => HOURS.test(words);

const HOURS =
  /^(?:từ\s+)?\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}(?:\s*(?:-|–|đến)\s*\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2})?$/iu;

/** Whether rows have a cross in these columns, rather than figures to reach. */
export const areMarkedIn = (columns: readonly TimeColumn[], rows: readonly Row[]): boolean =>
  rows.some((cells) => columns.some(({ column }) => isCross(textOf(cells[column]))));

/**
 * Without weeks, quarters and years in which there is nothing but figures: how much of something, since only a month has
 * days that a figure could be.
 */
export function withoutCounts(columns: readonly TimeColumn[], rows: readonly Row[]): readonly TimeColumn[] {
  const counted = columns.filter(({ kind, label }) => kind === 'marked' && !/^tháng/iu.test(label));
  const words = rows.flatMap((cells) => counted.map(({ column }) => textOf(cells[column])));
  const figures = words.filter((text) => text !== '');
  const areCounts = figures.length > 0 && figures.every((text) => /^\d+(?:[.,]\d+)?\s*%?$/.test(text));
  return areCounts ? columns.filter((column) => !counted.includes(column)) : columns;
}

/** What the time columns say of a row, a line each. */
export function timesIn(columns: readonly TimeColumn[], cells: Row): string[] {
  const marked = columns.filter(({ kind }) => kind === 'marked');
  const marks = marked.flatMap(({ column, label }, at) =>
    markedTime(cells[column], label, barEnd(marked.slice(at + 1), cells)),
  );
  const owners = columns.filter(({ kind }) => kind === 'owner');
  const [first] = owners;
  const forAll =
    first !== undefined &&
    owners.every(({ column }) => column === first.column || cells[column]?.merged === 'left');
  const lines = owners.flatMap(({ column, label }) => ownerTime(cells[column], label, forAll));
  return [...(marks.length === 0 ? [] : [marks.join(', ')]), ...lines];
}

/** The last of the columns over which a bar runs that begins before them, a cell merged over its months. */
function barEnd(further: readonly TimeColumn[], cells: Row): string | null {
  const length = further.findIndex(({ column }) => cells[column]?.merged !== 'left');
  return further.slice(0, length === -1 ? further.length : length).at(-1)?.label ?? null;
}

/**
 * A cross is the column's month, or all months that it is merged over; a figure a day of it; words about time stand
 * for themselves, in the column's year.
 */
function markedTime(cell: Cell | undefined, label: string, end: string | null): string[] {
  const mark = textOf(cell);
  if (mark === '' || cell?.merged === 'left') return [];
  if (isCross(mark)) return [end === null ? label : `Từ ${lowerFirst(label)} đến ${lowerFirst(end)}`];
  if (/^\d{1,2}$/.test(mark)) return [`Ngày ${mark} ${label.toLowerCase()}`];
  const year = /^năm (\d{4})$/iu.exec(label)?.[1];
  if (year !== undefined && isTime(mark) && !/\d{4}/.test(mark))
    return [/^\d{1,2}\s*[/.-]\s*\d{1,2}$/.test(mark) ? `${mark}/${year}` : `${mark} năm ${year}`];
  return /\d/.test(mark) ? [mark] : [`${label} (${mark})`];
}

function ownerTime(cell: Cell | undefined, label: string, forAll: boolean): string[] {
  const words = textOf(cell);
  if (words === '' || cell?.merged === 'left') return [];
  return [forAll ? words : `${label}: ${words}`];
}
