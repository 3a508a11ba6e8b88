import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { ZONE } from '../endurance/big-office.ts';
import type { Dependencies } from '../src/app/dependencies.ts';
import { sendLaunch } from '../src/app/launch/send-launch.ts';
import { firstStart } from '../src/app/office/first-start.ts';
import { SystemClock } from '../src/clock/system-clock.ts';
import { SystemTimer } from '../src/clock/system-timer.ts';
import { ids } from '../src/compose/office.ts';
import type { ClusterId } from '../src/core/id.ts';
import { EMPTY_CONTENT } from '../src/core/launch/launch.ts';
import { NEW_UNIT } from '../src/core/organisation/unit.ts';
import { dateOf } from '../src/core/time/local-date.ts';
import { TELEGRAM_PACE } from '../src/outbox/pacing.ts';
import { openDatabase } from '../src/storage/open-database.ts';
import { silentLogger } from '../test/support/database.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { startProcess } from '../test/support/program-process.ts';
import { realBotEnvironment } from '../test/support/real-bot.ts';
import { sampleSeed } from '../test/support/sandbox.ts';
import type { Measure } from './measure.ts';
import { openTelegram, type Telegram } from './telegram.ts';

const GROUPS = 300;
const SECRETARY = { channel: 'telegram', user: '101', chat: '101' };
/** After a broadcast its posts are looked at once more. */
const SETTLING_MS = 25_000;
const groupOf = (index: number): number => -1_002_000_000_000 - index;

/** The whole program sends one launch to so many groups, on each kind of database. */
export async function benchBroadcast(): Promise<Measure[]> {
  const home = await mkdtemp(join(tmpdir(), 'dung-han-broadcast-'));
  const postgres = await startPostgres();
  await postgres.createDatabase('broadcast');
  const { user, password, host, port } = postgres;
  try {
    return [
      await broadcastOn('SQLite', `file:${join(home, 'real.db')}`, home),
      await broadcastOn('PostgreSQL', `postgresql://${user}:${password}@${host}:${port}/broadcast`, home),
    ];
  } finally {
    await postgres.stop();
    await rm(home, { recursive: true, force: true });
  }
}

async function broadcastOn(name: string, url: string, home: string): Promise<Measure> {
  const chats = Array.from({ length: GROUPS }, (_, index) => ({
    id: groupOf(index),
    type: 'supergroup' as const,
    title: `Cụm ${index}`,
    members: [101],
  }));
  const telegram = await openTelegram({ ...sampleSeed, chats });
  const database = await openDatabase(url, { timer: new SystemTimer(), logger: silentLogger });
  const dependencies = { unitOfWork: database.unitOfWork, clock: new SystemClock(), ids };
  try {
    const admins = { channel: SECRETARY.channel, users: [SECRETARY.user] };
    await firstStart(dependencies, { kind: 'real', zone: ZONE, locale: 'vi', admins });
    const clusterIds = await foundClusters(dependencies);
    const bot = await startProcess(home, { ...realBotEnvironment(telegram), DATABASE_URL: url });
    // The first makes the program warm, as one is that has run for days.
    await sentWithin(telegram, () => launchTo(dependencies, clusterIds, 'first'));
    await after(SETTLING_MS);
    const tookMs = await sentWithin(telegram, () => launchTo(dependencies, clusterIds, 'second'));
    await bot.stop();
    const { limit, windowMs } = TELEGRAM_PACE.perChannel;
    const demandedMs = (Math.ceil(GROUPS / limit) - 1) * windowMs;
    const [took, demanded] = [tookMs, demandedMs].map((ms) => (ms / 1_000).toFixed(2));
    return {
      name: `a broadcast to ${GROUPS} groups on ${name}, beside what the limits demand`,
      result: `${took} s, ${demanded} s: ${((tookMs / demandedMs - 1) * 100).toFixed(1)} % longer`,
      aim: '≤ 3 % longer',
    };
  } finally {
    await database.close();
    await telegram.close();
  }
}

/** From the first post of what is launched to the last, in ms. */
async function sentWithin(telegram: Telegram, launch: () => Promise<void>): Promise<number> {
  const [first, last] = [1, GROUPS].map((count) => telegram.answered({ sendMessage: count }));
  await launch();
  const [from = 0, to = 0] = await Promise.all([first, last]);
  return to - from;
}

async function launchTo(
  dependencies: Dependencies,
  clusterIds: readonly ClusterId[],
  effectKey: string,
): Promise<void> {
  const content = { ...EMPTY_CONTENT, title: 'Thi đua cao điểm chào mừng ngày 30/4', urgent: true };
  const order = { ...content, clusterIds, unitIds: null, sendAt: null, approval: 'written' as const };
  const outcome = await sendLaunch(dependencies, { ...SECRETARY, effectKey }, order);
  if (outcome.kind === 'refused') throw new Error(`the launch was refused: ${outcome.code}`);
}

const foundClusters = ({ unitOfWork }: Dependencies): Promise<ClusterId[]> =>
  unitOfWork.run(async ({ organisation }) => {
    const { settings } = await organisation.directory();
    await organisation.saveSettings({ ...settings, trial: { days: 0, from: null } });
    const founded: ClusterId[] = [];
    for (let index = 0; index < GROUPS; index += 1) {
      const [clusterId, unitId, name] = [ids.next<'cluster'>(), ids.next<'unit'>(), `Cụm ${index}`];
      const always = { validFrom: null, validTo: null };
      const unit = { ...NEW_UNIT, kind: 'ward' as const, aliases: [], contact: null };
      await organisation.saveCluster({
        id: clusterId,
        code: `c${index}`,
        name,
        kind: 'administrative',
        ...always,
      });
      await organisation.saveUnit({ ...unit, id: unitId, code: `u${index}`, name: `Đơn vị ${index}` });
      await organisation.replaceMemberships(clusterId, [
        { clusterId, unitId, office: 'member', from: dateOf('2024-01-01'), to: null },
      ]);
      await organisation.saveChat({
        id: ids.next<'chat'>(),
        channel: SECRETARY.channel,
        key: String(groupOf(index)),
        kind: 'group',
        title: name,
        thread: null,
        clusterId,
        personId: null,
        locale: null,
        freeQuestions: false,
        state: 'active',
      });
      founded.push(clusterId);
    }
    return founded;
  });
