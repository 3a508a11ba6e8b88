import type { Dependencies } from '../../../app/dependencies.ts';
import { restoreUnit } from '../../../app/organisation/restore-unit.ts';
import type { Outcome } from '../../../app/outcome.ts';
import { unownedWork } from '../../../app/overview/unowned-work.ts';
import { dutyToPass } from '../../../app/people/duty-access.ts';
import { endDuty } from '../../../app/people/end-duty.ts';
import { keepDuty } from '../../../app/people/keep-duty.ts';
import { endStandIns } from '../../../app/people/stand-in.ts';
import { scopeOf } from '../../../core/access/rights.ts';
import type { UnitId } from '../../../core/id.ts';
import { dutyHeld } from '../../../core/organisation/hand-over.ts';
import { addDays } from '../../../core/time/local-date.ts';
import type { DutyRef } from '../../buttons/people.ts';
import { onlyPrivately } from '../../private-door.ts';
import { refusal } from '../../refusal.ts';
import { type Reply } from '../../reply.ts';
import { forSecretariat } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { unownedMessage } from '../../views/overview/unowned.ts';
import { dutyOf } from '../../views/people/duty.ts';
import { dutyCard, leaveQuestion } from '../../views/people/duty-card.ts';
import type { UnitsOf } from '../../views/people/invite.ts';
import { staffChoice, staffOffice, staffUnits, unitCard } from '../../views/people/staff.ts';

export const showStaff = (turn: Turn): Reply =>
  forSecretariat(turn, 'people.invite', () => staffChoice(turn.frame));

export const showStaffUnits = (turn: Turn, of: UnitsOf): Reply =>
  forSecretariat(turn, 'people.invite', () =>
    of.kind === 'others' || turn.frame.directory.clusters.some(({ id }) => id === of.id)
      ? staffUnits(turn.frame, of)
      : null,
  );

export const showStaffOffice = (turn: Turn): Reply =>
  forSecretariat(turn, 'people.invite', () => staffOffice(turn.frame));

export const showUnit = (turn: Turn, unit: UnitId): Reply =>
  forSecretariat(turn, 'people.invite', () =>
    turn.frame.directory.units.some(({ id }) => id === unit) ? unitCard(turn.frame, unit) : null,
  );

/** The unit goes on as before, and its card says so. */
export async function takeEndBack(dependencies: Dependencies, turn: Turn, unit: UnitId): Promise<Reply> {
  const outcome = await restoreUnit(dependencies, turn.request, unit);
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  const now = await openTurn(dependencies, turn.incoming, turn.tools);
  return {
    ...showUnit(now, unit),
    answer: { text: turn.frame.t('unit.restored', { unit: outcome.value.name }), popup: false },
  };
}

/** A duty, to whoever may pass it on. */
export function showDuty(turn: Turn, ref: DutyRef): Reply {
  const { frame, incoming, request } = turn;
  const access = dutyToPass(frame.directory, request, frame.now, ref.person, dutyOf(ref));
  if (access.kind === 'refused') return refusal(frame, access);
  if (incoming.chat.kind === 'group') return onlyPrivately(turn);
  return { edit: dutyCard(frame, access.held, isSecretariat(turn)) };
}

type Ending = (dependencies: Dependencies, request: Turn['request'], ref: DutyRef) => Promise<Outcome<void>>;

const ENDINGS: Readonly<Record<'yes' | 'back' | 'stay', Ending>> = {
  yes: (dependencies, request, ref) => endDuty(dependencies, request, ref.person, dutyOf(ref)),
  stay: (dependencies, request, ref) => keepDuty(dependencies, request, ref.person, dutyOf(ref)),
  back: (dependencies, request, ref) =>
    endStandIns(dependencies, request, ref.person, dutyOf(ref), (today) => addDays(today, -1)),
};

export async function endingDuty(
  dependencies: Dependencies,
  turn: Turn,
  ref: DutyRef,
  answer: 'ask' | keyof typeof ENDINGS,
): Promise<Reply> {
  const { frame, request } = turn;
  if (answer === 'ask') {
    const held = dutyHeld(frame.directory, ref.person, dutyOf(ref), frame.today);
    return forSecretariat(turn, 'people.invite', () => (held === null ? null : leaveQuestion(frame, held)));
  }
  const outcome = await ENDINGS[answer](dependencies, request, ref);
  if (outcome.kind === 'refused') return refusal(frame, outcome);
  return showDuty(await openTurn(dependencies, turn.incoming, turn.tools), ref);
}

export async function showUnowned({ unitOfWork }: Dependencies, turn: Turn, skip: number): Promise<Reply> {
  const work = await unownedWork(unitOfWork.read, turn.frame.now);
  return forSecretariat(turn, 'reports.manage', () => unownedMessage(turn.frame, work, skip));
}

const isSecretariat = ({ actor }: Turn): boolean =>
  actor !== null && scopeOf('duty.pass', actor.roles) === 'all';
