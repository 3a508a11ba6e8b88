import { isBackSlot, isEndSlot, officeOfSlot } from '../../app/people/pass-on.ts';
import { standInOfSlot } from '../../app/people/stand-in.ts';
import type { PersonId } from '../../core/id.ts';
import { type HandOverId, isStanding } from '../../core/organisation/hand-over.ts';
import { sheetFor } from '../answers/hand-over.ts';
import { contactQuestion } from '../views/contacts.ts';
import { withSecretariat } from '../views/frame.ts';
import { saying } from '../views/message.ts';
import { officeNamed } from '../views/offices.ts';
import { standInTold } from '../views/staff.ts';
import { unitChanged } from '../views/unit-change.ts';
import type { NoticeWay, Said, Saying } from './saying.ts';

async function sayOfficeNamed({ notice, frame }: Saying): Promise<Said> {
  const held = officeOfSlot(frame.directory, notice.slot);
  if (held === null) return { withheld: 'changed' };
  return saying(frame.t('offices.told', withSecretariat(frame, { text: officeNamed(frame, held) })));
}

/** The sheet, as of now; withheld where somebody else was named since. */
async function sayHandOver({ dependencies, notice, frame }: Saying): Promise<Said> {
  const id = (notice.subject?.id ?? '') as HandOverId;
  const handOver = await dependencies.unitOfWork.read.handOvers.byId(id);
  if (handOver === null || !isStanding(frame.directory, handOver)) return { withheld: 'changed' };
  return sheetFor(dependencies, frame, handOver, readerOf(notice));
}

async function sayStandIn({ notice, frame }: Saying): Promise<Said> {
  const held = standInOfSlot(frame.directory.appointments, notice.slot);
  return held === null ? { withheld: 'changed' } : standInTold(frame, held, readerOf(notice));
}

/** These go to people alone. */
const readerOf = ({ addressee }: Saying['notice']): PersonId => addressee.id as PersonId;

/** In August to the people of schools; withheld once somebody has answered for the unit. */
async function sayContactCheck({ notice, frame }: Saying): Promise<Said> {
  const unit = frame.directory.units.find(({ id }) => id === notice.subject?.id);
  if (unit === undefined || (unit.confirmedOn ?? '') >= notice.slot) return { withheld: 'answered' };
  return contactQuestion(frame, unit);
}

async function sayUnitChanged({ notice, frame }: Saying): Promise<Said> {
  const unit = frame.directory.units.find(({ id }) => id === notice.subject?.id);
  if (unit === undefined) return { withheld: 'gone' };
  const isBack = isBackSlot(notice.slot);
  // Ended and taken back before it was said: only what holds now is said.
  const isOver = isBack ? unit.validTo !== null : isEndSlot(notice.slot) && unit.validTo === null;
  return isOver ? { withheld: 'changed' } : unitChanged(frame, unit, isBack);
}

/** Nobody waits for any of these, so they keep office hours. */
export const STAFF_WAYS = {
  office_named: { say: sayOfficeNamed, officeHours: true },
  hand_over: { say: sayHandOver, officeHours: true },
  stand_in: { say: sayStandIn, officeHours: true },
  contact_check: { say: sayContactCheck, officeHours: true },
  unit_changed: { say: sayUnitChanged, officeHours: true },
} satisfies Record<string, NoticeWay>;
