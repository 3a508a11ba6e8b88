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

const LOOK_EVERY_MS = 250;
// A follower silent for so many looks (ten seconds) is gone; while it lives (polls), a step may take longer (two
// minutes). Looks, not time: a machine that sleeps or is busy elsewhere keeps both from going on.
const GONE_AFTER_LOOKS = 40;
const LONGEST_TICK_LOOKS = 480;

/** @param state remembers across restarts that there is a follower worth waiting for. */
export function createFollower(state: ClockState): Follower {
  let done = 0;
  let awaited = 0;
  let present = 0;
  /** Looks since it was heard of. */
  let silent = 0;
  // Once found gone it is not waited for again, until it comes back.
  let away = false;
  let release: (() => void) | null = null;

  return {
    step: async (seq) => {
      if (!state.followed || away || done >= seq) return;
      awaited = seq;
      // A follower that has been away before the walk gets its full time to come back.
      silent = 0;
      let looks = 0;
      await new Promise<void>((resolve) => {
        const look = setInterval(() => {
          silent += 1;
          looks += 1;
          const gone = present === 0 && silent > GONE_AFTER_LOOKS;
          const stuck = looks > LONGEST_TICK_LOOKS;
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
      silent = 0;
      return () => {
        present -= 1;
        silent = 0;
      };
    },
    ticked: (seq) => {
      state.followed = true;
      away = false;
      silent = 0;
      done = Math.max(done, seq);
      if (done >= awaited) release?.();
    },
    heard: () => {
      silent = 0;
    },
    close: () => release?.(),
  };
}
