import type { PartyReading } from '../core/plan/party-reading.ts';
import { partiesIn, partyOf, roleOf } from '../core/plan/party-words.ts';
import type { SectionReading } from '../core/plan/plan-reading.ts';
import { foldVietnamese } from '../core/text/fold.ts';
import type { SourceRow } from './plan-row.ts';
import { bareTitle } from './row-items.ts';

/** Where in the table a row stands. */
export interface Section extends SectionReading {
  /** The section is a month or quarter, which its rows fall in. */
  readonly time: string | null;
  /** The section is an office, whose tasks its rows are. */
  readonly leads: readonly PartyReading[];
}

export function isSectionRow(row: SourceRow, tableHasNumbers: boolean): boolean {
  if (row.title.length === 0) return false;
  const bare = row.own.lead.length + row.own.deadline.length === 0;
  if (row.number.kind === 'section') return bare || tableHasNumbers;
  if (row.number.kind === 'arabic' || row.number.kind === 'letter') return false;
  return row.spanning || (bare && isShouted(row.title.join(' ')));
}

const isShouted = (words: string): boolean => /\p{Lu}{2}/u.test(words) && words === words.toUpperCase();

const TIME = /^(thang|quy|tuan|hoc ky|6 thang|nam hoc)\b.{0,24}$/;

export function readSection(row: SourceRow, outer: Section | null): Section {
  const title = bareTitle(row.title.join(' '));
  const label = row.number.kind === 'section' ? row.number.label : title;
  const no = outer !== null && isLetter(outer.no) && !isLetter(label) ? `${outer.no}.${label}` : label;
  const leads = partiesIn(title);
  return {
    no,
    title,
    time: TIME.test(foldVietnamese(title)) ? title : null,
    leads: leads.every((party) => looksLikeOffice(party)) ? leads.map(partyOf) : [],
  };
}

/** A, B, … but not those that are Roman digits where a Roman section may follow. */
export const isLetter = (label: string): boolean => /^[A-HĐ]$/.test(label);

const OFFICE =
  /^(phong|ban|so|ubnd|uy ban|van phong|cong an|mttq|hoi|doan|lien doan|trung tam|truong|chi cuc|cuc|vu|vien|thanh tra|don vi chu tri|co quan chu tri)\s/;

const looksLikeOffice = (words: string): boolean =>
  roleOf(words) !== 'unit' || (OFFICE.test(foldVietnamese(words)) && words.length < 80);
