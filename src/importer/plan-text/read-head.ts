import type { PlanHead, YearSpan } from '../../core/plan/plan-reading.ts';
import { tidySpaces } from '../../core/text/fold.ts';
import { type LocalDate, localDate, yearOf } from '../../core/time/local-date.ts';
import { readLabelledHead } from './labelled-head.ts';
import { namesIn } from './proper-names.ts';
import { readIssuer } from './read-issuer.ts';
import { readTitle } from './read-title.ts';

const NUMBER =
  /(?<!\p{L})[Ss]ố\s*[:.]?\s*(\d+[a-zA-Z]?)\s*\/\s*((?:\d{4}\s*\/\s*)?[\p{Lu}\d][\p{L}\d]*(?:\s?[-–]\s?\p{Lu}[\p{L}\d.]*|[-–]\d[\p{L}\d.]*)*)/u;
/** "Số 45-KH/TU": how the Party writes its numbers. */
const PARTY_NUMBER =
  /(?<!\p{L})[Ss]ố\s*[:.]?\s*(\d+\s*[-–]\s*\p{Lu}\p{L}{1,3}\s*\/\s*[\p{Lu}\d][\p{L}\d]*(?:[-–][\p{Lu}\d][\p{L}\d]*)*)/u;
const LONG_DATE = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu;
const SHORT_DATE = /(?:ngày|,)\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/iu;
const DAY = String.raw`\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}`;
/** A line that is nothing but place and day, or the document's own number and day. */
const DAY_LINE = new RegExp(
  [
    String.raw`^(?!(?:thứ|chủ nhật|sáng|chiều)(?!\p{L}))\p{Lu}[^.;:\d]{0,40},\s*${DAY}[.)]?$`,
    String.raw`^(?:\p{Lu}[^.;]{0,40},\s*|\(?(?:(?:kế hoạch|chương trình)\s+)?số\s*:?\s*\d[^.;]{0,40}\s\(?)?ngày\s+${DAY}[.)]?$`,
  ].join('|'),
  'iu',
);
/** "Kế hoạch 57/KH-UBND ngày 10/3/2026 của UBND phường X": number, day and issuer in one line. */
const ALL_IN_ONE =
  /^(?:(?:kế hoạch|chương trình|KH)\s+)?(?:số\s*:?\s*)?(\d+\s*[/-]\s*\p{L}[^;]{0,60}\sngày\s+\d.{0,60}\scủa\s.{1,200})$/iu;
/** Where such a line stands, if at all. */
const FIRST_LINES = 5;
/** The appendix names the document that it belongs to. */
const ATTACHED = /kèm theo\s+(?:\p{L}+\s+){1,9}số\s.{0,200}/iu;
/** "KẾ HOẠCH … năm 2025 (Kế hoạch số 07/KH-LĐLĐ ngày 20/01/2025)": a title that names its own document. */
const IN_TITLE = /\s*\(\s*(?:\p{L}+\s+){0,4}số\s[^()]*ngày[^()]*\)\s*$/iu;
const SUPERIOR =
  /(?:thực hiện|triển khai|căn cứ|theo)\s+(?:Kế hoạch|Chương trình|Quyết định|Nghị quyết|Chỉ thị)\s+số\s*:?\s*(\d+\s*\/.+?\s(?:của|do)\s.+?)(?=\s+(?:về|V\/v|v\/v)\s|[,;.)](?:\s|$)|\s+(?:ban hành|triển khai|phê duyệt|thực hiện)\s|$)/iu;

/** How far the head of a document reaches. */
const HEAD_LINES = 80;

/** Reads number, issuer, date, title and period from the lines around the tables. What is not there is null. */
export function readHead(lines: readonly string[]): PlanHead {
  const labelled = readLabelledHead(lines);
  const top = lines.slice(0, HEAD_LINES);
  const attached = attachment(lines);
  const written = readTitle(top, namesIn(lines));
  const bracket = IN_TITLE.exec(written ?? '')?.[0] ?? '';
  const title = labelled.title ?? written?.replace(IN_TITLE, '') ?? null;
  const issuedOn = labelled.issuedOn ?? firstDate(top) ?? dateIn(attached) ?? dateIn(bracket);
  return {
    number: labelled.isOurs
      ? labelled.number
      : (numberIn(top) ?? numberIn([attached.replace(/^.*?(?=số\s)/iu, '')])),
    issuer: labelled.issuer ?? readIssuer(lines, attached),
    issuedOn,
    period: labelled.period ?? periodIn([title ?? '', ...top], issuedOn),
    title,
    superior: labelled.superior ?? superiorIn(lines.filter((line) => !/kèm theo/iu.test(line))),
  };
}

/** The words that name this document, by its appendix or by a line that stands for its head. */
function attachment(lines: readonly string[]): string {
  const at = lines.findIndex((line) => /kèm theo/iu.test(line));
  if (at !== -1) return ATTACHED.exec(lines.slice(at, at + 3).join(' '))?.[0] ?? '';
  const first = lines.filter((line) => line !== '').slice(0, FIRST_LINES);
  const all = first.flatMap((line) => ALL_IN_ONE.exec(line)?.[1] ?? []);
  return all.map((words) => `số ${words}`).at(0) ?? '';
}

function numberIn(lines: readonly string[]): string | null {
  // A number further down belongs to a document that this one cites.
  const cites = lines.findIndex((line) => /^(căn cứ|thực hiện|triển khai|theo )/iu.test(line));
  for (const line of cites === -1 ? lines : lines.slice(0, cites)) {
    const match = own(NUMBER.exec(line));
    const party = match === null ? own(PARTY_NUMBER.exec(line))?.[1] : undefined;
    if (party !== undefined) return party.replace(/\s+/g, '').replace(/–/g, '-');
    if (match !== null) return `${match[1] ?? ''}/${(match[2] ?? '').replace(/\s+/g, '').replace(/–/g, '-')}`;
  }
  return null;
}

/** Another document, which the line cites: "Tổ chức thực hiện Chỉ thị số 05-CT/TW". */
const CITES =
  /[^\s(]\s+(?:nghị quyết|chỉ thị|kết luận|quyết định|quy định|nghị định|thông tư|công văn|hướng dẫn|kế hoạch|chương trình|đề án|thông báo)\s+/iu;
const CITES_BEFORE = new RegExp(`${CITES.source}$`, 'iu');
const CITES_NUMBER = new RegExp(`${CITES.source}số(?!\\p{L})`, 'iu');

const own = (match: RegExpExecArray | null): RegExpExecArray | null =>
  match !== null && CITES_BEFORE.test(match.input.slice(0, match.index)) ? null : match;

function firstDate(lines: readonly string[]): LocalDate | null {
  const line = lines.find(
    (words) =>
      !CITES_NUMBER.test(words) &&
      (DAY_LINE.test(words) ||
        (/^(?:TP\.)?[^.;]{0,40},?\s*ngày\s+\d{1,2}\s+tháng/iu.test(words) && LONG_DATE.test(words))),
  );
  return line === undefined ? null : dateIn(line);
}

function dateIn(words: string): LocalDate | null {
  const match = LONG_DATE.exec(words) ?? SHORT_DATE.exec(words);
  return match === null ? null : localDate(Number(match[3]), Number(match[2]), Number(match[1]));
}

const PERIODS: readonly (readonly [RegExp, (from: number, to: number) => YearSpan])[] = [
  [
    /(?:giai đoạn|nhiệm kỳ|thời kỳ|các năm|từ năm)\s+(\d{4})\s*(?:[-–—]|đến(?: năm)?)\s*(\d{4})/iu,
    (from, to) => ({ from, to }),
  ],
  [/năm học\s+(\d{4})\s*[-–—]\s*(\d{4})/iu, (from, to) => ({ from, to })],
  [/(\d{4})\s*[-–—]\s*(\d{4})/u, (from, to) => ({ from, to })],
  [/(?:năm|tháng \d{1,2}\s*[/-]|quý [IV\d]+\s*[/-])\s*(\d{4})/iu, (from) => ({ from, to: from })],
];

/** The years that the title says, else those of the lines after it, else none: the year of issue is only a guess. */
function periodIn(lines: readonly string[], issuedOn: LocalDate | null): YearSpan | null {
  const [title = '', ...rest] = lines;
  const spoken = [title.replace(CITED, ' '), ...rest.filter((line) => isTitleLike(line))];
  for (const line of spoken) {
    for (const [pattern, span] of PERIODS) {
      const match = pattern.exec(line);
      const years = match === null ? null : span(Number(match[1]), Number(match[2] ?? match[1]));
      if (years !== null && years.from <= years.to && years.to - years.from <= 30) return years;
    }
  }
  return issuedOn === null ? null : { from: yearOf(issuedOn), to: yearOf(issuedOn) };
}

/** "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024": the year of a document that the title cites. */
const CITED = new RegExp(`${LONG_DATE.source}|ngày\\s+${DAY}|\\d+/\\d{4}/[\\p{Lu}\\d-]+`, 'giu');

const isTitleLike = (line: string): boolean =>
  line.length < 160 &&
  /(?<!\p{L})(?:(?:năm|giai đoạn)\s+|(?:tháng \d{1,2}|quý [IV\d]+)\s*[/-]\s*)\d{4}/iu.test(line) &&
  !/ngày\s+\d|căn cứ|thực hiện .* số/iu.test(line);

function superiorIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const match = SUPERIOR.exec(line);
    if (match !== null) return tidySpaces(match[1] ?? '').replace(/\s*\/\s*/g, '/');
  }
  return null;
}
