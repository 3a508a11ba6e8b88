import type { Clock } from '../app/ports/clock.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { DatabaseKind } from '../app/ports/organisation-repository.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { TelegramConfig } from '../config/config.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Route } from '../http/route.ts';
import type { Office } from './office.ts';

export type ChannelConfig = Pick<TelegramConfig, 'token' | 'apiRoot' | 'proxy' | 'receive'>;

/** What lies outside the bot: the real world, or a sandbox in this process that is met over HTTP all the same. */
export interface World {
  readonly kind: DatabaseKind;
  readonly clock: Clock;
  readonly telegram: ChannelConfig;
  readonly route: Route;
  /** Begins once the database has proven fit, so that nothing is written before; fills one that has no plan yet. */
  begin(office: Office): Promise<void>;
  /** Does what is due at each step of a clock that is moved, and says when something is due next. */
  follow(step: (at: Instant) => Promise<Instant>): void;
  close(): Promise<void>;
}

export interface WorldParts {
  readonly logger: Logger;
  readonly timer: Timer;
}
