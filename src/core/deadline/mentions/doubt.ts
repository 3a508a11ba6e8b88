import type { Phrase } from '../words/phrase.ts';
import { type Claim, claimsOf, isSharp } from './join.ts';
import type { Mention, Segment } from './segment.ts';
import { workBeside } from './work-beside.ts';

/** Words that may stand between "gia hạn", "thay cho" and the day they speak of. */
const LINK =
  /^[\s:,(]*(?:(?:thoi han|thoi gian|thoi diem|han|nop|bao cao|gui|them|lai|den|het|sang|thanh|ngay|toi|sau|truoc|tu|vao|cuoi|moi|la|chot|hoan thanh|muc|moc|nhu|cu|\d+ ngay)[\s:,(]*)*$/;
const LONGEST_LINK = 48;

/** "Không tổ chức trước ngày 20/11", "không nhận hồ sơ sau ngày 15/12": a day on which something must not be. */
const FORBIDS =
  /\b(?<!\bhang )khong (?!qua|sau|muon|cham|tre|som|co|quy dinh|it|xac dinh|gioi han|thoi han|phai|ke|tinh|bao gom|ap dung)(?:\S+ ){1,4}(?:truoc|sau|tu|trong|vao|den|qua|cham nhat|muon nhat)(?: ngay| thang)?\s*$/;

/** Segments without the days that others replace, and marked `unclear` where words beside a day put it in doubt. */
export function settled(segments: readonly Segment[], phrase: Phrase): readonly Segment[] {
  const doubtful = segments.some(({ marks }) => marks.some(isChange)) || phrase.folded.includes('khong');
  if (!doubtful) return segments;
  const result: Segment[] = [];
  for (const segment of segments) {
    const before = result.at(-1);
    const found = settledOne(segment, phrase);
    if (before !== undefined && found.opensWithChange && before.mentions.length > 0)
      result[result.length - 1] = { ...before, mentions: [], unclear: true };
    result.push(found.segment);
  }
  return result;
}

const isChange = ({ mark }: Segment['marks'][number]): boolean => mark === 'moved' || mark === 'replaced';

function settledOne(segment: Segment, phrase: Phrase): { segment: Segment; opensWithChange: boolean } {
  let { mentions, unclear } = segment;
  let opensWithChange = false;
  for (const change of segment.marks.filter(isChange)) {
    const after = mentions.find(
      (mention) => mention.from >= change.to && isLinked(change.to, mention, phrase),
    );
    const before = mentions.filter(({ to }) => to <= change.from);
    if (after === undefined) {
      const last = before.at(-1);
      unclear ||= change.mark === 'moved' && last !== undefined && isAside(last, change.from, phrase);
    } else if (change.mark === 'replaced' || (after.bound === 'from' && after === mentions.at(-1))) {
      mentions = mentions.filter((mention) => mention !== after);
      unclear = true;
    } else {
      const kept = mentions.slice(mentions.indexOf(after));
      const [old, fresh] = kept;
      const shifted = old?.bound === 'from' && fresh !== undefined;
      mentions = shifted ? kept.slice(1) : kept;
      unclear ||= before.length > 0 || shifted;
      opensWithChange ||= before.length === 0;
    }
  }
  unclear ||= mentions.some(({ from }) => FORBIDS.test(phrase.folded.slice(segment.from, from)));
  return { segment: { ...segment, mentions, unclear }, opensWithChange };
}

function isLinked(from: number, mention: Mention, phrase: Phrase): boolean {
  return mention.from - from <= LONGEST_LINK && LINK.test(phrase.folded.slice(from, mention.from));
}

/** "30/11/2024 (đã điều chỉnh)": hard by the day. */
function isAside(mention: Mention, from: number, phrase: Phrase): boolean {
  return /^[\s,(:-]*(?:da |duoc |moi |se )*$/.test(phrase.folded.slice(mention.to, from));
}

const COUNTED: ReadonlySet<string> = new Set(['minute', 'hour', 'day', 'working_day', 'week']);

/**
 * "Nghiệm thu ngày 15/11, thanh toán sau 10 ngày": a distance beside a day that nothing was counted from; in brackets
 * behind its day it only says how that came about ("31/01/2026 (43 ngày trước ngày bầu cử)").
 */
export function countsBeside({ amounts, mentions, from }: Segment, phrase: Phrase): boolean {
  return amounts.some(
    (amount) =>
      COUNTED.has(amount.unit) &&
      !isLength(amount, mentions, phrase) &&
      !mentions.some(
        ({ place, to }) =>
          place.kind === 'date' && to < amount.from && EXPLAINED.test(phrase.folded.slice(to, amount.from)),
      ) &&
      (/\b(?:sau|truoc|cham nhat|khong qua|it nhat|toi thieu) $/.test(
        phrase.folded.slice(Math.max(from, amount.from - 12), amount.from),
      ) ||
        /^ (?:sau|truoc|ke tu|tinh tu)\b/.test(phrase.folded.slice(amount.to, amount.to + 10))),
  );
}

/** "Đại hội không quá 02 ngày, tổ chức trong tháng 6/2025": how long it takes that has its time behind it. */
function isLength(
  { from, to }: Segment['amounts'][number],
  [first]: readonly Mention[],
  { folded }: Phrase,
): boolean {
  if (first === undefined || to > first.from) return false;
  return /\bkhong qua $/.test(folded.slice(0, from)) && /^\s*,/.test(folded.slice(to, first.from));
}

const EXPLAINED = /^\s*\((?:tuc(?: la)? |la |truoc |cham nhat |chinh la )*$/;

/** "Một trong các ngày 10, 11, 12/11": which of them is not said. */
export const choosesDay = ({ folded }: Phrase): boolean => CHOICE.test(folded);

const CHOICE =
  /\b(?:mot|1|01) (?:(?:ngay|buoi) )?trong (?:so )?(?:cac|nhung|hai|ba|bon|nam|\d+)? ?(?:ngay|buoi|moc|thoi diem|tuan|thang)\b|\bchon (?:mot|1|01) (?:ngay|buoi)\b|\bbat ky (?:ngay|buoi)\b/;

/** "Tháng này ngày 25, từ tháng sau ngày 20", "năm học sau trước 10/5": spells after the one it is, which no rule has. */
export const comesLater = ({ folded }: Phrase): boolean => LATER.test(folded);

const LATER =
  /\btu (?:thang|quy|tuan|ky) (?:sau|toi)\b|\bnam hoc (?:sau|toi|tiep theo|ke tiep)(?: truoc| cham nhat| den)?:?(?: ngay)? \d/;

/** "Lần đầu trước ngày 15/12/2024, sau đó định kỳ hằng quý": it goes on after its day. */
export function goesOn({ mentions }: Segment, { folded }: Phrase): boolean {
  const last = mentions.at(-1);
  return last !== undefined && GOES_ON.test(folded.slice(last.to));
}

const GOES_ON =
  /^[\s,;(]*(?:va )?(?:trong |lien tuc |tiep tuc )?(?:cac|nhung) (?:ngay|lan|ky|dot|buoi|tuan)(?: lam viec)? (?:sau|tiep|ke|con lai)(?![^;]*\d)|^[\s,;(]*(?:va )?(?:sau do|tiep theo|tiep do|(?:cac|nhung) (?:lan|ky|dot) (?:sau|tiep theo))\b[^;]*\b(?:hang|moi|dinh ky)\b/;

/** "Hằng tháng (trước ngày 25), hằng quý, 6 tháng": a day in brackets is that of one cadence alone. */
export function leavesCadence({ every }: Segment, claims: readonly Claim[]): boolean {
  const said = new Set(every.filter((cycle) => cycle !== 'year' && cycle !== 'on_demand'));
  return said.size > claims.length && claims.every(({ end }) => end.opened);
}

/** "Chủ nhật hằng tuần (01, 08, 15/3)": days in brackets that come back, and do not. */
export function listsDays({ every }: Segment, claims: readonly Claim[]): boolean {
  const often = every.includes('week') || every.includes('month');
  return (
    often &&
    claims.length > 1 &&
    claims.some(({ end: { place, opened, bound } }) => opened && bound === null && place.kind === 'date')
  );
}

/** "Phấn đấu đến năm 2030 đạt 100%": how far one means to be in a year, rather than when something is due. */
export function isAim({ from, to }: Segment, claims: readonly Claim[], { folded }: Phrase): boolean {
  const years = claims.every(({ end }) => end.place.kind === 'year' || end.place.kind === 'years');
  return years && AIM.test(folded.slice(from, to));
}

const AIM = /\bphan dau\b.*\bdat\b/;

/** "UBND phường nộp trước ngày 10, trình UBND quận trước ngày 15": by whom it is handed on is not said. */
export function isHandedOn(claims: readonly Claim[], { folded }: Phrase): boolean {
  return claims.some(({ end, start }, at) => {
    const before = claims[at - 1]?.end;
    return before !== undefined && HANDED_ON.test(folded.slice(before.to, (start ?? end).from));
  });
}

const HANDED_ON =
  /^[\s,;]*(?:va |sau do |de )?(?:tong hop,? )?trinh (?!ky\b|duyet\b|phe duyet\b)\S+ .*\b(?:truoc|cham nhat|muon nhat|xong)\b/;

/** "Trước và trong ngày 30/4", "trước hoặc sau ngày 27/7": two bounds of one day. */
export const boundsTwice = ({ bounds }: Segment, { folded }: Phrase): boolean =>
  bounds.some(({ from }, at) => /^ (?:va|hoac|hay) $/.test(folded.slice(bounds[at - 1]?.to ?? from, from)));

/** "Dời từ 15/11 sang 22/11": from one day to the other it is moved, and does not last. */
export const isMoved = (claims: readonly Claim[], { plain }: Phrase): boolean =>
  claims.some(({ start, end }) => start !== null && /^[\s,)]*sang\s/i.test(plain.slice(start.to, end.from)));

/** A span beside a day that is a deadline of its own, as no day was read for it. */
export function leavesSpan({ mentions }: Segment, phrase: Phrase): boolean {
  if (mentions.length < 2 || mentions.every(isSharp)) return false;
  const claims = claimsOf(mentions);
  return claims.some(({ end: span }, at) => {
    const next = claims[at + 1]?.end;
    if (isSharp(span)) return false;
    if (next !== undefined && SERVES.test(phrase.folded.slice(span.to, next.from))) return true;
    return next?.place.kind === 'date' && next.opened
      ? EXCEPTED.test(phrase.folded.slice(span.to, next.from))
      : workBeside(claims, at, phrase)?.length === 0;
  });
}

/** "Đầu tháng 3/2025 để trình Hội đồng trước 07/4/2025": either may be the day of the work. */
const SERVES = /\bde (?:trinh|gui|bao cao|tong hop|phuc vu|kip)\b/;

/** "Kết thúc năm kế hoạch (ngày 31/12), chậm nhất ngày 15/01 năm sau": what ends then is perhaps the time of the plan. */
export const endsInBrackets = ({ folded }: Phrase): boolean =>
  /\bket thuc (?:nam|quy|ky|thang|hoc ky|giai doan)\b[^,;:()\d]*\((?:vao )?(?:ngay )?\d/.test(folded);

/** "Quý II/2025 (riêng cấp xã trước 30/4/2025)". */
const EXCEPTED = /\(\s*(?:rieng|doi voi)\b/;

/** "Ngày 20 tháng cuối quý, riêng quý IV ngày 10/12": in one of several both days would be owed. */
export const exceptsOne = ({ folded }: Phrase): boolean =>
  /[a-z\d]\W*\brieng (?:doi voi )?(?:quy|thang|nam(?! hoc))\b/.test(folded);

/** "Trước ngày 15/12/2024 hằng năm": a day of one year that comes back. */
export function recursThoughDated({ end: { place, to } }: Claim, phrase: Phrase): boolean {
  if (place.kind !== 'date' || place.year === null) return false;
  return /^[\s,(]*(?:va\s)?(?:hang|moi)\s(?:nam|thang|quy|tuan)\b/.test(phrase.folded.slice(to, to + 16));
}

/** "Ngày 20 hằng tháng đến khi kết thúc chiến dịch": it ends with something that happens. */
export function endsOnHappening({ marks }: Segment, { folded }: Phrase): boolean {
  return marks.some(({ mark, from }) => mark === 'depends' && folded.startsWith('den khi', from));
}

/** "Ngày 25 hằng tháng trong năm học 2024-2025": it ends with the school year. */
export function endsWithSchoolYear({ every, mentions }: Segment): boolean {
  return (
    every.some((cycle) => cycle === 'month' || cycle === 'week') &&
    mentions.some(
      ({ place, bound }) => place.kind === 'school' && place.schoolYear !== null && bound !== 'from',
    )
  );
}

/** What may stand between a day and years that it has too. */
const YEARS_BEHIND = /^\s*(?:,|&|va|\()?\s*(?:trong )?(?:cac nam |giai doan |nam )?$/;

/** "Trước 15/12/2024 và năm 2025 …", "trước 15/12 giai đoạn 2024-2026": years behind a day that no day was read for. */
export function leavesYears({ mentions }: Segment, claimed: readonly Mention[], { folded }: Phrase): boolean {
  return mentions.some((years, at) => {
    const [day, next] = [mentions[at - 1], mentions[at + 1]];
    if (
      day === undefined ||
      !['date', 'year'].includes(day.place.kind) ||
      (years.place.kind !== 'year' && years.place.kind !== 'years')
    )
      return false;
    const isLabel = next !== undefined && next.joined === null && isSharp(next);
    const isRead = claimed.some(({ from, to }) => from <= years.from && to >= years.to);
    return !isLabel && !isRead && YEARS_BEHIND.test(folded.slice(day.to, years.from));
  });
}

/** Words of a bound, of a joint and of nothing else. */
const BARE =
  /^(?:[\s,();:.-]|\b(?:nhung|song|cung|lam|phai|cham|muon|tre|khong qua|khong vuot qua|truong hop|dac biet|bat kha khang|can thiet|truoc|cham nhat|muon nhat|han cuoi|han chot|den het|den|hoac|hoac la|ngay|vao|la|xong|het)\b)*$/;

const isEnd = ({ bound }: Mention): boolean => bound === 'before' || bound === 'by' || bound === 'to';

/** "Trước 01/12; muộn nhất cũng không quá 05/12": the last day of one part and the first of the next. */
export const contradictsNext = (segments: readonly Segment[], phrase: Phrase): boolean =>
  segments.some((segment, at) => {
    const [before, next] = [segments[at - 1]?.mentions.at(-1), segment.mentions[0]];
    return before !== undefined && next !== undefined && boundsAnew(before, next, phrase);
  });

/**
 * "Nộp trước 10/11 được cộng điểm, chậm nhất 20/11", "thông thường trước 15/11, cá biệt 18/11": a day that brings points,
 * or is for few, beside the one by which it is due.
 */
export const rewards = ({ folded }: Phrase): boolean => REWARD.test(folded);

const REWARD =
  /\b(?:cong|tru|thuong) (?:them |\d+ )?(?:\d+ )?diem\b|\bdiem (?:cong|tru|thuong)\b|\bkhong (?:duoc )?(?:xet|tinh|nhan)\b|\bduoc uu tien\b|\bca biet\b|\bbo sung cham nhat\b|\bhan bo sung\b|\s[+-]\s?\d+ diem\b|\btruong hop (?:dac biet|bat kha khang)\b/;

/** "15/11/2024 (20/11/2024)", "15/11 hoặc 20/11", "trước 15/11, hạn cuối 20/11": two days for one thing. */
export function contradicts(before: Claim | undefined, claim: Claim, phrase: Phrase): boolean {
  if (before === undefined || claim.start !== null || before.start !== null) return false;
  const [one, other] = [before.end, claim.end];
  if (one.place.kind !== other.place.kind || one.place.kind === 'quarter') return false;
  if (other.bound === 'after' && (one.bound === 'before' || one.bound === 'by')) return true;
  if (other.from - one.to > LONGEST_LINK) return false;
  const between = phrase.folded.slice(one.to, other.from);
  if (/\bhoac\b/.test(between) || STRIVEN.test(between)) return true;
  if (other.joined === null && BARE.test(between) && !/[a-z]/.test(between)) return true;
  return boundsAnew(one, other, phrase);
}

/** "Trước 20/6 (phấn đấu hoàn thành trước 15/6)". */
const STRIVEN =
  /^[\s,;(]*(?:nhung |va )?phan dau (?:hoan thanh |xong |ket thuc )?(?:truoc|trong|vao|den)?(?: ngay)?\s*$/;

/** "Trước 15/11, hạn cuối 20/11": another bound and nothing else between two places of one kind. */
function boundsAnew(one: Mention, other: Mention, { folded }: Phrase): boolean {
  const isOpen = one.bound === null || one.bound === 'in' || isEnd(one);
  const differs = isEnd(other) && isOpen && one.bound !== other.bound;
  return differs && one.place.kind === other.place.kind && BARE.test(folded.slice(one.to, other.from));
}
