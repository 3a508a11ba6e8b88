import { expect, test } from 'vitest';
import { firstStart } from '../../../src/app/office/first-start.ts';
import type { Message } from '../../../src/app/ports/message.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { Zone } from '../../../src/core/time/instant.ts';
import { emptyOffice } from '../../support/sample-office.ts';
import { messagesOf, pressed, replyShown } from '../shown.ts';

const [ONE, OTHER] = ['5012345678', '5087654321'] as const;

test('two secretaries without names are told apart where one is chosen, never by a messenger’s name', async () => {
  const office = await emptyOffice();
  await firstStart(office.dependencies, {
    kind: null,
    zone: 'Asia/Ho_Chi_Minh' as Zone,
    locale: 'vi',
    admins: { channel: 'telegram', users: [ONE, OTHER] },
  });
  const press = (reply: Reply | Message, label: string) => pressed(office, ONE, reply, label);

  const staff = await office.press(ONE, ONE, { kind: 'staff_office' });
  const [page] = messagesOf(staff);
  if (page === undefined) throw new Error('no page');
  const card = await press(page, '(chưa khai tên, 5087654321)');
  const leaves = await press(card, 'Thôi nhiệm vụ');
  const audit = await office.press(ONE, ONE, { kind: 'audit_choose', what: 'people', skip: 0 });

  for (const user of [ONE, OTHER]) {
    expect(replyShown(staff)).toContain(`• cán bộ thường trực: (chưa khai tên, ${user})`);
    expect(replyShown(staff)).toContain(`[(chưa khai tên, ${user})]`);
    expect(replyShown(audit)).toContain(`[(chưa khai tên, ${user})]`);
  }
  expect(replyShown(card)).toContain('(chưa khai tên, 5087654321)');
  expect(replyShown(leaves)).toContain('(chưa khai tên, 5087654321)');
});
