import type { ObligationId, UnitId } from '../../core/id.ts';
import type { Membership } from '../../core/organisation/cluster.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import { isSameDuty } from '../../core/organisation/hand-over.ts';
import { withoutUnit } from '../../core/organisation/offices.ts';
import type { Appointment } from '../../core/organisation/person.ts';
import { isUnitActive, isUnitCalled, NEW_UNIT, type Unit } from '../../core/organisation/unit.ts';
import type { Instant } from '../../core/time/instant.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { changeSlot, tellUnitChange } from '../people/pass-on.ts';
import { rollForward } from '../plan/roll-forward.ts';
import type { Transaction } from '../ports/transaction.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { whoMay } from '../use-case.ts';
import type { EndedWork } from './ended-work.ts';
import { followUnitChanges } from './follow-unit-changes.ts';

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

const ENDED = 'unit.ended';

/** What the end of a unit changed, as it was: the way back. */
export interface Before {
  readonly places: readonly Membership[];
  readonly people: readonly { readonly appointment: Appointment; readonly endedOn: LocalDate }[];
  readonly work: readonly EndedWork[];
}

interface Ending {
  readonly at: Instant;
  readonly before: Before;
  readonly passed: number;
  readonly orphaned: number;
  /** Units begun in its place, and the work that began with them or passed to others. */
  readonly founded: readonly UnitId[];
  readonly inherited: readonly ObligationId[];
}

/** What was last said of the end of the unit; null where that was before there was a way back. */
export async function endingOf({ audit }: Pick<ReadModel, 'audit'>, unitId: UnitId): Promise<Ending | null> {
  const said = await audit.latest(unitId, [ENDED]);
  const after = said?.after as Omit<Ending, 'at' | 'before'> | undefined;
  return said === null || after?.inherited === undefined
    ? null
    : { ...after, at: said.at, before: said.before as Before };
}

/**
 * What the unit still owes passes to its successors, else to the secretariat's list. One new unit in its place takes
 * its people along, and its offices where it was begun for it. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, UNIT_UNKNOWN,
 * UNIT_ENDED (it, or a successor, is no more by then), UNIT_NAME_TAKEN.
 */
export async function endUnit(
  dependencies: Dependencies,
  request: Request,
  { unitId, lastOn, successors, founded }: UnitEnding,
): Promise<Outcome<UnitEnded>> {
  return whoMay('unit.change', dependencies, request, async (useCase) => {
    const { tx, at, ids, today, directory, note } = useCase;
    const unit = directory.units.find(({ id }) => id === unitId);
    if (unit === undefined) return refuse('UNIT_UNKNOWN');
    if (unit.validTo === lastOn) {
      const heirs = directory.units.filter(({ id }) => unit.successorIds.includes(id));
      const ending = await endingOf(tx, unitId);
      const { passed = 0, orphaned = 0 } = ending ?? {};
      return done({ unit, successors: heirs, passed, orphaned, saidAt: ending?.at ?? null });
    }
    const next = addDays(lastOn, 1);
    const known = directory.units.filter(({ id }) => successors.includes(id) && id !== unitId);
    if (unit.validTo !== null || known.some((one) => !isUnitActive(one, next))) return refuse('UNIT_ENDED');
    const namesake = directory.units.find(
      (one) =>
        isUnitActive(one, next) && one.id !== unitId && founded.some((name) => isUnitCalled(one, name)),
    );
    if (namesake !== undefined) return refuse('UNIT_NAME_TAKEN', { name: namesake.name });

    const begun = founded.map((name, index) => ({
      ...NEW_UNIT,
      id: ids.next<'unit'>(),
      code: freeCode(directory, unit.code, index),
      name,
      aliases: [],
      kind: unit.kind,
      parentId: unit.parentId,
      validFrom: next,
      contact: founded.length === 1 && known.length === 0 ? unit.contact : null,
    }));
    for (const one of begun) await tx.organisation.saveUnit(one);
    const heirs: readonly Unit[] = [...known, ...begun];
    const ended: Unit = { ...unit, validTo: lastOn, successorIds: heirs.map(({ id }) => id) };
    await tx.organisation.saveUnit(ended);
    const heir = known.length === 0 && begun.length === 1 ? (begun[0] ?? null) : null;
    await passPlaces(tx, directory, unitId, lastOn, begun, heir);
    const people = await passPeople(tx, directory, { unitId, lastOn, today, heirs });
    const { passed, orphaned, withdrawn, inherited } = await followUnitChanges(tx, at);
    await rollForward(tx, at);
    const told = changeSlot.ends(unitId, at);
    // Where its last day is over, its people act for it no more; they are to hear of it all the same.
    const servedOn = lastOn < today ? addDays(today, -1) : today;
    await tellUnitChange(useCase, unitId, told, unitId, servedOn);
    for (const { id } of heirs) await tellUnitChange(useCase, id, told, unitId);
    await note({
      action: ENDED,
      subject: unitId,
      before: {
        name: unit.name,
        places: directory.memberships.filter((row) => row.unitId === unitId),
        people,
        work: withdrawn,
      },
      after: {
        to: lastOn,
        successors: heirs.map(({ id }) => id),
        passed,
        orphaned,
        founded: begun.map(({ id }) => id),
        inherited,
      },
    });
    return done({ unit: ended, successors: heirs, passed, orphaned, saidAt: null });
  });
}

/** Its places in clusters end with it; new units stand where it stood, the only one with the office that it had. */
async function passPlaces(
  tx: Transaction,
  directory: Directory,
  unitId: UnitId,
  lastOn: LocalDate,
  begun: readonly Unit[],
  heir: Unit | null,
): Promise<void> {
  const next = addDays(lastOn, 1);
  for (const { id } of directory.clusters) {
    const rows = directory.memberships.filter(({ clusterId }) => clusterId === id);
    const own = rows.filter((row) => row.unitId === unitId && (row.to === null || row.to >= next));
    if (own.length === 0) continue;
    const places = begun.flatMap((unit): Membership[] =>
      heir === null
        ? [{ clusterId: id, unitId: unit.id, office: 'member', from: next, to: null }]
        : own.map((row) => ({ ...row, unitId: unit.id, from: row.from > next ? row.from : next })),
    );
    await tx.organisation.replaceMemberships(id, [...withoutUnit(rows, unitId, lastOn), ...places]);
  }
}

interface Passing {
  readonly unitId: UnitId;
  readonly lastOn: LocalDate;
  readonly today: LocalDate;
  readonly heirs: readonly Unit[];
}

/**
 * Who acted for it does so until its last day, and for the only new unit in its place from then on. The secretariat
 * and those like it serve the whole office: they go on, for the only successor where there is one.
 */
async function passPeople(
  tx: Transaction,
  directory: Directory,
  { unitId, lastOn, today, heirs }: Passing,
): Promise<Before['people']> {
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
