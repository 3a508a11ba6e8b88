import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/app/ports/messenger.ts';
import { NOTICE_STATES, TRIAL_CAUSE } from '../../src/app/ports/notice-repository.ts';
import type { LaunchId, NoticeId, PersonId } from '../../src/core/id.ts';
import { LEASE_MS } from '../../src/outbox/held-notice.ts';
import type { FakeTimer } from '../support/fake-timer.ts';
import { textOf } from '../support/message-text.ts';
import type { Plan } from '../support/recording-messenger.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { at, chatOf, NOW, noticeTo, REPEATED, relayWorld, textMessage } from './relay-world.ts';

const group = chatOf('a');
const other = chatOf('b');
const lost: Plan = { kind: 'unknown', cause: 'dropped', arrives: false };
const unheard: Plan = { kind: 'unknown', cause: 'dropped', arrives: true };
const unreachable: Plan = { kind: 'not_sent', retryAfterMs: null, cause: 'ECONNREFUSED' };
const refused = (refusal: 'blocked' | 'gone' | 'thread' | 'rights' | 'message' | 'unauthorised'): Plan => ({
  kind: 'refused',
  refusal,
  cause: refusal,
});

function texts(messenger: RecordingMessenger): string[] {
  return messenger.requests.map(({ message }) => textOf(message));
}

/** Takes three seconds for each, or as long as is said. */
class Slow extends RecordingMessenger {
  readonly #timer: FakeTimer;
  readonly #takesMs: number;

  constructor(timer: FakeTimer, takesMs = 3_000) {
    super();
    this.#timer = timer;
    this.#takesMs = takesMs;
  }

  override async send(...request: Parameters<RecordingMessenger['send']>): Promise<SendOutcome> {
    await this.#timer.wait(this.#takesMs);
    return super.send(...request);
  }
}

async function stateOf({ outbox }: ReturnType<typeof relayWorld>, id: string) {
  const notice = await outbox.notices.byId(noticeTo(group, id).id);
  return [notice?.state, notice?.cause];
}

describe('the relay', () => {
  test('sends what is due, oldest first, and leaves what is not', async () => {
    const world = relayWorld();
    await world.plan(
      noticeTo(group, 'second', { at: at(-1) }),
      noticeTo(group, 'first', { at: at(-2) }),
      noticeTo(group, 'tomorrow', { at: at(60 * 24) }),
    );

    await world.timer.runThrough(world.relay().drain());

    expect(texts(world.messenger)).toEqual(['first/1', 'second/1']);
    expect(await stateOf(world, 'first')).toEqual(['sent', null]);
    expect(await stateOf(world, 'tomorrow')).toEqual(['planned', null]);
  });

  test('keeps a file only until it was sent', async () => {
    const world = relayWorld();
    const attachment = { name: 'kế hoạch.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) };
    const parts = [{ ...textMessage('tệp'), attachment }];
    for (const chat of [group, other]) {
      world.renderer.answers.set(chat.key, { kind: 'said', chatId: chat.id, parts });
      await world.plan(noticeTo(chat, chat.key));
    }
    world.messenger.plan({ kind: 'sent', message: 'm1' }, unheard);

    await world.timer.runThrough(world.relay().drain());

    const kept = [group, other].map(({ key }) => world.outbox.notices.deliveriesOf(noticeTo(group, key).id));
    expect((await Promise.all(kept)).flat().map(({ state, message }) => [state, message.attachment])).toEqual(
      [
        ['sent', undefined],
        ['unknown', attachment],
      ],
    );
    expect(world.messenger.requests.map(({ message }) => message.attachment)).toEqual([
      attachment,
      attachment,
    ]);
  });

  test('withholds what no longer holds', async () => {
    const world = relayWorld();
    world.renderer.answers.set('done', { kind: 'withheld', cause: 'OBLIGATION_DONE' });
    await world.plan(noticeTo(group, 'done'));

    await world.relay().drain();

    expect(world.messenger.requests).toEqual([]);
    expect(await stateOf(world, 'done')).toEqual(['withheld', 'OBLIGATION_DONE']);
  });

  test('what is rehearsed reaches nobody but those it is shown to', async () => {
    const people = ['s1', 's2'].map((key) => chatOf(key, { kind: 'private', personId: key as PersonId }));
    const world = relayWorld([group, ...people]);
    const [one, two] = people.map(({ personId }) => personId as PersonId);
    if (one === undefined || two === undefined) throw new Error('nobody to show it to');
    world.renderer.answers.set('shown', {
      kind: 'rehearsed',
      chatId: group.id,
      parts: [textMessage('as it would be')],
      to: [one, two],
    });
    await world.plan(noticeTo(group, 'shown'));

    await world.timer.runThrough(world.relay().drain());

    expect(await stateOf(world, 'shown')).toEqual(['withheld', TRIAL_CAUSE]);
    const planned = await world.outbox.notices.list({ states: NOTICE_STATES, from: NOW, to: NOW });
    expect(
      planned.flatMap(({ kind, addressee, subject }) =>
        kind === 'rehearsal' ? [[addressee.id, subject?.id]] : [],
      ),
    ).toEqual([
      [one, 'shown'],
      [two, 'shown'],
    ]);
    expect(world.messenger.requests.map(({ address }) => address.chat)).not.toContain(group.key);
  });

  test('what was said for another in a rehearsal is not counted as said by what is sent without it', async () => {
    const world = relayWorld();
    const { notices } = world.outbox;
    const later = noticeTo(group, 'later', { at: at(60) });
    const said = { chatId: group.id, parts: [textMessage('as it would be')] };
    world.renderer.answers.set('shown', { kind: 'rehearsed', ...said, to: [], merged: [later.id] });
    await world.plan(noticeTo(group, 'shown'), later);
    await world.timer.runThrough(world.relay().drain());
    const rehearsed = (await notices.byId(later.id))?.mergedInto;

    world.renderer.answers.set('shown', { kind: 'said', ...said });
    await notices.release('shown' as NoticeId, NOW);
    await world.timer.runThrough(world.relay().drain());

    expect(rehearsed).toBe('shown');
    expect(await stateOf(world, 'shown')).toEqual(['sent', null]);
    expect((await notices.byId(later.id))?.mergedInto).toBeNull();
  });

  test('what its addressee hears no more goes to those in their place', async () => {
    const heir = chatOf('heir', { kind: 'private', personId: 'heir' as PersonId });
    const world = relayWorld([group, heir]);
    world.renderer.answers.set('list', { kind: 'passed_on', to: ['heir' as PersonId] });
    await world.plan(noticeTo(group, 'list'));

    await world.timer.runThrough(world.relay().drain());

    expect(await stateOf(world, 'list')).toEqual(['withheld', 'PASSED_ON']);
    const planned = await world.outbox.notices.list({ states: NOTICE_STATES, from: NOW, to: NOW });
    expect(planned.filter(({ id }) => id !== 'list')).toMatchObject([
      { kind: 'digest', slot: 'list', addressee: { kind: 'person', id: 'heir' } },
    ]);
    expect(world.messenger.requests.map(({ address }) => address.chat)).not.toContain(group.key);
  });

  test('puts off what may not be said at this hour, and says it then', async () => {
    const world = relayWorld();
    world.renderer.answers.set('late', { kind: 'later', at: at(600) });
    await world.plan(noticeTo(group, 'late'));
    const relay = world.relay();

    await relay.drain();
    const atNight = texts(world.messenger);
    world.clock.moveTo(at(600));
    world.renderer.answers.clear();
    await relay.drain();

    expect(atNight).toEqual([]);
    expect(texts(world.messenger)).toEqual(['late/1']);
  });

  test('sends the parts of a notice in order, a second apart', async () => {
    const world = relayWorld();
    world.renderer.partCounts.set('digest', 3);
    await world.plan(noticeTo(group, 'digest'));
    const before = world.timer.nowMs();

    await world.timer.runThrough(world.relay().drain());

    expect(texts(world.messenger)).toEqual(['digest/1', 'digest/2', 'digest/3']);
    expect(world.timer.nowMs() - before).toBe(2_000);
  });

  test('several long ones take hardly longer than one: each waits for its own chat alone', async () => {
    const world = relayWorld();
    for (const id of ['one', 'two']) world.renderer.partCounts.set(id, 2);
    await world.plan(noticeTo(group, 'one'), noticeTo(other, 'two'));
    const before = world.timer.nowMs();

    await world.timer.runThrough(world.relay().drain());

    expect(texts(world.messenger)).toEqual(['one/1', 'two/1', 'one/2', 'two/2']);
    expect(world.timer.nowMs() - before).toBe(1_000);
  });

  test('what was put into words long before its turn is looked at again', async () => {
    const world = relayWorld();
    await world.plan(noticeTo(group, 'one'), noticeTo(other, 'two'));
    const relay = world.relay({ messengers: [new Slow(world.timer)] });
    const drained = relay.drain();
    await world.timer.advance(0);
    world.renderer.answers.set('two', { kind: 'withheld', cause: 'OBLIGATION_CLOSED' });

    await world.timer.runThrough(drained);

    expect(await stateOf(world, 'one')).toEqual(['sent', null]);
    expect(await stateOf(world, 'two')).toEqual(['withheld', 'OBLIGATION_CLOSED']);
  });

  test('what waits until half of its lease is over is given back, and comes again', async () => {
    const world = relayWorld();
    await world.plan(noticeTo(group, 'one'), noticeTo(other, 'two'));

    await world.timer.runThrough(world.relay({ messengers: [new Slow(world.timer, LEASE_MS / 2)] }).drain());

    expect(await stateOf(world, 'two')).toEqual(['sent', null]);
    const claims = await Promise.all(['one', 'two'].map((id) => world.outbox.notices.byId(id as NoticeId)));
    expect(claims.map((notice) => notice?.attempts)).toEqual([1, 2]);
  });

  test('resumes a notice of several parts at the one not sent', async () => {
    const world = relayWorld();
    world.renderer.partCounts.set('digest', 3);
    world.messenger.plan({ kind: 'sent', message: 'x' }, unreachable);
    await world.plan(noticeTo(group, 'digest'));
    const relay = world.relay();

    await world.timer.runThrough(relay.drain());
    const before = texts(world.messenger);
    await world.timer.advance(60_000);
    await world.timer.runThrough(relay.drain());

    expect(before).toEqual(['digest/1', 'digest/2']);
    expect(texts(world.messenger).slice(2)).toEqual(['digest/2', 'digest/3']);
    expect(await stateOf(world, 'digest')).toEqual(['sent', null]);
  });
});

describe('the send rules', () => {
  test('a 429 is obeyed for the whole channel', async () => {
    const world = relayWorld();
    world.messenger.plan({ kind: 'not_sent', retryAfterMs: 30_000, cause: '429' });
    await world.plan(noticeTo(group, 'one', { at: at(-1) }), noticeTo(other, 'two'));
    const relay = world.relay();

    await relay.drain();
    await world.timer.advance(29_000);
    await relay.drain();
    const early = world.messenger.requests.length;
    await world.timer.advance(1_000);
    await world.timer.runThrough(relay.drain());

    expect(early).toBe(1);
    expect(texts(world.messenger)).toEqual(['one/1', 'one/1', 'two/1']);
  });

  test('says all parts of one before the next to the same place, be it addressed otherwise', async () => {
    const own = chatOf('s', { kind: 'private', personId: 's' as PersonId });
    const world = relayWorld([own]);
    world.renderer.partCounts.set('overview', 3);
    const addressee = { kind: 'person', id: 's' as PersonId } as const;
    world.renderer.answers.set('panel', { kind: 'said', chatId: own.id, parts: [textMessage('panel')] });
    await world.plan(
      noticeTo(own, 'overview', { at: at(-1) }),
      noticeTo(own, 'panel', { addressee, kind: 'launch_panel' }),
    );

    await world.timer.runThrough(world.relay().drain());

    expect(texts(world.messenger)).toEqual(['overview/1', 'overview/2', 'overview/3', 'panel']);
  });

  test('a launch that reached a group is counted on its panel', async () => {
    const world = relayWorld();
    const panel = { kind: 'launch_panel', subject: 'l', chatId: other.id, messageKey: 'm', shownAs: null };
    await world.outbox.living.adopt({ ...panel, freeFromMs: 0 });
    const subject = { kind: 'launch', id: 'l' as LaunchId } as const;
    await world.plan(noticeTo(group, 'one', { kind: 'launch', subject }));

    await world.timer.runThrough(world.relay().drain());

    expect(await world.outbox.living.of('launch_panel', 'l')).toMatchObject([{ wanted: 2 }]);
  });

  test('what was posted is looked at once more: a panel soon, a post when a broadcast is over', async () => {
    const world = relayWorld();
    const subject = { kind: 'launch', id: 'l' as LaunchId } as const;
    const posted = noticeTo(group, 'post', { kind: 'launch', subject, at: at(-1) });
    await world.plan(posted, noticeTo(other, 'panel', { kind: 'launch_panel', subject }));
    await world.timer.runThrough(world.relay().drain());
    const { living } = world.outbox;
    const looked = async (afterMs: number) => {
      const nowMs = world.timer.nowMs() + afterMs;
      return (await living.claim({ holder: 'look', nowMs, leaseUntilMs: nowMs + 60_000 }))?.kind;
    };

    expect(await looked(2_999)).toBeUndefined();
    expect(await looked(3_000)).toBe('launch_panel');
    expect(await looked(19_999)).toBeUndefined();
    expect(await looked(20_000)).toBe('launch');
  });

  test('what could not be sent is said as of the time when it can be, or no longer', async () => {
    const world = relayWorld();
    world.messenger.plan(unreachable);
    await world.plan(noticeTo(group, 'one'));
    const relay = world.relay();

    await relay.drain();
    world.renderer.answers.set('one', { kind: 'withheld', cause: 'OBLIGATION_DONE' });
    await world.timer.advance(60_000);
    await relay.drain();

    expect(texts(world.messenger)).toEqual(['one/1']);
    expect(await stateOf(world, 'one')).toEqual(['withheld', 'OBLIGATION_DONE']);
  });

  test('an outage is probed ever more rarely and loses nothing', async () => {
    const world = relayWorld();
    world.messenger.plan(...Array.from({ length: 8 }, () => unreachable));
    await world.plan(noticeTo(group, 'one', { at: at(-1) }), noticeTo(group, 'two'));
    const relay = world.relay();

    for (let minute = 0; minute < 10; minute += 1) {
      await world.timer.runThrough(relay.drain());
      await world.timer.advance(60_000);
    }

    expect(world.messenger.arrived.map(({ message }) => textOf(message))).toEqual(['one/1', 'two/1']);
  });

  test('a chat that moved is rewritten and written to at once', async () => {
    const world = relayWorld();
    world.messenger.plan({ kind: 'moved', chat: '-100a' });
    await world.plan(noticeTo(group, 'one'));

    await world.timer.runThrough(world.relay().drain());

    expect(world.messenger.requests.map(({ address }) => address.chat)).toEqual(['a', '-100a']);
    expect((await world.outbox.organisation.directory()).chats[0]?.key).toBe('-100a');
    expect(world.outbox.audited).toMatchObject([{ action: 'chat.moved', subject: group.id, personId: null }]);
    expect(await stateOf(world, 'one')).toEqual(['sent', null]);
  });

  test.each([
    ['blocked', 'SEND_BLOCKED'],
    ['gone', 'SEND_GONE'],
  ] as const)('a chat that is %s is lost, with what was to go there', async (refusal, cause) => {
    const world = relayWorld();
    world.messenger.plan(refused(refusal));
    await world.plan(noticeTo(group, 'one', { at: at(-1) }), noticeTo(group, 'two'));

    await world.timer.runThrough(world.relay().drain());

    expect(world.messenger.requests).toHaveLength(1);
    expect((await world.outbox.organisation.directory()).chats[0]?.state).toBe('lost');
    expect(await stateOf(world, 'one')).toEqual(['dead', cause]);
    expect(await stateOf(world, 'two')).toEqual(['dead', 'SEND_CHAT_LOST']);
    expect(world.outbox.audited).toMatchObject([{ action: 'chat.lost', subject: group.id, personId: null }]);
  });

  test('a closed topic gives way to the chat itself', async () => {
    const world = relayWorld([chatOf('a', { thread: '7' })]);
    world.messenger.plan(refused('thread'));
    await world.plan(noticeTo(group, 'one'));

    await world.timer.runThrough(world.relay().drain());

    expect(world.messenger.requests.map(({ address }) => address.thread)).toEqual(['7', null]);
    expect(await stateOf(world, 'one')).toEqual(['sent', null]);
  });

  test('a message that the channel takes exception to goes once as plain text', async () => {
    const world = relayWorld();
    const buttons = [[{ label: 'Đã tiếp nhận', data: 'x' }]];
    const message = { entries: [['Nhiệm vụ ', { bold: '<6>' }]], buttons };
    world.renderer.answers.set('one', { kind: 'said', chatId: group.id, parts: [message] });
    world.messenger.plan(refused('message'));
    await world.plan(noticeTo(group, 'one'));

    await world.timer.runThrough(world.relay().drain());

    expect(world.messenger.requests.map((request) => request.message)).toEqual([
      message,
      textMessage('Nhiệm vụ <6>'),
    ]);
    expect(await stateOf(world, 'one')).toEqual(['sent', null]);
  });

  test.each([
    [[refused('thread'), refused('thread')], 'SEND_THREAD'],
    [[refused('message'), refused('message')], 'SEND_MESSAGE'],
    [[refused('rights')], 'SEND_RIGHTS'],
  ])('what is refused for good is dead, with its cause (%#)', async (plans, cause) => {
    const world = relayWorld();
    world.messenger.plan(...plans);
    await world.plan(noticeTo(group, 'one'));

    await world.timer.runThrough(world.relay().drain());

    expect(world.messenger.requests).toHaveLength(plans.length);
    expect(await stateOf(world, 'one')).toEqual(['dead', cause]);
  });

  test('a wrong token stops the channel, not the notices', async () => {
    const world = relayWorld();
    world.messenger.plan(refused('unauthorised'));
    await world.plan(noticeTo(group, 'one', { at: at(-1) }), noticeTo(other, 'two'));
    const relay = world.relay();

    await relay.drain();
    await world.timer.advance(3_600_000);
    await relay.drain();
    const refusedRequests = world.messenger.requests.length;
    await world.timer.runThrough(world.relay({ holder: 'after the restart' }).drain());

    expect(refusedRequests).toBe(1);
    expect(texts(world.messenger)).toEqual(['one/1', 'one/1', 'two/1']);
  });

  test('an unknown outcome is repeated once, marked', async () => {
    const world = relayWorld();
    world.messenger.plan(unheard);
    await world.plan(noticeTo(group, 'one'));
    const relay = world.relay();

    await relay.drain();
    await world.timer.advance(60_000);
    await relay.drain();
    await relay.drain();

    expect(texts(world.messenger)).toEqual(['one/1', `one/1\n${REPEATED}`]);
    expect(await stateOf(world, 'one')).toEqual(['sent', null]);
  });

  test('a second unknown outcome is left, and the parts after it are still sent', async () => {
    const world = relayWorld();
    world.renderer.partCounts.set('one', 2);
    world.messenger.plan(lost, lost);
    await world.plan(noticeTo(group, 'one'));
    const relay = world.relay();

    for (let minute = 0; minute < 4; minute += 1) {
      await relay.drain();
      await world.timer.advance(60_000);
    }

    expect(texts(world.messenger)).toEqual(['one/1', `one/1\n${REPEATED}`, 'one/2']);
    expect(await stateOf(world, 'one')).toEqual(['unknown', 'SEND_UNKNOWN']);
  });

  test('a 429 before the first doubt does not use up the repeat', async () => {
    const world = relayWorld();
    world.messenger.plan({ kind: 'not_sent', retryAfterMs: 1_000, cause: '429' }, unheard);
    await world.plan(noticeTo(group, 'one'));
    const relay = world.relay();

    for (let minute = 0; minute < 4; minute += 1) {
      await relay.drain();
      await world.timer.advance(60_000);
    }

    expect(texts(world.messenger)).toEqual(['one/1', 'one/1', `one/1\n${REPEATED}`]);
  });

  test('what is in doubt and no longer holds is not repeated, but shown as unknown', async () => {
    const world = relayWorld();
    world.messenger.plan(lost);
    await world.plan(noticeTo(group, 'one'));
    const relay = world.relay();

    await relay.drain();
    world.renderer.answers.set('one', { kind: 'withheld', cause: 'OBLIGATION_DONE' });
    await world.timer.advance(60_000);
    await relay.drain();

    expect(world.messenger.requests).toHaveLength(1);
    expect(await stateOf(world, 'one')).toEqual(['unknown', 'OBLIGATION_DONE']);
  });

  test('a notice that cannot be said is given up at last, and holds up no other', async () => {
    const world = relayWorld();
    world.renderer.answers.set('broken', new Error('no such plan'));
    await world.plan(noticeTo(group, 'broken', { at: at(-1) }), noticeTo(group, 'sound'));
    const relay = world.relay();

    await relay.drain();
    const sent = texts(world.messenger);
    for (let minute = 0; minute < 20; minute += 1) {
      await world.timer.advance(60_000);
      await relay.drain();
    }

    expect(sent).toEqual(['sound/1']);
    expect(await stateOf(world, 'broken')).toEqual(['dead', 'SEND_FAULT']);
  });
});

describe('the life of the relay', () => {
  test('wakes for what was planned, without a drain', async () => {
    const world = relayWorld();
    const relay = world.relay();
    relay.start();
    await world.timer.advance(10);

    await world.plan(noticeTo(group, 'one'));
    relay.wake();
    await world.timer.advance(0);
    const sent = texts(world.messenger);
    await relay.stop(1_000);

    expect(sent).toEqual(['one/1']);
  });

  test('finds by itself what another process left behind', async () => {
    const world = relayWorld();
    await world.plan(noticeTo(group, 'one'));
    const nowMs = world.timer.nowMs();
    await world.outbox.notices.claim({
      most: 1,
      holder: 'dead',
      now: NOW,
      nowMs,
      leaseUntilMs: nowMs + 60_000,
      exceptAddressees: [],
    });
    const relay = world.relay();

    relay.start();
    await world.timer.advance(50_000);
    const early = texts(world.messenger);
    await world.timer.advance(20_000);
    await relay.stop(1_000);

    expect(early).toEqual([]);
    expect(texts(world.messenger)).toEqual(['one/1']);
  });

  test('stops after what is under way, and claims no more', async () => {
    const world = relayWorld();
    world.renderer.partCounts.set('one', 3);
    await world.plan(noticeTo(group, 'one', { at: at(-1) }), noticeTo(group, 'two'));
    const relay = world.relay();
    relay.start();
    await world.timer.advance(0);

    await relay.stop(10_000);
    const before = texts(world.messenger);
    await world.timer.advance(2_000);
    await world.timer.runThrough(world.relay({ holder: 'relay-2' }).drain());

    expect(before).toEqual(['one/1']);
    expect(texts(world.messenger)).toEqual(['one/1', 'one/2', 'one/3', 'two/1']);
  });

  test('gives back what is in hand and has not begun when it stops', async () => {
    const world = relayWorld();
    await world.plan(noticeTo(group, 'one'), noticeTo(other, 'two'));
    const relay = world.relay({ messengers: [new Slow(world.timer)] });
    relay.start();
    await world.timer.advance(0);

    await world.timer.runThrough(relay.stop(60_000));

    expect(await stateOf(world, 'one')).toEqual(['sent', null]);
    expect(await stateOf(world, 'two')).toEqual(['planned', 'SEND_PACED']);
  });

  test('does not wait for ever for a request that hangs', async () => {
    const world = relayWorld();
    const hanging = new (class extends RecordingMessenger {
      override send() {
        return new Promise<never>(() => undefined);
      }
    })();
    await world.plan(noticeTo(group, 'one'));
    const relay = world.relay({ messengers: [hanging] });
    relay.start();
    await world.timer.advance(0);

    const stopped = relay.stop(5_000);
    await world.timer.advance(5_000);

    await expect(stopped).resolves.toBeUndefined();
  });
});
