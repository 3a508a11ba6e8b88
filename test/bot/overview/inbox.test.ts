import { expect, test } from 'vitest';
import { secretaryInbox } from '../../../src/app/overview/secretary-inbox.ts';
import { askExtension } from '../../../src/app/report/ask-extension.ts';
import { decideExtension } from '../../../src/app/report/decide-extension.ts';
import { dayAt } from '../../../src/app/today.ts';
import { inboxMessage } from '../../../src/bot/views/overview/inbox.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { obligationOf } from '../../app/obligation-of.ts';
import { outcomeOf } from '../../support/rendered.ts';
import { LAN, SECRETARY, sampleOffice } from '../../support/sample-office.ts';
import { noticesOf, tickAt } from '../../support/time-passes.ts';
import { shown } from '../shown.ts';

test('an inbox says what waits for a decision, or that only others are waited for', async () => {
  const office = await sampleOffice();
  const directory = await office.directory();
  const now = office.clock.now();
  const book = await office.read.plans.book();
  const frame = { t: translator('vi'), directory, book, now, today: dayAt(now, directory) };
  const inbox = await secretaryInbox(office.read, now);
  const waiting = { ...inbox, items: [], sessions: 0, alike: 0, drafts: 0, handOvers: 2 };

  expect(shown(inboxMessage(frame, { ...waiting, drafts: 1 }))).toContain('Cần đồng chí xử lý: 1');
  const only = shown(inboxMessage(frame, waiting));
  expect(only).toContain('Không có việc chờ đồng chí quyết định');
  expect(only).toContain('bàn giao chờ xác nhận 2');
  expect(only).not.toContain(': 0');
  expect(shown(inboxMessage(frame, { ...waiting, handOvers: 0 }))).toContain('không có việc nào cần');
});

test('it is not heard once what was asked is decided, whatever else waits without anybody asking', async () => {
  const office = await sampleOffice();
  await tickAt(office, office.clock.now());
  const { id } = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  const asked = await askExtension(office.dependencies, office.request(LAN), id, {
    reason: 'Chờ số liệu',
    wantedOn: dateOf('2024-12-27'),
  });
  if (asked.kind === 'refused') throw new Error(asked.code);
  const [notice] = await noticesOf(office, 'inbox');
  if (notice === undefined) throw new Error('nothing is to be heard');
  const heard = () => outcomeOf(office, notice, { now: notice.at });

  const before = await heard();
  await decideExtension(office.dependencies, office.request(SECRETARY), asked.value.id, 'granted');
  const after = await heard();

  expect((await secretaryInbox(office.read, notice.at)).alike).toBe(1);
  expect(before).toMatchObject({ kind: 'said' });
  expect(after).toEqual({ kind: 'withheld', cause: 'empty' });
});
