import { SandboxClock } from '../clock/sandbox-clock.ts';
import type { SandboxConfig } from '../config/config.ts';
import { instantOf, parseInstant } from '../core/time/instant.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { readWorldSeed, seedSample } from './sample-world.ts';
import type { World, WorldParts } from './world.ts';

/** A sandbox in this process, which the bot meets over HTTP as it would Telegram. */
export async function openSandboxWorld(
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
