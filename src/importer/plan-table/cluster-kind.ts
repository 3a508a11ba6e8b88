import type { PartyReading } from '../../core/plan/party-reading.ts';

const KIND = String.raw`(?:cụm|khối)(?: thi đua)?(?: (?:các|khối))?(?: (?:đơn vị|cơ quan))? (?:hành chính|trường học)(?!\p{L})`;
const NAMED = new RegExp(KIND, 'giu');
const HEADING = new RegExp(
  String.raw`^(?:(?:[IVX]+|\d+|\p{L})[.)]\s*|(?:biểu|bảng|phụ lục)(?:\s+(?:số\s+)?[IVX\d]+)?\s*[.:–-]\s*)?(?:(?:nhiệm vụ|công việc)\s+(?:của|đối với)\s+)?(?:đối với\s+)?(?:các\s+)?(${KIND})\s*[.:;]?$`,
  'iu',
);

/** The kind of cluster that a heading is for, in its words: "II. Khối trường học"; null where it says more, or none. */
export const kindInHeading = (heading: string): string | null => HEADING.exec(heading.trim())?.[1] ?? null;

/** The one kind of cluster that the words of a lead name: "Cụm trưởng các Cụm trường học". */
export function kindInLead(words: string): string | null {
  const [kind, another] = words.match(NAMED) ?? [];
  return another === undefined ? (kind ?? null) : null;
}

/**
 * Words about time, said to be for one kind of cluster: "Khối trường học: Trước 30/10". Only where clusters or their
 * units lead, whom the day would bind in every kind, and where the words say nothing of kinds themselves.
 */
export function timeForKind(kind: string | null, leads: readonly PartyReading[], words: string): string {
  const binds =
    leads.length > 0 && leads.every(({ role }) => role === 'cluster_head' || role === 'each_unit');
  if (kind === null || !binds || words === '' || SAYS_WHOM.test(words)) return words;
  const label = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  return words
    .split('\n')
    .map((line) => `${label}: ${line.replace(/^[-–+•]\s*/u, '')}`)
    .join('\n');
}

const SAYS_WHOM = /cụm|khối|trường|đối với/iu;
