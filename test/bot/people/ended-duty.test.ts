import { beforeEach, expect, test } from 'vitest';
import { endDuty } from '../../../src/app/people/end-duty.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { personAt } from '../../../src/core/organisation/directory.ts';
import type { Office } from '../../support/office.ts';
import { LAN, LEADER, SECRETARY, STRANGER, sampleOffice } from '../../support/sample-office.ts';
import { pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice({ now: '2024-11-04T15:00:00+07:00' });
});

const say = async (text: string, user = LAN) => replyShown(await office.say(user, user, text));
const press = (reply: Reply, label: string) => pressed(office, LAN, reply, label);

async function end(user: string): Promise<void> {
  const { appointments, ...directory } = await office.directory();
  const person = personAt({ appointments, ...directory }, 'telegram', user);
  const held = appointments.find(({ personId }) => personId === person?.id);
  if (person === null || held === undefined) throw new Error('nobody serves there');
  await endDuty(office.dependencies, office.request(SECRETARY, SECRETARY), person.id, held);
}

const PASSED =
  'Nhiệm vụ của đồng chí tại UBND phường Điện Biên đã kết thúc sau ngày 04/11/2024; hiện nay đồng chí Nguyễn Văn Bình phụ trách.';

test('who typed into a question of a duty that ended hears that, and who has it now', async () => {
  const steps = await press(await office.say(LAN, LAN, '/viec'), '6 ');
  await press(steps, 'Vướng mắc');
  await end(LAN);
  office.moveTo('2024-11-05T08:00:00+07:00');

  const [first, second, asked] = [
    await say('Chưa có kinh phí'),
    await say('Chưa có kinh phí'),
    await say('/han'),
  ];
  const answered = replyShown(await press(steps, 'Đã hoàn thành'));

  expect([first, second, asked]).toEqual([PASSED, PASSED, PASSED]);
  expect(answered).toBe(`popup: ${PASSED}`);
  expect(await say('/toi')).toContain('Nguyễn Thị Lan');
});

test('where nobody has it, whom to turn to', async () => {
  await press(await press(await office.say(LAN, LAN, '/viec'), '6 '), 'Vướng mắc');
  await end(LAN);
  await end(LEADER);
  office.moveTo('2024-11-05T08:00:00+07:00');

  expect(await say('Chưa có kinh phí')).toContain('04/11/2024. Đề nghị liên hệ Thường trực HĐ TĐKT.');
});

test('to the end of its last day it is theirs; a stranger never had one', async () => {
  await press(await press(await office.say(LAN, LAN, '/viec'), '6 '), 'Vướng mắc');
  await end(LAN);

  expect(await say('Chưa có kinh phí')).toContain('Chưa có kinh phí');
  expect(await say('/han', STRANGER)).toContain('chưa có trong danh sách');
});
