import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { noteTopic } from '../app/groups/note-topic.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { Message } from '../app/ports/message.ts';
import type { Timer } from '../app/ports/timer.ts';
import { isPinWanted } from '../app/report/pin-group-board.ts';
import { runTick } from '../app/tick/run-tick.ts';
import { MenuKeeper } from '../bot/commands/menu-keeper.ts';
import { createConversation } from '../bot/conversation.ts';
import { markRepeated } from '../bot/mark-repeated.ts';
import { ChatLivingRenderer } from '../bot/notices/living-renderer.ts';
import { ChatNoticeRenderer } from '../bot/notices/notice-renderer.ts';
import { Reception } from '../bot/reception.ts';
import type { Config } from '../config/config.ts';
import type { Chat } from '../core/organisation/chat.ts';
import { receiptListXlsx } from '../exporter/receipt-list-xlsx.ts';
import { healthzRoute, readyzRoute } from '../http/health-routes.ts';
import { metricsRoute } from '../http/metrics-route.ts';
import type { Route } from '../http/route.ts';
import { startHttpServer } from '../http/server.ts';
import { translator } from '../i18n/translator.ts';
import { createHealth } from '../observability/health.ts';
import { meteredMessenger } from '../observability/metered-messenger.ts';
import { createMetrics } from '../observability/metrics.ts';
import { Gate } from '../outbox/gate.ts';
import { livingRelay } from '../outbox/living-relay.ts';
import { noticeRelay } from '../outbox/notice-relay.ts';
import { PaceSharing } from '../outbox/pace-sharing.ts';
import { TELEGRAM_PACE } from '../outbox/pacing.ts';
import { Scheduler } from '../scheduler/scheduler.ts';
import { createTelegramChannel, type TelegramChannel } from '../telegram/telegram-channel.ts';
import { commandMenus } from './command-menus.ts';
import { toolsOver } from './conversation-tools.ts';
import { openFirstSecretary } from './first-secretary.ts';
import { ids, openOffice } from './office.ts';
import { openWorld } from './open-world.ts';

export interface Program {
  /** Where the chat page or the probes are. */
  readonly url: string;
  readonly mode: Config['mode'];
  /** Settles when the program can no longer do its work: the token was refused. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** How long what is under way may take to end. */
const GRACE_MS = 10_000;

/**
 * Builds the whole program by hand and starts it, from the database outwards; stops in the opposite order. Throws
 * what the parts throw at start: DatabaseError, OtherKindOfDatabase, ListenError.
 */
export async function startProgram(
  config: Config,
  { logger, timer }: { readonly logger: Logger; readonly timer: Timer },
): Promise<Program> {
  const health = createHealth(timer);
  const metrics = createMetrics();
  const routes: Route[] = [];
  const http = await startHttpServer({ host: config.host, port: config.port, routes, logger, timer });
  const opened: (() => Promise<void>)[] = [() => http.close()];
  const stopAll = async () => {
    for (const close of opened.reverse()) await close();
  };
  try {
    const world = await openWorld(config, http.url, { logger, timer });
    routes.push(world.route);
    opened.push(() => world.close());
    const { clock } = world;

    // Until the relays are there nobody has to be told: they look by themselves when they start.
    let wake = (): void => undefined;
    const office = await openOffice(config, world.kind, {
      clock,
      timer,
      logger,
      alone: true,
      onPlanned: () => wake(),
    });
    opened.push(() => office.database.close());
    const { dependencies, database } = office;
    await world.begin(office);

    // A name that outlives a restart, so that what the last run held is taken up at once, and one of this run.
    const instance = `${hostname()}:${config.port}`;
    const holder = `${instance}/${randomUUID()}`;
    await dependencies.unitOfWork.run(async (tx) => {
      await tx.notices.releaseHeldBy(`${instance}/`);
      await tx.living.releaseHeldBy(`${instance}/`);
    });

    const firstSecretary = await openFirstSecretary(dependencies, logger);
    const exchanged = health.watchChannel('telegram');
    const channel: TelegramChannel = createTelegramChannel({
      ...world.telegram,
      menus: commandMenus,
      inbox: { store: (updates) => reception.store(updates) },
      leases: database.leases,
      holder: instance,
      clock,
      timer,
      logger,
      onStored: (update) => {
        metrics.updateReceived(update.channel);
        reception.take(update);
      },
      onTurn: health.watchLoop('poll'),
      onTopic: (address, isOpen) => {
        noteTopic(dependencies, address, isOpen).catch((error: unknown) =>
          logger.warn({ error }, 'what became of a topic was not noted'),
        );
      },
      onExchange: () => {
        exchanged();
        firstSecretary.announce((payload) => channel.messenger.privateLink(payload));
      },
    });
    const messenger = meteredMessenger(channel.messenger, metrics, timer);
    const messengers = [messenger];

    const gate = new Gate({ timer, logger, limits: TELEGRAM_PACE, random: Math.random });
    const sharing =
      database.pace === null ? null : new PaceSharing({ pace: database.pace, gate, timer, logger, holder });
    const repeated = (message: Message, chat: Chat) =>
      markRepeated(message, translator(chat.locale ?? config.locale));
    const shared = {
      work: dependencies.unitOfWork,
      clock,
      timer,
      logger,
      ids,
      gate,
      messengers,
      random: Math.random,
      holder,
      markRepeated: repeated,
      ...(sharing === null ? {} : { look: () => sharing.look() }),
    };
    const notices = noticeRelay({
      ...shared,
      renderer: new ChatNoticeRenderer({
        dependencies,
        capabilitiesOf: (name) => messengers.find((one) => one.channel === name)?.capabilities ?? null,
        privateLink: (name, payload) =>
          messengers.find((one) => one.channel === name)?.privateLink(payload) ?? null,
        receiptList: receiptListXlsx,
      }),
    });
    const living = livingRelay({
      ...shared,
      renderer: new ChatLivingRenderer(dependencies),
      isPinWanted: (one) => isPinWanted(dependencies.unitOfWork.read, one),
    });
    wake = () => {
      notices.wake();
      living.wake();
    };

    const reception: Reception = new Reception({
      dependencies,
      inbox: database.inbox,
      conversation: createConversation(dependencies, {
        botNames: ['bot'],
        setUpCode: firstSecretary.code,
        tools: toolsOver(messengers),
      }),
      channels: new Map([[channel.channel, { messenger, translate: (item) => channel.translate(item) }]]),
      timer,
      logger,
      onReplied: (place) => gate.replied(place),
      onHandled: ({ channel: name }, ended, tookMs) => metrics.updateHandled(name, ended, tookMs),
    });

    const menus = new MenuKeeper(dependencies, channel.chatMenus);
    const lookAtMenus = (): void => {
      menus.look().catch((error: unknown) => logger.warn({ error }, 'command menus were not looked at'));
    };
    const turned = health.watchLoop('tick');
    const scheduler = new Scheduler({
      clock,
      logger,
      tick: async (at) => {
        const begunMs = timer.nowMs();
        await runTick(dependencies, at);
        metrics.ticked(timer.nowMs() - begunMs);
        turned();
        wake();
        lookAtMenus();
      },
    });

    health.addCheck('database', () => database.ping().then(() => true));
    health.addCheck('migrations', async () => database.pendingMigrations.length === 0);
    metrics.watchNotices(() => dependencies.unitOfWork.read.notices.countByState());
    routes.push(
      healthzRoute(() => health.alive()),
      readyzRoute(() => health.ready()),
      metricsRoute(() => metrics.render()),
    );
    if (channel.route !== null) routes.push(channel.route);

    await reception.resume();
    const received = channel.run();
    opened.push(async () => channel.close());
    if (sharing !== null) {
      await sharing.start();
      opened.push(() => sharing.stop());
    }
    notices.start();
    living.start();
    opened.push(() => living.stop(GRACE_MS));
    opened.push(() => notices.stop(GRACE_MS));
    opened.push(() => reception.stop());
    opened.push(() => channel.stop());
    scheduler.start();
    opened.push(() => scheduler.stop());
    world.follow(async (at) => {
      await reception.idle();
      await scheduler.tickAt(at);
      await Promise.all([notices.drain(), living.drain()]);
    });

    return {
      url: http.url,
      mode: config.mode,
      failed: received.then(() => new Promise<never>(() => undefined)),
      stop: stopAll,
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
