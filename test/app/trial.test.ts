import { expect, test } from 'vitest';
import { claimSetUp } from '../../src/app/office/claim-set-up.ts';
import { firstStart } from '../../src/app/office/first-start.ts';
import { importOrganisation } from '../../src/app/organisation/import-organisation.ts';
import { isTrialOn, trialUntil } from '../../src/core/organisation/trial.ts';
import { parseZone } from '../../src/core/time/instant.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { CountingIds } from '../support/counting-ids.ts';
import { temporaryDatabase } from '../support/database.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { instant } from '../support/office.ts';

const ZONE = parseZone('Asia/Ho_Chi_Minh');

async function started(kind: 'real' | 'sandbox') {
  if (ZONE === null) throw new Error('no such zone');
  const temporary = await temporaryDatabase();
  const clock = new FixedClock(instant('2024-11-04T09:00:00+07:00'));
  const dependencies = { unitOfWork: temporary.database.unitOfWork, clock, ids: new CountingIds(1) };
  const start = () =>
    firstStart(dependencies, { kind, zone: ZONE, locale: 'vi', admins: { channel: 'telegram', users: [] } });
  await start();
  const trial = async () => (await dependencies.unitOfWork.read.organisation.directory()).settings.trial;
  return { dependencies, clock, start, trial, close: temporary.close };
}

test('a real office begins on trial, and the sandbox does not', async () => {
  const real = await started('real');
  const sandbox = await started('sandbox');

  expect(await real.trial()).toEqual({ days: 7, from: dateOf('2024-11-04') });
  expect(await sandbox.trial()).toEqual({ days: 7, from: null });
  await real.close();
  await sandbox.close();
});

test('its seven days run from the set-up and the first import, not from a later start or import', async () => {
  const { dependencies, clock, start, trial, close } = await started('real');
  const reading = {
    clusters: [],
    units: [{ code: 'U1', name: 'Phòng A', aliases: [], kind: 'office', membership: null, contact: null }],
  };
  clock.moveTo(instant('2024-11-06T09:00:00+07:00'));
  await start();
  const restarted = (await trial()).from;
  await claimSetUp(dependencies, { channel: 'telegram', user: '1', chat: '1', effectKey: 'k' });
  const claimed = (await trial()).from;
  clock.moveTo(instant('2024-11-08T09:00:00+07:00'));
  await importOrganisation(dependencies, reading);
  const imported = (await trial()).from;
  clock.moveTo(instant('2024-11-20T09:00:00+07:00'));
  await importOrganisation(dependencies, reading);

  expect([restarted, claimed, imported]).toEqual(['2024-11-04', '2024-11-06', '2024-11-08']);
  expect((await trial()).from).toBe('2024-11-08');
  await close();
});

test('whoever has no chat with the bot yet is not told that it began, but when it has ended', async () => {
  const { dependencies, close } = await started('real');

  await claimSetUp(dependencies, { channel: 'telegram', user: '1', chat: '1', effectKey: 'k' });

  const from = instant('2024-11-04T00:00:00+07:00');
  const to = instant('2025-01-01T00:00:00+07:00');
  const planned = await dependencies.unitOfWork.read.notices.list({ states: ['planned'], from, to });
  expect(planned.map(({ kind, at }) => [kind, new Date(at).toISOString()])).toEqual([
    ['trial', '2024-11-12T01:00:00.000Z'],
  ]);
  await close();
});

test('a trial runs to the end of its last day', () => {
  const trial = { days: 7, from: dateOf('2024-11-04') };

  expect(trialUntil(trial)).toBe('2024-11-11');
  expect([isTrialOn(trial, dateOf('2024-11-11')), isTrialOn(trial, dateOf('2024-11-12'))]).toEqual([
    true,
    false,
  ]);
  expect(isTrialOn({ ...trial, days: 0 }, dateOf('2024-11-04'))).toBe(false);
  expect(isTrialOn({ ...trial, from: null }, dateOf('2024-11-04'))).toBe(false);
});
