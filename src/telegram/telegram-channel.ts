import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpError } from 'grammy';
import type { ChatMenus } from '../app/ports/chat-menus.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { InboxItem, UpdateIntake } from '../app/ports/inbox.ts';
import type { LeaseStore } from '../app/ports/lease-store.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Address, Messenger } from '../app/ports/messenger.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { Incoming } from '../bot/incoming.ts';
import { agentFor } from './agent.ts';
import { apiSignal, createApi } from './api.ts';
import { type CommandMenu, createChatMenus, registerMenus } from './command-menu.ts';
import { createDownload } from './download.ts';
import { type BotIdentity, botIdOf } from './identity.ts';
import { keepTurning } from './loop.ts';
import { TelegramMessenger } from './messenger.ts';
import { once } from './once.ts';
import { createPolling } from './polling.ts';
import { translate } from './translate.ts';
import { createTransport } from './transport.ts';
import { webhookHandler } from './webhook.ts';
import { createWebhookUpkeep } from './webhook-upkeep.ts';

export interface TelegramChannelOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly proxy: string | null;
  readonly receive:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly publicUrl: string; readonly secret: string };
  readonly menus: readonly CommandMenu[];
  readonly intake: UpdateIntake;
  readonly leases: LeaseStore;
  /** Names this process among those that share the database. */
  readonly holder: string;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly logger: Logger;
  /** Told of each turn of the receiving loop, failed ones too. */
  readonly onTurn: () => void;
  /** Told of each exchange that succeeded. */
  readonly onExchange: () => void;
  /** Told of a topic when it turns out to be open, or closed or deleted; must return at once. */
  readonly onTopic: (address: Address, isOpen: boolean) => void;
}

export interface TelegramChannel {
  readonly channel: 'telegram';
  /** The bot's id, by which its updates are kept. */
  readonly bot: string;
  readonly messenger: Messenger;
  readonly chatMenus: ChatMenus;
  /** Where updates come in by webhook: a route of the HTTP server; null when polling. */
  readonly route: ((request: IncomingMessage, response: ServerResponse) => Promise<boolean>) | null;
  /** What a stored update means; null where nothing is to be done. Waits until Telegram said who the bot is. */
  translate(item: InboxItem): Promise<Incoming | null>;
  /** Receives until stopped. Rejects with TokenRefused; an outage is waited for. */
  run(): Promise<void>;
  /** Awaits the turn under way and gives the lease back. Sends are still possible until `close`. */
  stop(): Promise<void>;
  /** Cuts the connections. */
  close(): void;
}

/** Puts the channel together; nothing is connected to before `run`. */
export function createTelegramChannel(options: TelegramChannelOptions): TelegramChannel {
  const { token, apiRoot, receive, timer, logger, onTurn } = options;
  const agent = agentFor(apiRoot, options.proxy);
  const transport = createTransport(agent);
  const api = createApi(token, apiRoot, transport);
  const bot = botIdOf(token);
  const stopping = new AbortController();
  const identity = once<BotIdentity>();
  let reachable = true;
  const onExchange = (): void => {
    reachable = true;
    options.onExchange();
  };
  const onFailure = (error: unknown): void => {
    if (error instanceof HttpError) reachable = false;
  };
  const shared = { ...options, api, bot, signal: stopping.signal, onExchange };
  const polling = receive.kind === 'polling' ? createPolling(shared) : null;
  const upkeep = receive.kind === 'webhook' ? createWebhookUpkeep({ ...shared, ...receive }) : null;
  const receiveTurn = polling?.turn ?? upkeep;
  const download = createDownload(api, apiRoot, transport);
  let running = Promise.resolve();

  const turn = async (): Promise<void> => {
    if (identity.value === null) {
      const me = await api.getMe(apiSignal(stopping.signal));
      onExchange();
      identity.give({ id: me.id, username: me.username });
      await registerMenus(shared);
      logger.info({ bot }, 'Telegram reached');
    }
    await receiveTurn?.();
  };

  const receiveUntilStopped = async (): Promise<void> => {
    try {
      await keepTurning(turn, { timer, logger, signal: stopping.signal, onTurn, onFailure });
    } finally {
      await polling?.release();
    }
  };

  return {
    channel: 'telegram',
    bot,
    messenger: new TelegramMessenger(api, logger, {
      username: () => identity.value?.username ?? null,
      reachable: () => reachable,
      onTopic: options.onTopic,
    }),
    chatMenus: createChatMenus({ ...shared, reachable: () => identity.value !== null && reachable }),
    route: receive.kind === 'webhook' ? webhookHandler({ ...shared, secret: receive.secret }) : null,
    translate: async (item) => translate(item, await identity.given, download),
    run: () => {
      running = receiveUntilStopped();
      return running;
    },
    stop: async () => {
      stopping.abort();
      identity.refuse(new Error('stopped before Telegram was reached'));
      await running.catch(() => undefined);
    },
    close: () => agent.destroy(),
  };
}
