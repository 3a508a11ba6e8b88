import { type LocalDate, localDate } from '../time/local-date.ts';

/** What a task wants to see with "done". */
export const EVIDENCE_KINDS = ['none', 'document', 'file', 'link'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What was given. `nothing`: the unit says that there is none, or that nothing arose. */
export type Evidence =
  | { readonly kind: 'document'; readonly number: string; readonly on: LocalDate | null }
  | { readonly kind: 'file'; readonly sha256: string; readonly name: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'nothing' };

const NUMBER = /(?:^|[\s:])(\d{1,5}\s*\/\s*[\p{L}\d][\p{L}\d.\-–/&]*)/u;
const DAY =
  /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu;
const LINK = /^https?:\/\/\S+$/iu;

/** Reads `45/BC-UBND ngày 04/11/2024` or a link; null where the text holds neither, `noSuchDay` for 30/02. */
export function readEvidence(text: string): Evidence | 'noSuchDay' | null {
  const said = text.normalize('NFC').trim();
  if (LINK.test(said)) return { kind: 'link', url: said };
  const written = DAY.exec(said);
  const rest = written === null ? said : said.replace(written[0], ' ');
  const number = NUMBER.exec(rest)?.[1]
    ?.replace(/\s+/g, '')
    .replace(/[.,;]+$/u, '');
  if (number === undefined || /^\d+\/\d+$/.test(number)) return null;
  const [day = 0, month = 0, year = 0] = (written ?? [])
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  const on = localDate(year, month, day);
  return written !== null && on === null ? 'noSuchDay' : { kind: 'document', number, on };
}
