import { beforeEach, describe, expect, test } from 'vitest';
import type { InboxItem, StoredUpdate } from '../../src/app/ports/inbox.ts';
import type { Conversation } from '../../src/bot/conversation.ts';
import type { Incoming } from '../../src/bot/incoming.ts';
import { LEASE_MS } from '../../src/bot/left-updates.ts';
import type { Reception, ReceptionOptions } from '../../src/bot/reception.ts';
import { type Reply, say } from '../../src/bot/reply.ts';
import { saying } from '../../src/bot/views/message.ts';
import { FakeTimer, settled } from '../support/fake-timer.ts';
import { textOf } from '../support/message-text.ts';
import type { Office } from '../support/office.ts';
import { anUpdate, HOLDER, receptionOver } from '../support/reception-over.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { LAN, sampleOffice } from '../support/sample-office.ts';

let office: Office;
let timer: FakeTimer;
let messenger: RecordingMessenger;
let ended: string[];
let seen: Incoming[];

beforeEach(async () => {
  office = await sampleOffice();
  timer = new FakeTimer();
  messenger = new RecordingMessenger({ channel: 'telegram' });
  ended = [];
  seen = [];
});

const update = (key: string, lane = LAN): StoredUpdate =>
  anUpdate(office, { key, lane, payload: { text: key } });

/** What was stored comes back as a text in its lane's chat; `nobody` concerns nobody. */
function reception(
  answer: (incoming: Incoming) => Promise<Reply> | Reply = echo,
  change: Partial<ReceptionOptions> = {},
): Reception {
  const conversation = (async (incoming: Incoming) => {
    seen.push(incoming);
    return answer(incoming);
  }) satisfies Conversation;
  const translate = ({ key, lane, payload, attempts }: InboxItem): Incoming | null => {
    if (key === 'nobody') return null;
    const { text } = payload as { text: string };
    const content = { kind: 'text', text, message: 'm1', addressed: true, repliesTo: null } as const;
    return office.incoming(lane, lane, content, { effectKey: key, again: attempts > 0 });
  };
  const onHandled: ReceptionOptions['onHandled'] = ({ key }, how) => ended.push(`${key} ${how}`);
  return receptionOver(office, messenger, translate, { conversation, timer, onHandled, ...change });
}

const echo = ({ effectKey }: Incoming): Reply => say(saying(`đáp ${effectKey}`));

async function store(...updates: readonly StoredUpdate[]): Promise<void> {
  await office.dependencies.unitOfWork.run((tx) => tx.inbox.store(updates, HOLDER));
}

/** What is not done, taken up by a process that is alone: whoever had it in hand has it no more. */
const left = () => office.database.inbox.takeUp('process-2', Number.MAX_SAFE_INTEGER, 100);
const pending = async () => (await left()).map(({ key }) => key);
const arrived = () => messenger.arrived.map(({ message }) => textOf(message));

/** A reply that comes when the test says so. */
function replyInHand() {
  let resolve: (reply: Reply) => void = () => undefined;
  const promise = new Promise<Reply>((answer) => {
    resolve = answer;
  });
  return { promise, resolve: (reply: Reply) => resolve(reply) };
}

const MARK = '(tin có thể bị gửi lặp)';

describe('updates', () => {
  test('of one chat are answered in the order in which they came', async () => {
    const all = Array.from({ length: 8 }, (_, index) => update(`u${index}`));
    const receiving = reception(async (incoming) => {
      // The earlier, the slower.
      for (let turn = Number(incoming.effectKey.slice(1)); turn < 8; turn += 1) await settled();
      return echo(incoming);
    });

    await receiving.takeIn(all);
    await receiving.idle();

    expect(arrived()).toEqual(all.map(({ key }) => `đáp ${key}`));
    expect(await pending()).toEqual([]);
  });

  test('of several chats are answered side by side: one that hangs holds up nobody else', async () => {
    const hangs = replyInHand();
    const receiving = reception((incoming) => (incoming.effectKey === 'a1' ? hangs.promise : echo(incoming)));

    await receiving.takeIn([update('a1', 'chat-a'), update('a2', 'chat-a'), update('b1', 'chat-b')]);
    while (ended.length === 0) await settled();

    expect(ended).toEqual(['b1 done']);
    hangs.resolve(say(saying('đáp a1')));
    await receiving.idle();
    expect(ended).toEqual(['b1 done', 'a1 done', 'a2 done']);
  });

  test('whose end fails each time are given up at last, and hold up nobody in their chat', async () => {
    const receiving = reception((incoming) => ({
      ...echo(incoming),
      ...(incoming.effectKey === 'u1' && {
        afterwards: async () => {
          throw new Error('a fault of ours');
        },
      }),
    }));

    await receiving.takeIn([update('u1'), update('u2')]);
    await timer.runThrough(receiving.idle());

    expect(ended).toEqual(['u1 dead', 'u2 done']);
    expect(arrived().at(-1)).toBe('đáp u2');
  });

  test('that wait in their chat are not begun when the bot dies, and are left to the process that takes them up', async () => {
    const hangs = replyInHand();
    const receiving = reception((incoming) => (incoming.effectKey === 'u1' ? hangs.promise : echo(incoming)));
    await receiving.takeIn([update('u1'), update('u2'), update('u3')]);
    while (seen.length === 0) await settled();

    expect((await left()).map(({ key, attempts }) => [key, attempts])).toEqual([
      ['u1', 1],
      ['u2', 0],
      ['u3', 0],
    ]);
    hangs.resolve(say(saying('đáp u1')));
    await receiving.idle();
    expect(arrived()).toEqual(['đáp u1']);
    expect(ended).toEqual(['u1 done']);
  });

  test('that come twice are answered once', async () => {
    const receiving = reception();

    await receiving.takeIn([update('u1')]);
    await receiving.takeIn([update('u1'), update('u2')]);
    await receiving.idle();

    expect(ended).toEqual(['u1 done', 'u2 done']);
  });

  test('are answered while the disk writes, and confirmed once it has', async () => {
    let written = (): void => undefined;
    const synced = () => new Promise<void>((resolve) => (written = resolve));
    const receiving = reception(echo, { synced });
    let confirmed = false;

    const taken = receiving.takeIn([update('u1')]).then(() => (confirmed = true));
    while (ended.length === 0) await settled();
    const before = confirmed;
    written();
    await taken;

    expect([before, arrived()]).toEqual([false, ['đáp u1']]);
  });

  test('that concern nobody are done without a word', async () => {
    const receiving = reception();

    await receiving.takeIn([update('nobody')]);
    await receiving.idle();

    expect(arrived()).toEqual([]);
    expect(await pending()).toEqual([]);
  });
});

describe('a handler that throws', () => {
  const broken = () => {
    throw new Error('a fault of ours');
  };

  test('is tried three times, then the update is dead and whoever wrote is told', async () => {
    const receiving = reception(broken);

    await receiving.takeIn([update('u1')]);
    await timer.runThrough(receiving.idle());

    expect(seen).toHaveLength(3);
    expect(ended).toEqual(['u1 dead']);
    expect(arrived()).toEqual([expect.stringContaining('chưa ghi nhận được')]);
    expect(await pending()).toEqual([]);
  });

  test('once only, is answered the second time', async () => {
    const receiving = reception((incoming) => (incoming.again ? echo(incoming) : broken()));

    await receiving.takeIn([update('u1')]);
    await timer.runThrough(receiving.idle());

    expect(ended).toEqual(['u1 done']);
    expect(arrived()[0]).toContain('đáp u1');
  });

  test('does not hold up the next update of its chat for ever', async () => {
    const receiving = reception((incoming) => (incoming.effectKey === 'u1' ? broken() : echo(incoming)));

    await receiving.takeIn([update('u1'), update('u2')]);
    await timer.runThrough(receiving.idle());

    expect(ended).toEqual(['u1 dead', 'u2 done']);
  });
});

describe('a reply that is not sent', () => {
  const NOT_SENT = { kind: 'not_sent', retryAfterMs: null, cause: 'ENOTFOUND' } as const;

  test('waits, however long, and goes out unmarked, since nothing had arrived', async () => {
    messenger.plan(...Array.from({ length: 50 }, () => NOT_SENT));
    const receiving = reception();

    await receiving.takeIn([update('u1')]);
    await timer.runThrough(receiving.idle());

    expect(arrived()).toEqual(['đáp u1']);
    expect(ended).toEqual(['u1 done']);
  });

  test('waits as long as the channel says', async () => {
    messenger.plan({ kind: 'not_sent', retryAfterMs: 42_000, cause: '429' });
    const receiving = reception();
    await receiving.takeIn([update('u1')]);
    while (timer.sleepers === 0) await settled();

    await timer.advance(41_999);
    expect(arrived()).toEqual([]);
    await timer.runThrough(receiving.idle());

    expect(arrived()).toEqual(['đáp u1']);
  });

  test('in part is said again whole, and marked', async () => {
    messenger.plan({ kind: 'sent', message: 'm1' }, NOT_SENT);
    const receiving = reception(() => say(saying('một'), saying('hai')));

    await receiving.takeIn([update('u1')]);
    await timer.runThrough(receiving.idle());

    expect(arrived()).toEqual(['một', `một\n${MARK}`, `hai\n${MARK}`]);
  });

  test('of which nobody knows is said once more, marked, and then left', async () => {
    messenger.plan(
      { kind: 'unknown', cause: 'timeout', arrives: true },
      { kind: 'unknown', cause: 'timeout', arrives: false },
    );
    const receiving = reception();

    await receiving.takeIn([update('u1')]);
    await timer.runThrough(receiving.idle());

    expect(arrived()).toEqual(['đáp u1']);
    expect(messenger.requests.map(({ message }) => textOf(message))).toEqual(['đáp u1', `đáp u1\n${MARK}`]);
    expect(ended).toEqual(['u1 done']);
  });

  test('because the chat refuses it is done with: the update does not come again', async () => {
    messenger.plan({ kind: 'refused', refusal: 'blocked', cause: '403' });
    const receiving = reception();

    await receiving.takeIn([update('u1')]);
    await timer.runThrough(receiving.idle());

    expect(ended).toEqual(['u1 done']);
    expect(messenger.requests).toHaveLength(1);
  });

  test('because the chat goes on under another id follows it', async () => {
    messenger.plan({ kind: 'moved', chat: '-1002002' });
    const receiving = reception();

    await receiving.takeIn([update('u1', '-2002')]);
    await timer.runThrough(receiving.idle());

    const { chats } = await office.directory();
    expect(messenger.arrived.map(({ address }) => address.chat)).toEqual(['-1002002']);
    expect(chats.map(({ key }) => key)).toEqual(expect.arrayContaining(['-1002002']));
  });
});

describe('stop and start', () => {
  test('a stop lets the running answer finish and keeps the rest for the next start', async () => {
    const hangs = replyInHand();
    const first = reception((incoming) => (incoming.effectKey === 'u1' ? hangs.promise : echo(incoming)));
    await first.takeIn([update('u1'), update('u2'), update('u3')]);
    while (seen.length === 0) await settled();

    const stopped = first.stop();
    hangs.resolve(say(saying('đáp u1')));
    await stopped;

    expect(ended).toEqual(['u1 done']);
    expect(await pending()).toEqual(['u2', 'u3']);

    const second = reception();
    await second.resume();
    await second.idle();

    expect(arrived()).toEqual(['đáp u1', 'đáp u2', 'đáp u3']);
  });

  test('what a process leaves that has died another answers when its lease has ended, and not before', async () => {
    const { inbox, leases } = office.database;
    const untilMs = timer.nowMs() + LEASE_MS;
    await leases.hold('inbox:process-1', 'process-1', timer.nowMs(), untilMs);
    await inbox.store([update('u1'), update('u2', '104')], 'process-1');
    await office.dependencies.unitOfWork.run((tx) => tx.inbox.begin(update('u1'), 'process-1'));
    const living = reception(echo, { holder: 'process-2' });
    await living.resume();

    const looked = async () => {
      while (timer.sleepers === 0) await settled();
    };
    await looked();
    await timer.advance(untilMs - timer.nowMs() - 1);
    await looked();
    const before = arrived();
    while (ended.length < 2) {
      await timer.advance(15_000);
      await looked();
    }

    expect(before).toEqual([]);
    expect(arrived().toSorted()).toEqual([`đáp u1\n${MARK}`, 'đáp u2']);
    await living.stop();
    expect(await pending()).toEqual([]);
  });

  test('a stop ends the wait of a reply that cannot go out; the next start answers it', async () => {
    messenger.plan({ kind: 'not_sent', retryAfterMs: 3_600_000, cause: '429' });
    const first = reception();
    await first.takeIn([update('u1')]);
    while (timer.sleepers === 0) await settled();

    await first.stop();
    expect(await pending()).toEqual(['u1']);

    const second = reception();
    await second.resume();
    await second.idle();
    expect(arrived()).toHaveLength(1);
  });

  test('what a death left in the middle is answered as taken again, and says so', async () => {
    await store(update('u1'), update('u2'));
    await office.dependencies.unitOfWork.run((tx) => tx.inbox.begin(update('u1'), HOLDER));
    const receiving = reception();

    await receiving.resume();
    await receiving.idle();

    expect(seen.map(({ effectKey, again }) => [effectKey, again])).toEqual([
      ['u1', true],
      ['u2', false],
    ]);
    expect(arrived()).toEqual([`đáp u1\n${MARK}`, 'đáp u2']);
    expect(await pending()).toEqual([]);
  });
});
