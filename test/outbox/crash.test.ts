import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Refusal } from '../../src/app/ports/messenger.ts';
import type { Plan } from '../support/recording-messenger.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { InMemoryOutbox } from '../support/in-memory-outbox.ts';
import { expectPromisesKept, live, type Stage, type Story } from './crash-story.ts';
import { at, chatOf, noticeTo, NOW, NumberingRenderer } from './relay-world.ts';

const CHATS = [chatOf('a'), chatOf('b', { thread: '7' })];

export const outcomes: fc.Arbitrary<readonly Plan[]> = fc
  .array(
    fc.oneof(
      fc.constant<Plan>({ kind: 'sent', message: 'x' }),
      fc.constant<Plan>({ kind: 'not_sent', retryAfterMs: null, cause: 'ECONNREFUSED' }),
      fc.nat(100_000).map<Plan>((retryAfterMs) => ({ kind: 'not_sent', retryAfterMs, cause: '429' })),
      fc.boolean().map<Plan>((arrives) => ({ kind: 'unknown', cause: '502', arrives })),
      fc
        .constantFrom<Refusal>('thread', 'message', 'rights', 'blocked', 'gone')
        .map<Plan>((refusal) => ({ kind: 'refused', refusal, cause: refusal })),
      fc.constant<Plan>({ kind: 'moved', chat: '' }),
    ),
    { maxLength: 12 },
  )
  .map((plans) =>
    plans.map((plan, index) => (plan.kind === 'moved' ? { ...plan, chat: `moved-${index}` } : plan)),
  );

export const stories: fc.Arbitrary<Story> = fc.record({
  notices: fc
    .array(fc.record({ chat: fc.nat(1), parts: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((notices) => notices.map((notice, index) => ({ ...notice, id: `n${index + 1}` }))),
  outcomes,
  width: fc.integer({ min: 1, max: 3 }),
});

async function inMemory(story: Story): Promise<Stage> {
  const work = new InMemoryOutbox(CHATS);
  const renderer = new NumberingRenderer();
  for (const [index, { id, chat, parts }] of story.notices.entries()) {
    renderer.partCounts.set(id, parts);
    await work.notices.plan(noticeTo(CHATS[chat] ?? chatOf('a'), id, { at: at(index - 10) }));
  }
  const ids = story.notices.map(({ id }) => noticeTo(chatOf('a'), id).id);
  const notices = async () =>
    (await Promise.all(ids.map((id) => work.notices.byId(id)))).filter((notice) => notice !== null);
  return { work, clock: new FixedClock(NOW), renderer, notices };
}

test('whatever the channel answers, every notice ends, in order, and repeats only in doubt', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      expectPromisesKept(await live(await inMemory(story), story, []), story);
    }),
    { numRuns: 300 },
  );
});

test('a death at any await loses nothing and repeats nothing unmarked', async () => {
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      for (let step = 1; ; step += 1) {
        const outcome = await live(await inMemory(story), story, [step]);
        expectPromisesKept(outcome, story);
        deaths += outcome.deaths;
        if (outcome.deaths === 0) return;
      }
    }),
    { numRuns: 12 },
  );

  expect(deaths).toBeGreaterThan(100);
});

test('several deaths one after the other lose nothing and repeat nothing unmarked', async () => {
  const deathsAt = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 2, maxLength: 5 });

  await fc.assert(
    fc.asyncProperty(stories, deathsAt, async (story, ends) => {
      expectPromisesKept(await live(await inMemory(story), story, ends), story);
    }),
    { numRuns: 300 },
  );
});
