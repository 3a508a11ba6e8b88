import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { Config } from '../config/config.ts';
import type { Health } from '../observability/health.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { Office } from './office.ts';

/** What every part of the running program stands on. */
export interface Ground extends Office, ProcessNames {
  readonly config: Config;
  readonly logger: Logger;
  readonly timer: Timer;
  readonly health: Health;
  readonly metrics: Metrics;
}

/** How this process is known to others that share the database. */
export interface ProcessNames {
  /**
   * Outlives a restart, so that what the last run held is taken up at once. By the address it listens on, which no
   * other process of the machine can have.
   */
  readonly instance: string;
  /** Of this run alone; begins with the instance and `/`. */
  readonly holder: string;
}

export function processNames({ host, port }: Pick<Config, 'host' | 'port'>): ProcessNames {
  const instance = `${hostname()}@${host}:${port}`;
  return { instance, holder: `${instance}/${randomUUID()}` };
}
