import { beforeEach, expect, test } from 'vitest';
import { ASSIGNMENT_PANEL, LAUNCH_PANEL } from '../../src/app/notices/living-kinds.ts';
import type { Message } from '../../src/app/ports/message.ts';
import { launched } from '../support/launch.ts';
import type { Office } from '../support/office.ts';
import { livingNow } from '../support/rendered.ts';
import { SECRETARY, sampleOffice } from '../support/sample-office.ts';
import { pressed } from './shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice({ now: '2024-11-11T09:00:00+07:00' });
});

/** The secretary's panel of that subject as it stands. */
async function panelOf(kind: string, subject: string): Promise<Message> {
  const { chats } = await office.directory();
  const chatId = chats.find(({ key }) => key === SECRETARY)?.id;
  const panel = chatId === undefined ? null : await livingNow(office, { kind, subject, chatId });
  if (panel === null) throw new Error(`no ${kind}`);
  return panel;
}

/** By label, the presses after which something else stands in the place of the panel. */
async function replacing(panel: Message): Promise<string[]> {
  const labels = panel.buttons.flat().map(({ label }) => label);
  expect(labels.length).toBeGreaterThan(4);
  const those: string[] = [];
  for (const label of labels) {
    const reply = await pressed(office, SECRETARY, panel, label);
    if (reply.edit !== undefined) those.push(label);
  }
  return those;
}

test('nothing that is pressed under the panel of a launch takes its place', async () => {
  const { id } = await launched(office, { asksRegistration: true });

  expect(await replacing(await panelOf(LAUNCH_PANEL, id))).toEqual([]);
});

test('nor under that of a task of the day', async () => {
  const line = 'Các trường gửi danh sách CSTĐ trước 16h thứ Tư 13/11';
  await pressed(office, SECRETARY, await office.say(SECRETARY, SECRETARY, `/giaoviec ${line}`), 'Gửi');
  const given = (await office.read.plans.book()).tasks.find((task) => task.given === true);

  expect(await replacing(await panelOf(ASSIGNMENT_PANEL, given?.id ?? ''))).toEqual([]);
});
