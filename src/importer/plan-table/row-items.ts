/** One thing to do inside a cell that lists several. */
export interface RowItem {
  readonly title: string;
  readonly year: number | null;
  /** 0 without a mark, 1 `-`, 2 `+`. */
  readonly depth: number;
  /** Nothing but a heading of what follows: `Năm 2021:`. */
  readonly opensGroup: boolean;
}

const MARK = /^([-–−•*+·])\s*(?=\S)|^([a-zđ]\))\s+/u;
const YEAR = /^Năm\s+(\d{4})\s*(?:[:.–-]\s*(.*))?$/iu;

/** The items of a title cell, in order; a line without a mark goes on with the item above. */
export function itemsOf(lines: readonly string[]): RowItem[] {
  const items: { text: string; depth: number }[] = [];
  for (const line of lines) {
    const mark = MARK.exec(line);
    const last = items.at(-1);
    if (mark !== null) items.push({ text: line.slice(mark[0].length), depth: mark[1] === '+' ? 2 : 1 });
    else if (last === undefined || YEAR.test(line) || YEAR.test(last.text))
      items.push({ text: line, depth: 0 });
    else last.text = `${last.text} ${line}`;
  }
  return items.map((item, position) => itemOf(item, items[position + 1]?.depth ?? 0));
}

function itemOf({ text, depth }: { text: string; depth: number }, nextDepth: number): RowItem {
  const year = YEAR.exec(text);
  const rest = year === null ? text : (year[2] ?? '');
  const opensGroup = (year !== null && rest === '') || (rest.endsWith(':') && nextDepth > depth);
  return {
    title: opensGroup ? bareTitle(text) : bareTitle(rest),
    year: year === null ? null : Number(year[1]),
    depth,
    opensGroup,
  };
}

/** Lines of a cell that are counted ("1.", "2." or "a)", "b)"), as a list by dashes. */
export function asList(lines: readonly string[]): readonly string[] {
  const counts = lines.flatMap((line) => COUNTED.exec(line)?.[1] ?? []);
  const isCounted = COUNTS.some((names) => counts.every((count, at) => count === names[at]));
  if (counts.length < 2 || !isCounted) return lines;
  return lines.map((line) => line.replace(COUNTED, '- '));
}

const COUNTED = /^(\d{1,2}|[a-eđ])[.)]\s+(?=\S)/u;
const COUNTS: readonly (readonly string[])[] = [
  Array.from({ length: 30 }, (_, at) => String(at + 1)),
  ['a', 'b', 'c', 'd', 'đ', 'e'],
];

/** Without the punctuation that only parts it from the next item. */
export const bareTitle = (title: string): string => title.replace(/(?<!\.)[\s;:.,]+$/u, '').trim();
