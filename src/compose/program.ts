import { nextDueAfter } from '../app/tick/next-due.ts';
import type { Config } from '../config/config.ts';
import type { Route } from '../http/route.ts';
import { startHttpServer } from '../http/server.ts';
import { createHealth } from '../observability/health.ts';
import { createMetrics } from '../observability/metrics.ts';
import { Gate } from '../outbox/gate.ts';
import { TELEGRAM_PACE } from '../outbox/pacing.ts';
import { openFirstSecretary } from './first-secretary.ts';
import { type Ground, processNames } from './ground.ts';
import { openOffice } from './office.ts';
import { openWorld } from './open-world.ts';
import { probes } from './probes.ts';
import { createReceiving } from './receiving.ts';
import { createSending } from './sending.ts';
import { createTicking } from './ticking.ts';
import type { WorldParts } from './world.ts';

export interface Program {
  /** Where the chat page or the probes are. */
  readonly url: string;
  readonly mode: Config['mode'];
  /** Rejects when the program can no longer do its work: the token was refused. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** Tells how to end what has just begun. */
type AtEnd = (end: () => Promise<void>) => void;

/**
 * Builds the whole program by hand and starts it; it ends in the opposite order. Throws what the parts throw at
 * start: ListenError, DatabaseError, OtherKindOfDatabase.
 */
export async function startProgram(config: Config, tools: WorldParts): Promise<Program> {
  const ends: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
  };
  try {
    return { ...(await begin(config, tools, (end) => ends.push(end))), mode: config.mode, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function begin(
  config: Config,
  { logger, timer }: WorldParts,
  atEnd: AtEnd,
): Promise<Pick<Program, 'url' | 'failed'>> {
  // The address comes first: where it is taken, nothing has been made yet.
  const routes: Route[] = [];
  const http = await startHttpServer({ host: config.host, port: config.port, routes, logger, timer });
  atEnd(() => http.close());

  // What lies outside: Telegram, or a sandbox that is met at this very address.
  const world = await openWorld(config, http.url, { logger, timer });
  atEnd(() => world.close());
  routes.push(world.route);

  // What is known: the database, brought up to date.
  let wake = (): void => undefined;
  const office = await openOffice(config, world.kind, {
    clock: world.clock,
    timer,
    logger,
    alone: true,
    onPlanned: () => wake(),
  });
  atEnd(() => office.database.close());
  await world.begin(office);

  // What comes in, what goes out, and what time brings.
  const names = processNames(config);
  const ground: Ground = {
    ...office,
    ...names,
    config,
    logger,
    timer,
    health: createHealth(timer),
    metrics: createMetrics(),
  };
  const firstSecretary = await openFirstSecretary(office.dependencies, logger);
  const gate = new Gate({
    timer,
    logger,
    limits: TELEGRAM_PACE,
    random: Math.random,
    log: office.database.pace,
  });
  const { channel, messenger, reception, keepMenus } = createReceiving(
    ground,
    world.telegram,
    gate,
    firstSecretary,
  );
  const sending = createSending(ground, [messenger], gate);
  const scheduler = createTicking(ground, () => {
    sending.wake();
    keepMenus();
  });
  // What is planned before this is found by the relays themselves when they start.
  wake = () => sending.wake();
  routes.push(...probes(ground));

  // It lives: what the last run left is taken up, then everything new.
  await office.dependencies.unitOfWork.run(async (tx) => {
    await tx.notices.releaseHeldBy(`${names.instance}/`);
    await tx.living.releaseHeldBy(`${names.instance}/`);
  });
  await reception.resume();
  if (channel.route !== null) routes.push(channel.route);
  atEnd(async () => channel.close());
  atEnd(() => sending.stop());
  atEnd(() => reception.stop());
  atEnd(() => channel.stop());
  const failed = channel.run().then(() => new Promise<never>(() => undefined));
  // It may fail before anybody listens.
  failed.catch(() => undefined);
  sending.start();
  scheduler.start();
  atEnd(() => scheduler.stop());
  world.follow(async (at) => {
    await reception.idle();
    await scheduler.tickAt(at);
    await sending.drain();
    return nextDueAfter(office.dependencies.unitOfWork.read, at);
  });
  return { url: http.url, failed };
}
