import { beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '../../src/bot/buttons/action.ts';
import { encodeAction } from '../../src/bot/buttons/action-codec.ts';
import type { Id, ObligationId } from '../../src/core/id.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { obligationOf } from '../app/obligation-of.ts';
import type { Office } from '../support/office.ts';
import {
  DUC,
  HA,
  LAN,
  LEADER,
  MEMBER,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../support/sample-office.ts';
import { messagesOf, pressed, replyShown } from './shown.ts';

let office: Office;
let id: ObligationId;

beforeEach(async () => {
  office = await sampleOffice();
  ({ id } = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' }));
});

const stored = () => office.read.obligations.byId(id);
const dayOf = (text: string) => dateOf(text);

describe('a report by buttons', () => {
  test('from one’s own list to the step to the record, always in the same message', async () => {
    const mine = await office.say(LAN, LAN, '/viec');
    const steps = await pressed(office, LAN, mine, '6 · Cập nhật');
    const recorded = await pressed(office, LAN, steps, 'Có kế hoạch');

    expect(replyShown(steps)).toMatchSnapshot('steps');
    expect(replyShown(recorded)).toMatchSnapshot('recorded');
    expect(await stored()).toMatchObject({ state: 'in_progress', step: 'planned', percent: 25 });
  });

  test('is corrected through the record', async () => {
    const recorded = await office.press(LAN, LAN, { kind: 'done', obligation: id });
    const steps = await pressed(office, LAN, recorded, 'Sửa lại');
    await pressed(office, LAN, steps, 'Đã tổ chức');

    expect(await stored()).toMatchObject({ state: 'in_progress', step: 'held', percent: 75, doneOn: null });
  });

  test('pressed a second time says since when it stands, and changes nothing', async () => {
    await office.press(LAN, LAN, { kind: 'done', obligation: id });
    office.moveTo('2024-11-04T08:31:00+07:00');

    const second = await office.press(LEADER, LEADER, { kind: 'done', obligation: id });

    expect(second.answer?.popup).toBe(true);
    expect(second.answer?.text).toContain('đã được ghi nhận lúc 07:55, 04/11');
    expect(await office.read.reports.of(id)).toHaveLength(1);
  });

  test('taken again after a death answers as the first time', async () => {
    const told = { effectKey: 'update-1' };
    const first = await office.press(LAN, LAN, { kind: 'percent', obligation: id, percent: 25 }, told);

    const again = await office.press(
      LAN,
      LAN,
      { kind: 'percent', obligation: id, percent: 25 },
      { ...told, again: true },
    );

    expect(again.say).toEqual(first.say);
    expect(await office.read.reports.of(id)).toHaveLength(1);
  });

  test('is late from the day after the day named', async () => {
    office.moveTo('2024-12-20T23:00:00+07:00');
    expect(replyShown(await office.press(LAN, LAN, { kind: 'done', obligation: id }))).toContain(
      '· đúng hạn',
    );
    await office.press(LAN, LAN, { kind: 'percent', obligation: id, percent: 75 });
    office.moveTo('2024-12-21T00:00:00+07:00');

    expect(replyShown(await office.press(LAN, LAN, { kind: 'done', obligation: id }))).toContain('· sau mốc');
  });
});

describe('the wrong person', () => {
  const presses: readonly [string, (id: ObligationId) => Action][] = [
    ['steps', (obligation) => ({ kind: 'steps', obligation })],
    ['done', (obligation) => ({ kind: 'done', obligation })],
    ['percent', (obligation) => ({ kind: 'percent', obligation, percent: 50 })],
    ['blocked', (obligation) => ({ kind: 'blocked', obligation })],
    ['step', (obligation) => ({ kind: 'step', obligation, step: 'held' })],
    ['schedule', (obligation) => ({ kind: 'step', obligation, step: 'scheduled' })],
    ['extend', (obligation) => ({ kind: 'extend', obligation })],
    ['evidence', (obligation) => ({ kind: 'evidence', obligation })],
  ];

  describe.each(presses)('pressing %s', (_, press) => {
    test.each([STRANGER, MEMBER, DUC, HA])('%s gets a popup that names whose it is', async (user) => {
      for (const chat of [user, WARDS]) {
        const reply = await office.press(user, chat, press(id));

        expect(reply).toEqual({
          answer: { text: expect.stringContaining('dành cho đầu mối Cụm thi đua số 1'), popup: true },
        });
      }
      expect(await stored()).toMatchObject({ state: 'not_started' });
    });
  });

  test('who confirms another unit’s people gets a popup that names the unit', async () => {
    const { units } = await office.directory();
    const other = units.find(({ name }) => name === 'UBND phường Điện Biên');
    if (other === undefined) throw new Error('the unit is not in the sample');

    const reply = await office.press(DUC, DUC, { kind: 'contacts', unit: other.id, answer: 'same' });

    expect(reply).toEqual({
      answer: { text: expect.stringContaining('dành cho đầu mối UBND phường Điện Biên'), popup: true },
    });
  });
});

describe('a button that does not hold', () => {
  const gone = '0192f0c4-0000-7000-8000-000000000000' as Id<never>;

  test.each([
    ['of another version', '2h'],
    ['forged', '1f.<b>&'],
    ['cut', encodeAction({ kind: 'done', obligation: gone }).slice(0, 12)],
    ['of a step that is not offered', encodeAction({ kind: 'percent', obligation: gone, percent: 99 })],
    ['empty', ''],
    [
      'of ten thousand years',
      encodeAction({ kind: 'due', from: dayOf('0001-01-01'), to: dayOf('9999-12-31'), skip: 0 }),
    ],
    [
      'at the beginning of time',
      encodeAction({ kind: 'due', from: dayOf('0001-01-01'), to: dayOf('0001-01-31'), skip: 0 }),
    ],
    [
      'of days the wrong way round',
      encodeAction({ kind: 'due', from: dayOf('2024-12-31'), to: dayOf('2024-12-01'), skip: 0 }),
    ],
  ])('%s is answered kindly', async (_, data) => {
    const reply = await office.press(LAN, LAN, data);

    expect(reply).toEqual({
      answer: { text: expect.stringContaining('Nút này không còn dùng được'), popup: true },
    });
  });

  test.each([
    ['a task', { kind: 'task', task: gone }, 'Chưa có thông tin về nội dung này'],
    ['an obligation', { kind: 'done', obligation: gone }, 'không còn trong danh sách'],
    ['the steps of one', { kind: 'steps', obligation: gone }, 'không còn trong danh sách'],
    ['a launch', { kind: 'acknowledge', launch: gone }, 'phát động này không còn trên hệ thống'],
    ['a dialogue', { kind: 'dialogue', choice: 'send' }, 'đã kết thúc hoặc hết hạn'],
  ] as const)('for %s that is gone says so', async (_, action, text) => {
    expect(replyShown(await office.press(LAN, LAN, action))).toContain(text);
  });

  test('to a page beyond the list shows the list from its beginning', async () => {
    const due = { kind: 'due', from: dayOf('2024-12-01'), to: dayOf('2024-12-31'), skip: 0 } as const;

    expect(await office.press(LAN, WARDS, { ...due, skip: 99_999 })).toEqual(
      await office.press(LAN, WARDS, due),
    );
    expect(await office.press(LAN, LAN, { kind: 'mine', skip: 99_999 })).toEqual(
      await office.press(LAN, LAN, { kind: 'mine', skip: 0 }),
    );
  });

  test('for something confirmed meanwhile says that it is closed', async () => {
    const one = await stored();
    if (one !== null) {
      await office.dependencies.unitOfWork.run((tx) => tx.obligations.save({ ...one, state: 'confirmed' }));
    }

    const reply = await office.press(LAN, LAN, { kind: 'done', obligation: id });

    expect(reply.answer?.text).toContain('đã được xác nhận hoặc đã rút');
  });
});

describe('a reason why work is blocked', () => {
  const ask = () => office.press(LAN, LAN, { kind: 'blocked', obligation: id });

  test('is asked for, recorded, and shown to the unit', async () => {
    const question = await ask();
    const reply = await office.say(LAN, LAN, 'Chưa có kinh phí <b>&</b> 🌸');

    expect(replyShown(question)).toMatchSnapshot('question');
    expect(replyShown(reply)).toMatchSnapshot('recorded');
    expect(await stored()).toMatchObject({ state: 'blocked', reason: 'Chưa có kinh phí <b>&</b> 🌸' });
  });

  test('may be cancelled: nothing is recorded and the question goes', async () => {
    const question = await ask();

    const reply = await pressed(office, LAN, question, 'Huỷ');

    expect(replyShown(reply)).toBe('in place:\nĐã huỷ. Chưa có gì được ghi nhận.');
    expect(replyShown(await office.say(LAN, LAN, 'Chưa có kinh phí'))).toContain('chưa hiểu');
    expect(await stored()).toMatchObject({ state: 'not_started' });
  });

  test('is not cancelled by a button of another form', async () => {
    await ask();

    await office.press(LAN, LAN, { kind: 'dialogue', choice: 'send' });
    await office.say(LAN, LAN, 'Chưa có kinh phí');

    expect(await stored()).toMatchObject({ state: 'blocked', reason: 'Chưa có kinh phí' });
  });

  test('wants words: a photo, nothing, or too many of them change nothing and the question stays', async () => {
    await ask();
    const photo = { kind: 'other', addressed: true } as const;

    expect(replyShown(await office.tell(LAN, LAN, photo))).toContain('bằng chữ');
    expect(replyShown(await office.say(LAN, LAN, '  '))).toContain('bằng chữ');
    expect(replyShown(await office.say(LAN, LAN, '🌸'.repeat(501)))).toContain('500 ký tự');
    expect(await stored()).toMatchObject({ state: 'not_started' });

    await office.say(LAN, LAN, '🌸'.repeat(500));
    expect(await stored()).toMatchObject({ state: 'blocked' });
  });

  test('given by an update that is taken again is answered the same way', async () => {
    await ask();
    const first = await office.say(LAN, LAN, 'Chưa có kinh phí', { effectKey: 'update-1' });

    const again = await office.say(LAN, LAN, 'Chưa có kinh phí', { effectKey: 'update-1', again: true });

    expect(again.say).toEqual(first.say);
    expect(await office.read.reports.of(id)).toHaveLength(1);
  });

  test('is not waited for longer than a day', async () => {
    await ask();
    office.clock.advance(86_400_000);

    expect(replyShown(await office.say(LAN, LAN, 'Chưa có kinh phí'))).toContain('chưa hiểu');
    expect(await stored()).toMatchObject({ state: 'not_started' });
  });

  test('is not taken from what somebody else writes, nor in another chat', async () => {
    await ask();

    await office.say(DUC, DUC, 'Chưa có kinh phí');
    await office.say(LAN, WARDS, 'Chưa có kinh phí');

    expect(await stored()).toMatchObject({ state: 'not_started' });
  });

  test('leaves room for a command in between', async () => {
    await ask();

    expect(replyShown(await office.say(LAN, LAN, '/han thang 12'))).toContain('Tháng 12/2024');
    await office.say(LAN, LAN, 'Chưa có kinh phí');

    expect(await stored()).toMatchObject({ state: 'blocked' });
  });
});

test('the secretary reaches what the standing agency itself owes, and may report on everything', async () => {
  const mine = await office.say(SECRETARY, SECRETARY, '/viec');
  const reply = await office.press(SECRETARY, SECRETARY, { kind: 'done', obligation: id });

  expect(replyShown(mine)).toContain('Phòng Nội vụ · 04/11/2024');
  expect(reply.edit).toBeDefined();
});

test('whatever is pressed, no button leads nowhere: every offered action is answered', async () => {
  const seen = new Set<string>();
  const open = [
    await office.say(LAN, LAN, '/start'),
    await office.say(LAN, LAN, '/viec'),
    await office.say(LAN, LAN, '/han'),
  ];
  for (let reply = open.pop(); reply !== undefined && seen.size < 60; reply = open.pop()) {
    for (const button of messagesOf(reply).flatMap(({ buttons }) => buttons.flat())) {
      if (!('data' in button) || seen.has(button.data)) continue;
      seen.add(button.data);
      const next = await office.press(LAN, LAN, button.data);
      expect(replyShown(next)).not.toBe('');
      expect(next.answer?.text ?? '').not.toContain('không còn dùng được');
      open.push(next);
    }
  }
  expect(seen.size).toBeGreaterThan(20);
});
