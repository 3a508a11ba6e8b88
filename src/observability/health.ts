import type { Timer } from '../app/ports/timer.ts';

/** A loop or a channel is given up after so long without a sign of life (real time). */
export const SILENCE_LIMIT_MS = 120_000;

export interface HealthReport {
  readonly ok: boolean;
  /** What is not well, by name: `loop:poll`, `channel:telegram`, `database`, … */
  readonly failing: readonly string[];
}

export interface Health {
  /** Watches a loop from now on; call what is returned at each turn, failed ones too. */
  watchLoop(name: string): () => void;
  /** Watches a channel; not ready until what is returned was called, after each exchange that succeeded. */
  watchChannel(name: string): () => void;
  /** Something to be asked whenever readiness is; a check that throws has failed. */
  addCheck(name: string, check: () => Promise<boolean>): void;
  /** The loops turn. Says nothing of the outside world: an outage must not restart the process. */
  alive(): HealthReport;
  /** Checks pass and every channel was spoken with within the limit. */
  ready(): Promise<HealthReport>;
}

export function createHealth(timer: Timer): Health {
  const loops = new Map<string, number>();
  const channels = new Map<string, number>();
  const checks = new Map<string, () => Promise<boolean>>();

  const silent = (seen: ReadonlyMap<string, number>, kind: string): string[] =>
    [...seen].filter(([, at]) => timer.nowMs() - at > SILENCE_LIMIT_MS).map(([name]) => `${kind}:${name}`);

  return {
    watchLoop: (name) => {
      const turned = (): void => void loops.set(name, timer.nowMs());
      turned();
      return turned;
    },
    watchChannel: (name) => {
      channels.set(name, Number.NEGATIVE_INFINITY);
      return () => void channels.set(name, timer.nowMs());
    },
    addCheck: (name, check) => void checks.set(name, check),
    alive: () => report(silent(loops, 'loop')),
    ready: async () => {
      const failed = await Promise.all(
        [...checks].map(async ([name, check]) => ((await passes(check)) ? [] : [name])),
      );
      return report([...failed.flat(), ...silent(channels, 'channel')]);
    },
  };
}

function report(failing: readonly string[]): HealthReport {
  return { ok: failing.length === 0, failing };
}

async function passes(check: () => Promise<boolean>): Promise<boolean> {
  try {
    return await check();
  } catch {
    return false;
  }
}
