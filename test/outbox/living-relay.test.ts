import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/app/notices/living-kinds.ts';
import type { Message } from '../../src/app/ports/message.ts';
import type { LivingRenderer } from '../../src/app/ports/notice-renderer.ts';
import { livingRelay } from '../../src/outbox/living-relay.ts';
import { textOf } from '../support/message-text.ts';
import { PlainChannel } from '../support/plain-channel.ts';
import type { Plan } from '../support/recording-messenger.ts';
import { chatOf, REPEATED, relayParts, relayWorld, textMessage } from './relay-world.ts';

const group = chatOf('a');
const unreachable: Plan = { kind: 'not_sent', retryAfterMs: null, cause: 'ECONNREFUSED' };
const unknown: Plan = { kind: 'unknown', cause: '502', arrives: true };
const gone: Plan = { kind: 'refused', refusal: 'not_editable', cause: 'message to edit not found' };

/** A board that says how many have acknowledged. */
class Counter implements LivingRenderer {
  count = 0;
  fault: Error | null = null;

  render(): Promise<Message | null> {
    if (this.fault !== null) return Promise.reject(this.fault);
    return Promise.resolve(textMessage(`${this.count} đơn vị`));
  }
}

function livingWorld() {
  const world = relayWorld([group]);
  const counter = new Counter();
  const { timer, clock, outbox, messenger } = world;
  const pins = { wanted: false };
  const base = {
    ...relayParts({ timer, clock, work: outbox, messengers: [messenger], renderer: world.renderer }),
    isPinWanted: async () => pins.wanted,
  };
  const relay = livingRelay({ ...base, renderer: counter });
  const adopt = (messageKey: string | null, chatId = group.id, shownAs: string | null = null) =>
    outbox.living.adopt({ kind: 'launch', subject: 's', chatId, messageKey, shownAs, freeFromMs: 0 });
  const change = async () => {
    counter.count += 1;
    await outbox.living.touch('launch', 's');
  };
  const requests = () => messenger.requests.map(({ edits, message }) => [edits, textOf(message)]);
  const isBehind = async () => (await outbox.living.of('launch', 's')).some((row) => row.wanted > row.shown);
  return { ...world, base, counter, pins, relay, adopt, change, requests, isBehind };
}

describe('a living message', () => {
  test('is edited to the state of now', async () => {
    const world = livingWorld();
    await world.adopt('m1');
    await world.change();

    await world.relay.drain();

    expect(world.requests()).toEqual([['m1', '1 đơn vị']]);
    expect(await world.isBehind()).toBe(false);
  });

  test('shows a burst of changes with the first and the last of them', async () => {
    const world = livingWorld();
    await world.adopt('m1');
    await world.relay.drain();

    for (let press = 0; press < 20; press += 1) {
      await world.change();
      world.relay.wake();
    }
    await world.timer.runThrough(world.relay.drain());

    expect(world.requests()).toEqual([
      ['m1', '0 đơn vị'],
      ['m1', '20 đơn vị'],
    ]);
  });

  test('is posted anew where it is gone, and edited there from then on', async () => {
    const world = livingWorld();
    world.messenger.plan(gone);
    await world.adopt('m1');

    await world.timer.runThrough(world.relay.drain());
    await world.timer.advance(3_000);
    await world.timer.runThrough(world.relay.drain());
    await world.change();
    await world.timer.advance(3_000);
    await world.timer.runThrough(world.relay.drain());

    const posted = (await world.outbox.living.of('launch', 's'))[0]?.messageKey;
    expect(world.requests()).toEqual([
      ['m1', '0 đơn vị'],
      [null, '0 đơn vị'],
      [posted, '1 đơn vị'],
    ]);
  });

  test.each([true, false])('posted anew, is pinned as the one before it was: %s', async (wasPinned) => {
    const world = livingWorld();
    world.pins.wanted = wasPinned;
    world.messenger.plan(gone);
    await world.adopt('m1');

    await world.timer.runThrough(world.relay.drain());
    await world.timer.advance(3_000);
    await world.timer.runThrough(world.relay.drain());
    await world.change();
    await world.timer.advance(3_000);
    await world.timer.runThrough(world.relay.drain());

    const posted = (await world.outbox.living.of('launch', 's'))[0]?.messageKey;
    expect(world.messenger.effects.map(({ effect }) => effect)).toEqual(
      wasPinned ? [{ kind: 'pin', message: posted }] : [],
    );
  });

  test('that its channel takes exception to is tried once more, plain, in the same turn, and left so', async () => {
    const world = livingWorld();
    const exception: Plan = { kind: 'refused', refusal: 'message', cause: 'MESSAGE_TOO_LONG' };
    world.messenger.plan(exception, exception);
    await world.adopt('m1');

    await world.timer.runThrough(world.relay.drain());
    await world.timer.advance(60_000);
    await world.timer.runThrough(world.relay.drain());

    expect(world.requests()).toHaveLength(2);
    expect(await world.isBehind()).toBe(false);
  });

  test('is edited again after any failure, unmarked', async () => {
    const world = livingWorld();
    world.messenger.plan(unknown, unreachable, unknown);
    await world.adopt('m1');

    for (let minute = 0; minute < 5; minute += 1) {
      await world.timer.runThrough(world.relay.drain());
      await world.timer.advance(60_000);
    }

    expect(world.requests()).toEqual(Array.from({ length: 4 }, () => ['m1', '0 đơn vị']));
    expect(await world.isBehind()).toBe(false);
  });

  test('whose new post is in doubt is posted once more, marked, and no more than that', async () => {
    const world = livingWorld();
    world.messenger.plan(unknown, unknown);
    await world.adopt(null);

    for (let minute = 0; minute < 5; minute += 1) {
      await world.timer.runThrough(world.relay.drain());
      await world.timer.advance(60_000);
    }

    expect(world.requests()).toEqual([
      [null, '0 đơn vị'],
      [null, `0 đơn vị\n${REPEATED}`],
    ]);
  });

  test('is not edited where it shows already what it is to show, but after a change it is', async () => {
    const world = livingWorld();
    const posted = digestOf(textMessage('0 đơn vị'));
    await world.adopt('m1', group.id, posted);

    await world.timer.runThrough(world.relay.drain());
    const unedited = world.requests();
    await world.change();
    await world.timer.runThrough(world.relay.drain());
    const edited = world.requests();
    await world.outbox.living.touch('launch', 's');
    await world.timer.runThrough(world.relay.drain());

    expect(unedited).toEqual([]);
    expect(edited).toEqual([['m1', '1 đơn vị']]);
    expect(await world.isBehind()).toBe(false);
    expect(world.requests()).toEqual(edited);
  });

  test('is edited where it changed while its notice was being sent, which touched no row', async () => {
    const world = livingWorld();
    const posted = digestOf(textMessage('0 đơn vị'));
    world.counter.count = 1;
    await world.adopt('m1', group.id, posted);

    await world.timer.runThrough(world.relay.drain());

    expect(world.requests()).toEqual([['m1', '1 đơn vị']]);
  });

  test('is left as it is on a channel that cannot edit', async () => {
    const world = livingWorld();
    const plain = new PlainChannel();
    const outbox = relayWorld([chatOf('p', { channel: 'plain' })]).outbox;
    await outbox.living.adopt({
      kind: 'launch',
      subject: 's',
      chatId: chatOf('p').id,
      messageKey: 'm1',
      shownAs: null,
      freeFromMs: 0,
    });
    const relay = livingRelay({
      ...world.base,
      work: outbox,
      messengers: [plain],
      renderer: world.counter,
    });

    await relay.drain();

    expect(plain.requests).toEqual([]);
    expect(await outbox.living.of('launch', 's')).toMatchObject([{ wanted: 1, shown: 1 }]);
  });

  test('follows a chat that moved, and leaves one that is lost', async () => {
    const world = livingWorld();
    world.messenger.plan(
      { kind: 'moved', chat: '-100a' },
      { kind: 'refused', refusal: 'blocked', cause: 'bot was kicked' },
    );
    await world.adopt('m1');

    for (let second = 0; second < 5; second += 1) {
      await world.timer.runThrough(world.relay.drain());
      await world.timer.advance(3_000);
    }

    expect(world.messenger.requests.map(({ address }) => address.chat)).toEqual(['a', '-100a']);
    expect((await world.outbox.organisation.directory()).chats[0]?.state).toBe('lost');
    expect(world.outbox.audited).toMatchObject([
      { action: 'chat.moved', subject: group.id },
      { action: 'chat.lost', subject: group.id },
    ]);
    expect(await world.isBehind()).toBe(false);
  });

  test('that cannot be rendered is tried again and does not stop the relay', async () => {
    const world = livingWorld();
    world.counter.fault = new Error('no such launch');
    await world.adopt('m1');

    await world.relay.drain();
    const before = world.requests();
    world.counter.fault = null;
    await world.timer.advance(5_000);
    await world.relay.drain();

    expect(before).toEqual([]);
    expect(world.requests()).toEqual([['m1', '0 đơn vị']]);
  });
});
