import type { Incoming } from '../../src/bot/incoming.ts';
import { instantOf } from '../../src/core/time/instant.ts';
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramChannelOptions,
} from '../../src/telegram/telegram-channel.ts';
import { FakeTimer, settled } from '../support/fake-timer.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import type { SandboxDriver } from '../support/sandbox.ts';
import { InMemoryInbox, InMemoryLeases, itemOf } from './in-memory-inbox.ts';
import { recordedLogger } from './recorded-logger.ts';

export interface RunningChannel {
  readonly channel: TelegramChannel;
  readonly inbox: InMemoryInbox;
  readonly leases: InMemoryLeases;
  readonly timer: FakeTimer;
  readonly logger: ReturnType<typeof recordedLogger>;
  readonly topics: (readonly [thread: string | null, isOpen: boolean])[];
  readonly count: { turns: number; exchanges: number };
  /** What the nth update taken in means. */
  incoming(index: number): Promise<Incoming | null>;
  /** Waits for it, letting time pass for whoever sleeps. */
  until(happened: () => boolean): Promise<void>;
  end(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** A channel to the sandbox; `run` is the caller's to call. */
export function channelTo(
  sandbox: Pick<SandboxDriver, 'url' | 'token'>,
  given: Partial<TelegramChannelOptions> & { leases?: InMemoryLeases; intake?: InMemoryInbox } = {},
): RunningChannel {
  const inbox = given.intake ?? new InMemoryInbox();
  const leases = given.leases ?? new InMemoryLeases();
  const timer = new FakeTimer();
  const logger = recordedLogger();
  const topics: [thread: string | null, isOpen: boolean][] = [];
  const count = { turns: 0, exchanges: 0 };
  const channel = createTelegramChannel({
    token: sandbox.token,
    apiRoot: sandbox.url,
    proxy: null,
    receive: { kind: 'polling' },
    menus: [],
    intake: inbox,
    holder: 'first',
    clock: new FixedClock(instantOf(1_730_681_700_000)),
    timer,
    logger,
    onTurn: () => void (count.turns += 1),
    onExchange: () => void (count.exchanges += 1),
    onTopic: (address, isOpen) => void topics.push([address.thread, isOpen]),
    ...given,
    leases,
  });
  return {
    channel,
    inbox,
    leases,
    timer,
    logger,
    count,
    topics,
    incoming: async (index) => {
      const stored = inbox.stored[index];
      return stored === undefined ? null : channel.translate(itemOf(stored));
    },
    until: async (happened) => {
      const deadline = performance.now() + PATIENCE_MS;
      while (!happened()) {
        if (performance.now() > deadline) throw new Error('it did not happen');
        if (timer.sleepers > 0) await timer.advance(30_000);
        await settled();
      }
    },
    end: async () => {
      await channel.stop();
      channel.close();
    },
  };
}
