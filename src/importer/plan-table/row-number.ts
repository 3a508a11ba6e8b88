import { tidySpaces } from '../../core/text/fold.ts';

/** What the number column says of a row. */
export type RowNumber =
  | { readonly kind: 'none' }
  /** `1`, `2.3`: leading zeros and the closing dot are gone. Also a code, `NV01`. */
  | { readonly kind: 'arabic'; readonly label: string }
  /** `a)` under a numbered row. */
  | { readonly kind: 'letter'; readonly label: string }
  /** `-`, `+`, `•` */
  | { readonly kind: 'bullet' }
  /** `I`, `II.1`, `A`, `Phần I` */
  | { readonly kind: 'section'; readonly label: string };

const FORMS: readonly (readonly [RegExp, (label: string) => RowNumber])[] = [
  [/^$/, () => ({ kind: 'none' })],
  [
    /^(\d{1,4}(?:(?:,|\s*[.-]\s*)\d{1,3})*)\s*[.)\-:/]?$/,
    (label) => ({ kind: 'arabic', label: plain(label) }),
  ],
  // "1a" beside "1" is a part of it.
  [/^(\d{1,4}[a-zđ])\s*[.)]?$/, (label) => ({ kind: 'arabic', label: label.replace(/.$/u, '.$&') })],
  [/^([a-zđ])\s*[.)-]?$/, (label) => ({ kind: 'letter', label })],
  [/^([-–−+•*·o])$/, () => ({ kind: 'bullet' })],
  [
    /^(?:phần|mục|chương|nhóm)\s+([ivxlIVXL]+|\d+|[A-ZĐ])[.:)]?$/i,
    (label) => ({ kind: 'section', label: label.toUpperCase() }),
  ],
  [/^([IVXL]+|[A-ZĐ])\s*[.)\-:]?$/, (label) => ({ kind: 'section', label })],
  [/^([A-ZĐ]{2,4}-?\d{1,4})$/, (label) => ({ kind: 'arabic', label })],
];

/** `II.1`, `A.I.2`, `PL2.3`, `3.a`, `5(2)`: numbers that carry their section, as our own export writes them. */
const PATH = /^((?:\p{Lu}{1,5}\d{0,3}|\d{1,4})(?:\.[\p{L}\d]{1,4})*(?:\(\d+\))?)\.?$/u;

export function parseRowNumber(text: string): RowNumber {
  // The asterisk leads to a note under the table.
  const words = tidySpaces(text).replace(/(?<=\d)\s*\*+$/, '');
  for (const [form, read] of FORMS) {
    const match = form.exec(words);
    if (match !== null) return read(match[1] ?? '');
  }
  const path = /[.(]/.test(words) ? PATH.exec(words)?.[1] : undefined;
  return path === undefined ? { kind: 'none' } : { kind: 'arabic', label: path };
}

const plain = (label: string): string =>
  label
    .split(/,|\s*[.-]\s*/)
    .map((part) => String(Number(part)))
    .join('.');

const PREFIXES: readonly RegExp[] = [
  /^(\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+)\s+(?=\S)/,
  /^([IVXL]+[.)\-:]|[A-ZĐ][.)])\s+(?=\S)/,
  /^((?:Phần|PHẦN|Mục|MỤC)\s+(?:[IVXL]+|[A-ZĐ]|\d+)[.:)]?)\s+(?=\S)/,
];

/** A number written before the title, where the table has no column of numbers: number and rest. */
export function splitNumber(title: string): { number: string; rest: string } | null {
  for (const prefix of PREFIXES) {
    const match = prefix.exec(title);
    if (match !== null) return { number: match[1] ?? '', rest: title.slice(match[0].length) };
  }
  return null;
}
