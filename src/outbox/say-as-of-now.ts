import type { Clock } from '../app/ports/clock.ts';
import type { IdSource } from '../app/ports/id-source.ts';
import type { Message } from '../app/ports/message.ts';
import type { NoticeRenderer } from '../app/ports/notice-renderer.ts';
import { type Delivery, type Notice, TRIAL_CAUSE } from '../app/ports/notice-repository.ts';
import { planRehearsals } from '../app/trial/rehearsed-notice.ts';
import type { ChatId, NoticeId, PersonId } from '../core/id.ts';
import type { Ending, HeldNotice } from './held-notice.ts';
import type { OutboxTransaction } from './outbox-work.ts';
import { mayHaveLeft } from './part-state.ts';

/** What putting a notice into words takes. */
export interface SayingParts {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly renderer: NoticeRenderer;
}

/** Says a notice as of now, where nobody may have read it yet; ends it, where it no longer holds or not at this hour. */
export async function sayAsOfNow(
  { renderer, clock, ids }: SayingParts,
  held: HeldNotice,
): Promise<Ending | null> {
  if (held.parts.some(({ state }) => state === 'sent')) return null;
  const { notice, lines } = held;
  const now = clock.now();
  const isFrozen = held.parts.some(mayHaveLeft);
  const rendered = await renderer.render(notice, lines, now);
  switch (rendered.kind) {
    case 'withheld': {
      const state = isFrozen ? 'unknown' : 'withheld';
      return held.end({ kind: 'settled', state, cause: rendered.cause });
    }
    case 'later':
      if (rendered.at <= notice.at && rendered.at <= now)
        throw new Error(`notice ${notice.id} is put off to an instant that has passed`);
      return held.end({ kind: 'rescheduled', at: rendered.at });
    case 'passed_on':
      return isFrozen
        ? null
        : held.end({
            kind: 'settled',
            state: 'withheld',
            cause: 'PASSED_ON',
            afterwards: (tx) => passOn(tx.notices, ids, notice, rendered.to),
          });
    case 'rehearsed':
      // What somebody may have read in part is said to the end.
      return isFrozen
        ? null
        : held.end({
            kind: 'settled',
            state: 'withheld',
            cause: TRIAL_CAUSE,
            afterwards: async ({ notices }) => {
              await notices.merge(notice.id, rendered.merged ?? []);
              await planRehearsals(notices, ids, notice, rendered.to);
            },
          });
    case 'said':
      if (rendered.parts.length === 0) throw new Error(`notice ${notice.id} was rendered into nothing`);
      if (!isFrozen) {
        const parts = partsOf(notice.id, rendered.chatId, rendered.parts, ids);
        held.replaceParts({ parts, told: rendered.told ?? [], merged: rendered.merged ?? [] });
      }
      return null;
    default:
      return rendered satisfies never;
  }
}

/** The same to others. */
async function passOn(
  notices: OutboxTransaction['notices'],
  ids: IdSource,
  { kind, slot, at, subject, late }: Notice,
  people: readonly PersonId[],
): Promise<void> {
  for (const id of people) {
    const addressee = { kind: 'person', id } as const;
    await notices.plan({ id: ids.next<'notice'>(), kind, addressee, slot, at, subject, late });
  }
}

/** What was rendered, as parts to be frozen. */
export function partsOf(
  noticeId: NoticeId,
  chatId: ChatId,
  messages: readonly Message[],
  ids: IdSource,
): Delivery[] {
  return messages.map((message, index) => ({
    id: ids.next<'delivery'>(),
    noticeId,
    part: index + 1,
    chatId,
    message,
    state: 'frozen',
    messageKey: null,
    attempts: 0,
    doubts: 0,
  }));
}
