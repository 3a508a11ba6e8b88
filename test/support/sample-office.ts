import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { firstStart } from '../../src/app/office/first-start.ts';
import type { SetUpCode } from '../../src/bot/set-up-code.ts';
import { SystemTimer } from '../../src/clock/system-timer.ts';
import { readWorldSeed, seedSample } from '../../src/compose/sample-world.ts';
import type { Zone } from '../../src/core/time/instant.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { CountingIds } from './counting-ids.ts';
import { silentLogger } from './database.ts';
import { FixedClock } from './fixed-clock.ts';
import { instant, Office } from './office.ts';

/** Monday, five minutes before the office opens. */
const SAMPLE_NOW = '2024-11-04T07:55:00+07:00';

/** The sample's people and groups by their ids at the channel. */
export const SECRETARY = '101';
export const LEADER = '102';
export const LAN = '103';
export const DUC = '104';
export const HA = '105';
export const TUAN = '106';
export const MEMBER = '107';
export const STRANGER = '108';
export const APPROVER = '109';
export const WARDS = '-1001000000001';
export const SCHOOLS = '-2002';

const ZONE = 'Asia/Ho_Chi_Minh' as Zone;
const opened: Office[] = [];

afterEach(async () => {
  for (const office of opened.splice(0)) await office.close();
});

const prepared = new Map<string, Promise<Prepared>>();

afterAll(async () => {
  for (const template of prepared.values())
    await rm((await template).folder, { recursive: true, force: true });
  prepared.clear();
});

interface OfficeOptions {
  readonly now?: string;
  readonly setUpCode?: SetUpCode;
}

/**
 * The sample organisation, people, groups and plan as the sandbox begins with them on 4 November 2024; closed after the
 * test.
 */
export const sampleOffice = (options: OfficeOptions = {}): Promise<Office> => cloned('sample', options);

/** A database prepared for work, with nothing in it. */
export const emptyOffice = (options: OfficeOptions = {}): Promise<Office> => cloned('empty', options);

interface Prepared {
  readonly folder: string;
  readonly file: string;
}

/** Each test gets a copy of a database made once a test file, which takes a fraction of making it. */
async function cloned(
  content: 'sample' | 'empty',
  { now = SAMPLE_NOW, setUpCode }: OfficeOptions,
): Promise<Office> {
  const known = prepared.get(content) ?? prepare(content);
  prepared.set(content, known);
  const folder = await newFolder();
  const file = join(folder, 'office.db');
  await copyFile((await known).file, file);
  const database = await open(file);
  const office = new Office({
    database,
    now: instant(now),
    ids: new CountingIds(2),
    channel: 'telegram',
    setUpCode: setUpCode ?? null,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
  opened.push(office);
  return office;
}

async function prepare(content: 'sample' | 'empty'): Promise<Prepared> {
  const folder = await newFolder();
  const file = join(folder, 'office.db');
  const database = await open(file);
  const clock = new FixedClock(instant(SAMPLE_NOW));
  const dependencies = { unitOfWork: database.unitOfWork, clock, ids: new CountingIds(1) };
  const admins = { channel: 'telegram', users: [] };
  await firstStart(dependencies, { kind: 'sandbox', zone: ZONE, locale: 'vi', admins });
  if (content === 'sample') await seedSample(dependencies, await readWorldSeed());
  await database.close();
  return { folder, file };
}

const newFolder = () => mkdtemp(join(tmpdir(), 'dung-han-office-'));

const open = (file: string) =>
  openDatabase(`file:${file}`, { timer: new SystemTimer(), logger: silentLogger });
