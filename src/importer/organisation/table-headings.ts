import { foldVietnamese } from '../../core/text/fold.ts';
import { type Cell, ownLines, type Row, textOf } from '../document.ts';

/** By the words of a heading, folded, or a pattern of them. */
export type ColumnName<Column extends string> =
  | string
  | RegExp
  /** Of what stands beside a person: "SĐT" right of "Đầu mối", and not right of "Lãnh đạo". */
  | { readonly of: NoInfer<Column>; readonly name: RegExp };

export type ColumnNames<Column extends string> = { readonly [C in Column]: readonly ColumnName<Column>[] };

export const folded = (name: string): string =>
  foldVietnamese(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A heading without what it adds: "Cụm trưởng (x)", "Vai trò năm 2026". */
export const withoutAside = (label: string): string =>
  label.replace(/\(.*?\)|(?<=\s)(?:năm(?: học)? )?[12]\d{3}[\d\s–-]*$/gu, '');

export interface Heading {
  /** Its rows. */
  readonly height: number;
  /** What each column is called; of a column under another heading its own word. */
  readonly labels: readonly string[];
  /** That of both. */
  readonly names: readonly string[];
}

/** Headings over several columns ("Đầu mối" over "Họ tên", "Điện thoại") have a row of their own under them. */
export function headingAt(rows: readonly Row[], at: number): Heading {
  const [heading = [], below = []] = rows.slice(at);
  const goesOn = (x: number): boolean => {
    const cell: Cell | undefined = heading[x];
    return (
      x > 0 && cell !== undefined && (cell.merged === 'left' || (cell.merged === null && textOf(cell) === ''))
    );
  };
  const isUnder = (x: number): boolean => ownLines(below[x]).length > 0;
  const isGroup = (x: number): boolean => goesOn(x) || goesOn(x + 1);
  const under = [...heading.keys()].filter(isUnder);
  const hasParts = under.length > 1 && under.every(isGroup) && !heading.every((_, x) => isGroup(x));
  const over = (x: number): string => (goesOn(x) && hasParts ? over(x - 1) : textOf(heading[x]));
  const parts = heading.map((_, x) => (hasParts && isUnder(x) ? textOf(below[x]) : ''));
  return {
    height: hasParts ? 2 : 1,
    labels: heading.map((cell, x) => parts[x] || textOf(cell)),
    names: heading.map((cell, x) => (parts[x] === '' ? textOf(cell) : `${over(x)} ${parts[x]}`)),
  };
}

/**
 * Where each column stands: a heading is of the first column that it names, by that column's first name that stands
 * there.
 */
export function placesOf<Column extends string>(
  labels: readonly string[],
  names: ColumnNames<Column>,
): Map<Column, number> {
  const called = labels.map((label) => folded(withoutAside(label)));
  const columns = Object.keys(names) as Column[];
  const people = new Set(columns.flatMap((column) => names[column].flatMap((name) => ofWhom(name) ?? [])));
  const places = new Map<Column, number>();
  const fits = (name: ColumnName<Column>, label: string, at: number): boolean => {
    if (typeof name === 'string') return folded(name) === label;
    if (name instanceof RegExp) return name.test(label);
    return name.name.test(label) && [name.of, undefined].includes(leftOf(at));
  };
  const leftOf = (at: number): Column | undefined =>
    [...places]
      .filter(([column, place]) => people.has(column) && place < at)
      .sort(([, one], [, other]) => other - one)[0]?.[0];
  for (const column of columns) {
    const at = [column, ...names[column]]
      .map((name) =>
        called.findIndex((label, place) => ![...places.values()].includes(place) && fits(name, label, place)),
      )
      .find((place) => place !== -1);
    if (at !== undefined) places.set(column, at);
  }
  return places;
}

const ofWhom = <Column extends string>(name: ColumnName<Column>): Column | undefined =>
  typeof name === 'string' || name instanceof RegExp ? undefined : name.of;
