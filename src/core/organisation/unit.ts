import type { UnitId } from '../id.ts';
import { foldVietnamese } from '../text/fold.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';

export interface Unit {
  readonly id: UnitId;
  /** The office's own short code, unique: `P-DIENBIEN`. */
  readonly code: string;
  readonly name: string;
  /** Other names by which documents and people call it. */
  readonly aliases: readonly string[];
  /** Code of a kind of unit (a row, not a closed list): `ward`, `school`, … */
  readonly kind: string;
  readonly parentId: UnitId | null;
  readonly validFrom: LocalDate | null;
  /** The last day on which the unit exists. */
  readonly validTo: LocalDate | null;
  readonly successorIds: readonly UnitId[];
  readonly contact: UnitContact | null;
  /** Absent: usual. */
  readonly tone?: UnitTone;
  /** What it was called before, oldest first. */
  readonly formerNames: readonly FormerName[];
  /** When its focal points were last said to be right. */
  readonly confirmedOn: LocalDate | null;
}

export interface FormerName {
  readonly name: string;
  /** The last day on which it was called so. */
  readonly until: LocalDate;
}

/** `courteous`: a body that is not subordinate is asked, and never called late. */
export type UnitTone = 'usual' | 'courteous';

/** What a unit begins with beside what is known of it. */
export const NEW_UNIT = {
  parentId: null,
  validFrom: null,
  validTo: null,
  successorIds: [],
  formerNames: [],
  confirmedOn: null,
} as const satisfies Partial<Unit>;

/** How the unit was called on a day, for what was said and done then. */
export const unitNameOn = ({ name, formerNames }: Unit, on: LocalDate): string =>
  formerNames.find(({ until }) => on <= until)?.name ?? name;

/**
 * The unit under another name from a day on; documents of before still find it. Renamed twice in a day, what was meant
 * is the last, and the first was never its name. Spelt otherwise it is called as before.
 */
export function calledFrom(unit: Unit, name: string, on: LocalDate): Unit {
  const until = addDays(on, -1);
  const isSame = foldVietnamese(unit.name) === foldVietnamese(name);
  return isSame || unit.formerNames.at(-1)?.until === until
    ? { ...unit, name }
    : { ...unit, name, formerNames: [...unit.formerNames, { name: unit.name, until }] };
}

/** For the secretariat only. */
export interface UnitContact {
  readonly name: string;
  readonly title: string;
  readonly phone: string;
  readonly leaderName: string;
  readonly leaderTitle: string;
}

/** Whether people call the unit so: by name, code or another name, with or without marks. */
export function isUnitCalled({ name, code, aliases, formerNames }: Unit, words: string): boolean {
  const folded = foldVietnamese(words);
  return [name, code, ...aliases, ...formerNames.map((former) => former.name)].some(
    (one) => foldVietnamese(one) === folded,
  );
}

/** The end of a unit can be taken back until its last day is over; said afterwards, until the next day is. */
export const mayComeBack = (lastOn: LocalDate, saidOn: LocalDate, today: LocalDate): boolean =>
  today <= lastOn || (saidOn > lastOn && today <= addDays(saidOn, 1));

export function isUnitActive(unit: Unit, on: LocalDate): boolean {
  return (unit.validFrom === null || unit.validFrom <= on) && (unit.validTo === null || on <= unit.validTo);
}
