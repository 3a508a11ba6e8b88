import { tidySpaces } from '../../text/fold.ts';
import type { AppliesTo, DeadlineRule } from '../rule.ts';
import { type Phrase, type Words, wordsIn } from '../words/phrase.ts';
import type { Claim } from './join.ts';
import type { Mention, Segment } from './segment.ts';

const SCHOOL =
  /truong hoc|nganh giao duc|giao duc (?:va |- ?)?dao tao|giao duc - dao tao|nganh gd|khoi truong|cac truong|khoi giao duc|khen thuong (?:theo )?nam hoc|theo nam hoc/;
const SCHOOL_ASIDE = /nam hoc|truong(?! hop)|hoc sinh|giao vien/;
/** Offices and wards together are the administrative ones; of wards alone a person sees which clusters are meant. */
const ADMINISTRATIVE = /(?<!\b(?:gio|cach|tuc|pham) )hanh chinh|\bco quan\b.*\b(?:phuong|xa)\b/;
/** Words with which a name of those who owe the work begins. */
const ACTOR_WORDS =
  /(?:khoi(?! cong| dong)|bac|cum|ubnd|uy ban|phong(?! trao)|so(?! ket| lieu)|phuong(?! (?:huong|an|phap)\b)|xa|truong(?! hop)|cap(?! nhat| phat)|don vi|ban(?! (?:hanh|ky|giay|mem|chinh|sao|goc|in)\b)|thanh pho|quan|huyen|tinh(?! (?:den|toi|tu|theo)\b)|thpt|thcs|gdtx|gdnn|tieu hoc|mam non|doanh nghiep|bo(?! sung| tri)|nganh|chi bo|dang (?:uy|bo)|lien doan|doan|hoi(?! nghi| thi| thao)|mat tran|mttq|co quan|dia phuong|tap the|ca nhan|to(?! (?:chuc|trinh|khai)\b)|trung tam|cong doan|vu|cuc|chi nhanh|chi cuc|vien|thon|khu pho|to dan pho|cong an|toa an|benh vien|tram|lop|khoa|chu tich|bi thu|giam doc|hieu truong|thu truong|thuong truc|van phong|thanh tra|kho bac|ldld|hdnd|ubmttq|bch|btv)\b/;
const ACTOR = new RegExp(`^${ACTOR_WORDS.source}`);
/** Those for whom a day does not hold. */
const EXCEPTION = /^(?:ngoai )?tru\b|^khong (?:ke|bao gom|tinh|ap dung)\b/;
const FOR = /(?:^|[\s(,;])(?:doi voi|danh cho|ap dung cho|ap dung doi voi)\s+/;
const ENDS =
  /[:;()]|,(?! (?:xa|phuong|dac khu|thi tran|ban|nganh|so|doan the|don vi|quan|huyen|thi xa|thanh pho|tieu hoc|thcs|thpt|truong|mttq|cong doan|lop|khoi)\b)|\s(?:xong|hoan thanh|(?:va )?het|truoc|cham nhat|muon nhat|thoi han|thoi gian|han|khong qua|den|vao|ngay|gui|nop|bao cao|thuc hien|theo|la|phai|hop|(?<!phong |ban |(?<!noi )vu )tong hop(?=,| \w)|ky ban hanh|ban hanh|phe duyet|du thao|tham muu|ra soat|tiep nhan|trinh|trien khai|hoan thien|gop y|phan dau|du kien|chu tri|phoi hop|(?<!hoi dong )tham dinh|tuu truong|trong(?=\s*$))\b/;

/** For whom the claim's deadline is, from the brackets after it or the words before it; null for everybody. */
export function scopeOf(
  phrase: Phrase,
  segment: Segment,
  claimed: readonly Mention[],
  { start, end }: Claim,
): AppliesTo {
  const at = claimed.indexOf(start ?? end);
  const between = wordsIn(phrase, claimed[at - 1]?.to ?? segment.from, (start ?? end).from);
  if (opensWithBrackets(phrase, segment, claimed)) return leadingBracket(between);
  const before = at > 0 ? behindAside(between) : between;
  const last = lastJoined(phrase, claimed, claimed.indexOf(end));
  const after = wordsIn(phrase, (claimed[last] ?? end).to, claimed[last + 1]?.from ?? segment.to);
  const behindOther = at > 0 && endsWithFor(phrase, segment, claimed);
  const prefixed = behindOther ? null : (namedAfterFor(before) ?? headingActor(before, phrase));
  if (at > 0 && prefixed !== null && FOR.test(before.folded)) return prefixed;
  const ofNext = last < claimed.length - 1 && (prefixed !== null || opensNext(after));
  const suffixed = ofNext ? null : namedAfterFor(after);
  return bracketed(after) ?? prefixed ?? suffixed ?? (isSchool(before) ? 'school' : null);
}

/** "… (đối với lớp 9), trước 25/5": brackets that hang on the day before say nothing of the next. */
function behindAside(words: Words): Words {
  const aside = /^\s*\([^()]*\)/.exec(words.folded);
  return aside === null ? words : wordsIn(words, aside[0].length, words.folded.length);
}

/** "Trước 20/11 đối với cấp xã, trước 30/11 đối với cấp huyện": for whom stands behind each. */
function endsWithFor(phrase: Phrase, segment: Segment, claimed: readonly Mention[]): boolean {
  const [first, last] = [claimed[0], claimed.at(-1)];
  if (first === undefined || last === undefined) return false;
  return (
    namedAfterFor(wordsIn(phrase, last.to, segment.to)) !== null &&
    namedAfterFor(wordsIn(phrase, segment.from, first.from)) === null
  );
}

/** "(Cụm hành chính) trước 20/12, (Cụm trường học) trước 30/5": brackets before each, not after. */
function opensWithBrackets(phrase: Phrase, segment: Segment, claimed: readonly Mention[]): boolean {
  const [first, last] = [claimed[0], claimed.at(-1)];
  if (first === undefined || last === undefined) return false;
  return (
    leadingBracket(wordsIn(phrase, segment.from, first.from)) !== null &&
    bracketed(wordsIn(phrase, last.to, segment.to)) === null
  );
}

/** What the last brackets before a mention name, unless they hang on those who are written to. */
function leadingBracket(before: Words): AppliesTo {
  const open = before.folded.lastIndexOf('(');
  return open < 0 || RECIPIENT.test(before.folded.slice(0, open))
    ? null
    : bracketed(wordsIn(before, open, before.folded.length));
}

/** "Gửi về Bộ Thông tin và Truyền thông (Cục An toàn thông tin)". */
const RECIPIENT = /\b(?:ve|cho|toi|trinh|gui(?! (?:bao cao|ho so|ke hoach|danh sach)\b))\s[^,;:(]*[a-z]\s*$/;

/** "… (riêng đối với khối trường học: trước …": for whom the next one is. */
function opensNext({ folded }: Words): boolean {
  const named = FOR.exec(folded);
  if (named === null || /\brieng\b/.test(folded.slice(0, named.index + named[0].length))) return true;
  return ENDS.exec(folded.slice(named.index + named[0].length))?.[0] === ':';
}

const JOINT = /^[,;\s]*(?:(?:va|hoac|truoc|cham nhat|vao|ngay|quy|thang|den|het|\d+h?\d*)(?:\s+|$))*$/;

/** The last of the mentions that nothing but a joint keeps apart: what is said after it is said of all. */
function lastJoined({ folded }: Phrase, claimed: readonly Mention[], at: number): number {
  let last = at;
  for (let next = at + 1; next < claimed.length; next++) {
    const [one, other] = [claimed[last], claimed[next]];
    if (one === undefined || other === undefined || other.from - one.to > LONGEST_JOINT) break;
    if (!JOINT.test(folded.slice(one.to, other.from))) break;
    last = next;
  }
  return last;
}

const LONGEST_JOINT = 30;

function bracketed(after: Words): AppliesTo {
  const open = after.folded.indexOf('(');
  if (open < 0 || open > 12) return null;
  const close = after.folded.indexOf(')', open);
  if (close < 0) return null;
  const inside = wordsIn(after, open + 1, close);
  const folded = inside.folded.trim();
  if (EXCEPTION.test(folded)) return null;
  if (SCHOOL_ASIDE.test(folded)) return 'school';
  return ADMINISTRATIVE.test(folded) ? 'administrative' : classified(inside);
}

function namedAfterFor(words: Words): AppliesTo {
  const found = FOR.exec(words.folded);
  return found === null ? null : classified(upToEnd(words, found.index + found[0].length));
}

/** "Các phường: trước 15/11", "Thời hạn: Các phường: 15/11". */
function headingActor(before: Words, phrase: Phrase): AppliesTo {
  const opening = before.folded.lastIndexOf('(');
  const start = before.folded.indexOf(')', opening) < 0 ? opening + 1 : 0;
  const { plain, folded } = wordsIn(before, start, before.folded.length);
  const headings: Words = {
    plain,
    folded: folded.replace(HOUR_COLON, '.').replace(ANNOUNCING_DASH, ' : '),
  };
  for (let end = headings.folded.lastIndexOf(':'); end > 0; ) {
    const colon = headings.folded.lastIndexOf(':', end - 1);
    const actor = classified(wordsIn(headings, colon + 1, end));
    if (actor !== null) return actor;
    end = colon;
  }
  return unannounced(before, phrase);
}

/** "15:00". */
const HOUR_COLON = /(?<=\d):(?=\d)/g;

/** "Cụm hành chính - trước 20/12", against "Sở Lao động - Thương binh và Xã hội". */
const ANNOUNCING_DASH = / - (?=(?:(?:truoc|cham|muon|xong|han|thoi|khong|ngay|hoan|den|vao|hang)\b.*)?$)/;

/**
 * "Khối tiểu học trước 20/5", "Cụm hành chính trước 20/12": levels and clusters name themselves without a colon, others
 * where several do: "Chi bộ trước 10/12, Đảng uỷ phường trước 20/12".
 */
function unannounced(before: Words, phrase: Phrase): AppliesTo {
  const named = bare(before);
  if (!ACTOR.test(named.folded) || HEAD.test(named.plain)) return null;
  const isOne = !UNNAMED.test(named.folded) && !isSchool(before) && areSeveral(phrase);
  const name = upToEnd(named, 0);
  const setApart = APART.test(before.folded) || REST.test(name.folded);
  return isOne || setApart || LEVEL.test(named.folded) ? classified(name) : null;
}

/** "Riêng Công an quận trước …", "các ngành khác …": not everybody, though nobody else is named. */
const APART = /\brieng\s/;
const REST = /\s(?:khac|con lai)\b/;

/** "Các đơn vị đăng ký thi đua trước …": all of them, and what they do. */
const UNNAMED = /^(?:don vi|co quan|dia phuong)\b(?! (?:thuong truc|chu tri|tham muu|tong hop|dau moi)\b)/;

const areSeveral = ({ folded }: Phrase): boolean => [...folded.matchAll(LEADING_ACTOR)].length > 1;

/** A name at the beginning of a part of the phrase, and what its bearers do by a day. */
const LEADING_ACTOR = new RegExp(
  `(?:^|[,;:.\\n(]|\\bva\\b)[^a-z]*(?:cac )?(?<actor>${ACTOR_WORDS.source}[^;:.()\\d\\n]{0,80}?)\\b(?:truoc|cham nhat|muon nhat|xong|han|den het)\\b`,
  'g',
);

/**
 * "Các đơn vị gửi Cụm trưởng trước 25/11; Cụm trưởng tổng hợp trước 05/12": one of several who each have a day, and whom
 * no rule names.
 */
export function leavesActor(phrase: Phrase, rules: readonly DeadlineRule[]): boolean {
  const actors = [...phrase.folded.matchAll(LEADING_ACTOR)].flatMap(({ 0: said, index, groups }) => {
    const actor = groups?.['actor'] ?? '';
    const written = phrase.plain.slice(index + said.lastIndexOf(actor));
    return THINGS.test(written) ? [] : [actor];
  });
  const named = new Set(actors.filter((actor) => !UNNAMED.test(actor)).map(openingWords));
  return new Set(actors.map(openingWords)).size > 1 && named.size > rules.filter(isScoped).length;
}

/** "Cấp phường; cụm thi đua; khối trường học: trước 30/11": all in the row are meant, and a rule names one. */
export const bindsRow = ({ folded }: Phrase, rules: readonly DeadlineRule[]): boolean =>
  rules.length === 1 && rules.some(isScoped) && ROW_OF_ACTORS.test(folded);

const ROW_OF_ACTORS = new RegExp(`^\\W*(?:cac )?${ACTOR_WORDS.source}[^;:\\d]*(?:;[^;:\\d]+)+:`);

const openingWords = (actor: string): string => actor.split(' ', 2).join(' ');
const isScoped = ({ appliesTo }: DeadlineRule): boolean => appliesTo !== null;

const LEVEL = /^(?:khoi(?! cong| dong)|bac|cap(?! nhat| phat)|cum)\s/;
/** "Cụm trưởng", against "Cụm trường học". */
const HEAD = /^(?:cụm|khối)\s+(?:trưởng|phó)|^(?:cum|khoi)\s+(?:truong(?!\s+(?:hoc|thcs|thpt))|pho)/i;

/** The words up to those that say what is done. */
function upToEnd(words: Words, from: number): Words {
  const rest = `${words.folded.slice(from)} `;
  return wordsIn(words, from, from + (ENDS.exec(rest)?.index ?? rest.length));
}

function classified(words: Words): AppliesTo {
  const named = bare(words);
  if (!ACTOR.test(named.folded)) return null;
  if (isSchool(words) && !OFFICE.test(named.folded)) return 'school';
  if (ADMINISTRATIVE.test(words.folded)) return 'administrative';
  return cleaned(named);
}

/** "Khối trưởng" folds like "khối trường". */
function isSchool({ plain, folded }: Words): boolean {
  const found = SCHOOL.exec(folded);
  return found !== null && !/trưởng/i.test(plain.slice(found.index, found.index + found[0].length));
}

/** "Phòng Giáo dục và Đào tạo" is no school. */
const OFFICE = /^(?:so|phong|bo|vu)\b/;

/** What stands before those who owe the work: signs, the letter of a list, "yêu cầu", "đối với các". */
const LEADING =
  /^(?:[^a-z0-9]+|(?:[a-z]|\d{1,2}|[ivx]+)\s?[.)]\s*|(?:thuc hien|hoan thanh|yeu cau|de nghi|giao|thoi gian|thoi han|han|rieng|(?:hang|moi) (?:nam|thang|quy),?|doi voi|cac|nhung|toan bo|tat ca)(?:\s*:)?\s+)+/;

function bare(words: Words): Words {
  return wordsIn(words, LEADING.exec(words.folded)?.[0].length ?? 0, words.folded.length);
}

/** Papers, matters and doings that fold like those who owe them: "bản" like "ban", "phương hướng" like "phường". */
const THINGS =
  /^(?:bản|bàn|phương|số|sổ|sơ|bổ|bố|tờ|tính|đoạn|hỏi|quán|quản|quan|phòng (?:chống|ngừa|cháy)|xã hội|đoàn kết)\s/i;
const LEVEL_WORD = /^cap\s+/;

function cleaned(words: Words): AppliesTo {
  const level = LEVEL_WORD.exec(words.folded)?.[0].length ?? 0;
  const text = tidySpaces(words.plain.slice(level).replace(/[^\p{L}\p{N})]+$/u, ''));
  return text === '' || THINGS.test(text) || EVERYBODY.test(words.folded) ? null : text;
}

/** "Các cụm", "các đơn vị liên quan": no part of those who owe the work. */
const EVERYBODY =
  /^(?:(?:cum|khoi|don vi|co quan)(?: thi dua| truc thuoc| thanh vien| (?:co )?lien quan)?(?:\s?,\s?| va )?)+\W*$/;

const NAMED = new RegExp(`${FOR.source}|(?:^|[;\\n])\\s*(?=[^;:]{3,60}:)`, 'g');

/** "… đối với đơn vị thành viên; … đối với Khối": each of them alone means everybody, beside one another some each. */
export function partsEverybody(phrase: Phrase): boolean {
  const whole = wordsIn(phrase, 0, phrase.folded.length);
  const names = [...phrase.folded.matchAll(NAMED)]
    .map((said) => bare(upToEnd(whole, said.index + said[0].length)).folded)
    .filter((name) => EVERYBODY.test(name));
  return new Set(names.map((name) => name.trim())).size > 1;
}
