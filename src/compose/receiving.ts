import { noteTopic } from '../app/groups/note-topic.ts';
import type { Messenger } from '../app/ports/messenger.ts';
import { MenuKeeper } from '../bot/commands/menu-keeper.ts';
import { createConversation } from '../bot/conversation.ts';
import { Reception } from '../bot/reception.ts';
import { meteredMessenger } from '../observability/metered-messenger.ts';
import type { Gate } from '../outbox/gate.ts';
import { createTelegramChannel, type TelegramChannel } from '../telegram/telegram-channel.ts';
import { commandMenus } from './command-menus.ts';
import { toolsOver } from './conversation-tools.ts';
import type { FirstSecretary } from './first-secretary.ts';
import type { Ground } from './ground.ts';
import type { ChannelConfig } from './world.ts';

/** The way in: what the channel stores, the reception answers. */
export interface Receiving {
  readonly channel: TelegramChannel;
  readonly messenger: Messenger;
  readonly reception: Reception;
  /** Brings the command menus up to date; done after each update too. */
  readonly keepMenus: () => void;
}

export function createReceiving(
  { database, dependencies, logger, timer, health, metrics, instance }: Ground,
  telegram: ChannelConfig,
  gate: Gate,
  firstSecretary: FirstSecretary,
): Receiving {
  const exchanged = health.watchChannel('telegram');
  const channel: TelegramChannel = createTelegramChannel({
    ...telegram,
    menus: commandMenus,
    intake: { takeIn: (updates) => reception.takeIn(updates) },
    leases: database.leases,
    holder: instance,
    clock: dependencies.clock,
    timer,
    logger,
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
  const menus = new MenuKeeper(dependencies, channel.chatMenus);
  const keepMenus = (): void => {
    menus.look().catch((error: unknown) => logger.warn({ error }, 'command menus were not looked at'));
  };
  const messenger = meteredMessenger(channel.messenger, metrics, timer);
  const reception: Reception = new Reception({
    dependencies,
    inbox: database.inbox,
    synced: database.synced,
    leases: database.leases,
    holder: instance,
    conversation: createConversation(dependencies, {
      botNames: ['bot'],
      setUpCode: firstSecretary.code,
      tools: toolsOver([messenger]),
    }),
    channels: new Map([[channel.channel, { messenger, translate: (item) => channel.translate(item) }]]),
    timer,
    logger,
    onReplied: (place) => gate.replied(place),
    onReceived: (update) => metrics.updateReceived(update.channel),
    onHandled: ({ channel: name }, ended, tookMs) => {
      metrics.updateHandled(name, ended, tookMs);
      keepMenus();
    },
  });
  return { channel, messenger, reception, keepMenus };
}
