import { addWorkingDays } from '../../core/calendar/work-calendar.ts';
import type { NoticeId, ObligationId, PersonId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { isOpen } from '../../core/work/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { type Requester, requesterOf } from '../requester.ts';
import { dayAt } from '../today.ts';
import { noteOf, whoReports } from '../use-case.ts';

/** How many working days a person puts off what a notice told them. */
export const SNOOZED_DAYS = 1;
export const WAITED_DAYS = 3;

/**
 * Reminds the addressee again of all that a notice told them, so many working days from today and not before; the
 * deadlines stay. Returns the day. Refused: NOTICE_NOT_YOURS.
 */
export async function snoozeNotice(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  noticeId: NoticeId,
  workingDays: number,
): Promise<Outcome<LocalDate>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const told = await toldBy(tx, request, noticeId, at);
    if (told === null) return refuse('NOTICE_NOT_YOURS');
    const directory = await tx.organisation.directory();
    const until = addWorkingDays(calendarsOf(directory.settings).work, dayAt(at, directory), workingDays);
    const note = noteOf(tx, ids, at, told.by);
    for (const obligation of told.obligations.filter(({ state }) => isOpen(state))) {
      if (!(await hold(tx, told.person.id, obligation, until))) continue;
      await note({ action: 'reminder.snoozed', subject: obligation.id, after: { until } });
    }
    return done(until);
  });
}

/**
 * Writes down that the secretariat calls about what a notice handed over; what was to be said of it again is not.
 * Refused: NOTICE_NOT_YOURS.
 */
export async function takeEscalation(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  noticeId: NoticeId,
): Promise<Outcome<null>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const told = await toldBy(tx, request, noticeId, at);
    if (told === null) return refuse('NOTICE_NOT_YOURS');
    const note = noteOf(tx, ids, at, told.by);
    for (const { id } of told.obligations) {
      const held = await holdOf(tx, told.person.id, id);
      if (held !== undefined && held.until !== null) await tx.holds.drop(told.person.id, id);
      const before = await tx.audit.about(id);
      if (before.some(({ action, after }) => action === TAKEN && noticeOf(after) === noticeId)) continue;
      await note({ action: TAKEN, subject: id, after: { notice: noticeId } });
    }
    return done(null);
  });
}

/**
 * Ends or takes up again the reminders of one obligation for whoever asks. Refused: OBLIGATION_UNKNOWN,
 * ACCESS_NOT_OWN_UNIT.
 */
export async function muteObligation(
  dependencies: Dependencies,
  request: Request,
  obligationId: ObligationId,
  isMuted: boolean,
): Promise<Outcome<Obligation>> {
  return whoReports(obligationId, dependencies, request, async ({ tx, person, obligation, note }) => {
    const was = (await holdOf(tx, person.id, obligationId))?.until === null;
    if (was === isMuted) return done(obligation);
    if (isMuted) await tx.holds.save({ personId: person.id, obligationId, until: null });
    else await tx.holds.drop(person.id, obligationId);
    await note({ action: isMuted ? 'reminder.muted' : 'reminder.unmuted', subject: obligationId });
    return done(obligation);
  });
}

const TAKEN = 'escalation.taken';

const noticeOf = (after: unknown): unknown =>
  typeof after === 'object' && after !== null && 'notice' in after ? after.notice : null;

interface Told extends Requester {
  readonly obligations: readonly Obligation[];
}

/** What a notice told whoever asks; null where it was not addressed to them. */
export async function toldBy(
  { organisation, notices, obligations }: Pick<Transaction, 'organisation' | 'notices' | 'obligations'>,
  request: Request,
  noticeId: NoticeId,
  at: Instant,
): Promise<Told | null> {
  const notice = await notices.byId(noticeId);
  const requester = requesterOf(await organisation.directory(), request, at);
  if (requester.kind === 'refused' || notice?.addressee.id !== requester.person.id) return null;
  const ids = (await notices.linesOf(noticeId)).map((line) => line.obligationId);
  return { ...requester, obligations: await obligations.byIds(ids) };
}

/** True where it was not held until that day before. */
async function hold(
  tx: Transaction,
  personId: PersonId,
  obligation: Obligation,
  until: LocalDate,
): Promise<boolean> {
  if ((await holdOf(tx, personId, obligation.id))?.until === until) return false;
  await tx.holds.save({ personId, obligationId: obligation.id, until });
  const { nextStageOn } = obligation;
  if (nextStageOn === null || nextStageOn > until) {
    await tx.obligations.save({ ...obligation, nextStageOn: until });
  }
  return true;
}

const holdOf = async (tx: Transaction, personId: PersonId, obligationId: ObligationId) =>
  (await tx.holds.of([obligationId])).find((one) => one.personId === personId);
