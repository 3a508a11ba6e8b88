import type { Message } from '../../src/app/ports/message.ts';
import type { Address, SendOutcome } from '../../src/app/ports/messenger.ts';
import type { RenderedNotice } from '../../src/app/ports/notice-renderer.ts';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import type { ChatId } from '../../src/core/id.ts';
import { Gate } from '../../src/outbox/gate.ts';
import { noticeRelay } from '../../src/outbox/notice-relay.ts';
import { TELEGRAM_PACE } from '../../src/outbox/pacing.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { agentFor } from '../../src/telegram/agent.ts';
import { createApi } from '../../src/telegram/api.ts';
import { TelegramMessenger } from '../../src/telegram/messenger.ts';
import { createTransport } from '../../src/telegram/transport.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { SteppedTimer, say } from '../support/stepped-timer.ts';
import { NOW, NumberingRenderer, relayParts, SILENT } from './relay-world.ts';

// A process of its own, beside others on one database: sends all that is due to a Bot API server, and says of each
// attempt when it was made and what became of it.
const [, , url = '', apiRoot = '', token = '', holder = ''] = process.argv;
// As often as a relay looks by itself.
const LOOK_MS = 5_000;

export interface SaidAttempt {
  readonly by: string;
  readonly chat: string;
  readonly atMs: number;
  readonly outcome: SendOutcome;
}

class SayingMessenger extends TelegramMessenger {
  override async send(address: Address, message: Message): Promise<SendOutcome> {
    const atMs = timer.nowMs();
    const outcome = await super.send(address, message);
    say({ by: holder, chat: address.chat, atMs, outcome } satisfies SaidAttempt);
    return outcome;
  }
}

/** Says what is to people in the one group, so that nothing but the pace keeps one from going beside the other. */
class IntoOneGroup extends NumberingRenderer {
  readonly #group: ChatId;

  constructor(group: ChatId) {
    super();
    this.#group = group;
  }

  override async render(notice: Notice): Promise<RenderedNotice> {
    const said = await super.render(notice);
    const isToPerson = notice.addressee.kind === 'person';
    return said.kind === 'said' && isToPerson ? { ...said, chatId: this.#group } : said;
  }
}

const timer = new SteppedTimer();
const database = await openDatabase(url, { timer: new SystemTimer(), logger: SILENT });
const { chats } = await database.unitOfWork.read.organisation.directory();
const group = chats.find(({ kind }) => kind === 'group');
if (group === undefined) throw new Error('there is no group to write to');
const api = createApi(token, apiRoot, createTransport(agentFor(apiRoot, null)));
const status = { username: () => null, reachable: () => true, onTopic: () => undefined };
const relay = noticeRelay({
  ...relayParts({
    work: database.unitOfWork,
    clock: new FixedClock(NOW),
    timer,
    renderer: new IntoOneGroup(group.id),
    messengers: [new SayingMessenger(api, SILENT, status)],
  }),
  gate: new Gate({ timer, logger: SILENT, limits: TELEGRAM_PACE, random: () => 0, log: database.pace }),
  holder,
});
for (;;) {
  await relay.drain();
  await timer.wait(LOOK_MS);
}
