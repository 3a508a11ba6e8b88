import type { PartyReading } from '../../core/plan/party-reading.ts';
import { nameLines, partiesIn, partyOf } from '../../core/plan/party-words.ts';

export interface Owners {
  readonly leads: readonly PartyReading[];
  readonly coordinating: readonly string[];
}

/** "Phối hợp với Công an"; "UBND xã sau khi thống nhất với Thường trực HĐND". */
const SAYS_COORDINATING =
  /(?:;|,|\.|\n|-|\s)*\s*(?:(?:các đơn vị\s+|đơn vị\s+|cơ quan\s+)?phối hợp(?: với| cùng| thực hiện)?|sau khi (?:thống nhất|trao đổi)(?: ý kiến)? với)\s*:?\s*/iu;
const SAYS_LEAD = /(?:đơn vị\s+|cơ quan\s+)?chủ trì(?:\s+tham mưu)?\s*[:,]?\s*/giu;
const SAYS_AFTER =
  /^([^:]+?)\s+(?:là đơn vị\s+|làm\s+)?chủ trì\s*[;,.\n]\s*([^:]+?)\s+(?:cùng\s+)?phối hợp(?: thực hiện)?\s*[.;]?$/iu;
const IN_BRACKETS = /\(\s*(chủ trì|phối hợp)\s*\)/giu;

/** Who leads and who helps; a lead cell may say both: "Phòng Nội vụ chủ trì, phối hợp với Phòng Y tế". */
export function readOwners(lead: readonly string[], coordinating: readonly string[]): Owners {
  const words = written(nameLines(lead).join('\n'));
  const coordinators = partiesIn(nameLines(coordinating).join('\n'));
  if (/\(\s*(chủ trì|phối hợp)\s*\)/iu.test(words)) return byBrackets(words, coordinators);
  if (SAYS_AFTER.test(words)) return bySuffix(words, coordinators);
  const at = SAYS_COORDINATING.exec(words);
  const leadWords = (at === null ? words : words.slice(0, at.index)).replace(SAYS_LEAD, ' ');
  const further = at === null ? [] : partiesIn(words.slice(at.index + at[0].length));
  return { leads: partiesIn(leadWords).map(partyOf), coordinating: [...further, ...coordinators] };
}

/** "CT: Phòng Y tế; PH: Công an", "Phòng Y tế (CT)" */
const written = (words: string): string =>
  words
    .replace(/(?<![\p{L}-])CT(?=\s*[:)])/gu, 'chủ trì')
    .replace(/(?<![\p{L}-])P\/?H(?=\s*[:)])/gu, 'phối hợp')
    .replace(HELPERS_IN_BRACKETS, '; $1');

/** "Ban Tổ chức (phối hợp: Sở Nội vụ)". */
const HELPERS_IN_BRACKETS = /\(\s*((?:đơn vị |cơ quan )?phối hợp(?! *\))[^()]*)\)/giu;

/** "MTTQ chủ trì; các đoàn thể phối hợp": each office before what it does. */
function bySuffix(words: string, coordinators: readonly string[]): Owners {
  const match = SAYS_AFTER.exec(words);
  const leads = partiesIn(match?.[1] ?? words).map(partyOf);
  return { leads, coordinating: [...partiesIn(match?.[2] ?? ''), ...coordinators] };
}

function byBrackets(words: string, coordinators: readonly string[]): Owners {
  const marked = partiesIn(words).map((party) => ({
    name: party.replace(IN_BRACKETS, '').trim(),
    helps: /\(\s*phối hợp\s*\)/iu.test(party),
  }));
  return {
    leads: marked.filter((party) => !party.helps).map((party) => partyOf(party.name)),
    coordinating: [...marked.filter((party) => party.helps).map((party) => party.name), ...coordinators],
  };
}

/**
 * Of a column for both ("Chủ trì/phối hợp") whose cell names several and does not say who does what: the first leads.
 * Null where the cell says it, or names one.
 */
export function ownersByOrder(lead: readonly string[], coordinating: readonly string[]): Owners | null {
  if (lead.some(saysWhoHelps)) return null;
  const [first, ...others] = partiesIn(nameLines(lead).join('\n').replace(STROKE, '\n'));
  if (first === undefined || others.length === 0) return null;
  const helpers = partiesIn(nameLines(coordinating).join('\n'));
  return { leads: [partyOf(first)], coordinating: [...others, ...helpers] };
}

const STROKE = /\s*\/\s*(?=\p{Lu})/gu;

/** "Phối hợp: Phòng Y tế", "Phòng Y tế (PH)" */
export const saysWhoHelps = (words: string): boolean => /chủ trì|phối hợp/iu.test(written(words));

const DITTO = /^(nt|-\s*nt\s*-?|như trên|như mục trên|["”“〃]|''|,,|-\/\/-|\/\/)$/iu;

/** "nt", "như trên", a ditto mark: what the row above says. */
export const isDitto = (lines: readonly string[]): boolean => DITTO.test(lines.join(' ').trim());
