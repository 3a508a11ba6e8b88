import type { Weekday } from '../time/local-date.ts';

/** A piece of a date or an hour as somebody typed it, with its place in the text. */
export type DueAtom = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'hour'; readonly hour: number; readonly minute: number; readonly part: DayPart | null }
  | { readonly kind: 'part'; readonly part: DayPart }
  | { readonly kind: 'weekday'; readonly weekday: Weekday; readonly week: SaidWeek | null }
  | {
      readonly kind: 'date';
      readonly day: number;
      readonly month: number | null;
      readonly year: number | null;
    }
  | { readonly kind: 'relative'; readonly days: number; readonly part: DayPart | null }
);

/** `coming`: the first such day after today, whatever the week. */
export type SaidWeek = 'this' | 'next' | 'last' | 'coming';

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening';

const PARTS: Readonly<Record<string, DayPart>> = {
  sang: 'morning',
  am: 'morning',
  trua: 'noon',
  chieu: 'afternoon',
  pm: 'afternoon',
  toi: 'evening',
};

const WEEKDAYS: Readonly<Record<string, Weekday>> = {
  hai: 1,
  '2': 1,
  monday: 1,
  ba: 2,
  '3': 2,
  tuesday: 2,
  tu: 3,
  '4': 3,
  wednesday: 3,
  nam: 4,
  '5': 4,
  thursday: 4,
  sau: 5,
  '6': 5,
  friday: 5,
  bay: 6,
  '7': 6,
  saturday: 6,
  sunday: 7,
};

const HOUR =
  /(?<![\w/.:-])(?:(\d{1,2})\s*(?:h|g|gio|:)(?:\s*(\d{2})(?!\d|\s*[/.-]\s*\d))?(?:\s*(?:phut|'))?(?:\s*(sang|trua|chieu|toi)(?!\s+(?:nay|mai|hom nay)))?|(\d{1,2})(?::(\d{2}))?\s*(am|pm))(?![\w:])/g;
const WEEKS: Readonly<Record<string, SaidWeek>> = {
  'tuan nay': 'this',
  nay: 'this',
  this: 'this',
  'tuan sau': 'next',
  'tuan toi': 'next',
  next: 'next',
  'tuan truoc': 'last',
  'vua roi': 'last',
  'vua qua': 'last',
  last: 'last',
  toi: 'coming',
};
/** “T6” alone may be June; of a week it is Friday. */
const WEEKDAY = new RegExp(
  [
    '(?<!\\w)(?:(?<ahead>tuan nay|tuan sau|tuan toi|tuan truoc|next|this|last)\\s+)?',
    '(?:thu\\s+(?<word>hai|ba|tu|nam|sau|bay|[2-7])|t(?<letter>[2-7])(?=\\s+tuan (?:nay|sau|toi|truoc))|(?<sunday>chu nhat)',
    '|(?<english>monday|tuesday|wednesday|thursday|friday|saturday|sunday))',
    '(?:\\s+(?<behind>tuan nay|tuan sau|tuan toi|tuan truoc|nay|vua roi|vua qua|toi(?!\\s+(?:\\d|thu|ngay|het|chu))))?(?!\\w)',
  ].join(''),
  'g',
);
const DATE =
  /(?<![\w/.-])(?:(?:ngay\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?|ngay\s+(\d{1,2})(?:\s+thang\s+(\d{1,2})(?:\s+nam\s+(\d{4}))?)?)(?![\w/]|[.-]\d)/g;
const RELATIVE =
  /(?<!\w)(?:(sang|trua|chieu|toi)\s+)?(?:(hom nay|(?<!(?:tuan|thang|quy|nam|ky|dot|dip|viec) )nay|today)|((?:ngay\s+)?mai|tomorrow)|(ngay kia)|(hom qua|yesterday)|(hom kia)|((?:trong|cuoi) ngay(?!\s+(?:\d|mai|kia|hom))))(?!\w)/g;
/** What each place of it counts from today. */
const DAYS_FROM_TODAY = [0, 1, 2, -1, -2, 0] as const;
const DISTANCE =
  /(?<!\w)(\d{1,2}|mot|hai|ba|bon|nam|bay|muoi)\s+(?:(ngay|hom|days?)|tuan|weeks?)\s+(?:nua|from now)(?!\w)/g;
const NUMBERS: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, bay: 7, muoi: 10 };
const PART = /(?<!\w)(?:buoi\s+)?(sang|chieu)(?!\w)/g;

/** All pieces, in order, none over another: the longer reading of a place wins. `text` folded in place, `said` as typed. */
export function dueAtoms(text: string, said: string): DueAtom[] {
  const found = [
    ...all(text, DATE, dateAtom),
    ...all(text, HOUR, hourAtom),
    ...all(text, WEEKDAY, weekdayAtom).filter(({ from, to }) => isWeekdayAsSaid(said.slice(from, to))),
    ...all(text, RELATIVE, relativeAtom).filter(({ from, to }) => isDayAsSaid(said.slice(from, to))),
    ...all(text, DISTANCE, distanceAtom),
    ...all(text, PART, (match) => ({ kind: 'part' as const, part: partOf(match[1]) ?? 'morning' })),
  ].sort((one, other) => one.from - other.from || other.to - one.to);
  return found.filter((atom, index) => !found.slice(0, index).some((before) => before.to > atom.from));
}

type Bare = DueAtom extends infer Atom ? (Atom extends DueAtom ? Omit<Atom, 'from' | 'to'> : never) : never;

const all = (text: string, pattern: RegExp, atomOf: (match: RegExpExecArray) => Bare): DueAtom[] =>
  [...text.matchAll(pattern)].map((match) => ({
    ...atomOf(match),
    from: match.index,
    to: match.index + match[0].length,
  }));

const partOf = (word: string | undefined): DayPart | null => PARTS[word ?? ''] ?? null;

const hourAtom = (match: RegExpExecArray): Bare => ({
  kind: 'hour',
  hour: Number(match[1] ?? match[4]),
  minute: Number(match[2] ?? match[5] ?? 0),
  part: partOf(match[3] ?? match[6]),
});

const weekdayAtom = ({ groups = {} }: RegExpExecArray): Bare => {
  const { word, letter, english, ahead, behind } = groups;
  return {
    kind: 'weekday',
    weekday: WEEKDAYS[word ?? letter ?? english ?? ''] ?? 7,
    week: WEEKS[ahead ?? behind ?? ''] ?? null,
  };
};

const dateAtom = (match: RegExpExecArray): Bare => {
  const [, day, month, year, bareDay, bareMonth, bareYear] = match;
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    kind: 'date',
    day: Number(day ?? bareDay),
    month: number(month ?? bareMonth),
    year: number(year ?? bareYear),
  };
};

const relativeAtom = ([, part, ...places]: RegExpExecArray): Bare => ({
  kind: 'relative',
  days: DAYS_FROM_TODAY[places.findIndex((place) => place !== undefined)] ?? 0,
  part: partOf(part),
});

const distanceAtom = ([, count = '', days]: RegExpExecArray): Bare => ({
  kind: 'relative',
  days: (NUMBERS[count] ?? Number(count)) * (days === undefined ? 7 : 1),
  part: null,
});

/** "Danh sách này", "cô Mai": no day is meant. */
const isDayAsSaid = (words: string): boolean =>
  words.normalize('NFC').toLowerCase() !== 'này' && !words.startsWith('M');

/** "Theo thứ tự", "thu năm trăm nghìn": the marks say that no weekday is meant. */
function isWeekdayAsSaid(words: string): boolean {
  const lower = words.toLowerCase().normalize('NFC');
  if (/tự|tử|từ|tú|nấm|bày|bảy\s*trăm/.test(lower)) return false;
  const [first = '', second = ''] = lower.replace(/^.*?(?=th[uứ]\s)/, '').split(/\s+/);
  return first !== 'thu' || second === 'hai' || !/[^\x20-\x7e]/.test(second);
}
