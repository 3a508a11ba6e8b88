import { foldVietnamese, tidySpaces } from '../text/fold.ts';
import type { PartyReading, PartyRole } from './party-reading.ts';

/**
 * Words with which the name of an office, a body or a sort of them begins. Marks count: "Sở Nông nghiệp và Môi
 * trường" does not name everybody ("mỗi"), nor "Phòng Hành chính, Tổ chức" a group ("tổ").
 */
const HEADS = [
  'phòng|ban(?! hành)|sở|ubnd|ủy ban|văn phòng|công an|mttq|ub mttq|ubmttq|mặt trận|hội(?! nhập)|hlhpn|đoàn(?! kết)',
  'liên đoàn|ldld|lđlđ|liên hiệp|cụm|khối|trung tâm|trường|trưởng|chi cục|cục|vụ|bộ(?! máy)|viện|thanh tra|tòa án',
  'kho bạc|bảo hiểm|bhxh|thành viên|huyện ủy|quận ủy|thành ủy|tỉnh ủy|đảng ủy|thị ủy|cấp ủy|báo(?! chí| cáo)|đài',
  'công đoàn|tổ(?! chức)|chủ tịch|phó chủ tịch|bí thư|hiệu trưởng|ctub|đội|hạt|ngân hàng|nhnn|tổng cục|tập đoàn',
  'tổng công ty|công ty|doanh nghiệp|đảng bộ|chi bộ|ông|bà|đồng chí|đ/c|hđnd|hội đồng|bệnh viện|trạm|nhà|học viện',
  'bưu điện|điện lực|đại học|cao đẳng|thị đoàn|quận đoàn|huyện đoàn|tỉnh đoàn|thành đoàn|bch|thường trực|lãnh đạo|cơ quan|đơn vị',
  'tất cả|toàn thể|mọi|mỗi|từng|những|một số|các|thôn|khu phố|bảo tàng|thư viện|thuế|hải quan|the |all |each ',
].join('|');
const HEAD = new RegExp(`^(?:${HEADS})(?!\\p{L})`, 'u');
const BARE_HEAD = new RegExp(`^(?:${foldVietnamese(HEADS)})(?![a-z])`);

const LONGEST_HEAD = 24;

/** Words typed without marks are compared without them. */
function beginsWithHead(words: string): boolean {
  const lower = words.slice(0, LONGEST_HEAD).toLowerCase();
  return lower === foldVietnamese(lower)
    ? BARE_HEAD.test(lower)
    : HEAD.test(lower.replaceAll('uỷ', 'ủy').replaceAll('toà', 'tòa'));
}

const PLACE = /^(Xã|Phường|Thị trấn|Thị xã|Quận|Huyện|Tỉnh|Thành phố|Đặc khu)\s+\p{Lu}/u;

/** Heads that may begin a party in lower case, after a comma: elsewhere "ban" or "so" goes on with a list. */
const LOWER_HEAD =
  /^(các|những|một số|tất cả|toàn thể|từng|thành viên|cụm trưởng|cụm phó|khối trưởng|khối phó|đồng chí|đ\/c)(?!\p{L})/u;

/** "phòng Nội vụ": a name in spite of its lower case, since a capital follows. */
const LOWER_NAMED =
  /^(phòng|ban|sở|công an|văn phòng|trung tâm|trường|chi cục|cục|viện|thanh tra|trạm|bệnh viện|hội|đoàn|[uủ][yỷ] ban|phường|xã|ông|bà)\s+\p{Lu}/u;

/** "Văn phòng HĐND và UBND" is one office, as is "Báo và PTTH". */
const ONE_OFFICE = /(hdnd|hoi dong nhan dan|dbqh)\s*$/;

/** "P. Nội vụ", "TT. Y tế": the kind of office by its first letters. */
const SHORTENED = /^\p{Lu}{1,2}\.\s*\p{Lu}/u;

/** How a Vietnamese word is built, without its marks: every name that is built otherwise is a brand. */
const SYLLABLE = /^(?:[cgknpt]h|ngh?|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,4}(?:ch|ng|nh|[cmnpt])?$/;

/** "Viettel", "Agribank Sơn La": the first word is no Vietnamese one. */
const isBrand = (words: string): boolean => {
  const [name = ''] = /^\p{Lu}[\p{L}\d]+/u.exec(words) ?? [];
  return name !== '' && !SYLLABLE.test(foldVietnamese(name));
};

/** Whether words begin as the name of a unit, or of a sort of them. */
export const startsParty = (words: string): boolean =>
  isBrand(words) ||
  SHORTENED.test(words) ||
  LOWER_HEAD.test(words) ||
  LOWER_NAMED.test(words) ||
  PLACE.test(words) ||
  (/^\p{Lu}/u.test(words) && (beginsWithHead(words) || /^[\p{Lu}\d-]{2,}(?!\p{L})/u.test(words)));

/**
 * The parties that a cell names, in its order: cut where a new name begins, so that "Phòng Văn hoá và Thông tin" stays
 * whole.
 */
export function partiesIn(words: string): string[] {
  return words.split(/[\n;]|\s\+\s/).flatMap(partiesInLine);
}

function partiesInLine(line: string): string[] {
  const parties: string[] = [];
  let from = 0;
  for (const match of line.matchAll(
    /\s*(?:,|\/|\s[-–](?=\s)|(?<!(?<!\p{L})\p{Lu}{1,2})\.(?=\s)|(?<!\p{L})(?:và|cùng|&|and)(?!\p{L}))\s*/gu,
  )) {
    const after = line.slice(match.index + match[0].length).replace(/^(và|cùng)\s+/u, '');
    const before = line.slice(from, match.index);
    if (
      !startsParty(after) ||
      FURTHER_SORT.test(after) ||
      isOneOffice(before, match[0], after) ||
      isInitials(before, match[0], after) ||
      (/[/–-]/.test(match[0]) && !sameHead(before, after)) ||
      isOpen(before)
    )
      continue;
    parties.push(before);
    from = match.index + match[0].length;
  }
  parties.push(line.slice(from));
  return parties.map(bareName).filter((name) => name !== '');
}

/** "các thành viên Cụm, Khối": both are spoken of. */
const FURTHER_SORT = /^(Cụm|Khối)\s*(?:$|[,;])/u;

const isOneOffice = (before: string, joint: string, after: string): boolean =>
  (/^báo$/iu.test(before.trim()) && joint.trim() === 'và') ||
  (!joint.includes(',') &&
    ONE_OFFICE.test(foldVietnamese(before)) &&
    /^(UBND|HĐND|Uỷ ban|Ủy ban|Hội đồng)/u.test(after));

/** "Phòng LĐ – TB và XH": the initials of one office, as long as no comma parts them. */
const isInitials = (before: string, joint: string, after: string): boolean =>
  !joint.includes(',') &&
  /(?<!\p{L})\p{Lu}{1,2}$/u.test(tidySpaces(before)) &&
  /^\p{Lu}{1,3}(?!\p{L})/u.test(after) &&
  !beginsWithHead(after);

/**
 * A stroke parts "Phòng Nội vụ - Phòng Y tế", and neither "Phòng Cải cách hành chính - Sở Nội vụ" nor "UBND - HĐND".
 */
const sameHead = (one: string, other: string): boolean => {
  const [head, of] = [tidySpaces(one), other].map((words) => words.split(' ')[0]?.toLowerCase());
  return head === of && /^(phòng|ban|sở|trường|trung tâm|hội)$/u.test(head ?? '');
};

const isOpen = (words: string): boolean => words.split('(').length > words.split(')').length;

const bareName = (words: string): string =>
  tidySpaces(words)
    .replace(/^([-–+•*]\s*|và\s+|cùng\s+)/u, '')
    .replace(/^(đề nghị|mời|giao)\s+(?=\p{Lu})/iu, '')
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

/** A name behind a dash of its own. */
const LISTED = /^[-–+•]\s*\p{Lu}/u;

function goesOn(above: string, line: string): boolean {
  if (LISTED.test(above) && LISTED.test(line)) return false;
  if (/(,|-|–|và|của|(?<!trực )thuộc|với)$/u.test(above) || /^(và|-\s?\p{Ll}|\()/u.test(line)) return true;
  // "Sở Tài chính, Sở" breaks off behind the first word of a name, "Thành phố" goes on with one.
  const last = above.split(/[,;]\s*/u).at(-1) ?? '';
  if (beginsWithHead(last) && !/\s/.test(last) && !/^\p{Lu}{2,}$/u.test(last)) return true;
  if (/^(Thành phố|Tỉnh)\s*(?:$|[,;.])/u.test(line)) return true;
  return /^\p{Ll}/u.test(line) && !LOWER_HEAD.test(line);
}

const ROLES: readonly (readonly [PartyRole, RegExp])[] = [
  [
    'cluster_head',
    /^((cac|dong chi|don vi) )*(cum|khoi) truong(?! hoc)|^truong (cac |tung )?(cum|khoi)(?! (truong|pho))|^cluster heads?|^((cac|tung|tat ca cac) )(cum|khoi) thi dua|^((cac|tung|tat ca cac) )?(cum|khoi) ((cac|thi dua|khoi|don vi|co quan) )*(hanh chinh|truong hoc)/,
  ],
  [
    'cluster_deputy',
    /^((cac|dong chi|don vi) )*(cum|khoi) pho|^pho (truong )?(cac |tung )?(cum|khoi)|^cluster deput/,
  ],
  ['cluster_member', /^((cac|don vi) )*thanh vien (cac |cua )?(cum|khoi)|^cluster members?/],
  ['council_member', /^((cac|dong chi|d\/c) )*(thanh vien|uy vien) (cua )?(hoi dong|hd)|^council members?/],
  [
    'each_unit',
    /^((thu truong|lanh dao) (?=cac|tat ca))?(cac|tat ca( cac)?|toan the( cac)?|moi|tung|100% (cac )?|100 % (cac )?|all|each|every) ?(the )?(.*(don vi|co quan|dia phuong|units?|agenc|department))/,
  ],
];

/** Not everybody, but those of one sort, last named: "các đơn vị sự nghiệp". */
const OF_ONE_SORT =
  /(?:don vi|co quan|dia phuong),? (?:su nghiep|truong|giao duc|y te|bao chi|truyen thong|(?:cua |thuoc |khoi )*(?:dang|doan the)|luc luong|quan doi|chuyen mon|hanh chinh|doanh nghiep|kinh te|cong lap|ngoai cong lap|cap)(?!.*(?:don vi|co quan|dia phuong))/;

/** Whom the words name: everybody of a sort, or else a unit. */
export function roleOf(words: string): PartyRole {
  // "Khối phố" is a part of a ward, and without its marks a deputy.
  const folded = foldVietnamese(tidySpaces(words).replace(/(khối) (phố)/giu, '$1-$2'));
  const role = ROLES.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'unit';
  return role === 'each_unit' && OF_ONE_SORT.test(folded) ? 'unit' : role;
}

export const partyOf = (words: string): PartyReading => ({ role: roleOf(words), words });

const HOLDER =
  /^(?:(?:cac |dong chi |d\/c )*(?:lanh dao|thu truong|chu tich|giam doc|hieu truong|bi thu|chi huy truong|chanh(?= van phong| thanh tra)|truong(?= (?:phong|ban|cong an|tram|doi|trung tam) )) )/;
const STANDING = /\s*[-–,]\s*(?:co quan )?thuong truc\b.*$/;

/** The unit whose head words name, without what else it is: "Trưởng phòng Nội vụ", "Phòng Nội vụ - Thường trực Hội đồng". */
export const unitOfHead = (words: string): string =>
  foldVietnamese(tidySpaces(words)).replace(HOLDER, '').replace(STANDING, '');
