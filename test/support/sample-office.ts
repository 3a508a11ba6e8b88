import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
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

type Content = 'sample' | 'empty';

const prepared = new Map<Content, Promise<string>>();

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

/** Each test gets a copy of a database made once a test file, which takes a fraction of making it. */
async function cloned(content: Content, options: OfficeOptions): Promise<Office> {
  const office = await openOffice(content, options);
  onTestFinished(() => office.close());
  return office;
}

/** Closed by whoever opens it. */
export async function openOffice(
  content: Content,
  { now = SAMPLE_NOW, setUpCode }: OfficeOptions = {},
): Promise<Office> {
  const known = prepared.get(content) ?? prepare(content);
  prepared.set(content, known);
  const folder = await mkdtemp(join(tmpdir(), 'dung-han-office-'));
  const file = join(folder, 'office.db');
  await copyFile(await known, file);
  const database = await open(file);
  return new Office({
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
}

/** The file of a database with this in it. */
async function prepare(content: Content): Promise<string> {
  const file = join(inject('runFolder'), `${content}-${process.pid}.db`);
  const database = await open(file);
  const clock = new FixedClock(instant(SAMPLE_NOW));
  const dependencies = { unitOfWork: database.unitOfWork, clock, ids: new CountingIds(1) };
  const admins = { channel: 'telegram', users: [] };
  await firstStart(dependencies, { kind: 'sandbox', zone: ZONE, locale: 'vi', admins });
  if (content === 'sample') await seedSample(dependencies, await readWorldSeed());
  await database.close();
  return file;
}

const open = (file: string) =>
  openDatabase(`file:${file}`, { timer: new SystemTimer(), logger: silentLogger, durable: false });
