import { beforeEach, describe, expect, test } from 'vitest';
import type { TaskId } from '../../../src/core/id.ts';
import type { Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import {
  HA,
  LAN,
  MEMBER,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../../support/sample-office.ts';
import { actionOf, messagesOf, pressed, replyShown, shown } from '../shown.ts';

let office: Office;
let id: TaskId;
let buttons: Record<string, ReturnType<typeof actionOf>>;

const LINE = 'Các trường gửi danh sách CSTĐ trước 16h thứ Tư 13/11';

beforeEach(async () => {
  office = await sampleOffice({ now: '2024-11-11T09:00:00+07:00' });
  const preview = await office.say(SECRETARY, SECRETARY, `/giaoviec ${LINE}`);
  await pressed(office, SECRETARY, preview, 'Gửi');
  const task = (await office.read.plans.book()).tasks.find(({ given }) => given === true);
  if (task === undefined) throw new Error('nothing was given');
  id = task.id;
  buttons = {};
  for (const { address, message } of await relayOver(office).drain()) {
    buttons[address.chat] = actionOf(message, 'Bản Zalo');
  }
});

const copied = (user: string, chat: string) => {
  const action = buttons[chat];
  if (action === undefined) throw new Error(`no copy is offered in ${chat}`);
  return office.press(user, chat, action);
};

test('the giver, a focal point and a group may each copy what they read', async () => {
  const giver = await copied(SECRETARY, SECRETARY);
  const focal = await copied(HA, HA);
  const group = await copied(HA, SCHOOLS);

  expect(replyShown(giver)).toMatchSnapshot('giver');
  expect(replyShown(focal)).toMatchSnapshot('focal point');
  expect(group.quietly === undefined ? '' : shown(group.quietly)).toMatchSnapshot('group');
  expect(replyShown(group)).toBe('line: Đã gửi vào tin riêng của đồng chí.');
});

test('whoever it does not concern gets no copy', async () => {
  const copy = { kind: 'assignment_copy', task: id } as const;

  for (const [user, chat] of [
    [LAN, LAN],
    [STRANGER, STRANGER],
    [LAN, WARDS],
  ] as const) {
    const reply = await office.press(user, chat, copy);
    expect(replyShown(reply)).toContain('popup');
    expect(reply.quietly).toBeUndefined();
  }
});

test('a task that is withdrawn is copied no more', async () => {
  await office.press(SECRETARY, SECRETARY, { kind: 'assignment_withdraw', task: id, answer: 'yes' });

  expect(replyShown(await copied(HA, SCHOOLS))).toContain('popup');
});

describe('the call list', () => {
  const callsOf = (user: string, chat = user) =>
    office.press(user, chat, { kind: 'assignment_calls', task: id });

  test('has those who have not sent it, with their numbers, and leads to recording', async () => {
    const sent = { kind: 'assignment_answer', task: id, answer: 'sent' } as const;
    const [unit = ''] = (await office.press(HA, SCHOOLS, sent)).answer?.text.split(': ') ?? [];

    const list = await callsOf(SECRETARY);
    const record = await pressed(office, SECRETARY, list, 'Ghi hộ');

    expect(replyShown(list)).toMatch(/📞 GV1\. Gửi danh sách CSTĐ · chưa gửi: \d+ đơn vị/);
    expect(replyShown(list)).not.toContain(unit);
    expect(replyShown(list)).toContain('Trường THCS Phúc Xá*\nchưa có cập nhật');
    expect(unit).toBe('Trường THCS Giảng Võ');
    expect(messagesOf(record)).toHaveLength(1);
  });

  test('is the secretariat’s, in private', async () => {
    for (const user of [HA, MEMBER, STRANGER]) {
      expect(replyShown(await callsOf(user))).toContain('popup');
    }
    expect(replyShown(await callsOf(SECRETARY, SCHOOLS))).toContain('popup');
  });
});
