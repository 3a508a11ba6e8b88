import { addDays, type LocalDate } from '../../time/local-date.ts';
import { HORIZON_DAYS } from './ahead.ts';
import { englishPart } from './english.ts';
import { feast } from './feast.ts';
import { atomAt, extended, TO } from './joined.ts';
import { month, part, quarter, week, year } from './period.ts';
import { type Days, numeral, phrase, phrases, type Reader, says } from './reader.ts';

const ONWARD = phrases('trở đi', 'onwards', 'on');
const NOW = phrases(
  'bây giờ',
  'hôm nay',
  'ngày hôm nay',
  'hiện tại',
  'hiện nay',
  'nay',
  'giờ',
  'now',
  'today',
);
const UNTIL = phrases(
  'tính đến hết',
  'tính đến',
  'từ nay đến hết',
  'cho đến hết',
  'cho tới hết',
  'đến hết',
  'tới hết',
  'cho đến',
  'cho tới',
  'đến',
  'tới',
  'until',
  'till',
  'by the',
  'by',
  'chậm nhất',
  'muộn nhất',
  'hết',
  'xong',
);
const BEFORE = phrases('trước khi', 'trước thời điểm', 'trước', 'before the', 'before');
const AFTER = phrases('sau khi', 'sau', 'after the', 'after');
const SINCE = phrases(
  'kể từ',
  'bắt đầu từ',
  'trong khoảng từ',
  'trong khoảng',
  'khoảng từ',
  'từ',
  'from',
  'between',
  'since',
);

/** `từ 15/11 đến 15/12`, `từ giờ đến cuối năm`, `từ 15 đến 20/11`, `từ tháng 12` (to the end of its year). */
export function since(reader: Reader, at: number): Days | null {
  const length = phrase(reader, at, SINCE);
  if (length === 0) return null;
  const start = at + length;
  const now = phrase(reader, start, NOW);
  if (now > 0) {
    const to = phrase(reader, start + now, TO);
    const end = to === 0 ? null : endPoint(reader, start + now + to);
    if (end !== null)
      return {
        from: reader.today,
        to: lastDayUpTo(reader, start + now + to, end),
        next: end.next,
        floating: false,
      };
  }
  const ofOneMonth = daysOfOneMonth(reader, start);
  if (ofOneMonth !== null) return ofOneMonth;
  const first = atomAt(reader, start);
  if (first !== null) {
    const joined = extended(reader, first);
    if (joined.next > first.next) return joined;
    const onward = phrase(reader, first.next, ONWARD);
    return { ...first, to: `${first.to.slice(0, 4)}-12-31` as LocalDate, next: first.next + onward };
  }
  return null;
}

/** `từ 15 đến 20/11`: the first day takes the month of the second. */
function daysOfOneMonth(reader: Reader, start: number): Days | null {
  const at = says(reader, start, 'ngày', 'hôm', 'mùng', 'mồng') ? start + 1 : start;
  const day = numeral(reader, at);
  const to = phrase(reader, at + 1, TO);
  if (day === null || to === 0) return null;
  const second = atomAt(reader, at + 1 + to);
  if (second === null || second.from !== second.to) return null;
  const from = `${second.to.slice(0, 8)}${String(day).padStart(2, '0')}` as LocalDate;
  return day >= 1 && from <= second.to ? { ...second, from } : null;
}

/** A day named with "trước" counts; a period named so does not. */
export function before(reader: Reader, at: number): Days | null {
  const length = phrase(reader, at, BEFORE);
  if (length === 0) return null;
  const end = endPoint(reader, at + length);
  if (end === null) return null;
  const lastDay = end.from === end.to && !end.feast ? end.to : end.part ? end.to : addDays(end.from, -1);
  return lastDay < reader.today ? null : { from: reader.today, to: lastDay, next: end.next, floating: false };
}

/** `đến 20/12`, `hết tháng này`: from today to the end of it. */
export function until(reader: Reader, at: number): Days | null {
  const length = phrase(reader, at, UNTIL);
  if (length === 0) return null;
  const end = endPoint(reader, at + length);
  if (end === null || end.to < reader.today) return null;
  return { from: reader.today, to: lastDayUpTo(reader, at + length, end), next: end.next, floating: false };
}

/** `đến Tết` ends on its eve, `đến hết Tết` with it. */
function lastDayUpTo(reader: Reader, at: number, end: EndPoint): LocalDate {
  return end.feast && end.from !== end.to && !says(reader, at - 1, 'hết') ? addDays(end.from, -1) : end.to;
}

/** `sau 30/11`: the 30 days after it. */
export function after(reader: Reader, at: number): Days | null {
  const length = phrase(reader, at, AFTER);
  if (length === 0) return null;
  const found = atomAt(reader, at + length);
  if (found === null) return null;
  const from = addDays(found.to, 1);
  return { from, to: addDays(from, HORIZON_DAYS), next: found.next, floating: false };
}

type EndPoint = Days & { readonly feast: boolean; readonly part: boolean };

function endPoint(reader: Reader, at: number): EndPoint | null {
  const found = atomAt(reader, at) ?? bareUnit(reader, at);
  if (found === null) return null;
  return {
    ...found,
    feast: feast(reader, at) !== null,
    part: part(reader, at) !== null || englishPart(reader, at) !== null,
  };
}

/** `đến hết tháng`, `hết năm`, `cuối tuần`: the current one. */
function bareUnit(reader: Reader, at: number): Days | null {
  if (!says(reader, at, 'tuần', 'tháng', 'quý', 'năm')) return null;
  const token = reader.tokens[at];
  if (token === undefined) return null;
  const current = { ...token, plain: 'nay', marked: 'nay', kind: 'word' as const, breakBefore: false };
  const tokens = [...reader.tokens.slice(0, at + 1), current];
  const found =
    week({ ...reader, tokens }, at) ??
    month({ ...reader, tokens }, at) ??
    quarter({ ...reader, tokens }, at) ??
    year({ ...reader, tokens }, at);
  return found === null ? null : { ...found, next: at + 1 };
}
