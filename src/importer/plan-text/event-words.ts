import type { Anniversary } from '../../core/plan/plan-reading.ts';
import { tidySpaces } from '../../core/text/fold.ts';
import { foldedWords } from '../../core/text/folded-words.ts';
import { type LocalDate, localDate, yearOf } from '../../core/time/local-date.ts';
import { bareTitle } from '../plan-table/row-items.ts';

/** An event as a sentence names it. */
export interface EventWords {
  readonly name: string;
  readonly year: number | null;
  readonly on: LocalDate | null;
  readonly anniversary: Anniversary | null;
}

const DAY = String.raw`(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})`;
/** "(31/5/1961-31/5/2021)", "(từ 31.5.1961 đến 31/5/2021)" */
const FROM_TO = new RegExp(
  String.raw`\(\s*(?:từ )?(?:ngày )?${DAY}\s*(?:[-–—]|đến)\s*(?:ngày )?${DAY}\s*\)`,
  'u',
);
const STATED = /(\d{1,4})\s+năm(?!\s+học|\s+\d)/u;

/** The dated anniversaries of a text and, in a list of events, those without a day. */
export function eventsIn(words: string, year: number | null, isList: boolean): EventWords[] {
  return pieces(words).flatMap((piece) => {
    const dated = datedEvent(piece);
    if (dated !== null) return [dated];
    return isList ? undatedEvents(piece, year) : [];
  });
}

// A closing bracket ends a dated event, whatever joins the next one to it.
const pieces = (words: string): string[] =>
  words
    .split(/;|(?<=\d{4}\s*\))\s*(?:,|và(?!\p{L}))?\s*/u)
    .map((piece) => tidySpaces(piece))
    .filter((piece) => /\p{L}/u.test(piece));

function datedEvent(piece: string): EventWords | null {
  const match = FROM_TO.exec(piece);
  const stated = STATED.exec(piece);
  if (match === null) return null;
  const [, , , baseText, day, month, yearText] = match;
  const on = localDate(Number(yearText), Number(month), Number(day));
  const baseYear = Number(baseText);
  const year = on === null ? Number(yearText) : yearOf(on);
  // Days of one year are how long something takes.
  if (year === baseYear) return null;
  const name = eventName(piece.slice(stated === null ? 0 : startOfName(piece, stated.index), match.index));
  return {
    name,
    year,
    on,
    anniversary: stated === null ? null : { baseYear, stated: Number(stated[1]), computed: year - baseYear },
  };
}

function startOfName(piece: string, statedAt: number): number {
  const before = /kỷ niệm\s+(?:lần thứ\s+)?$/iu.exec(piece.slice(0, statedAt));
  return before === null ? statedAt : before.index;
}

/** Parts a list where a new event begins; after a comma only behind a numbered edition, which ends a name. */
const JOINTS =
  /(?:(?<=lần thứ\s+[IVXLC\d]+),?\s+(?:và\s+)?|,?\s+và\s+)(?=(?:Đại hội|Hội nghị|Hội thi|Liên hoan|Lễ |Kỷ niệm|kỷ niệm|bầu cử|Bầu cử|Ngày ))/u;
const INTRODUCTION = /^(chào mừng|hướng tới|nhân dịp|lập thành tích chào mừng)\s+/iu;
const EVENT =
  /^(kỷ niệm|đại hội|hội nghị|bầu cử|ngày|lễ|hội thi|liên hoan|giải|tổng tuyển cử|festival|sea games|\d+ năm)(?!\p{L})/iu;

function undatedEvents(piece: string, year: number | null): EventWords[] {
  return piece
    .replace(INTRODUCTION, '')
    .split(JOINTS)
    .map((part) => eventName(part.replace(INTRODUCTION, '')))
    .filter((name) => EVENT.test(name))
    .map((name) => onItsDay(name, year));
}

/** "Bầu cử đại biểu Quốc hội (15/3/2026)" */
const OWN_DAY = new RegExp(String.raw`\s*\(\s*(?:ngày )?${DAY}\s*\)$`, 'u');

function onItsDay(name: string, year: number | null): EventWords {
  const said = OWN_DAY.exec(name);
  const on = said === null ? null : localDate(Number(said[3]), Number(said[2]), Number(said[1]));
  const bare = on === null ? name : name.replace(OWN_DAY, '');
  const named = /(?<!\p{L})năm (\d{4})$/u.exec(bare)?.[1];
  const spoken = named === undefined ? year : Number(named);
  return { name: bare, year: on === null ? spoken : yearOf(on), on, anniversary: undatedAnniversary(bare) };
}

function undatedAnniversary(name: string): Anniversary | null {
  const stated = /^(?:kỷ niệm\s+)?(\d{1,4})\s+năm\s/iu.exec(name);
  return stated === null ? null : { baseYear: null, stated: Number(stated[1]), computed: null };
}

function eventName(words: string): string {
  const name = bareTitle(words.replace(/^[-–+•*,\s]+/u, '').replace(/,\s*(được )?tổ chức.*$/u, ''));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const STOP = new Set([
  'ky',
  'niem',
  'nam',
  'ngay',
  'va',
  'cac',
  'cua',
  'dai',
  'bieu',
  'hdnd',
  'hoi',
  'dong',
  'nhan',
  'dan',
]);

/** Whether two sentences speak of one event: the same day and count, or much the same words of one year. */
export function sameEvent(one: EventWords, other: EventWords): boolean {
  if (one.year !== other.year) return false;
  if (one.on !== null && other.on !== null) {
    return one.on === other.on && one.anniversary?.baseYear === other.anniversary?.baseYear;
  }
  if (one.on !== other.on || editionOf(one.name) !== editionOf(other.name)) return false;
  return containment(significant(one.name), significant(other.name)) >= 0.8;
}

const editionOf = (name: string): string | undefined => /lần thứ\s+([IVXLC\d]+)/u.exec(name)?.[1];

const significant = (name: string): Set<string> =>
  new Set(foldedWords(name).filter((word) => !STOP.has(word)));

function containment(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  return smaller === 0 ? 0 : [...one].filter((word) => other.has(word)).length / smaller;
}
