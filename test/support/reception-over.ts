import type { InboxItem, StoredUpdate } from '../../src/app/ports/inbox.ts';
import type { Messenger } from '../../src/app/ports/messenger.ts';
import type { Incoming } from '../../src/bot/incoming.ts';
import { Reception, type ReceptionOptions } from '../../src/bot/reception.ts';
import { silentLogger } from './database.ts';
import { FakeTimer } from './fake-timer.ts';
import type { Office } from './office.ts';

/** The process whose reception it is, where nothing else is said. */
export const HOLDER = 'process-1';

/** The reception of an office on one channel; `translate` makes of a stored update what the conversation takes. */
export const receptionOver = (
  office: Office,
  messenger: Messenger,
  translate: (item: InboxItem) => Incoming | null,
  change: Partial<ReceptionOptions> = {},
): Reception =>
  new Reception({
    dependencies: office.dependencies,
    inbox: office.database.inbox,
    synced: office.database.synced,
    leases: office.database.leases,
    holder: HOLDER,
    conversation: office.converse,
    timer: new FakeTimer(),
    logger: silentLogger,
    onReceived: () => undefined,
    onHandled: () => undefined,
    onReplied: () => undefined,
    channels: new Map([[messenger.channel, { messenger, translate: async (item) => translate(item) }]]),
    ...change,
  });

/** What a channel stores of something that came in now. */
export const anUpdate = (office: Office, change: Partial<StoredUpdate> = {}): StoredUpdate => ({
  channel: office.channel,
  bot: 'bot',
  key: '1',
  lane: '',
  payload: null,
  receivedAt: office.clock.now(),
  ...change,
});
