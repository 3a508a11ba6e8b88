import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/app/ports/message.ts';
import { decodeAction } from '../../../src/bot/buttons/action-codec.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { textOf } from '../../support/message-text.ts';
import type { Office } from '../../support/office.ts';
import {
  APPROVER,
  DUC,
  HA,
  LAN,
  LEADER,
  MEMBER,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  TUAN,
  WARDS,
} from '../../support/sample-office.ts';

const SEES_ALL = [SECRETARY, APPROVER];
const OWN: Readonly<Record<string, string>> = {
  [LEADER]: 'UBND phường Điện Biên',
  [LAN]: 'UBND phường Điện Biên',
  [DUC]: 'UBND phường Kim Mã',
  [HA]: 'Trường THCS Giảng Võ',
  [TUAN]: 'Trường THCS Ba Đình',
};
const ASKERS = [...SEES_ALL, ...Object.keys(OWN), MEMBER, STRANGER];

/** All ways to ask how work stands, of those here, of others and of all. */
const QUESTIONS = [
  '/quahan',
  '/tiendo',
  '/han',
  '/viec',
  'Đơn vị nào chưa nộp, trễ hạn rồi bot?',
  'phường Kim Mã có quá hạn việc nào không bot',
  'bot, trường THCS Ba Đình làm đến đâu rồi',
  'tiến độ của phường Điện Biên tháng 1 ra sao bot',
  'cụm 1 tiến độ đến đâu rồi bot',
  'cụm thcs tiến độ đến đâu rồi bot',
  'Tiến độ các cụm đến đâu rồi bot',
  'So sánh tiến độ các cụm giúp anh với bot',
  'Đơn vị nào xong hết rồi bot?',
  'đơn vị nào chưa nộp mục 7 bot',
  'các phường làm đến đâu rồi bot',
  'đơn vị em làm đến đâu rồi bot',
  'tháng 1 có việc gì bot',
  'chi tiết mục 7',
  'bot làm giúp bản tổng hợp tháng 1',
];
const PRESSES = ['overdue', 'status', 'task_status'] as const;

const REASON = 'chờ ý kiến cấp uỷ';
/** Words that tell how one unit's work stands. */
const STATE = /chưa có cập nhật|đang thực hiện|vướng mắc|quá hạn \d+ ngày|đến mốc|Chưa: |\d %|Tình hình: /u;

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  const { read } = office;
  const directory = await read.organisation.directory();
  const book = await read.plans.book();
  const seven = book.tasks.find(({ no }) => no === '7');
  const ofTask = (await read.obligations.inRange('2025-01-14' as never, '2025-01-15' as never)).filter(
    ({ taskId }) => taskId === seven?.id,
  );
  const of = (name: string) => {
    const unit = directory.units.find((one) => one.name === name);
    const found = ofTask.find(({ owner }) => owner.id === unit?.id);
    if (found === undefined) throw new Error(`${name} owes nothing`);
    return found.id;
  };
  await office.press(DUC, DUC, { kind: 'done', obligation: of('UBND phường Kim Mã') });
  await office.press(LAN, LAN, { kind: 'blocked', obligation: of('UBND phường Điện Biên') });
  await office.say(LAN, LAN, REASON);
  office.moveTo('2025-01-20T08:00:00+07:00');
});

/** What the chat itself gets to see. */
const seenHere = ({ say = [], edit, privately, answer }: Reply): Message[] => [
  ...say,
  ...(edit === undefined ? [] : [edit]),
  ...(privately === undefined ? [] : [privately.notice, privately.otherwise]),
  ...(answer === undefined ? [] : [{ entries: [[answer.text]], buttons: [] }]),
];

const seenAlone = ({ privately }: Reply): Message[] => (privately === undefined ? [] : [privately.message]);
const textsOf = (messages: readonly Message[]): string => messages.map(textOf).join('\n');

/** What of the texts tells how one unit's work stands. */
const leaksIn = (messages: readonly Message[], where: string): string[] => {
  const text = textsOf(messages);
  return STATE.test(text) || text.includes(REASON) ? [`${where}: ${text}`] : [];
};

describe.each([WARDS, SCHOOLS])('in the group %s', (group) => {
  test.each(ASKERS)('%s learns of nobody’s state, whatever is asked or pressed', async (asker) => {
    const leaks: string[] = [];
    for (const question of QUESTIONS) {
      const here = seenHere(await office.say(asker, group, question));
      leaks.push(...leaksIn(here, question));
      for (const { data } of here.flatMap(dataOf)) {
        const pressed = await office.press(asker, group, data);
        leaks.push(...leaksIn(seenHere(pressed), `${question} → ${data}`));
      }
    }

    expect(leaks).toEqual([]);
  });
});

describe('in private', () => {
  test.each(Object.entries(OWN))('%s learns how %s stands, and no other unit', async (asker, own) => {
    const others = Object.values(OWN).filter((name) => name !== own);
    const tellsOfOthers = (text: string): boolean =>
      (STATE.test(text) && others.some((name) => text.includes(name))) ||
      (text.includes(REASON) && own !== 'UBND phường Điện Biên');
    const leaks: string[] = [];
    for (const where of [asker, WARDS, SCHOOLS]) {
      for (const question of QUESTIONS) {
        const reply = await office.say(asker, where, question);
        const messages = where === asker ? seenHere(reply) : seenAlone(reply);
        const texts = messages.flatMap(({ entries }) =>
          entries.map((entry) => textOf({ entries: [entry], buttons: [] })),
        );
        leaks.push(...texts.filter(tellsOfOthers).map((text) => `${question}: ${text}`));
      }
    }

    expect(leaks).toEqual([]);
  });

  test.each([MEMBER, STRANGER])('%s, who is not listed, learns nothing', async (asker) => {
    const learnt: string[] = [];
    for (const question of QUESTIONS) {
      const text = textsOf(seenHere(await office.say(asker, asker, question)));
      if (STATE.test(text) || /\d+\/\d+|Tổ chức/u.test(text)) learnt.push(`${question}: ${text}`);
    }

    expect(learnt).toEqual([]);
  });

  test.each(SEES_ALL)('%s sees who is late, and with what', async (asker) => {
    const late = textsOf(seenHere(await office.say(asker, asker, '/quahan')));
    const ward = textsOf(seenHere(await office.say(asker, asker, 'phường Điện Biên quá hạn việc gì')));

    expect(late).toMatch(/7\. Tổ chức .*\n.* · quá hạn 5 ngày\n\d+ nơi: .*UBND phường Điện Biên/u);
    expect(late).not.toContain('UBND phường Kim Mã');
    expect(ward).toContain('quá hạn 5 ngày\nUBND phường Điện Biên');
  });
});

test('the secretary who asks in a group gets the list in private; the group hears a number', async () => {
  const reply = await office.say(SECRETARY, WARDS, '/quahan');

  expect(textsOf(seenHere(reply))).toMatch(/^Cụm thi đua số 1: \d+ phần việc quá hạn/u);
  expect(textsOf(seenAlone(reply))).toContain('quá hạn 5 ngày');
});

test('a long list is turned by its buttons, there and back', async () => {
  const first = await office.say(LAN, LAN, '/phongtrao');
  const forward = seenHere(first)
    .flatMap(dataOf)
    .find(({ label }) => label.startsWith('Xem tiếp'));
  const second = await office.press(LAN, LAN, forward?.data ?? '');
  const back = seenHere(second)
    .flatMap(dataOf)
    .find(({ label }) => label.includes('Quay lại'));

  expect(second.edit).toBeDefined();
  expect(textsOf(seenHere(second))).not.toBe(textsOf(seenHere(first)));
  expect(textsOf(seenHere(await office.press(LAN, LAN, back?.data ?? '')))).toBe(textsOf(seenHere(first)));
});

test('buttons of the secretary’s lists give others only what they may see', async () => {
  const lists = await Promise.all(
    ['/quahan', '/tiendo', 'đơn vị nào chưa nộp mục 7'].map((text) => office.say(SECRETARY, SECRETARY, text)),
  );
  const buttons = lists
    .flatMap(seenHere)
    .flatMap(dataOf)
    .filter(({ data }) => PRESSES.some((kind) => decodeAction(data)?.kind === kind));
  expect(buttons.length).toBeGreaterThan(0);
  for (const { data } of buttons) {
    for (const asker of [DUC, STRANGER]) {
      expect(textsOf(seenHere(await office.press(asker, asker, data)))).not.toMatch(STATE);
    }
    expect(textsOf(seenHere(await office.press(SECRETARY, WARDS, data)))).not.toMatch(STATE);
  }
});

const dataOf = ({ buttons }: Message): { label: string; data: string }[] =>
  buttons.flat().flatMap((one) => ('data' in one ? [{ label: one.label, data: one.data }] : []));
