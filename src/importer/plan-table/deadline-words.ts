import { foldVietnamese } from '../../core/text/fold.ts';
import { type Cell } from '../document.ts';
import { type Field, namesPeriod } from './headings.ts';
import { asList } from './row-items.ts';
import type { TableRow, TaskTable } from './task-table.ts';
import { isCross, isHours, timesIn } from './time-columns.ts';

/** Words about time: of their columns, else how often, else those of a title where no column is for them. */
export function deadlineLines(
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

/** "9/2025" and "I" under "Tháng" and "Quý". */
export const groupWords = (words: string, heading: string): string =>
  namesPeriod(heading) && /^[\dIVX]/.test(words) ? `${heading} ${words}` : words;
