import type { PlanRow, SourceRow } from './plan-row.ts';

/**
 * Puts together what the layout tore apart: a row broken over pages, and rows whose number and task are
 * merged with those above and that only name a further lead or day. Who signs under the last row is left out.
 */
export function joinRows(all: readonly SourceRow[]): SourceRow[] {
  const rows = withoutSigners(all);
  const joined: SourceRow[] = [];
  let signed = false;
  for (const row of rows) {
    const above = joined.at(-1);
    signed =
      !isOwn(row) && (signed || isSignature(row) || (above !== undefined && isOfficeHolder(above, row)));
    // Under who signs stands only their name.
    if (signed) joined.push(row);
    else if (above !== undefined && isFurtherShare(row)) joined.push({ ...row, title: above.title });
    else if (above !== undefined && !above.spanning && continues(above, row))
      joined[joined.length - 1] = appended(above, row);
    else joined.push(row);
  }
  return signed ? joined.slice(0, joined.findLastIndex(isOwn) + 1) : joined;
}

/** Without the names under who signs, below the last of the numbers. */
function withoutSigners(rows: readonly SourceRow[]): readonly SourceRow[] {
  const last = rows.findLastIndex(({ number }) => number.kind !== 'none');
  const signed = rows.findIndex((row, at) => at > last && last !== -1 && isSignature(row));
  return signed === -1 ? rows : rows.slice(0, signed + 1);
}

const isOwn = ({ title, number }: SourceRow): boolean => title.length > 0 || number.kind !== 'none';

/** The task above, once more: another office has its own day for it. */
const isFurtherShare = (row: SourceRow): boolean =>
  row.titleMerged && row.number.kind === 'none' && row.own.lead.length > 0 && row.own.deadline.length > 0;

function continues(above: SourceRow, row: SourceRow): boolean {
  if (row.number.kind !== 'none' || row.spanning || isSignature(row)) return false;
  if (row.title.length === 0) return true;
  if (row.afterBreak && isUnfinished(above)) return true;
  const goesOn = /^\p{Ll}/u.test(row.title[0] ?? '') && !/^[a-zđ]\s*[.)]/.test(row.title[0] ?? '');
  const bare = row.own.lead.length + row.own.deadline.length === 0;
  return goesOn && (row.afterBreak || bare);
}

/** Who signs under the table, in whichever columns. */
export const isSignature = ({ title, lead, coordinating, deadline }: SourceRow): boolean =>
  [...title, ...lead, ...coordinating, ...deadline].some(signs);

/** Words with which those who sign, or receive, are named. */
export const signs = (words: string): boolean =>
  /^(NGƯỜI LẬP|TM\.|T\/M|KT\.|TL\.|TUQ\.|THỦ TRƯỞNG|NƠI NHẬN|Nơi nhận:)/u.test(words);

/** "CỤM TRƯỞNG", "GIÁM ĐỐC": capitals under a column that has none. */
const isOfficeHolder = (above: SourceRow, row: SourceRow): boolean =>
  COLUMNS.some((column) => row.own[column].some(isCapitals) && !above[column].some(isCapitals));

const COLUMNS = ['lead', 'coordinating', 'deadline'] as const;

const isCapitals = (words: string): boolean =>
  /\p{Lu}{2,}\s+\p{Lu}{2,}/u.test(words) && words === words.toUpperCase() && !/\d/.test(words);

/** Words that cannot be the last of a title or of a day. */
const isUnfinished = ({ title, deadline }: SourceRow): boolean =>
  /(?:[,(–-]|(?<!\p{L})(?:và|của|với|các|cho|về|tại|từ|trong|theo|những))$/u.test(title.at(-1) ?? '') ||
  /(?<!\p{L})(?:trước|ngày|tháng|quý|đến|hết|nhất)$/iu.test(deadline.at(-1) ?? '');

function appended(above: SourceRow, row: SourceRow): SourceRow {
  const own: SourceRow['own'] = {
    title: flowed(above.own.title, row.own.title),
    lead: [...above.own.lead, ...row.own.lead],
    coordinating: [...above.own.coordinating, ...row.own.coordinating],
    deadline: [...above.own.deadline, ...row.own.deadline],
  };
  return {
    ...above,
    title: flowed(above.title, row.own.title),
    lead: [...above.lead, ...row.own.lead],
    coordinating: [...above.coordinating, ...row.own.coordinating],
    deadline: [...above.deadline, ...row.own.deadline],
    notes: [...new Set([...above.notes, ...row.notes])],
    own,
  };
}

function flowed(above: readonly string[], below: readonly string[]): string[] {
  const [first, ...rest] = below;
  const last = above.at(-1);
  if (first === undefined) return [...above];
  if (last === undefined) return [...below];
  return [...above.slice(0, -1), `${last} ${first}`, ...rest];
}

/** Lines of a cell about time: a phrase broken over lines is one, phrases of their own stay apart. */
export function phraseLines(lines: PlanRow['deadline']): string {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    const isNewPhrase = /^([-–+•*]\s|\p{Lu})/u.test(line) || (/^\d/.test(line) && /\d$/.test(text));
    return isNewPhrase ? `${text}\n${line}` : `${text} ${line}`;
  }, '');
}
