import { roleOf } from '../../core/plan/party-words.ts';
import type { SectionReading } from '../../core/plan/plan-reading.ts';
import { foldVietnamese } from '../../core/text/fold.ts';
import { kindInHeading } from './cluster-kind.ts';
import { type Owners, readOwners } from './lead-cell.ts';
import type { SourceRow } from './plan-row.ts';
import { bareTitle } from './row-items.ts';

/** Where in the table a row stands. */
export interface Section extends SectionReading {
  /** The section is a month, a quarter or a pace, which its rows fall in. */
  readonly time: string | null;
  /** The section is an office, whose tasks its rows are, perhaps with those who help. */
  readonly owners: Owners;
  /** The section is for one kind of cluster. */
  readonly kind: string | null;
}

/** `shouts`: the table writes what is to be done in capitals too, which then head nothing. */
export function isSectionRow(row: SourceRow, tableHasNumbers: boolean, shouts: boolean): boolean {
  if (row.title.length === 0) return false;
  const bare = row.own.lead.length + row.own.deadline.length === 0;
  if (row.number.kind === 'section') return bare || tableHasNumbers;
  if (row.number.kind === 'arabic' || row.number.kind === 'letter') return false;
  return row.spanning || (bare && !shouts && isShouted(row));
}

export const isShouted = ({ title }: SourceRow): boolean => {
  const words = title.join(' ');
  return /\p{Lu}{2}/u.test(words) && words === words.toUpperCase();
};

const TIME =
  /^(thang|quy|tuan|hoc ky|6 thang|nam hoc|thuong xuyen|ca nam|hang (tuan|thang|quy|nam))\b.{0,24}$/;

/** "Tháng 5: Tháng Công nhân" is May. */
export function timeIn(title: string): string | null {
  const time = title.replace(/\s*[:(].*$/u, '');
  return TIME.test(foldVietnamese(time)) ? time : null;
}

/** A section by the words of a column that groups the rows. */
export const groupSection = (words: string): Section => ({
  no: words,
  title: words,
  time: timeIn(words),
  owners: NOBODY,
  kind: kindInHeading(words),
});

export function readSection(row: SourceRow, outer: Section | null): Section {
  const title = bareTitle(row.title.join(' '));
  const label = row.number.kind === 'section' ? row.number.label : title;
  const no = outer !== null && isLetter(outer.no) && !isLetter(label) ? `${outer.no}.${label}` : label;
  return {
    no,
    title,
    time: timeIn(title) ?? (row.own.deadline.join(' ') || null),
    owners: row.own.lead.length > 0 ? readOwners(row.own.lead, row.own.coordinating) : ownersIn(title),
    kind: kindInHeading(title),
  };
}

/** "Công tác văn hóa (Phòng VH-XH chủ trì)" */
const IN_BRACKETS = /\(([^()]*chủ trì[^()]*)\)\s*$/iu;

/** The offices that a heading names: "Phòng Y tế chủ trì", "2. Nhiệm vụ của Sở Tài chính". */
function ownersIn(heading: string): Owners {
  const charged = IN_BRACKETS.exec(heading)?.[1] ?? heading.replace(CHARGES, '');
  const owners = readOwners([charged], []);
  return owners.leads.every(({ words }) => looksLikeOffice(words)) ? owners : NOBODY;
}

/**
 * The offices that a line above a table charges with its rows; a line that only begins with an office charges nobody.
 */
export const chargedIn = (line: string): Owners =>
  CHARGES.test(line) || /chủ trì/iu.test(line) ? ownersIn(line) : NOBODY;

const CHARGES =
  /^(?:(?:biểu|bảng|phụ lục)?\s*(?:số\s*)?[\dIVX]*[.):]?\s*)?(?:các )?(?:nhiệm vụ|công việc)\s+(?:được\s+)?(?:giao(?: cho)?|của|cho)\s+/iu;

export const NOBODY: Owners = { leads: [], coordinating: [] };

/** A, B, … but not those that are Roman digits where a Roman section may follow. */
export const isLetter = (label: string): boolean => /^[A-HĐ]$/.test(label);

/** Marks and the next word count: "Ban hành văn bản", "Hội nghị", "Phòng chống" and "Số hóa" are no offices. */
const OFFICE =
  /^(?:các )?(phòng(?! (chống|ngừa|cháy|bệnh|dịch))|ban(?! hành)|sở(?! hữu)|ubnd|[uủ][yỷ] ban|văn phòng|công an|mttq|hội(?! (nghị|thi|thảo|họp|diễn|nhập|chợ|trại))|đoàn(?! kết)|liên đoàn|công đoàn|đảng [uủ][yỷ]|(?:tỉnh|thành|quận|huyện) (?:[uủ][yỷ]|đoàn)|trung tâm|trường(?! hợp)|chi cục|cục|vụ(?! việc)|viện|thanh tra)\s/iu;

const looksLikeOffice = (words: string): boolean =>
  roleOf(words) !== 'unit' || (OFFICE.test(words) && words.length < 80);
