import type { Atom, Bound, DayAnchor, Part, Place } from '../atoms/atom.ts';
import type { Cycle } from '../rule.ts';
import { isSharpPlace } from './join.ts';
import { mergeWeekdays } from './merge-weekdays.ts';
import type { Mention, Segment } from './segment.ts';

/** A joint and nothing else: beyond it "từ 05/9, tổng kết ngày 20/11" are two things. */
const NARROW_GAP = 8;

/** Words that may stand between "từ", "đến" and the place they bound; "trong" and "hoàn thành" stand hard by it. */
const LOOSE_GAP = 14;

export function segmentsOf(atoms: readonly Atom[], length: number): Segment[] {
  const segments: Segment[] = [];
  let depth = 0;
  /** The brackets hang on a place before them: a stop inside them divides nothing. */
  let aside = false;
  let group: Atom[] = [];
  let from = 0;
  for (const written of atoms) {
    const atom = unbulleted(written, group);
    const sign = atom.meaning.kind === 'sign' ? atom.meaning.sign : null;
    if (sign === 'open' && depth++ === 0) aside = group.some(isPlace);
    if (sign === 'close') depth = Math.max(0, depth - 1);
    if (sign === 'stop' && (depth === 0 || !aside)) {
      segments.push(segmentOf(group, from, atom.from));
      group = [];
      from = atom.to;
    } else group.push(atom);
  }
  segments.push(segmentOf(group, from, length));
  return segments;
}

const isPlace = ({ meaning }: Atom): boolean => meaning.kind === 'place';

/** "… 20/12 - Trước 30/5" begins anew; "Báo cáo quý I - trước 15/3", "… 20/12, các trường - trước 30/5" go on. */
function unbulleted(atom: Atom, before: readonly Atom[]): Atom {
  if (atom.meaning.kind !== 'sign' || atom.meaning.sign !== 'bullet') return atom;
  const last = before.findLast((other) => isComma(other) || isSharpAtom(other));
  const sign = last !== undefined && isSharpAtom(last) ? 'stop' : 'colon';
  return { ...atom, meaning: { kind: 'sign', sign } };
}

const isComma = ({ meaning }: Atom): boolean => meaning.kind === 'sign' && meaning.sign === 'comma';
const isSharpAtom = ({ meaning }: Atom): boolean => meaning.kind === 'place' && isSharpPlace(meaning.place);

interface Anchor extends Stretch {
  readonly anchor: DayAnchor;
}

/** Where words stand in the text. */
type Stretch = Pick<Atom, 'from' | 'to'>;

interface Pending {
  bound: { readonly bound: Bound; readonly to: number } | null;
  part: Part | null;
  time: string | null;
  joined: 'and' | 'dash' | null;
  opened: boolean;
  /** "Tháng cuối quý: …": a month of the quarter before any day. */
  anchors: readonly Anchor[];
  /** How many mentions came before the brackets last opened; once closed, what follows hangs on the last of those. */
  outer: { readonly count: number; readonly closed: boolean };
  mark: { readonly mark: Mention['mark']; readonly to: number } | null;
}

function nothing(): Pending {
  return {
    bound: null,
    part: null,
    time: null,
    joined: null,
    opened: false,
    anchors: [],
    outer: { count: 0, closed: false },
    mark: null,
  };
}

/** What was said has gone into a mention. Field by field, as this is done for each. */
function clear(pending: Pending): void {
  pending.bound = null;
  pending.part = null;
  pending.time = null;
  pending.joined = null;
  pending.opened = false;
  pending.anchors = [];
  pending.mark = null;
  if (pending.outer.closed) pending.outer = { count: pending.outer.count, closed: false };
}

function segmentOf(atoms: readonly Atom[], from: number, to: number): Segment {
  const mentions: Mention[] = [];
  const pending = nothing();
  for (const atom of atoms) take(atom, mentions, pending);
  closeTime(mentions, pending);
  if (mentions.length === 0) mentions.push(...pending.anchors.flatMap((own) => ownMonth(own, pending)));
  const last = atoms.at(-1)?.meaning;
  const heading = last?.kind === 'sign' && last.sign === 'colon';
  // Named one by one: an object spread into another of so many fields slows whatever reads it.
  const { amounts, times, every, bounds, marks, impossible, unclear } = sorted(atoms);
  return {
    mentions: mergeWeekdays(mentions, every.includes('week')),
    amounts,
    times,
    every,
    bounds,
    marks,
    impossible,
    unclear,
    heading,
    from,
    to,
  };
}

/** What is said besides the places, by kind. */
function sorted(atoms: readonly Atom[]): Omit<Segment, 'mentions' | 'heading' | 'from' | 'to'> {
  const amounts: Segment['amounts'][number][] = [];
  const times: Segment['times'][number][] = [];
  const every: Cycle[] = [];
  const bounds: Segment['bounds'][number][] = [];
  const marks: Segment['marks'][number][] = [];
  let impossible = false;
  let unclear = false;
  for (const { meaning, from, to } of atoms) {
    if (meaning.kind === 'amount') amounts.push({ amount: meaning.amount, unit: meaning.unit, from, to });
    else if (meaning.kind === 'times') times.push(meaning);
    else if (meaning.kind === 'every') every.push(meaning.cycle);
    else if (meaning.kind === 'bound') bounds.push({ bound: meaning.bound, from, to });
    else if (meaning.kind === 'mark') marks.push({ mark: meaning.mark, from, to });
    else if (meaning.kind === 'impossible') impossible = true;
    else if (meaning.kind === 'unclear') unclear = true;
  }
  return { amounts, times, every, bounds, marks, impossible, unclear };
}

function take({ meaning, from, to }: Atom, mentions: Mention[], pending: Pending): void {
  const last = mentions.at(-1);
  switch (meaning.kind) {
    case 'bound':
      pending.bound = { bound: nextBound(pending.bound, meaning.bound, from), to };
      break;
    case 'part':
      pending.part = meaning.part;
      break;
    case 'time':
      pending.time = meaning.time;
      if (pending.bound !== null && from - pending.bound.to <= 1) pending.bound = { ...pending.bound, to };
      break;
    case 'sign':
      if (meaning.sign === 'and' || meaning.sign === 'comma') pending.joined ??= 'and';
      // "Quy định biện pháp áp dụng, ban hành trong tháng 6"
      if (meaning.sign === 'comma' && pending.mark?.mark === 'takes_effect') pending.mark = null;
      if (meaning.sign === 'colon') pending.opened = true;
      if (meaning.sign === 'open') {
        pending.opened = true;
        pending.outer = { count: mentions.length, closed: false };
      }
      if (meaning.sign === 'close') pending.outer = { ...pending.outer, closed: pending.outer.count > 0 };
      if (meaning.sign === 'dash') pending.joined ??= 'dash';
      break;
    case 'mark':
      if (meaning.mark === 'at_once') pending.bound = { bound: 'after', to };
      if (meaning.mark === 'vision' || meaning.mark === 'takes_effect' || meaning.mark === 'occasion') {
        pending.mark = { mark: meaning.mark, to };
      }
      break;
    case 'anchor':
      if (last !== undefined) mentions[mentions.length - 1] = anchored(last, meaning.anchor, from);
      else pending.anchors = [...pending.anchors, { anchor: meaning.anchor, from, to }];
      break;
    case 'every':
      if (meaning.cycle === 'month') ofEveryMonth(mentions, pending);
      break;
    case 'shift':
      if (
        last !== undefined &&
        pending.bound === null &&
        pending.time === null &&
        !isYearOfWork(last, meaning.years, from)
      ) {
        mentions[mentions.length - 1] = {
          ...last,
          shift: last.shift === null || last.shift === 0 ? meaning.years : last.shift,
        };
      }
      break;
    case 'place':
      mentions.push(
        mentionOf({ from, to }, meaning.place, mentions[lastOutside(mentions, pending)], pending),
      );
      clear(pending);
      break;
    case 'year_from_now':
    case 'amount':
    case 'times':
    case 'impossible':
    case 'unclear':
    case 'words':
      break;
  }
}

/** "Trước ngày 15/11 hằng năm để xây dựng chương trình năm sau": the year that it is about is not that of the day. */
const isYearOfWork = (last: Mention, years: number, from: number): boolean =>
  years !== 0 && from - last.to > LOOSE_GAP;

/** Of whose month a day is; a day beside figures of "tháng trước" lies in the month after the one reported on. */
function anchored(last: Mention, anchor: DayAnchor, from: number): Mention {
  const reported = anchor === 'previous_month' && from - last.to > NARROW_GAP;
  if (!reported) return { ...last, anchor: last.anchor ?? anchor };
  return last.anchor === null || last.anchor === 'same_month' ? { ...last, anchor: 'next_month' } : last;
}

/** "Ngày 20 hằng tháng và ngày 10/12": the first has no month of its own. */
function ofEveryMonth(mentions: Mention[], pending: Pending): void {
  const at = lastOutside(mentions, pending);
  const last = mentions[at];
  if (last?.place.kind === 'day' && last.anchor === null) mentions[at] = { ...last, anchor: 'same_month' };
}

function lastOutside(mentions: readonly Mention[], { outer }: Pending): number {
  return (outer.closed ? outer.count : mentions.length) - 1;
}

/** "Chậm nhất trước", "trước hạn cuối": the stricter word holds when they touch; else the later one. */
function nextBound(before: Pending['bound'], bound: Bound, from: number): Bound {
  if (before === null || from - before.to > 1) return bound;
  if (before.bound === 'before' && bound !== 'from') return 'before';
  if (before.bound === 'from' && bound === 'in') return 'from';
  if (before.bound === 'to' && bound === 'by') return 'to';
  return before.bound === 'by' && (bound === 'in' || bound === 'to') ? 'by' : bound;
}

function mentionOf(
  { from, to }: Stretch,
  place: Place,
  last: Mention | undefined,
  pending: Pending,
): Mention {
  const gap = pending.bound === null ? 0 : from - pending.bound.to;
  const strong = pending.bound?.bound === 'before' || pending.bound?.bound === 'by';
  const reach = pending.bound?.bound === 'in' ? 1 : LOOSE_GAP;
  const bound = pending.bound !== null && (strong || gap <= reach) ? pending.bound.bound : null;
  const joined =
    isMonthOf(last, place, pending) || (pending.joined === 'and' && !isOtherWork(last, place, from));
  const inherited = bound === null && joined && last !== undefined ? last.bound : null;
  const opens = inherited === 'from' || inherited === 'after';
  return {
    place,
    bound: opens && from - (last?.to ?? 0) > NARROW_GAP ? null : (inherited ?? bound),
    part: pending.part,
    time: pending.time,
    anchor: place.kind === 'day' ? (pending.anchors.at(-1)?.anchor ?? null) : null,
    shift: null,
    joined: last === undefined ? null : pending.joined,
    opened: pending.opened,
    weekday: null,
    mark: pending.mark !== null && from - pending.mark.to <= LOOSE_GAP * 3 ? pending.mark.mark : null,
    from,
    to,
  };
}

/** "Trước ngày 20 của các tháng 3, 6": the month, and those in a row with it, are bounded as the day. */
const isMonthOf = (last: Mention | undefined, place: Place, { joined }: Pending): boolean =>
  last?.place.kind === 'day' && place.kind === 'month' && joined === null;

/** "Đăng ký trước 15/3, nghiệm thu quý IV": a span some words behind a day stands in no row with it. */
const isOtherWork = (last: Mention | undefined, place: Place, from: number): boolean =>
  last !== undefined &&
  isSharpPlace(last.place) &&
  !isSharpPlace(place) &&
  place.kind !== 'feast' &&
  from - last.to > NARROW_GAP;

/** "Trong tháng đầu quý": the month itself, to its last day. */
function ownMonth(own: Anchor, pending: Pending): Mention[] {
  const before = pending.bound?.bound === 'before';
  if (before || own.anchor === 'same_month' || own.anchor === 'next_month') return [];
  const place: Place = { kind: 'day', day: 'last', fromDay: null };
  return [{ ...mentionOf(own, place, undefined, pending), anchor: own.anchor }];
}

/** "ngày 15/11/2024, trước 16h30": an hour after its day. */
function closeTime(mentions: Mention[], pending: Pending): void {
  const last = mentions.at(-1);
  if (last === undefined || pending.time === null || last.time !== null) return;
  mentions[mentions.length - 1] = { ...last, time: pending.time, bound: pending.bound?.bound ?? last.bound };
}
