import type { ClockState } from './clock-state.ts';

/** The program that follows the clock's steps and says when it has done what was due at each. */
export interface Follower {
  /** Resolves when step `seq` is done, or when nobody is there who could do it. */
  step(seq: number): Promise<void>;
  /** Somebody waits for the next step; call the result when they no longer do. */
  enter(): () => void;
  ticked(seq: number): void;
  heard(): void;
  close(): void;
}

// A follower silent for this long is gone; while it lives (polls), a step may take longer.
const GONE_AFTER_MS = 10_000;
const LONGEST_TICK_MS = 120_000;
const LOOK_EVERY_MS = 250;

/** @param state remembers across restarts that there is a follower worth waiting for. */
export function createFollower(state: ClockState): Follower {
  let done = 0;
  let awaited = 0;
  let present = 0;
  let heardAt = Date.now();
  // Once found gone it is not waited for again, until it comes back.
  let away = false;
  let release: (() => void) | null = null;

  return {
    step: async (seq) => {
      if (!state.followed || away || done >= seq) return;
      awaited = seq;
      const startedAt = Date.now();
      // A follower that has been away before the walk gets its full time to come back.
      heardAt = startedAt;
      await new Promise<void>((resolve) => {
        const look = setInterval(() => {
          const now = Date.now();
          const gone = present === 0 && now - heardAt > GONE_AFTER_MS;
          const stuck = now - startedAt > LONGEST_TICK_MS;
          away = gone || stuck;
          if (done >= seq || away) release?.();
        }, LOOK_EVERY_MS);
        release = () => {
          clearInterval(look);
          release = null;
          resolve();
        };
      });
    },
    enter: () => {
      state.followed = true;
      present += 1;
      away = false;
      heardAt = Date.now();
      return () => {
        present -= 1;
        heardAt = Date.now();
      };
    },
    ticked: (seq) => {
      state.followed = true;
      away = false;
      heardAt = Date.now();
      done = Math.max(done, seq);
      if (done >= awaited) release?.();
    },
    heard: () => {
      heardAt = Date.now();
    },
    close: () => release?.(),
  };
}
