import type { Clock } from '../app/ports/clock.ts';
import type { Logger } from '../app/ports/logger.ts';
import type { DatabaseKind } from '../app/ports/organisation-repository.ts';
import type { Timer } from '../app/ports/timer.ts';
import { SandboxClock } from '../clock/sandbox-clock.ts';
import { SystemClock } from '../clock/system-clock.ts';
import type { Config, SandboxConfig } from '../config/config.ts';
import { type Instant, instantOf, parseInstant } from '../core/time/instant.ts';
import type { Route } from '../http/route.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import type { Office } from './office.ts';
import type { ChannelConfig } from './program.ts';
import { readWorldSeed, seedSample } from './sample-world.ts';

/** What lies outside the bot: the real world, or a sandbox in this process that is met over HTTP all the same. */
export interface World {
  readonly kind: DatabaseKind;
  readonly clock: Clock;
  readonly telegram: ChannelConfig;
  readonly route: Route;
  /** Begins once the database has proven fit, so that nothing is written before; fills one that has no plan yet. */
  begin(office: Office): Promise<void>;
  /** Does what is due at each step of a clock that is moved. */
  follow(step: (at: Instant) => Promise<void>): void;
  close(): Promise<void>;
}

interface WorldParts {
  readonly logger: Logger;
  readonly timer: Timer;
}

export async function openWorld(config: Config, url: string, parts: WorldParts): Promise<World> {
  if (config.mode === 'sandbox') return openSandboxWorld(config, url, parts);
  return {
    kind: 'real',
    clock: new SystemClock(),
    telegram: config,
    route: async () => false,
    begin: async () => undefined,
    follow: () => undefined,
    close: async () => undefined,
  };
}

async function openSandboxWorld(
  config: SandboxConfig,
  url: string,
  { logger, timer }: WorldParts,
): Promise<World> {
  const seed = await readWorldSeed();
  const token = `${seed.bot.id}:sandbox`;
  const clock = new SandboxClock({ url, timer, logger });
  let sandbox: Sandbox | null = null;
  return {
    kind: 'sandbox',
    clock,
    telegram: { token, apiRoot: url, proxy: null, receive: { kind: 'polling' } },
    route: async (request, response) => (await sandbox?.handle(request, response)) ?? false,
    begin: async ({ dependencies }) => {
      const startAt = parseInstant(config.sandboxNow) ?? instantOf(0);
      sandbox = await createSandbox({ statePath: worldFile(config.databaseUrl), startAt, seed, token });
      await clock.read();
      await seedSample(dependencies, seed);
    },
    follow: (step) => clock.follow(step),
    close: async () => {
      await clock.stop();
      await sandbox?.close();
    },
  };
}

/** The sandbox's own state, beside a database in a file; beside nothing else there is a place for it. */
const worldFile = (databaseUrl: string): string =>
  databaseUrl.startsWith('file:')
    ? `${databaseUrl.slice('file:'.length)}.world.json`
    : './data/sandbox.world.json';
