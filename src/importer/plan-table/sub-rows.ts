import type { PartyReading } from '../../core/plan/party-reading.ts';
import { nameLines } from '../../core/plan/party-words.ts';
import type { LeadConfidence } from '../../core/plan/plan-reading.ts';
import { phraseLines } from './join-rows.ts';
import { ownersByOrder, readOwners, saysWhoHelps } from './lead-cell.ts';
import type { PlanRow, SourceRow } from './plan-row.ts';
import { bareTitle, itemsOf, type RowItem } from './row-items.ts';

/** A sub-row with its lead, as far as the row and its neighbours tell. */
export interface SubTask {
  readonly title: string;
  readonly year: number | null;
  readonly leads: readonly PartyReading[];
  readonly confidence: LeadConfidence;
  /** Names in the cell that could not be dealt out one to a sub-row. */
  readonly unevenNames: readonly string[];
  readonly coordinating: readonly string[];
  readonly deadlineText: string;
  readonly maySwap: boolean;
  readonly notes: readonly string[];
  readonly hidden: boolean;
  readonly row: number;
}

interface Group {
  readonly year: number | null;
  readonly opensByHeading: boolean;
  readonly depth: number;
  readonly rows: SourceRow[];
  readonly items: RowItem[];
}

/** Reads the rows without number that stand under a numbered one. */
export function readSubRows(rows: readonly SourceRow[]): SubTask[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const items = itemsIn(row);
    const [first] = items;
    const open = groups.at(-1);
    if (
      first !== undefined &&
      open?.opensByHeading === true &&
      !first.opensGroup &&
      first.year === null &&
      first.depth >= open.depth + (open.depth === 0 ? 0 : 1)
    ) {
      open.rows.push(row);
      open.items.push(...items);
    } else {
      groups.push(...groupsIn(row, items));
    }
  }
  return groups.flatMap(subTasksOf);
}

/** A row with a letter or a dash of its own is one task, whatever its cell lists. */
function itemsIn(row: SourceRow): readonly RowItem[] {
  const items = itemsOf(row.title);
  const [first] = items;
  if (row.number.kind === 'none' || first?.year !== null || isListOfTasks(row)) return items;
  return [{ ...first, title: bareTitle(row.title.join(' ')), opensGroup: false }];
}

function groupsIn(row: SourceRow, items: readonly RowItem[]): Group[] {
  const [first, ...rest] = items;
  if (first === undefined) return [];
  const opensByHeading = first.opensGroup;
  return [
    {
      year: first.year,
      opensByHeading,
      depth: first.depth,
      rows: [row],
      items: opensByHeading ? rest : [...items],
    },
  ];
}

function subTasksOf(group: Group): SubTask[] {
  const names = namesOf(group);
  const deadline = group.rows.flatMap((row) => row.deadline);
  const coordinating = group.rows.find((row) => row.coordinating.length > 0)?.coordinating ?? [];
  const leadIsShared = group.rows.some((row) => row.leadIsShared);
  const last = group.rows.at(-1);
  return group.items.map((item, position) => ({
    title: item.title,
    year: item.year ?? group.year,
    ...ownersOf({ names, coordinating, leadIsShared }, position, group.items.length),
    deadlineText:
      deadline.length === group.items.length
        ? (deadline[position] ?? '').replace(/^[-–+•]\s*/u, '')
        : phraseLines(deadline),
    maySwap: group.rows.some((row) => row.maySwap),
    notes: group.rows.flatMap((row) => row.notes),
    hidden: group.rows.some((row) => row.hidden),
    row: (position === 0 ? group.rows[0] : last)?.index ?? 0,
  }));
}

// The heading's own name may be the first of the list or one for all: the count decides.
function namesOf(group: Group): string[] {
  const perRow = group.rows.map((row) => nameLines(row.own.lead.length > 0 ? row.own.lead : row.lead));
  const below = perRow.slice(1).flat();
  return below.length === group.items.length ? below : perRow.flat();
}

interface Named {
  readonly names: readonly string[];
  readonly coordinating: readonly string[];
  readonly leadIsShared: boolean;
}

type Who = Pick<SubTask, 'leads' | 'confidence' | 'coordinating' | 'unevenNames'>;

function ownersOf({ names, coordinating, leadIsShared }: Named, position: number, count: number): Who {
  if (count === 1 || names.length <= 1 || names.some(saysWhoHelps)) {
    const byOrder = leadIsShared ? ownersByOrder(names, coordinating) : null;
    const owners = byOrder ?? readOwners(names, coordinating);
    return { ...owners, confidence: byOrder === null ? 'explicit' : 'positional', unevenNames: [] };
  }
  const isEven = names.length === count;
  const owners = readOwners(isEven ? names.slice(position, position + 1) : [], coordinating);
  return { ...owners, confidence: 'positional', unevenNames: isEven ? [] : names };
}

/** "- Trước ngày 20 hằng tháng / - Trước ngày 15/12": a marked line about time for each item. */
const eachHasItsDay = (row: PlanRow, listed: number): boolean =>
  row.deadline.length === listed && row.deadline.every((line) => /^[-–+•]\s*\S/u.test(line));

/** Rows that stand for one task with its items listed in one cell, each with a lead of its own. */
export function isListOfTasks(row: PlanRow): boolean {
  const items = itemsOf(row.title);
  const names = nameLines(row.lead);
  const listed = items.filter((item) => item.depth > 0).length;
  return listed >= 2 && (names.length === listed || (names.length <= 1 && eachHasItsDay(row, listed)));
}
