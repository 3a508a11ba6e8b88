import { beforeEach, expect, test } from 'vitest';
import { GROUP_BOARD } from '../../../src/app/notices/living-kinds.ts';
import { reportProgress } from '../../../src/app/report/report-progress.ts';
import { deliverReply } from '../../../src/bot/deliver-reply.ts';
import { obligationOf } from '../../app/obligation-of.ts';
import type { Office } from '../../support/office.ts';
import { RecordingMessenger } from '../../support/recording-messenger.ts';
import { LAN, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { actionOf, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

/** As the relay does once it has been asked for. */
async function post(key: string): Promise<void> {
  await office.dependencies.unitOfWork.run(async ({ living }) => {
    const board = await living.claim({ holder: 'relay', nowMs: 1, leaseUntilMs: 9 });
    if (board?.kind !== GROUP_BOARD) throw new Error('no board is to be posted');
    await living.shown(board.id, 'relay', { shown: board.wanted, messageKey: key, shownAs: null });
  });
}

const pin = { kind: 'board_pin' } as const;

test('the board of a group is pinned by whoever had it put there', async () => {
  const kept = await office.say(SECRETARY, WARDS, '/bang');
  await post('m7');

  const pinned = await office.press(SECRETARY, WARDS, actionOf(kept, 'Ghim'));

  expect(pinned.effects).toEqual([{ kind: 'pin', message: 'm7' }]);
  expect(replyShown(pinned)).toBe('in place:\nBảng của nhóm đã được ghim và được giữ cập nhật.');
});

test('before it is posted, or where none is kept, it is said so', async () => {
  expect(replyShown(await office.press(SECRETARY, WARDS, pin))).toContain('Bảng đang được đăng');
  await office.say(SECRETARY, WARDS, '/bang');

  expect(replyShown(await office.press(SECRETARY, WARDS, pin))).toContain('Bảng đang được đăng');
});

test('only the secretariat pins', async () => {
  await office.say(SECRETARY, WARDS, '/bang');
  await post('m7');

  const pressed = await office.press(LAN, WARDS, pin);

  expect(pressed.effects).toBeUndefined();
  expect(replyShown(pressed)).toContain('popup: Chức năng này chỉ dành cho cán bộ');
});

test.each([
  ['rights', 'Bot chưa có quyền ghim'],
  ['failed', 'Chưa ghim được'],
] as const)(
  'where the channel does not take it (%s), it is said how to go on, and nothing changes',
  async (outcome, text) => {
    await office.say(SECRETARY, WARDS, '/bang');
    await post('m7');
    const messenger = new RecordingMessenger({ channel: 'telegram' });
    messenger.effectOutcome = outcome;
    const content = { kind: 'press', data: '1hp', press: 'p1', message: 'm8' } as const;

    const reply = await office.press(SECRETARY, WARDS, pin);
    await deliverReply(office.dependencies, messenger, office.incoming(SECRETARY, WARDS, content), reply);

    expect(messenger.pressAnswers).toMatchObject([{ answer: { popup: true } }]);
    expect(messenger.pressAnswers[0]?.answer?.text).toContain(text);
    expect(messenger.pressAnswers[0]?.answer?.text.length).toBeLessThanOrEqual(200);
    expect(messenger.requests).toEqual([]);
  },
);

test('in a group it counts the cluster’s own work, and calls nobody late or blocked', async () => {
  const own = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  await reportProgress(office.dependencies, office.request(LAN), own.id, { kind: 'blocked', reason: 'x' });
  office.moveTo('2024-12-23T09:00:00+07:00');

  const group = replyShown(await office.say(LAN, WARDS, '/bang'));
  const secretary = replyShown(await office.say(SECRETARY, SECRETARY, '/bang'));

  expect(group).toContain('6. Tổ chức tổng kết');
  expect(group).toMatch(/▁ 0\/1$/m);
  expect(group).not.toMatch(/quá hạn|vướng mắc|10\. /);
  expect(secretary).toMatch(/quá hạn 1 · vướng mắc 1/);
});
