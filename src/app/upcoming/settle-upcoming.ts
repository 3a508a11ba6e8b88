import { calendarsOf } from '../../core/organisation/calendars.ts';
import { nextOfficeMoment } from '../../core/slot/slots.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { isSkipped, type Notice } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { requesterWho } from '../requester.ts';
import { noteOf } from '../use-case.ts';
import {
  isSameUpcoming,
  type SlotNoticeKind,
  setApartSlot,
  type UpcomingNotice,
  type UpcomingRef,
  upcomingNotices,
} from './upcoming-notices.ts';

export type UpcomingChoice = 'now' | 'skip';

/** What may be chosen: a launch's reminder goes out before its day from the launch's own panel alone. */
export const choicesOf = (kind: SlotNoticeKind): readonly UpcomingChoice[] =>
  kind === 'launch_reminder' ? ['skip'] : ['now', 'skip'];

export interface Settled {
  /** When it goes out; null where it does not. */
  readonly at: Instant | null;
  /** False where the same was chosen before. */
  readonly changed: boolean;
}

/**
 * The secretariat sends now what its slot would bring later, or has it left out. Either way the slot does not say it
 * again; what else the slot comes to say by then, it says. Outside office hours "now" is the next opening; in a trial it
 * goes to its addressee all the same. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, NOTICE_GONE.
 */
export async function settleUpcoming(
  dependencies: Dependencies,
  request: Request,
  ref: Extract<UpcomingRef, { kind: 'slot' }>,
  choice: UpcomingChoice,
): Promise<Outcome<Settled>> {
  const { unitOfWork, clock, ids } = dependencies;
  const now = clock.now();
  const { organisation } = unitOfWork.read;
  const may = requesterWho('reports.manage', await organisation.directory(), request, now);
  if (may.kind === 'refused') return may;
  if (!choicesOf(ref.notice).includes(choice)) return refuse('NOTICE_GONE');
  const nothing = { wanted: () => [], say: async () => ({}) };
  const { all } = await upcomingNotices(dependencies, now, nothing);
  const upcoming = all.find((one) => isSameUpcoming(one.ref, ref)) ?? null;

  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const { settings } = directory;
    const at = nextOfficeMoment(now, settings, calendarsOf(settings).work);
    const before =
      (await tx.notices.bySlot(ref.notice, ref.addressee, setApartSlot(ref.slot))) ??
      (await tx.notices.bySlot(ref.notice, ref.addressee, ref.slot));
    if (before !== null && isSettled(before, choice, at)) {
      return done({ at: choice === 'now' ? before.at : null, changed: false });
    }
    if (upcoming === null) return refuse('NOTICE_GONE');
    const id = before?.id ?? (await setApart(tx, upcoming, ref, ids.next<'notice'>()));
    const changed = choice === 'skip' ? await tx.notices.skip(id) : await tx.notices.hasten(id, at);
    if (!changed) return refuse('NOTICE_GONE');
    const note = noteOf(tx, ids, now, may.by);
    await note({
      action: choice === 'skip' ? 'notice.skipped' : 'notice.hastened',
      subject: ref.addressee.id,
      after: { kind: ref.notice, slot: ref.slot },
    });
    return done({ at: choice === 'skip' ? null : at, changed: true });
  });
}

const isSettled = (notice: Notice, choice: UpcomingChoice, at: Instant): boolean =>
  choice === 'skip'
    ? isSkipped(notice)
    : notice.state === 'planned'
      ? notice.at <= at && notice.released
      : notice.state !== 'withheld';

/** What speaks by lines leaves the slot's own notice to whatever joins it later. */
const HAS_LINES: readonly SlotNoticeKind[] = ['reminder', 'escalation', 'assignment_reminder'];

/** The notice that holds what was chosen, written where it is not yet; planned for its own time. */
async function setApart(
  tx: Transaction,
  { notice, lines }: UpcomingNotice,
  { notice: kind, slot: wanted }: Extract<UpcomingRef, { kind: 'slot' }>,
  id: Notice['id'],
): Promise<Notice['id']> {
  const stored = await tx.notices.byId(notice.id);
  if (stored !== null) return stored.id;
  const slot = HAS_LINES.includes(kind) ? setApartSlot(wanted) : wanted;
  const { addressee, at, subject, late } = notice;
  const planned = await tx.notices.plan({ id, kind, addressee, slot, at, subject, late });
  const stillOwed = await tx.obligations.byIds(lines.map((line) => line.obligationId));
  for (const line of lines) {
    if (stillOwed.some((one) => one.id === line.obligationId)) await tx.notices.addLine(planned, line);
  }
  return planned;
}
