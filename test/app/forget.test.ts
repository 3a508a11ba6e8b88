import { expect, test } from 'vitest';
import type { StoredUpdate } from '../../src/app/ports/inbox.ts';
import { runTick } from '../../src/app/tick/run-tick.ts';
import { addMs, DAY_MS } from '../../src/core/time/instant.ts';
import { instant } from '../support/office.ts';
import { relayOver } from '../support/relay-over.ts';
import { sampleOffice } from '../support/sample-office.ts';
import { noticesOf, tickAt } from '../support/time-passes.ts';

test('once a day what was answered a week ago is forgotten, and a month ago what could not be', async () => {
  const office = await sampleOffice();
  const { unitOfWork } = office.dependencies;
  const now = instant('2024-12-20T23:59:00+07:00');
  const update = (days: number, key: string): StoredUpdate => ({
    channel: 'telegram',
    bot: 'bot',
    key,
    lane: '103',
    payload: { text: 'đã xong' },
    receivedAt: addMs(now, -days * DAY_MS),
  });
  const of = (name: string) => [6, 8, 31].map((days) => update(days, `${name} ${days}`));
  const [done, dead, pending] = [of('done'), of('dead'), of('pending')];
  await unitOfWork.run(async ({ inbox }) => {
    await inbox.store([...done, ...dead, ...pending], 'process-1');
    for (const one of done) await inbox.end(one, 'done');
    for (const one of dead) await inbox.end(one, { dead: 'Error' });
  });
  await runTick(office.dependencies, now);

  await runTick(office.dependencies, addMs(now, 12 * 3_600_000));

  const left = await unitOfWork.run(async ({ inbox }) => ({
    done: await inbox.forgetBefore(now, 'done'),
    dead: await inbox.forgetBefore(now, 'dead'),
    pending: (await inbox.takeUp('process-1', 0, 9)).map(({ payload }) => payload),
    new: await inbox.store([...done, ...dead], 'process-1'),
  }));
  expect(left).toEqual({ done: 1, dead: 2, pending: pending.map(({ payload }) => payload), new: [] });
});

test('a quarter after it was said, the words of a notice are forgotten, not that it was said', async () => {
  const office = await sampleOffice();
  await tickAt(office, office.clock.now());
  await tickAt(office, '2024-11-04T09:31:00+07:00');
  await relayOver(office).drain();
  const [digest] = await noticesOf(office, 'digest');
  if (digest === undefined) throw new Error('nothing was said');
  const words = () => office.read.notices.deliveriesOf(digest.id);

  await tickAt(office, addMs(digest.at, 89 * DAY_MS));
  const before = await words();
  await tickAt(office, addMs(digest.at, 91 * DAY_MS));

  expect(before).toHaveLength(1);
  expect(await words()).toEqual([]);
  expect(await office.read.notices.byId(digest.id)).toEqual(digest);
});
