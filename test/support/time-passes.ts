import type { NoticeKind } from '../../src/app/ports/notice-kind.ts';
import { type Addressee, NOTICE_STATES, type Notice } from '../../src/app/ports/notice-repository.ts';
import { runTick } from '../../src/app/tick/run-tick.ts';
import { ownerName } from '../../src/core/obligation/owner-name.ts';
import { calendarsOf } from '../../src/core/organisation/calendars.ts';
import { nextSlotAfter } from '../../src/core/slot/slots.ts';
import { type Instant, instantOf } from '../../src/core/time/instant.ts';
import { instant, type Office } from './office.ts';

export async function tickAt(office: Office, at: Instant | string): Promise<void> {
  const now = typeof at === 'string' ? instant(at) : at;
  office.clock.moveTo(now);
  await runTick(office.dependencies, now);
}

/** Ticks at each slot until then, as the scheduler does when nothing goes wrong. */
export async function walkTo(office: Office, until: string): Promise<void> {
  const { settings } = await office.directory();
  const { work } = calendarsOf(settings);
  const next = (at: Instant) => nextSlotAfter(at, settings, work);
  for (let at = next(office.clock.now()); at <= instant(until); at = next(at)) await tickAt(office, at);
  await tickAt(office, until);
}

/** What was planned for others by now is no part of the test. */
export const sweep = (office: Office, kept: readonly Addressee['id'][] = []): Promise<void> =>
  settleDue(office, 'withheld', kept);

/** All that is due has been sent, as the relay leaves it. */
export const allSent = (office: Office): Promise<void> => settleDue(office, 'sent');

function settleDue(
  { dependencies }: Office,
  state: 'sent' | 'withheld',
  kept: readonly Addressee['id'][] = [],
): Promise<void> {
  return dependencies.unitOfWork.run(async ({ notices }) => {
    const due = { most: 100, now: dependencies.clock.now(), nowMs: 0, exceptAddressees: kept };
    for (;;) {
      const claimed = await notices.claim({ ...due, holder: 'test', leaseUntilMs: 1 });
      if (claimed.length === 0) return;
      for (const { notice } of claimed) await notices.settle(notice.id, 'test', state, null);
    }
  });
}

/** All notices of a kind ever planned, by time. */
export async function noticesOf({ read }: Office, kind: NoticeKind): Promise<Notice[]> {
  const all = await read.notices.list({
    states: NOTICE_STATES,
    from: instantOf(0),
    to: instantOf(Number.MAX_SAFE_INTEGER),
  });
  return all.filter((notice) => notice.kind === kind);
}

/** `2024-12-05 Nguyễn Thị Lan: 6 of Cụm thi đua số 1, before-14` */
export async function linesTold(office: Office, kind: NoticeKind): Promise<string[]> {
  const { read } = office;
  const directory = await read.organisation.directory();
  const book = await read.plans.book();
  const told: string[] = [];
  for (const { id, slot, addressee } of await noticesOf(office, kind)) {
    const to = directory.people.find((person) => person.id === addressee.id)?.name;
    for (const { obligationId, stage } of await read.notices.linesOf(id)) {
      const one = await read.obligations.byId(obligationId);
      const task = book.tasks.find((known) => known.id === one?.taskId);
      const owner = one === null ? '' : ownerName(directory, one.owner);
      told.push(`${slot} ${to}: ${task?.no} of ${owner}, ${stage}`);
    }
  }
  return told;
}
