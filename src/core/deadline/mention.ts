import type { Atom, Bound, Part, Place } from './atom.ts';
import { isSharpPlace } from './join.ts';
import { mergeWeekdays } from './merge-weekdays.ts';
import type { Cycle } from './rule.ts';
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
    if (atom.kind === 'sign' && atom.sign === 'open' && depth++ === 0) aside = group.some(isPlace);
    if (atom.kind === 'sign' && atom.sign === 'close') depth = Math.max(0, depth - 1);
    if (atom.kind === 'sign' && atom.sign === 'stop' && (depth === 0 || !aside)) {
      segments.push(segmentOf(group, from, atom.from));
      group = [];
      from = atom.to;
    } else group.push(atom);
  }
  segments.push(segmentOf(group, from, length));
  return segments;
}

const isPlace = ({ kind }: Atom): boolean => kind === 'place';

/** "… 20/12 - Trước 30/5" begins anew; "Báo cáo quý I - trước 15/3", "… 20/12, các trường - trước 30/5" go on. */
function unbulleted(atom: Atom, before: readonly Atom[]): Atom {
  if (atom.kind !== 'sign' || atom.sign !== 'bullet') return atom;
  const last = before.findLast((other) => isComma(other) || isSharpAtom(other));
  return { ...atom, sign: last !== undefined && isSharpAtom(last) ? 'stop' : 'colon' };
}

const isComma = (atom: Atom): boolean => atom.kind === 'sign' && atom.sign === 'comma';
const isSharpAtom = (atom: Atom): boolean => atom.kind === 'place' && isSharpPlace(atom.place);

interface Pending {
  bound: { readonly bound: Bound; readonly to: number } | null;
  part: Part | null;
  time: string | null;
  joined: 'and' | 'dash' | null;
  opened: boolean;
  /** "Tháng cuối quý: …": a month of the quarter before any day. */
  anchors: readonly Extract<Atom, { kind: 'anchor' }>[];
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
  if (mentions.length === 0) mentions.push(...pending.anchors.flatMap((anchor) => ownMonth(anchor, pending)));
  const last = atoms.at(-1);
  const heading = last?.kind === 'sign' && last.sign === 'colon';
  // Named one by one: an object spread into another of so many fields slows whatever reads it.
  const { amounts, times, every, bounds, marks, impossible, unclear } = sorted(atoms);
  return {
    mentions: every.includes('week') ? mentions : mergeWeekdays(mentions),
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
  for (const atom of atoms) {
    if (atom.kind === 'amount') amounts.push(atom);
    else if (atom.kind === 'times') times.push(atom);
    else if (atom.kind === 'every') every.push(atom.cycle);
    else if (atom.kind === 'bound') bounds.push(atom);
    else if (atom.kind === 'mark') marks.push(atom);
    else if (atom.kind === 'impossible') impossible = true;
    else if (atom.kind === 'unclear') unclear = true;
  }
  return { amounts, times, every, bounds, marks, impossible, unclear };
}

function take(atom: Atom, mentions: Mention[], pending: Pending): void {
  const last = mentions.at(-1);
  switch (atom.kind) {
    case 'bound':
      pending.bound = { bound: nextBound(pending.bound, atom), to: atom.to };
      break;
    case 'part':
      pending.part = atom.part;
      break;
    case 'time':
      pending.time = atom.time;
      if (pending.bound !== null && atom.from - pending.bound.to <= 1)
        pending.bound = { ...pending.bound, to: atom.to };
      break;
    case 'sign':
      if (atom.sign === 'and' || atom.sign === 'comma') pending.joined ??= 'and';
      if (atom.sign === 'colon') pending.opened = true;
      if (atom.sign === 'open') {
        pending.opened = true;
        pending.outer = { count: mentions.length, closed: false };
      }
      if (atom.sign === 'close') pending.outer = { ...pending.outer, closed: pending.outer.count > 0 };
      if (atom.sign === 'dash') pending.joined ??= 'dash';
      break;
    case 'mark':
      if (atom.mark === 'at_once') pending.bound = { bound: 'after', to: atom.to };
      if (atom.mark === 'vision' || atom.mark === 'takes_effect' || atom.mark === 'occasion') {
        pending.mark = { mark: atom.mark, to: atom.to };
      }
      break;
    case 'anchor':
      if (last !== undefined) mentions[mentions.length - 1] = anchored(last, atom);
      else pending.anchors = [...pending.anchors, atom];
      break;
    case 'every':
      if (atom.cycle === 'month') ofEveryMonth(mentions, pending);
      break;
    case 'shift':
      if (last !== undefined && pending.bound === null && pending.time === null) {
        mentions[mentions.length - 1] = {
          ...last,
          shift: last.shift === null || last.shift === 0 ? atom.years : last.shift,
        };
      }
      break;
    case 'place':
      mentions.push(mentionOf(atom, atom.place, mentions[lastOutside(mentions, pending)], pending));
      clear(pending);
      break;
    case 'amount':
    case 'times':
    case 'impossible':
    case 'unclear':
    case 'words':
      break;
  }
}

/** Of whose month a day is; a day beside figures of "tháng trước" lies in the month after the one reported on. */
function anchored(last: Mention, { anchor, from }: Extract<Atom, { kind: 'anchor' }>): Mention {
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
function nextBound(before: Pending['bound'], atom: Extract<Atom, { kind: 'bound' }>): Bound {
  if (before === null || atom.from - before.to > 1) return atom.bound;
  if (before.bound === 'before' && atom.bound !== 'from') return 'before';
  if (before.bound === 'from' && atom.bound === 'in') return 'from';
  if (before.bound === 'to' && atom.bound === 'by') return 'to';
  return before.bound === 'by' && (atom.bound === 'in' || atom.bound === 'to') ? 'by' : atom.bound;
}

function mentionOf(atom: Atom, place: Place, last: Mention | undefined, pending: Pending): Mention {
  const gap = pending.bound === null ? 0 : atom.from - pending.bound.to;
  const strong = pending.bound?.bound === 'before' || pending.bound?.bound === 'by';
  const reach = pending.bound?.bound === 'in' ? 1 : LOOSE_GAP;
  const bound = pending.bound !== null && (strong || gap <= reach) ? pending.bound.bound : null;
  const joined = pending.joined === 'and' || isMonthOf(last, place, pending);
  const inherited = bound === null && joined && last !== undefined ? last.bound : null;
  const opens = inherited === 'from' || inherited === 'after';
  return {
    place,
    bound: opens && atom.from - (last?.to ?? 0) > NARROW_GAP ? null : (inherited ?? bound),
    part: pending.part,
    time: pending.time,
    anchor: place.kind === 'day' ? (pending.anchors.at(-1)?.anchor ?? null) : null,
    shift: null,
    joined: last === undefined ? null : pending.joined,
    opened: pending.opened,
    weekday: null,
    mark: pending.mark !== null && atom.from - pending.mark.to <= LOOSE_GAP * 3 ? pending.mark.mark : null,
    from: atom.from,
    to: atom.to,
  };
}

/** "Trước ngày 20 của các tháng 3, 6": the month, and those in a row with it, are bounded as the day. */
const isMonthOf = (last: Mention | undefined, place: Place, { joined }: Pending): boolean =>
  last?.place.kind === 'day' && place.kind === 'month' && joined === null;

/** "Trong tháng đầu quý": the month itself, to its last day. */
function ownMonth(atom: Extract<Atom, { kind: 'anchor' }>, pending: Pending): Mention[] {
  const before = pending.bound?.bound === 'before';
  if (before || atom.anchor === 'same_month' || atom.anchor === 'next_month') return [];
  const place: Place = { kind: 'day', day: 'last', fromDay: null };
  return [{ ...mentionOf(atom, place, undefined, pending), anchor: atom.anchor }];
}

/** "ngày 15/11/2024, trước 16h30": an hour after its day. */
function closeTime(mentions: Mention[], pending: Pending): void {
  const last = mentions.at(-1);
  if (last === undefined || pending.time === null || last.time !== null) return;
  mentions[mentions.length - 1] = { ...last, time: pending.time, bound: pending.bound?.bound ?? last.bound };
}
