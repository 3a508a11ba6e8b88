import { foldVietnamese, tidySpaces } from '../text/fold.ts';
import type { Mention, Segment } from './mention.ts';
import type { AppliesTo } from './rule.ts';

const SCHOOL =
  /truong hoc|nganh giao duc|giao duc (?:va |- ?)?dao tao|giao duc - dao tao|nganh gd|khoi truong|cac truong|khoi giao duc|khen thuong (?:theo )?nam hoc|theo nam hoc/;
const SCHOOL_ASIDE = /nam hoc|truong(?! hop)|hoc sinh|giao vien/;
const ADMINISTRATIVE = /hanh chinh/;
/** Words with which a name of those who owe the work begins. */
const ACTOR =
  /^(?:khoi(?! cong| dong)|bac|cum|ubnd|uy ban|phong(?! trao)|so(?! ket| lieu)|phuong|xa|truong|cap(?! nhat| phat)|don vi|ban(?! hanh)|thanh pho|quan|huyen|tinh|thpt|thcs|tieu hoc|mam non|doanh nghiep|bo(?! sung| tri)|nganh|chi bo|dang uy|doan|hoi(?! nghi| thi| thao)|mat tran|mttq|co quan|dia phuong|tap the|ca nhan|to(?! chuc)|trung tam|cong doan|vu|cuc|chi nhanh|chi cuc|vien|thon|khu pho|to dan pho|cong an|toa an|benh vien|tram|lop|khoa)\b/;
/** Those for whom a day does not hold. */
const EXCEPTION = /^(?:ngoai )?tru\b|^khong (?:ke|bao gom|tinh|ap dung)\b/;
const FOR = /(?:^|[\s(,;])(?:doi voi|danh cho|ap dung cho|ap dung doi voi)\s+/;
const ENDS = /[,:;()]|\s(?:xong|hoan thanh|truoc|cham nhat|muon nhat|gui|nop|bao cao|thuc hien|la|phai)\b/;

/** For whom the mention's deadline is, from the brackets after it or the words before it; null for everybody. */
export function scopeOf(
  plain: string,
  segment: Segment,
  claimed: readonly Mention[],
  mention: Mention,
): AppliesTo {
  const at = claimed.indexOf(mention);
  const before = plain.slice(claimed[at - 1]?.to ?? segment.from, mention.from);
  const last = lastJoined(plain, claimed, at);
  const after = plain.slice((claimed[last] ?? mention).to, claimed[last + 1]?.from ?? segment.to);
  if (opensWithBrackets(plain, segment, claimed)) return leadingBracket(before);
  const said = foldVietnamese(before);
  const prefixed = namedAfterFor(before, said) ?? headingActor(before);
  const suffixed =
    bracketed(after) ??
    (last === claimed.length - 1 || prefixed === null ? namedAfterFor(after, null) : null);
  const named =
    at > 0 && prefixed !== null && FOR.test(said) ? prefixed : (bracketed(after) ?? prefixed ?? suffixed);
  return named ?? (SCHOOL.test(said) ? 'school' : null);
}

/** "(Cụm hành chính) trước 20/12, (Cụm trường học) trước 30/5": brackets before each, not after. */
function opensWithBrackets(plain: string, segment: Segment, claimed: readonly Mention[]): boolean {
  const [first, last] = [claimed[0], claimed.at(-1)];
  if (first === undefined || last === undefined) return false;
  return (
    leadingBracket(plain.slice(segment.from, first.from)) !== null &&
    bracketed(plain.slice(last.to, segment.to)) === null
  );
}

/** What the last brackets before a mention name. */
function leadingBracket(before: string): AppliesTo {
  const open = before.lastIndexOf('(');
  return open < 0 ? null : bracketed(before.slice(open));
}

const JOINT = /^[,; ]*(?:(?:va|hoac|truoc|cham nhat|vao|ngay|quy|thang|den|het|\d+h?\d*)(?: |$))*$/;

/** The last of the mentions that nothing but a joint keeps apart: what is said after it is said of all. */
function lastJoined(plain: string, claimed: readonly Mention[], at: number): number {
  let last = at;
  for (let next = at + 1; next < claimed.length; next++) {
    const [one, other] = [claimed[last], claimed[next]];
    if (one === undefined || other === undefined || other.from - one.to > LONGEST_JOINT) break;
    if (!JOINT.test(foldVietnamese(tidySpaces(plain.slice(one.to, other.from))))) break;
    last = next;
  }
  return last;
}

const LONGEST_JOINT = 30;

function bracketed(after: string): AppliesTo {
  const open = after.indexOf('(');
  if (open < 0 || open > 12) return null;
  const close = after.indexOf(')', open);
  if (close < 0) return null;
  const inside = after.slice(open + 1, close);
  const folded = foldVietnamese(inside).trim();
  if (EXCEPTION.test(folded)) return null;
  if (SCHOOL_ASIDE.test(folded)) return 'school';
  if (ADMINISTRATIVE.test(folded)) return 'administrative';
  return ACTOR.test(bare(folded)) ? cleaned(inside) : null;
}

/** "Cho", "với" and a name are longer. */
const SHORTEST_FOR = 10;

function namedAfterFor(text: string, said: string | null): AppliesTo {
  if (text.length < SHORTEST_FOR) return null;
  const folded = said ?? foldVietnamese(text);
  const found = FOR.exec(folded);
  if (found === null || folded.length !== text.length) return null;
  const start = found.index + found[0].length;
  const rest = folded.slice(start);
  const end = ENDS.exec(rest)?.index ?? rest.length;
  return classified(text.slice(start, start + end));
}

/** "Các phường: trước 15/11". */
function headingActor(before: string): AppliesTo {
  const colon = before.lastIndexOf(':');
  if (colon < 0) return levelBefore(before);
  const heading = before.slice(0, colon).replace(/^.*\((?=[^)]*$)|^[\s;,.+*-]+/, '');
  return classified(heading);
}

/** "Khối tiểu học trước 20/5": levels name themselves without a colon. */
function levelBefore(before: string): AppliesTo {
  const words = before.replace(/^[\s(;,.+*-]+/, '');
  if (!/^[kbc]/i.test(words)) return null;
  const folded = foldVietnamese(words);
  if (folded.length !== words.length || !/^(?:khoi(?! cong| dong)|bac|cap(?! nhat| phat))\s/.test(folded))
    return null;
  return classified(words.slice(0, ENDS.exec(`${folded} `)?.index ?? words.length));
}

function classified(words: string): AppliesTo {
  const folded = foldVietnamese(words).trim();
  if (!ACTOR.test(bare(folded))) return null;
  if (SCHOOL.test(folded)) return 'school';
  if (ADMINISTRATIVE.test(folded)) return 'administrative';
  return cleaned(words);
}

const LEADING = /^(?:(?:đối với|các|cấp|những|toàn bộ|tất cả)\s+)+/i;
const bare = (folded: string): string => folded.replace(/^(?:(?:doi voi|cac|nhung|toan bo|tat ca)\s+)+/, '');

function cleaned(words: string): AppliesTo {
  const text = tidySpaces(words.replace(/^[\s,;:-]+|[\s,;:-]+$/g, '')).replace(LEADING, '');
  return text === '' ? null : text;
}
