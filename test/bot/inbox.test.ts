import { expect, test } from 'vitest';
import { secretaryInbox } from '../../src/app/notices/secretary-inbox.ts';
import { dayAt } from '../../src/app/today.ts';
import { inboxMessage } from '../../src/bot/views/inbox.ts';
import { translator } from '../../src/i18n/translator.ts';
import { sampleOffice } from '../support/sample-office.ts';
import { shown } from './shown.ts';

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
