import type { Office } from '../../core/organisation/cluster.ts';
import { partiesIn, startsParty } from '../../core/plan/party-words.ts';
import { tidySpaces } from '../../core/text/fold.ts';
import { folded, withoutAside } from './table-headings.ts';

const OF_CLUSTER =
  '(?: thi dua)?(?: (?:cum|khoi)(?: thi dua)?(?: so)?)?(?: \\d{1,2}| thu (?:nhat|hai|ba)| thuong truc)?$';
const OFFICES: readonly (readonly [Office, RegExp])[] = [
  [
    'lead',
    new RegExp(`^(?:lead|head|(?:don vi )?(?:truong|(?:cum|khoi) truong|truong (?:cum|khoi)))${OF_CLUSTER}`),
  ],
  [
    'deputy',
    new RegExp(
      `^(?:deputy|(?:don vi )?(?:pho|(?:cum|khoi) pho|pho(?: truong)? (?:cum|khoi)(?: truong)?))${OF_CLUSTER}`,
    ),
  ],
  [
    'member',
    /^(member|uy vien|(cac )?(don vi )?(thanh vien|don vi|con lai)( (cum|khoi|khac|con lai|(trong|thuoc) (cum|khoi)))*)$/,
  ],
];

/** Without their marks schools are heads, and quarters of a town deputies. */
const NO_OFFICE = /trường|phố(?!\p{L})/iu;

/** Null for words that name none. */
export const officeOf = (words: string): Office | null =>
  NO_OFFICE.test(words)
    ? null
    : (OFFICES.find(([, pattern]) => pattern.test(folded(withoutAside(words))))?.[0] ?? null);

/** A unit as a cell names it, with the office that stands beside its name. */
export interface NamedUnit {
  readonly name: string;
  readonly office: Office | null;
}

const BESIDE = [
  /^(.+?)\s*[([]([^()[\]]+)[)\]]$/u,
  /^(.+?)\s*[-–,:]\s*([^-–,:]+)$/u,
  /^(.+?)\s+(?:là|làm|giữ)\s+(.+)$/u,
];
const BEFORE = /^([^:]{3,40}):\s*(.*)$/u;
const LIST_MARK = /^(?:\d{1,2}\s*[.)]|[-–•+*])\s*(?=\p{L})/u;

/** "UBND phường Kim Mã (Cụm trưởng)", "1. Sở Nội vụ - Khối trưởng", "Huyện Lắk làm Cụm phó". */
export function unitNamed(words: string): NamedUnit {
  const name = tidySpaces(words)
    .replace(LIST_MARK, '')
    .replace(/(?:\s*\(?\*+\)?|[.,;:]+)$/u, '');
  for (const pattern of BESIDE) {
    const [, unit = '', beside = ''] = pattern.exec(name) ?? [];
    const office = unit === '' ? null : officeOf(beside);
    if (office !== null) return { name: unit, office };
  }
  return { name, office: null };
}

/** The units of a cell, in its order; "Trưởng: A; Phó: B, C" gives each its office. */
export function unitsNamed(cell: string): NamedUnit[] {
  let ofList: Office | null = null;
  return cell
    .replace(/[,.;]\s*(?=([^,.;:\n]{3,40}):)/gu, (joint, label: string) =>
      officeOf(label) === null ? joint : '\n',
    )
    .split(/[;\n]/)
    .map((line) => tidySpaces(line).replace(LIST_MARK, ''))
    .flatMap((line) => {
      const [, label = '', rest = ''] = BEFORE.exec(line) ?? [];
      const named = officeOf(label);
      ofList = named ?? ofList;
      const office = ofList;
      return namesIn(named === null ? line : rest)
        .map(unitNamed)
        .map((unit) => ({ ...unit, office: unit.office ?? office }));
    })
    .filter(({ name }) => name !== '');
}

/** A comma parts two names, and not "Sở Văn hóa, Thể thao và Du lịch". */
function namesIn(line: string): string[] {
  const names: string[] = [];
  for (const part of partiesIn(line).flatMap(bySigns)) {
    const before = names.at(-1);
    const isRest = before !== undefined && !startsParty(part) && /\svà\s/u.test(part);
    if (!isRest) names.push(part);
    else if (startsParty(before)) names[names.length - 1] = `${before}, ${part}`;
    else names.push(...part.split(/\s+và\s+/u));
  }
  return names;
}

/** By commas, and by strokes between names that begin alike: "UBND xã A - UBND xã B". */
function bySigns(words: string): string[] {
  const [head = ''] = words.split(' ', 1);
  const alike = words.split(/\s[-–]\s/);
  const isList = alike.length > 1 && alike.every((part) => startsParty(part) && part.startsWith(`${head} `));
  return (isList ? alike : [words]).flatMap((part) => part.split(/,\s*/));
}

/** How many units a cell surely names: a name may be broken over its lines. */
export const countOfUnits = (cell: string): number =>
  Math.max(
    unitsNamed(cell.replaceAll('\n', ' ')).length,
    cell.split('\n').filter((line) => startsParty(line) || LIST_MARK.test(line)).length,
  );

/** "Đơn vị đứng đầu danh sách là Cụm trưởng, đơn vị thứ hai là Cụm phó": the offices of the first units of each cluster. */
export function officesByOrder(sentence: string): readonly Office[] {
  const clauses = sentence.split(/[,.;()]/).map(folded);
  const says = (place: RegExp, office: RegExp): boolean =>
    clauses.some((clause) => place.test(clause) && office.test(clause));
  if (!says(/dung dau|dau tien|thu nhat|so thu tu 1\b|dau danh sach/, /(cum|khoi) truong|truong (cum|khoi)/))
    return [];
  return says(/thu (hai|2)|ke tiep|tiep theo/, /\bpho\b/) ? ['lead', 'deputy'] : ['lead'];
}
