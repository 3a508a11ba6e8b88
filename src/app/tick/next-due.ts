import { calendarsOf } from '../../core/organisation/calendars.ts';
import { nextSlotAfter } from '../../core/slot/slots.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';

/** The next instant at which a tick has something to write: a slot, or an hour stage. */
export async function nextTickAfter(
  { organisation, assignments }: Pick<ReadModel, 'organisation' | 'assignments'>,
  after: Instant,
): Promise<Instant> {
  const { settings } = await organisation.directory();
  const slot = nextSlotAfter(after, settings, calendarsOf(settings).work);
  const stage = await assignments.nextStageAt();
  return stage !== null && stage > after && stage < slot ? stage : slot;
}

/** The same, or earlier where something is planned to be sent before. */
export async function nextDueAfter(read: ReadModel, after: Instant): Promise<Instant> {
  const tick = await nextTickAfter(read, after);
  const planned = await read.notices.nextAt(after);
  return planned !== null && planned < tick ? planned : tick;
}
