import type { ClockState } from './clock-state.ts';
import { createFollower } from './follower.ts';

export interface ClockView {
  readonly seq: number;
  readonly now: number;
  readonly walking: boolean;
}

/** The sandbox's instant, in epoch ms: it runs as real time does, and can be walked forward. */
export interface Clock {
  now(): number;
  view(): ClockView;
  /** Walks to `until`; a walk under way is extended. Resolves when it has arrived. */
  walkTo(until: number): Promise<void>;
  /** Moves the end of the walk under way, or of a new one, on by `ms`. */
  walkBy(ms: number): Promise<void>;
  /** Resolves when `seq` has passed `after`, else after 25 real seconds or when the asker is gone. */
  wait(after: number, gone: AbortSignal): Promise<ClockView>;
  /** The follower has done everything due at step `seq` and has something to do at `next`, if ever. */
  ticked(seq: number, next: number | null): void;
  /** The follower gives a sign of life by other means. */
  heard(): void;
  /** Holds the clock still until the world is opened again. */
  close(): void;
}

const LONGEST_STEP_MS = 3_600_000;
// A follower that names an instant sooner than this would make the walk crawl.
const SHORTEST_STEP_MS = 1_000;
const LONG_POLL_MS = 25_000;

export interface ClockHooks {
  /** Called at each step and at the end of a walk, before anybody is told. */
  readonly moved: (view: ClockView) => void;
  /** Called when a program begins to wait for the next step. */
  readonly followed: () => void;
}

/**
 * Opens the clock where the state left it; an interrupted walk goes on. A clock that was closed stood still
 * since; one whose process died went on by real time, so that it never turns back.
 */
export function createClock(state: ClockState, hooks: ClockHooks): Clock {
  const follower = createFollower(state);
  const waiting = new Set<() => void>();
  let next: number | null = null;
  let walk: Promise<void> | null = null;
  const closing = new AbortController();

  const now = (): number =>
    state.mode.kind === 'running' ? state.mode.at + Date.now() - state.mode.realAt : state.mode.at;
  const view = (): ClockView => ({ seq: state.seq, now: now(), walking: state.mode.kind === 'walking' });
  const announce = (): void => {
    hooks.moved(view());
    for (const wake of waiting) wake();
  };
  const stepEnd = (at: number, until: number): number => {
    const wished = next !== null && next > at ? Math.max(next, at + SHORTEST_STEP_MS) : Infinity;
    return Math.min(until, wished, at + LONGEST_STEP_MS);
  };
  const stride = async (): Promise<void> => {
    while (state.mode.kind === 'walking' && !closing.signal.aborted) {
      const { at, until } = state.mode;
      if (at >= until) break;
      state.mode = { kind: 'walking', at: stepEnd(at, until), until };
      state.seq += 1;
      const done = follower.step(state.seq);
      announce();
      await done;
    }
    if (closing.signal.aborted || state.mode.kind !== 'walking') return;
    state.seq += 1;
    state.mode = { kind: 'running', at: state.mode.at, realAt: Date.now() };
    announce();
  };
  const walkTo = async (until: number): Promise<void> => {
    const from = now();
    const end = state.mode.kind === 'walking' ? Math.max(until, state.mode.until) : until;
    if (end <= from || closing.signal.aborted) return;
    state.mode = { kind: 'walking', at: from, until: end };
    walk ??= stride().finally(() => {
      walk = null;
    });
    await walk;
  };

  if (state.mode.kind === 'paused') {
    state.mode = { kind: 'running', at: state.mode.at, realAt: Date.now() };
  } else if (state.mode.kind === 'walking') {
    void walkTo(state.mode.until);
  }

  return {
    now,
    view,
    walkTo,
    walkBy: async (ms) => await walkTo((state.mode.kind === 'walking' ? state.mode.until : now()) + ms),
    wait: async (after, gone) => {
      if (state.seq > after || closing.signal.aborted) return view();
      const leave = follower.enter();
      hooks.followed();
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          gone.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, LONG_POLL_MS);
        waiting.add(wake);
        gone.addEventListener('abort', wake);
        if (gone.aborted) wake();
      });
      leave();
      return view();
    },
    ticked: (seq, at) => {
      next = at;
      follower.ticked(seq);
    },
    heard: () => follower.heard(),
    close: () => {
      closing.abort();
      if (state.mode.kind === 'running') state.mode = { kind: 'paused', at: now() };
      follower.close();
      for (const wake of waiting) wake();
    },
  };
}
