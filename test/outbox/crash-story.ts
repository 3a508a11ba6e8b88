import { expect } from 'vitest';
import type { Notice, NoticeState } from '../../src/app/ports/notice-repository.ts';
import type { NoticeId } from '../../src/core/id.ts';
import { LEASE_MS } from '../../src/outbox/held-notice.ts';
import type { NoticeRelayParts } from '../../src/outbox/notice-relay.ts';
import { noticeRelay } from '../../src/outbox/notice-relay.ts';
import type { OutboxWork } from '../../src/outbox/outbox-work.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { textOf } from '../support/message-text.ts';
import { type Plan, RecordingMessenger } from '../support/recording-messenger.ts';
import { Death, Life, mortal } from './mortal.ts';
import { NOW, NumberingRenderer, REPEATED, relayParts } from './relay-world.ts';

/** What the database holds and the channel does; told once for each place where the process may die. */
export interface Story {
  /** `chat` counts from 0; oldest first. */
  readonly notices: readonly { readonly chat: number; readonly parts: number }[];
  readonly outcomes: readonly Plan[];
  /** Notices under way at once. */
  readonly width: number;
}

/** A database that the story is told on, with its notices planned. */
export interface Stage {
  readonly work: OutboxWork;
  /** The notices of the story, in its order. */
  readonly noticeIds: readonly NoticeId[];
  readonly byId: (id: NoticeId) => Promise<Notice | null>;
}

/** How a story ended. */
export interface Outcome {
  readonly messenger: RecordingMessenger;
  readonly notices: readonly Notice[];
  readonly deaths: number;
}

const OVER: readonly NoticeState[] = ['sent', 'withheld', 'unknown', 'dead'];
const LONGER_THAN_ANY_PAUSE_MS = 700_000;
const MOST_ROUNDS = 100;

/** Lives one life after the other, each ending where `deathsAt` says, the last one not at all. */
export async function live(stage: Stage, story: Story, deathsAt: readonly number[]): Promise<Outcome> {
  const messenger = new RecordingMessenger({ plans: story.outcomes.map(ownMove) });
  const timer = new FakeTimer();
  let deaths = 0;
  for (const [index, endsAt] of [...deathsAt, Number.POSITIVE_INFINITY].entries()) {
    const life = new Life(endsAt);
    const relay = noticeRelay({
      ...mortalParts(stage, story, messenger, timer, life),
      holder: `life-${index}`,
      width: story.width,
    });
    for (let round = 0; round < MOST_ROUNDS && !life.isOver && !(await isAllOver(stage)); round += 1) {
      await timer.runThrough(relay.drain()).catch(expectDeath);
      await timer.advance(LONGER_THAN_ANY_PAUSE_MS);
    }
    if (life.isOver) deaths += 1;
    await timer.advance(LEASE_MS);
  }
  return { messenger, notices: await noticesOf(stage), deaths };
}

function mortalParts(
  { work, noticeIds }: Stage,
  story: Story,
  messenger: RecordingMessenger,
  timer: FakeTimer,
  life: Life,
): NoticeRelayParts {
  const renderer = new NumberingRenderer();
  for (const [index, id] of noticeIds.entries())
    renderer.partCounts.set(id, story.notices[index]?.parts ?? 0);
  const parts = relayParts({ work, clock: new FixedClock(NOW), timer, renderer, messengers: [messenger] });
  return {
    ...parts,
    work: mortal(work, life),
    renderer: mortal(renderer, life),
    timer: mortal(timer, life),
    messengers: [mortal(messenger, life)],
  };
}

let moves = 0;

// No two chats move to one place.
function ownMove(plan: Plan): Plan {
  if (plan.kind !== 'moved') return plan;
  moves += 1;
  return { ...plan, chat: `moved-${moves}` };
}

function expectDeath(error: unknown): void {
  if (!(error instanceof Death)) throw error;
}

async function noticesOf({ noticeIds, byId }: Stage): Promise<Notice[]> {
  const notices = await Promise.all(noticeIds.map(byId));
  return notices.filter((notice) => notice !== null);
}

async function isAllOver(stage: Stage): Promise<boolean> {
  return (await noticesOf(stage)).every(({ state }) => OVER.includes(state));
}

/** Never lost unseen, never knowingly sent twice, whatever happened. */
export function expectPromisesKept({ messenger, notices, deaths }: Outcome, story: Story): void {
  expect(notices).toHaveLength(story.notices.length);
  const unknown = messenger.requests.filter(({ outcome }) => outcome.kind === 'unknown').length;
  const doubts = unknown + deaths;
  const texts = messenger.requests.map(({ message }) => textOf(message));
  expect(new Set(texts.filter(isMarked)).size, 'repeats').toBeLessThanOrEqual(doubts);
  for (const [index, notice] of notices.entries()) {
    expect(OVER, `state of ${notice.id}`).toContain(notice.state);
    // No fault of ours: that would end every notice, and nothing would be shown of deaths.
    expect(notice.cause).not.toBe('SEND_FAULT');
    const arrived = arrivalsOf(messenger, notice.id);
    expectNoUnmarkedRepeat(arrived);
    expect(arrived.map(partOf), 'order of parts').toEqual(arrived.map(partOf).toSorted((a, b) => a - b));
    if (notice.state === 'sent')
      expect(new Set(arrived.map(partOf)).size, 'parts that arrived').toBe(story.notices[index]?.parts);
    if (notice.state === 'unknown') expect(doubts).toBeGreaterThan(0);
  }
}

/** A part arrives once as it is and at most once more, marked. */
function expectNoUnmarkedRepeat(arrived: readonly string[]): void {
  const unmarked = arrived.filter((text) => !isMarked(text));
  const marked = arrived.filter(isMarked);
  expect(new Set(unmarked).size, 'unmarked texts arrive once').toBe(unmarked.length);
  expect(new Set(marked).size, 'marked texts arrive once').toBe(marked.length);
}

function arrivalsOf(messenger: RecordingMessenger, id: string): string[] {
  return messenger.arrived.map(({ message }) => textOf(message)).filter((text) => text.startsWith(`${id}/`));
}

const isMarked = (text: string): boolean => text.includes(REPEATED);
const partOf = (text: string): number => Number(/\/(\d+)/.exec(text)?.[1]);
