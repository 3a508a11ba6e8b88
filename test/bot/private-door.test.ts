import { beforeEach, expect, test } from 'vitest';
import { personAt, privateChatOf } from '../../src/core/organisation/directory.ts';
import type { Office } from '../support/office.ts';
import { LAN, MEMBER, SECRETARY, sampleOffice, WARDS } from '../support/sample-office.ts';
import { replyShown } from './shown.ts';

const LINK = 'https://chat.example/bot?start=mo';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

async function closePrivateChat(user: string): Promise<void> {
  const directory = await office.directory();
  const person = personAt(directory, 'telegram', user);
  const chat = person === null ? null : privateChatOf(directory, person.id);
  if (chat === null) throw new Error('the sample has changed');
  await office.dependencies.unitOfWork.run((tx) => tx.organisation.loseChat(chat.id));
}

test('who has not opened the private chat is led there by one tap: under the answer, and from a press', async () => {
  await closePrivateChat(LAN);

  const asked = await office.say(LAN, WARDS, '/viec');
  const pressed = await office.press(LAN, WARDS, { kind: 'mine', skip: 0 });

  expect(asked.privately?.otherwise.buttons).toEqual([[{ label: 'Mở tin riêng', url: LINK }]]);
  expect(pressed.answer?.link).toBe(LINK);
});

test('what is the secretariat’s own alone and asked in a group leads there too', async () => {
  for (const command of ['/nhatky', '/moi', '/nhap', '/phatdong', '/ghiho']) {
    const [said] = (await office.say(SECRETARY, WARDS, command)).say ?? [];

    expect(said?.buttons.flat().map(({ label }) => label)).toEqual(['Mở tin riêng']);
  }
});

test('so does a press in a group on what is shown in private only', async () => {
  const staff = await office.press(SECRETARY, WARDS, { kind: 'staff' });
  const trial = await office.press(SECRETARY, WARDS, { kind: 'trial', choice: 'show' });
  const me = await office.press(LAN, WARDS, { kind: 'me', choice: 'show' });

  for (const { answer } of [staff, trial, me]) expect(answer?.link).toBe(LINK);
});

test('who may not is told so where they asked, and not led into a room to hear it there', async () => {
  for (const command of ['/canxuly', '/giaoban']) {
    const refused = await office.say(MEMBER, WARDS, command);

    expect(refused.privately).toBeUndefined();
    expect(replyShown(refused)).toContain('chỉ dành cho cán bộ');
    expect((await office.say(SECRETARY, WARDS, command)).privately).toBeDefined();
  }
});
