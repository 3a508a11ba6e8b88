import { expect } from 'vitest';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { Notice, NoticeState } from '../../src/app/ports/notice-repository.ts';
import type { OutboxWork } from '../../src/outbox/outbox-work.ts';
import type { NoticeRelayParts } from '../../src/outbox/notice-relay.ts';
import { NoticeRelay } from '../../src/outbox/notice-relay.ts';
import { LEASE_MS } from '../../src/outbox/held-notice.ts';
import { textOf } from '../support/message-text.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { type Plan, RecordingMessenger } from '../support/recording-messenger.ts';
import { Death, Life, mortal } from './mortal.ts';
import { type NumberingRenderer, relayParts, REPEATED } from './relay-world.ts';

/** What the database holds and the channel does; told once for each place where the process may die. */
export interface Story {
  readonly notices: readonly { readonly id: string; readonly chat: number; readonly parts: number }[];
  readonly outcomes: readonly Plan[];
  /** Notices under way at once. */
  readonly width: number;
}

export interface Stage {
  readonly work: OutboxWork;
  readonly clock: Clock;
  readonly renderer: NumberingRenderer;
  readonly notices: () => Promise<Notice[]>;
}

const OVER: readonly NoticeState[] = ['sent', 'withheld', 'unknown', 'dead'];
const LONGER_THAN_ANY_PAUSE_MS = 700_000;
const MOST_ROUNDS = 100;

export interface Outcome {
  readonly messenger: RecordingMessenger;
  readonly notices: readonly Notice[];
  readonly deaths: number;
}

/** Lives one life after the other, each ending where `deathsAt` says, the last one not at all. */
export async function live(stage: Stage, story: Story, deathsAt: readonly number[]): Promise<Outcome> {
  const messenger = new RecordingMessenger({ plans: story.outcomes });
  const timer = new FakeTimer();
  let deaths = 0;
  for (const [index, endsAt] of [...deathsAt, Number.POSITIVE_INFINITY].entries()) {
    const life = new Life(endsAt);
    const relay = new NoticeRelay({
      ...mortalParts(stage, messenger, timer, life),
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
  return { messenger, notices: await stage.notices(), deaths };
}

function mortalParts(
  { work, clock, renderer }: Stage,
  messenger: RecordingMessenger,
  timer: FakeTimer,
  life: Life,
): NoticeRelayParts {
  const parts = relayParts({ work, clock, timer, renderer, messengers: [messenger] });
  return {
    ...parts,
    work: mortal(work, life),
    renderer: mortal(renderer, life),
    timer: mortal(timer, life),
    messengers: [mortal(messenger, life)],
  };
}

function expectDeath(error: unknown): void {
  if (!(error instanceof Death)) throw error;
}

async function isAllOver(stage: Stage): Promise<boolean> {
  return (await stage.notices()).every(({ state }) => OVER.includes(state));
}

/** What DESIGN promises of sends, whatever happened. */
export function expectPromisesKept({ messenger, notices, deaths }: Outcome, story: Story): void {
  expect(notices).toHaveLength(story.notices.length);
  const unknown = messenger.requests.filter(({ outcome }) => outcome.kind === 'unknown').length;
  const doubts = unknown + deaths * story.width;
  const texts = messenger.requests.map(({ message }) => textOf(message));
  expect(new Set(texts.filter(isMarked)).size, 'repeats').toBeLessThanOrEqual(doubts);
  for (const notice of notices) {
    expect(OVER, `state of ${notice.id}`).toContain(notice.state);
    const arrived = arrivalsOf(messenger, notice.id);
    expectNoUnmarkedRepeat(arrived);
    expect(arrived.map(partOf), 'order of parts').toEqual(arrived.map(partOf).toSorted((a, b) => a - b));
    const parts = story.notices.find(({ id }) => id === notice.id)?.parts ?? 0;
    if (notice.state === 'sent') expect(new Set(arrived.map(partOf)).size, 'parts that arrived').toBe(parts);
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
