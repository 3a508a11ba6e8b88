import { clusterEndingOf } from '../../app/organisation/cluster-ending.ts';
import { unitEndingOf } from '../../app/organisation/unit-ending.ts';
import { handOverSheet } from '../../app/people/hand-over-sheet.ts';
import { changeSlot, isBackSlot, isEndSlot, officeOfSlot } from '../../app/people/pass-on.ts';
import { endOfSlot, standInOfSlot } from '../../app/people/stand-in.ts';
import { isHeldBeyond, leavingOfSlot } from '../../app/people/tell-leaving.ts';
import type { OfficeNoticeKind } from '../../app/ports/notice-kind.ts';
import type { ClusterId, PersonId, UnitId } from '../../core/id.ts';
import { type HandOverId, isStanding } from '../../core/organisation/hand-over.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import type { Instant } from '../../core/time/instant.ts';
import { withSecretariat } from '../views/frame.ts';
import { saying } from '../views/message.ts';
import { clusterChanged } from '../views/organisation/cluster-change.ts';
import { officeNamed } from '../views/organisation/offices.ts';
import { unitChanged } from '../views/organisation/unit-change.ts';
import { dutyEnded, dutyKept, standInEnded, standInTold } from '../views/people/duty-told.ts';
import { handOverMessage } from '../views/people/hand-over.ts';
import type { NoticeWay, Said, Saying } from './saying.ts';

async function sayOfficeNamed({ notice, frame }: Saying): Promise<Said> {
  const held = officeOfSlot(frame.directory, notice.slot);
  if (held === null) return { withheld: 'changed' };
  return saying(frame.t('offices.told', withSecretariat(frame, { text: officeNamed(frame, held) })));
}

/** The sheet, as of now; withheld where somebody else was named since. */
async function sayHandOver({ dependencies, notice, frame }: Saying): Promise<Said> {
  const { read } = dependencies.unitOfWork;
  const handOver = await read.handOvers.byId((notice.subject?.id ?? '') as HandOverId);
  if (handOver === null || !isStanding(frame.directory, handOver)) return { withheld: 'changed' };
  const sheet = await handOverSheet(read, frame.directory, handOver, frame.today);
  return handOverMessage(frame, handOver, sheet, readerOf(notice));
}

async function sayStandIn({ dependencies, notice, frame }: Saying): Promise<Said> {
  const reader = readerOf(notice);
  const ended = endOfSlot(notice.slot);
  if (ended === null) {
    const held = standInOfSlot(frame.directory.appointments, notice.slot);
    return held === null ? { withheld: 'changed' } : standInTold(frame, held, reader);
  }
  // It was taken back since.
  if (standInOfSlot(frame.directory.appointments, ended.begun) !== null) return { withheld: 'changed' };
  const begun = await dependencies.unitOfWork.read.notices.bySlot(notice.kind, notice.addressee, ended.begun);
  if (begun?.state === 'withheld') return { withheld: 'never_told' };
  return standInEnded(frame, ended, notice.subject?.id as PersonId, reader);
}

/** Only what holds now is said: that somebody leaves; that they stay, to whoever had been told that they leave. */
async function sayDutyEnded({ dependencies, notice, frame }: Saying): Promise<Said> {
  const leaving = leavingOfSlot(notice.slot);
  if (isHeldBeyond(frame.directory, leaving) !== leaving.stays) return { withheld: 'changed' };
  if (!leaving.stays) return dutyEnded(frame, leaving, readerOf(notice));
  const { notices } = dependencies.unitOfWork.read;
  const told = await notices.bySlot(notice.kind, notice.addressee, leaving.told);
  return told?.state === 'withheld' ? { withheld: 'never_told' } : dutyKept(frame, leaving, readerOf(notice));
}

/** These go to people alone. */
const readerOf = ({ addressee }: Saying['notice']): PersonId => addressee.id as PersonId;

async function sayUnitChanged(saying: Saying): Promise<Said> {
  const { dependencies, notice, frame } = saying;
  const unit = frame.directory.units.find(({ id }) => id === notice.subject?.id);
  if (unit === undefined) return { withheld: 'gone' };
  const said = await unitEndingOf(dependencies.unitOfWork.read, unit.id);
  const changed = await changedSince(saying, unit, said);
  return changed ?? unitChanged(frame, unit, isBackSlot(notice.slot), readerOf(notice));
}

async function sayClusterChanged(saying: Saying): Promise<Said> {
  const { dependencies, notice, frame } = saying;
  const { clusters } = frame.directory;
  const cluster = clusters.find(({ id }) => id === notice.subject?.id);
  if (cluster === undefined) return { withheld: 'gone' };
  const said = await clusterEndingOf(dependencies.unitOfWork.read, cluster.id);
  const heir = clusters.find(({ id }) => id === said?.heirId) ?? null;
  return (
    (await changedSince(saying, cluster, said)) ??
    clusterChanged(frame, cluster, heir, isBackSlot(notice.slot))
  );
}

/**
 * Only what holds now is said of an end; and that it was taken back, to whoever had been told of it.
 * @param said when it was last said that it ends
 */
async function changedSince(
  { dependencies, notice }: Saying,
  { id, validTo }: Pick<Unit, 'validTo'> & { readonly id: UnitId | ClusterId },
  said: { readonly at: Instant } | null,
): Promise<{ readonly withheld: string } | null> {
  if (isEndSlot(notice.slot)) return validTo === null ? { withheld: 'changed' } : null;
  if (!isBackSlot(notice.slot)) return null;
  if (validTo !== null) return { withheld: 'changed' };
  const { notices } = dependencies.unitOfWork.read;
  const slot = said === null ? null : changeSlot.ends(id, said.at);
  const told = slot === null ? null : await notices.bySlot(notice.kind, notice.addressee, slot);
  return told?.state === 'withheld' ? { withheld: 'never_told' } : null;
}

/** Nobody waits for any of these, so they keep office hours. */
export const STAFF_WAYS: Record<Exclude<OfficeNoticeKind, 'rotation' | 'contact_check'>, NoticeWay> = {
  office_named: { say: sayOfficeNamed, waitsFor: 'office' },
  hand_over: { say: sayHandOver, waitsFor: 'office' },
  stand_in: { say: sayStandIn, waitsFor: 'office' },
  duty_ended: { say: sayDutyEnded, waitsFor: 'office' },
  unit_changed: { say: sayUnitChanged, waitsFor: 'office' },
  cluster_changed: { say: sayClusterChanged, waitsFor: 'office' },
};
