import { foldVietnamese, tidySpaces } from '../text/fold.ts';
import type { PartyReading, PartyRole } from './party-reading.ts';

/** Words with which the name of an office, a body or a sort of them begins, folded. */
const HEAD =
  /^(phong|ban|so|ubnd|uy ban|van phong|cong an|mttq|ub mttq|ubmttq|mat tran|hoi|hlhpn|doan|lien doan|ldld|lien hiep|cum|khoi|trung tam|truong|chi cuc|cuc|vu|bo|vien|thanh tra|toa an|kho bac|bao hiem|bhxh|thanh vien|huyen uy|quan uy|thanh uy|tinh uy|dang uy|thi uy|cap uy|bao|dai|cong doan|to|chu tich|pho chu tich|bi thu|hieu truong|ban giam hieu|ctub|doi|hat|ngan hang|nhnn|tong cuc|tap doan|tong cong ty|cong ty|doanh nghiep|dang bo|chi bo|ong|ba|dong chi|d\/c|hdnd|hoi dong|benh vien|tram|nha|hoc vien|dai hoc|cao dang|thi doan|quan doan|huyen doan|tinh doan|thanh doan|bch|bo chi huy|bo tu lenh|thuong truc|lanh dao|co quan|don vi|tat ca|toan the|moi|tung|nhung|mot so|cac|thon|khu pho|to dan pho|the |all |each )(?![a-z])/;

const PLACE = /^(Xã|Phường|Thị trấn|Thị xã|Quận|Huyện|Tỉnh|Thành phố|Đặc khu)\s+\p{Lu}/u;

/** Heads that may begin a party in lower case, after a comma: elsewhere "ban" or "so" goes on with a list. */
const LOWER_HEAD =
  /^(các|những|một số|tất cả|toàn thể|từng|thành viên|cụm trưởng|cụm phó|khối trưởng|khối phó|đồng chí|đ\/c)(?!\p{L})/u;

/** "Văn phòng HĐND và UBND" is one office. */
const ONE_OFFICE = /(hdnd|hoi dong nhan dan|dbqh)\s*$/;

const startsParty = (words: string): boolean =>
  LOWER_HEAD.test(words) ||
  PLACE.test(words) ||
  (/^\p{Lu}/u.test(words) && (HEAD.test(foldVietnamese(words)) || /^[\p{Lu}\d-]{2,}(?!\p{L})/u.test(words)));

/** The parties that a cell names, in its order: cut where a new name begins, so that "Phòng Văn hoá và Thông tin" stays whole. */
export function partiesIn(words: string): string[] {
  return words.split(/[\n;]|\s\+\s/).flatMap(partiesInLine);
}

function partiesInLine(line: string): string[] {
  const parties: string[] = [];
  let from = 0;
  for (const match of line.matchAll(/\s*(?:,|\.(?=\s)|(?<!\p{L})(?:và|cùng|&|and)(?!\p{L}))\s*/gu)) {
    const after = line.slice(match.index + match[0].length).replace(/^(và|cùng)\s+/u, '');
    const before = line.slice(from, match.index);
    if (!startsParty(after) || isOneOffice(before, match[0], after) || isOpen(before)) continue;
    parties.push(before);
    from = match.index + match[0].length;
  }
  parties.push(line.slice(from));
  return parties.map(bareName).filter((name) => name !== '');
}

const isOneOffice = (before: string, joint: string, after: string): boolean =>
  !joint.includes(',') &&
  ONE_OFFICE.test(foldVietnamese(before)) &&
  /^(UBND|HĐND|Uỷ ban|Ủy ban|Hội đồng)/u.test(after);

const isOpen = (words: string): boolean => words.split('(').length > words.split(')').length;

const bareName = (words: string): string =>
  tidySpaces(words)
    .replace(/^([-–+•*]\s*|và\s+|cùng\s+)/u, '')
    .replace(/[\s.,:;]+$/u, '');

/**
 * Lines of a cell as names, one each: a line that goes on with the name above ("binh và Xã hội", broken over
 * a page) is joined to it.
 */
export function nameLines(lines: readonly string[]): string[] {
  const names: string[] = [];
  for (const line of lines) {
    const above = names.at(-1);
    if (above !== undefined && goesOn(above, line)) names[names.length - 1] = `${above} ${line}`;
    else names.push(line);
  }
  return names.map(bareName).filter((name) => name !== '');
}

function goesOn(above: string, line: string): boolean {
  if (/(,|-|–|và|của|thuộc|với)$/u.test(above) || /^(và|-\s?\p{Ll})/u.test(line)) return true;
  if (HEAD.test(`${foldVietnamese(above)} `) && !/\s/.test(above) && !/^\p{Lu}{2,}$/u.test(above))
    return true;
  return /^\p{Ll}/u.test(line) && !LOWER_HEAD.test(line);
}

const ROLES: readonly (readonly [PartyRole, RegExp])[] = [
  [
    'cluster_head',
    /^((cac|dong chi|don vi) )*(cum|khoi) truong|^cluster heads?|^((cac|tung|tat ca cac) )(cum|khoi) thi dua/,
  ],
  ['cluster_deputy', /^((cac|dong chi|don vi) )*(cum|khoi) pho|^cluster deput/],
  ['cluster_member', /^((cac|don vi) )*thanh vien (cac |cua )?(cum|khoi)|^cluster members?/],
  ['council_member', /^((cac|dong chi) )*(thanh vien|uy vien) (cua )?(hoi dong|hd)|^council members?/],
  [
    'each_unit',
    /^(cac|tat ca( cac)?|toan the( cac)?|moi|tung|100% (cac )?|100 % (cac )?|all|each|every) ?(the )?(.*(don vi|co quan|dia phuong|units?|agenc|department))/,
  ],
];

/** Whom the words name: everybody of a sort, or else a unit. */
export function roleOf(words: string): PartyRole {
  const folded = foldVietnamese(tidySpaces(words));
  return ROLES.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'unit';
}

export const partyOf = (words: string): PartyReading => ({ role: roleOf(words), words });
