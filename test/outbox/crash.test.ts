import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoticeId } from '../../src/core/id.ts';
import { InMemoryOutbox } from '../support/in-memory-outbox.ts';
import { deaths, stories } from './crash-arbitraries.ts';
import { expectPromisesKept, live, type Stage, type Story } from './crash-story.ts';
import { at, chatOf, noticeTo } from './relay-world.ts';

async function inMemory({ notices }: Story): Promise<Stage> {
  const chats = [chatOf('a'), chatOf('b', { thread: '7' })] as const;
  const work = new InMemoryOutbox(chats);
  const noticeIds: NoticeId[] = [];
  for (const [index, { chat }] of notices.entries()) {
    const notice = noticeTo(chat === 0 ? chats[0] : chats[1], `n${index}`, { at: at(index - 10) });
    noticeIds.push(await work.notices.plan(notice));
  }
  return { work, noticeIds, byId: (id) => work.notices.byId(id) };
}

test('whatever the channel answers, every notice ends, in order, and repeats only in doubt', async () => {
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const outcome = await live(await inMemory(story), story, []);
      expectPromisesKept(outcome, story);
      requests += outcome.messenger.requests.length;
    }),
    { numRuns: 300 },
  );

  expect(requests).toBeGreaterThan(1_000);
});

test('a death at any await loses nothing and repeats nothing unmarked', async () => {
  let died = 0;
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      for (let step = 1; ; step += 1) {
        const outcome = await live(await inMemory(story), story, [step]);
        expectPromisesKept(outcome, story);
        died += outcome.deaths;
        if (outcome.deaths === 0) return;
      }
    }),
    { numRuns: 10 },
  );

  expect(died).toBeGreaterThan(200);
});

test('several deaths one after the other lose nothing and repeat nothing unmarked', async () => {
  let died = 0;
  await fc.assert(
    fc.asyncProperty(stories, deaths, async (story, deathsAt) => {
      const outcome = await live(await inMemory(story), story, deathsAt);
      expectPromisesKept(outcome, story);
      died += outcome.deaths;
    }),
    { numRuns: 300 },
  );

  expect(died).toBeGreaterThan(300);
});
