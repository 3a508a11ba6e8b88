import type { UnitId } from '../../core/id.ts';
import type { Membership } from '../../core/organisation/cluster.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import { isSameDuty } from '../../core/organisation/hand-over.ts';
import { withoutUnit } from '../../core/organisation/offices.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import { isUnitActive, isUnitCalled, NEW_UNIT, type Unit } from '../../core/organisation/unit.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, type Refused, refuse } from '../outcome.ts';
import { changeSlot, tellUnitChange } from '../people/pass-on.ts';
import { rollForward } from '../plan/roll-forward.ts';
import { type UseCase, whoMay } from '../use-case.ts';
import { followUnitChanges } from './follow-unit-changes.ts';
import { type AfterUnitEnd, type BeforeUnitEnd, UNIT_ENDED, unitEndingOf } from './unit-ending.ts';

/** A unit is no more after a day: merged into others, split into new ones, or dissolved. */
export interface UnitEnding {
  readonly unitId: UnitId;
  readonly lastOn: LocalDate;
  readonly successors: readonly UnitId[];
  /** Names of units that begin the day after, in its place. */
  readonly founded: readonly string[];
}

export interface UnitEnded {
  readonly unit: Unit;
  readonly successors: readonly Unit[];
  /** Open work that passed to the successors, and what nobody owes any more. */
  readonly passed: number;
  readonly orphaned: number;
  /** When it was said, where that was before. */
  readonly saidAt: Instant | null;
}

/**
 * What the unit still owes passes to its successors, else to the secretariat's list. One new unit in its place takes
 * its people along, and its offices where it was begun for it. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * UNIT_UNKNOWN, UNIT_ENDED (it, or a successor, is no more by then), UNIT_NAME_TAKEN.
 */
export async function endUnit(
  dependencies: Dependencies,
  request: Request,
  ending: UnitEnding,
): Promise<Outcome<UnitEnded>> {
  return whoMay('unit.change', dependencies, request, async (useCase) => {
    const { units } = useCase.directory;
    const unit = units.find(({ id }) => id === ending.unitId);
    if (unit === undefined) return refuse('UNIT_UNKNOWN');
    if (unit.validTo === ending.lastOn) return done(await endedBefore(useCase, unit));
    const known = units.filter(({ id }) => ending.successors.includes(id) && id !== unit.id);
    const hindered = hindrance(useCase.directory, unit, known, ending);
    return hindered ?? done(await end(useCase, unit, known, ending));
  });
}

async function endedBefore({ tx, directory }: UseCase, unit: Unit): Promise<UnitEnded> {
  const said = await unitEndingOf(tx, unit.id);
  const successors = directory.units.filter(({ id }) => unit.successorIds.includes(id));
  const { passed = 0, orphaned = 0 } = said ?? {};
  return { unit, successors, passed, orphaned, saidAt: said?.at ?? null };
}

/** Why it cannot end so; null where it can. */
function hindrance(
  { units }: Directory,
  unit: Unit,
  known: readonly Unit[],
  { lastOn, founded }: UnitEnding,
): Refused | null {
  const next = addDays(lastOn, 1);
  if (unit.validTo !== null || known.some((one) => !isUnitActive(one, next))) return refuse('UNIT_ENDED');
  const namesake = units.find(
    (one) => isUnitActive(one, next) && one !== unit && founded.some((name) => isUnitCalled(one, name)),
  );
  return namesake === undefined ? null : refuse('UNIT_NAME_TAKEN', { name: namesake.name });
}

async function end(
  useCase: UseCase,
  unit: Unit,
  known: readonly Unit[],
  { lastOn, founded }: UnitEnding,
): Promise<UnitEnded> {
  const { tx, at, directory, note } = useCase;
  const begun = begunInPlaceOf(useCase, unit, founded, lastOn, known.length === 0);
  const heirs = [...known, ...begun];
  const ended: Unit = { ...unit, validTo: lastOn, successorIds: heirs.map(({ id }) => id) };
  for (const one of [...begun, ended]) await tx.organisation.saveUnit(one);
  const passing: Passing = { unitId: unit.id, lastOn, heirs };
  await passPlaces(useCase, passing, begun);
  const people = await passPeople(useCase, passing);
  const { passed, orphaned, withdrawn, inherited } = await followUnitChanges(tx, at);
  await rollForward(tx, at);
  await tellEnd(useCase, passing);
  const places = directory.memberships.filter((row) => row.unitId === unit.id);
  const before: BeforeUnitEnd = { name: unit.name, places, people, work: withdrawn };
  const after: AfterUnitEnd = {
    to: lastOn,
    successors: ended.successorIds,
    passed,
    orphaned,
    founded: begun.map(({ id }) => id),
    inherited,
  };
  await note({ action: UNIT_ENDED, subject: unit.id, before, after });
  return { unit: ended, successors: heirs, passed, orphaned, saidAt: null };
}

/** The units that begin the day after; the only one is reached where the unit was. */
const begunInPlaceOf = (
  { ids, directory }: UseCase,
  { code, kind, parentId, contact }: Unit,
  names: readonly string[],
  lastOn: LocalDate,
  areAll: boolean,
): Unit[] =>
  names.map((name, index) => ({
    ...NEW_UNIT,
    id: ids.next<'unit'>(),
    code: freeCode(directory, code, index),
    name,
    aliases: [],
    kind,
    parentId,
    validFrom: addDays(lastOn, 1),
    contact: areAll && names.length === 1 ? contact : null,
  }));

interface Passing {
  readonly unitId: UnitId;
  readonly lastOn: LocalDate;
  readonly heirs: readonly Unit[];
}

/** The people of all of them. Where its last day is over, its own act for it no more; they are to hear of it all the same. */
async function tellEnd(useCase: UseCase, { unitId, lastOn, heirs }: Passing): Promise<void> {
  const { at, today } = useCase;
  const slot = changeSlot.ends(unitId, at);
  await tellUnitChange(useCase, unitId, slot, unitId, lastOn < today ? addDays(today, -1) : today);
  for (const { id } of heirs) await tellUnitChange(useCase, id, slot, unitId);
}

/** Its places in clusters end with it; new units stand where it stood, the only one with the office that it had. */
async function passPlaces(
  { tx, directory }: UseCase,
  { unitId, lastOn, heirs }: Passing,
  begun: readonly Unit[],
): Promise<void> {
  const next = addDays(lastOn, 1);
  for (const { id } of directory.clusters) {
    const rows = directory.memberships.filter(({ clusterId }) => clusterId === id);
    const own = rows.filter((row) => row.unitId === unitId && (row.to === null || row.to >= next));
    if (own.length === 0) continue;
    const places = begun.flatMap((unit): Membership[] =>
      heirs.length === 1
        ? own.map((row) => ({ ...row, unitId: unit.id, from: row.from > next ? row.from : next }))
        : [{ clusterId: id, unitId: unit.id, office: 'member', from: next, to: null }],
    );
    await tx.organisation.replaceMemberships(id, [...withoutUnit(rows, unitId, lastOn), ...places]);
  }
}

/**
 * Who acted for it does so until its last day, and for the only new unit in its place from then on. The secretariat
 * and those like it serve the whole office: they go on, for the only successor where there is one.
 */
async function passPeople(
  { tx, directory, today }: UseCase,
  { unitId, lastOn, heirs }: Passing,
): Promise<BeforeUnitEnd['people']> {
  const yesterday = addDays(today, -1);
  const end = lastOn < yesterday ? yesterday : lastOn;
  const held = directory.appointments.filter(
    (one) => one.unitId === unitId && (one.to === null || one.to > end),
  );
  const touched: Appointment[] = [];
  const only = heirs.length === 1 ? (heirs[0] ?? null) : null;
  // New for this unit, or for one that ended before it: both bring their people.
  const heir = only?.validFrom === addDays(lastOn, 1) ? only : null;
  for (const one of held) {
    const { personId, role, clusterId, to, standsInFor } = one;
    const serves = role === 'focal_point' || role === 'leader';
    const target = serves ? heir : only;
    if (!serves && target === null) continue;
    touched.push(one);
    await tx.organisation.endAppointments(personId, end, { role, unitId, clusterId });
    if (standsInFor !== null) {
      await tx.organisation.dropStandIns(standsInFor, { role, unitId, clusterId }, end);
    }
    if (target === null) continue;
    const from = addDays(end, 1);
    const goesOn = { role, unitId: target.id, clusterId };
    const isThere = directory.appointments.some(
      (other) =>
        other.personId === personId &&
        other.standsInFor === standsInFor &&
        isSameDuty(other, goesOn) &&
        (other.to === null || other.to >= from),
    );
    if (isThere) continue;
    await tx.organisation.addAppointment({ personId, ...goesOn, from, to, standsInFor });
  }
  return touched.map((appointment) => ({ appointment, endedOn: end }));
}

/** `P-KIMMA-2`: the office's own codes stay as they are. */
function freeCode({ units }: Directory, code: string, index: number): string {
  const taken = new Set(units.map((unit) => unit.code));
  for (let number = 2 + index; ; number += 1) {
    if (!taken.has(`${code}-${number}`)) return `${code}-${number}`;
  }
}
