import { SystemClock } from '../clock/system-clock.ts';
import type { Config } from '../config/config.ts';
import type { World, WorldParts } from './world.ts';

export async function openWorld(config: Config, url: string, parts: WorldParts): Promise<World> {
  if (config.mode === 'sandbox') {
    // A real bot never loads the sandbox.
    const { openSandboxWorld } = await import('./sandbox-world.ts');
    return openSandboxWorld(config, url, parts);
  }
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
