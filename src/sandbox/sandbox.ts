import type { IncomingMessage, ServerResponse } from 'node:http';
import { createBotApiServer } from './bot-api/server.ts';
import { createClock } from './clock/clock.ts';
import { answerControl } from './control/control-server.ts';
import { createFaultPlan } from './faults/fault-plan.ts';
import { servePage } from './http/page-assets.ts';
import { createUpdateQueue } from './updates/update-queue.ts';
import { createWebhookSender } from './updates/webhook.ts';
import { createEventStream } from './world/event-stream.ts';
import { folderFileStore, memoryFileStore } from './world/file-store.ts';
import { readSeed, type WorldSeed } from './world/seed.ts';
import { createStateFile, loadState } from './world/state-file.ts';
import type { World } from './world/world.ts';
import { newWorldState } from './world/world-state.ts';

export interface SandboxOptions {
  /** File in which the world goes on after a restart, files in a folder beside it; null keeps nothing. */
  readonly statePath: string | null;
  /** First instant of a new world, epoch ms; a world that goes on has its own time. */
  readonly startAt: number;
  readonly seed: WorldSeed;
  readonly token?: string;
}

/** A local Bot API server with a chat page, people to play and a clock to move. */
export interface Sandbox {
  /** Answers a request, or gives false where the route is none of its own. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  readonly token: string;
  /** Ends what waits, holds the clock still and writes the world to its file. */
  close(): Promise<void>;
}

/** @throws WorldUnreadable where the state file is something else; where the seed cannot be read. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { statePath } = options;
  const seed = readSeed(options.seed);
  const token = options.token ?? `${seed.bot.id}:sandbox`;
  const state =
    (statePath === null ? null : await loadState(statePath)) ?? newWorldState(seed, options.startAt);
  const file = createStateFile(statePath, state);
  const events = createEventStream();
  const faults = createFaultPlan();
  const clock = createClock(state.clock, {
    moved: (view) => {
      file.touch();
      events.send({ type: 'clock', ...view });
    },
    followed: () => events.send({ type: 'follower' }),
  });
  const updates = createUpdateQueue(state.updates, () => clock.now(), file.touch);
  const webhook = createWebhookSender(state.webhook, updates, file.touch, faults);
  const world: World = {
    state,
    clock,
    updates,
    events,
    files: statePath === null ? memoryFileStore() : folderFileStore(`${statePath}.files`),
    touch: file.touch,
  };
  const server = createBotApiServer({ world, token, faults, webhook, saved: file.save });
  // What a new world says of itself is kept at once, so that its clock has a beginning.
  file.touch();
  await file.save();
  webhook.wake();

  return {
    token,
    handle: async (req, res) => {
      const place = placeOf(req.url ?? '/');
      if (place === null) return false;
      const { path, query } = place;
      const called = /^\/bot([^/]+)\/([^/]+)$/.exec(path);
      if (called !== null) {
        await server.call(req, res, called[1] ?? '', called[2] ?? '', query);
        return true;
      }
      const wanted = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
      if (wanted !== null) {
        await server.download(res, wanted[1] ?? '', wanted[2] ?? '');
        return true;
      }
      if (path.startsWith('/sandbox/')) {
        const context = { world, faults, saved: file.save };
        await answerControl(context, req, res, path.slice('/sandbox/'.length), query);
        return true;
      }
      return req.method === 'GET' && (await servePage(res, path));
    },
    close: async () => {
      clock.close();
      updates.close();
      webhook.close();
      events.close();
      file.touch();
      await file.save();
    },
  };
}

/** The path of a request, decoded, and its query; null where it is none. */
function placeOf(address: string): { readonly path: string; readonly query: URLSearchParams } | null {
  try {
    const url = new URL(address, 'http://sandbox');
    return { path: decodeURIComponent(url.pathname), query: url.searchParams };
  } catch {
    return null;
  }
}
