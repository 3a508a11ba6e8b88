import type { Messenger } from '../app/ports/messenger.ts';
import { isPinWanted } from '../app/report/pin-group-board.ts';
import { markRepeatedIn } from '../bot/mark-repeated.ts';
import { ChatLivingRenderer } from '../bot/notices/living-renderer.ts';
import { ChatNoticeRenderer } from '../bot/notices/notice-renderer.ts';
import { receiptListXlsx } from '../exporter/receipt-list-xlsx.ts';
import type { Gate } from '../outbox/gate.ts';
import { livingRelay } from '../outbox/living-relay.ts';
import { noticeRelay } from '../outbox/notice-relay.ts';
import type { Ground } from './ground.ts';
import { ids } from './office.ts';

/** The way out of what is said unasked: notices and living messages, at one pace. */
export interface Sending {
  start(): void;
  /** Something may have fallen due. */
  wake(): void;
  /** Resolves when all that was due when asked has been sent, or waits for its channel. */
  drain(): Promise<void>;
  /** Takes nothing new and waits for what is under way, not for ever. */
  stop(): Promise<void>;
}

/** How long what is under way may take to end. */
const GRACE_MS = 10_000;

export function createSending(ground: Ground, messengers: readonly Messenger[], gate: Gate): Sending {
  const { dependencies, logger, timer, holder } = ground;
  const of = (channel: string) => messengers.find((one) => one.channel === channel);
  const capabilitiesOf = (channel: string) => of(channel)?.capabilities ?? null;
  const shared = {
    work: dependencies.unitOfWork,
    clock: dependencies.clock,
    timer,
    logger,
    ids,
    gate,
    messengers,
    random: Math.random,
    holder,
    markRepeated: markRepeatedIn(dependencies.unitOfWork.read),
  };
  const notices = noticeRelay({
    ...shared,
    renderer: new ChatNoticeRenderer({
      dependencies,
      capabilitiesOf,
      privateLink: (channel, payload) => of(channel)?.privateLink(payload) ?? null,
      receiptList: receiptListXlsx,
    }),
  });
  const living = livingRelay({
    ...shared,
    renderer: new ChatLivingRenderer(dependencies, capabilitiesOf),
    isPinWanted: (one) => isPinWanted(dependencies.unitOfWork.read, one),
  });
  return {
    start: () => {
      notices.start();
      living.start();
    },
    wake: () => {
      notices.wake();
      living.wake();
    },
    drain: async () => {
      await Promise.all([notices.drain(), living.drain()]);
    },
    stop: async () => {
      await notices.stop(GRACE_MS);
      await living.stop(GRACE_MS);
    },
  };
}
