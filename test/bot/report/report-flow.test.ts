import { beforeEach, describe, expect, test } from 'vitest';
import type { ReportId } from '../../../src/app/ports/report-repository.ts';
import { handleTask } from '../../../src/app/report/handle-task.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { ObligationId, TaskId } from '../../../src/core/id.ts';
import { obligationOf } from '../../app/obligation-of.ts';
import type { Office } from '../../support/office.ts';
import { livingNow } from '../../support/rendered.ts';
import {
  DUC,
  LAN,
  LEADER,
  MEMBER,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../../support/sample-office.ts';
import { actionOf, pressed, replyShown, shown } from '../shown.ts';

let office: Office;
let id: ObligationId;
let taskId: TaskId;

beforeEach(async () => {
  office = await sampleOffice();
  ({ id, taskId } = await obligationOf(office, {
    task: '6',
    owner: 'Cụm thi đua số 1',
    dueOn: '2024-12-19',
  }));
});

const press = (user: string, reply: Reply, label: string, told = {}) =>
  pressed(office, user, reply, label, told);

const stored = () => office.read.obligations.byId(id);
const stepsOf = (user: string) => office.press(user, user, { kind: 'steps', obligation: id });
const wants = (change: Parameters<typeof handleTask>[3]) =>
  handleTask(office.dependencies, office.request(SECRETARY), taskId, change);

describe('a conference', () => {
  test('is fixed for a day, an hour and a place, and silences its reminders until it is over', async () => {
    await press(LAN, await stepsOf(LAN), 'Đã chốt lịch');
    await office.say(LAN, LAN, '8h30 12/12');
    const chair = await office.say(LAN, LAN, 'Hội trường UBND phường');
    const recorded = await press(LAN, chair, 'Bỏ qua');

    expect(replyShown(recorded)).toContain('đã chốt lịch: 08:30, Thứ Năm 12/12/2024, Hội trường UBND phường');
    expect(await stored()).toMatchObject({
      step: 'scheduled',
      percent: 50,
      nextStageOn: '2024-12-13',
      meeting: { on: '2024-12-12', minute: 510, place: 'Hội trường UBND phường', chair: '' },
    });
  });

  test('of no readable day is asked for again, and nothing is recorded', async () => {
    await press(LAN, await stepsOf(LAN), 'Đã chốt lịch');

    for (const text of ['tuần sau', '31/02', '25h 12/12', '12/12/2020']) {
      expect(replyShown(await office.say(LAN, LAN, text))).toContain('Chưa đọc được');
    }
    expect(await stored()).toMatchObject({ state: 'not_started', meeting: null });
  });

  test('that is held goes on to be reported done', async () => {
    await press(LAN, await stepsOf(LAN), 'Đã tổ chức');

    expect(replyShown(await stepsOf(LAN))).toContain('✔ Đã tổ chức');
    expect(await stored()).toMatchObject({ step: 'held', percent: 75 });
  });

  test('may be a matter of documents or of percent, as the secretary chooses', async () => {
    const detail = await office.press(SECRETARY, SECRETARY, { kind: 'task', task: taskId });
    const handling = await press(SECRETARY, detail, 'Cách cập nhật');
    await press(SECRETARY, handling, 'Văn bản');

    expect(replyShown(await stepsOf(LAN))).toContain('[Đang dự thảo] [Đã trình ký] [Đã ban hành]');
    const old = await office.press(LAN, LAN, { kind: 'step', obligation: id, step: 'held' });
    expect(old.answer?.text).toContain('đã thay đổi');
    expect(await stored()).toMatchObject({ state: 'not_started' });
  });

  test('is not handled otherwise by anybody but the secretariat', async () => {
    for (const user of [LAN, LEADER, STRANGER]) {
      const reply = await office.press(user, user, { kind: 'handle', task: taskId, choice: 'document' });
      expect(reply.answer?.popup).toBe(true);
    }
    expect(replyShown(await stepsOf(LAN))).toContain('[Có kế hoạch] [Đã chốt lịch] [Đã tổ chức]');
  });
});

describe('a task that wants evidence', () => {
  beforeEach(() => wants({ evidence: 'document' }));

  test('is done once the number of the document is given', async () => {
    const asked = await press(LAN, await stepsOf(LAN), 'Đã hoàn thành');
    expect(replyShown(asked)).toContain('Đề nghị gửi số, ngày văn bản');
    expect(await stored()).toMatchObject({ state: 'not_started' });

    const recorded = await office.say(LAN, LAN, '45/BC-UBND ngày 18/12/2024');

    expect(replyShown(recorded)).toContain('Văn bản số 45/BC-UBND ngày 18/12/2024');
    expect(await stored()).toMatchObject({ state: 'done' });
    expect((await office.read.reports.of(id))[0]?.evidence).toEqual({
      kind: 'document',
      number: '45/BC-UBND',
      on: '2024-12-18',
    });
  });

  const sendFile = async (): Promise<ReportId> => {
    await press(LAN, await stepsOf(LAN), 'Đã hoàn thành');
    const bytes = new TextEncoder().encode('báo cáo');
    await office.send(LAN, LAN, 'bc.pdf', bytes, { type: 'application/pdf' });

    const [report] = await office.read.reports.of(id);
    const evidence = report?.evidence;
    if (evidence?.kind !== 'file') throw new Error('no file was kept');
    expect(Buffer.from((await office.read.files.byHash(evidence.sha256))?.bytes ?? []).toString()).toBe(
      'báo cáo',
    );
    return report?.id as ReportId;
  };

  test('is done with a file, which is kept by its hash', async () => {
    await sendFile();

    expect(await stored()).toMatchObject({ state: 'done' });
  });

  test('that was asked for is answered alike when the same update is taken again', async () => {
    await press(LAN, await stepsOf(LAN), 'Đã hoàn thành');
    const take = (again: boolean) =>
      office.say(LAN, LAN, '45/BC-UBND ngày 18/12/2024', { effectKey: 'update-7', again });

    const recorded = await take(false);

    expect(replyShown(await take(true))).toBe(replyShown(recorded));
    expect(await office.read.reports.of(id)).toHaveLength(1);
  });

  test('that was sent out of nowhere is recorded once by a press that is taken twice', async () => {
    const which = actionOf(await office.say(LAN, LAN, '45/BC-UBND ngày 18/12/2024'), 'Mục 6');
    const take = (again: boolean) => office.press(LAN, LAN, which, { effectKey: 'update-7', again });
    await take(false);

    expect(replyShown(await take(true))).toContain('Văn bản số 45/BC-UBND');
    expect(await office.read.reports.of(id)).toHaveLength(1);
  });

  test('shows its file to the secretariat, where it waits to be confirmed and on the board', async () => {
    await wants({ confirmation: true });
    await sendFile();
    const file = { name: 'bc.pdf', bytes: new TextEncoder().encode('báo cáo') };

    const item = await press(SECRETARY, await office.say(SECRETARY, SECRETARY, '/canxuly'), 'Từng việc');
    expect((await press(SECRETARY, item, 'Xem tệp')).say?.[0]?.attachment).toMatchObject(file);

    office.moveTo('2024-12-02T09:00:00+07:00');
    const board = await office.press(SECRETARY, SECRETARY, { kind: 'board_task', task: taskId, skip: 0 });
    const list = await press(SECRETARY, board, 'Minh chứng');
    expect(replyShown(list)).toContain('1. Cụm thi đua số 1 (04/11)\nTệp: bc.pdf');
    expect((await press(SECRETARY, list, 'Xem tệp 1')).say?.[0]?.attachment).toMatchObject(file);
  });

  test.each([
    ['the owner’s own people', LAN, true],
    ['a peer', DUC, false],
    ['a member', MEMBER, false],
    ['a stranger', STRANGER, false],
  ])('of its file, %s: %s sees it: %s', async (_, user, sees) => {
    const seen = await office.press(user, user, { kind: 'evidence_file', report: await sendFile() });

    expect(seen.say?.[0]?.attachment !== undefined).toBe(sees);
    expect(seen.answer?.popup ?? false).toBe(!sees);
  });

  test('is done with a link, where that is to be read', async () => {
    await press(LAN, await stepsOf(LAN), 'Đã hoàn thành');
    const recorded = await office.say(LAN, LAN, 'https://badinh.hanoi.gov.vn/bao-cao/45');

    expect(replyShown(recorded)).toContain('https://badinh.hanoi.gov.vn/bao-cao/45');
    expect((await office.read.reports.of(id))[0]?.evidence).toEqual({
      kind: 'link',
      url: 'https://badinh.hanoi.gov.vn/bao-cao/45',
    });
  });

  test('is done where nothing arose, and not by words that are no evidence', async () => {
    const asked = await press(LAN, await stepsOf(LAN), 'Đã hoàn thành');
    expect(replyShown(await office.say(LAN, LAN, 'đã gửi rồi ạ'))).toContain('Chưa có gì được ghi nhận');

    await press(LAN, asked, 'Không có');

    expect(await stored()).toMatchObject({ state: 'done' });
  });
});

describe('a later day', () => {
  const ask = async () => {
    const days = await press(LAN, await stepsOf(LAN), 'Xin gia hạn');
    const reasons = await press(LAN, days, '26/12');
    return press(LAN, reasons, 'Chờ hướng dẫn');
  };
  const inbox = () => office.say(SECRETARY, SECRETARY, '/canxuly');

  test('is asked for by buttons, granted by one, and moves the obligation', async () => {
    expect(replyShown(await ask())).toContain('Thời hạn hiện hành chưa thay đổi');
    expect(await stored()).toMatchObject({ dueOn: '2024-12-19' });

    const item = await press(SECRETARY, await inbox(), 'Từng việc');
    expect(replyShown(item)).toContain('Thứ Năm 19/12/2024 → xin đến Thứ Năm 26/12/2024');
    const decided = await press(SECRETARY, item, 'Đồng ý');

    expect(decided.answer?.text).toContain('Đã đồng ý');
    expect(await stored()).toMatchObject({
      dueOn: '2024-12-26',
      namedOn: '2024-12-26',
      overdueFrom: '2024-12-27',
      nextStageOn: '2024-12-12',
    });
    expect(replyShown(await office.say(LAN, LAN, '/viec'))).toContain(
      'Trước ngày 20/12 hằng năm; gia hạn đến hết Thứ Năm 26/12/2024 · còn',
    );
    expect(replyShown(await office.say(LAN, WARDS, '/han tháng 12'))).not.toContain('gia hạn');
    const second = await press(SECRETARY, item, 'Chưa đồng ý');
    expect(second.answer?.text).toContain('đã được xử lý: đã đồng ý');
    expect(await stored()).toMatchObject({ dueOn: '2024-12-26' });
  });

  test('that is not granted leaves the deadline, and the unit is told', async () => {
    await ask();
    const item = await press(SECRETARY, await inbox(), 'Từng việc');
    await press(SECRETARY, item, 'Chưa đồng ý');

    expect(await stored()).toMatchObject({ dueOn: '2024-12-19' });
    const told = await office.read.notices.list({
      states: ['planned'],
      from: office.clock.now(),
      to: office.clock.now(),
    });
    expect(told.map(({ kind }) => kind)).toEqual(['decision', 'decision']);
  });

  test('before the present one is not taken', async () => {
    await press(LAN, await stepsOf(LAN), 'Xin gia hạn');

    expect(replyShown(await office.say(LAN, LAN, '10/12'))).toContain('không phù hợp');
    expect(await office.read.extensions.pending()).toEqual([]);
  });

  test('gives way once the work is done', async () => {
    await ask();
    await office.press(LAN, LAN, { kind: 'done', obligation: id });

    expect(await office.read.extensions.pending()).toEqual([]);
  });

  test('is nobody’s to grant but the secretariat’s', async () => {
    await ask();
    const [extension] = await office.read.extensions.pending();
    if (extension === undefined) throw new Error('nothing was asked for');
    for (const user of [LAN, DUC, LEADER, STRANGER]) {
      const reply = await office.press(user, user, {
        kind: 'extension',
        extension: extension.id,
        answer: 'granted',
      });
      expect(reply.answer?.popup).toBe(true);
    }
    expect(await stored()).toMatchObject({ dueOn: '2024-12-19' });
  });
});

describe('what is reported done', () => {
  beforeEach(() => wants({ confirmation: true }));

  test('is confirmed, all at once, and then closed to the unit', async () => {
    expect(replyShown(await office.press(LAN, LAN, { kind: 'done', obligation: id }))).toContain('Chờ');
    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
    const confirmed = await press(SECRETARY, inbox, 'Xác nhận cả 1');

    const twice = await office.press(SECRETARY, SECRETARY, { kind: 'confirm', obligation: id });
    const all = await press(SECRETARY, inbox, 'Xác nhận cả 1');

    expect(confirmed.answer?.text).toBe('Đã xác nhận 1.');
    expect(twice.answer?.text).toBe('Đã xác nhận 1.');
    expect(all.answer?.text).toContain('trước đó');
    // What is left are the two rows of the sample plan that say the same.
    expect(replyShown(confirmed)).toContain('cặp dòng có thể trùng 1');
    expect(replyShown(confirmed)).not.toContain('Xác nhận cả');
    expect(await stored()).toMatchObject({ state: 'confirmed' });
    const late = await office.press(LAN, LAN, { kind: 'percent', obligation: id, percent: 50 });
    expect(late.answer?.popup).toBe(true);
  });

  test('is returned with what is missing, and open again', async () => {
    await office.press(LAN, LAN, { kind: 'done', obligation: id });
    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
    await press(SECRETARY, await press(SECRETARY, inbox, 'Từng việc'), 'Trả lại');
    const returned = await office.say(SECRETARY, SECRETARY, 'Biên bản bình xét');

    expect(replyShown(returned)).toContain('Đã trả lại');
    expect(await stored()).toMatchObject({ state: 'returned', reason: 'Biên bản bình xét', doneOn: null });
  });

  test('is judged by nobody else, the head of the cluster included', async () => {
    await office.press(LAN, LAN, { kind: 'done', obligation: id });

    for (const user of [LAN, LEADER, DUC, STRANGER]) {
      await office.press(user, user, { kind: 'confirm', obligation: id });
      await office.press(user, user, { kind: 'confirm_all' });
      await office.press(user, user, { kind: 'send_back', obligation: id });
    }
    expect(await stored()).toMatchObject({ state: 'done' });
  });
});

describe('a report that a colleague contests', () => {
  const contested = async () => {
    await office.press(LAN, LAN, { kind: 'done', obligation: id });
    const [report] = await office.read.reports.of(id);
    if (report === undefined) throw new Error('nothing was reported');
    return report.id;
  };

  test('goes to the secretary, once; what was recorded stands', async () => {
    const report = await contested();

    const first = await office.press(LEADER, LEADER, { kind: 'contest', report });
    const again = await office.press(LEADER, LEADER, { kind: 'contest', report });
    const second = await office.press(LAN, LAN, { kind: 'contest', report });

    expect(first.answer?.text).toContain('Đã chuyển');
    expect(again.answer).toEqual(first.answer);
    expect(second.answer?.text).toContain('trước đó');
    expect(await stored()).toMatchObject({ state: 'done' });
    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
    expect(replyShown(inbox)).toContain('báo chưa đúng 1');
    await press(SECRETARY, await press(SECRETARY, inbox, 'Từng việc'), 'Đã xem xét');
    expect(await office.read.reports.contested()).toEqual([]);
  });

  test('is not confirmed with the others, and stands beside what is said by now', async () => {
    await wants({ confirmation: true });
    await office.press(LEADER, LEADER, { kind: 'contest', report: await contested() });

    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
    expect(replyShown(inbox)).not.toContain('Xác nhận cả');
    expect(replyShown(await press(SECRETARY, inbox, 'Từng việc'))).not.toContain('Hiện nay');

    await office.press(LAN, LAN, { kind: 'step', obligation: id, step: 'held' });
    expect(replyShown(await press(SECRETARY, inbox, 'Từng việc'))).toContain('Hiện nay: đã tổ chức');
  });

  test('is contested by nobody of another unit', async () => {
    const report = await contested();

    for (const user of [DUC, STRANGER, SECRETARY]) {
      await office.press(user, user, { kind: 'contest', report });
    }
    expect(await office.read.reports.contested()).toEqual([]);
  });
});

describe('/ghiho', () => {
  test('ticks many units on one screen and records them with source and name', async () => {
    const seven = await obligationOf(office, { task: '7', owner: 'UBND phường Cống Vị' });
    const tasks = await office.press(SECRETARY, SECRETARY, { kind: 'record', task: seven.taskId });
    const labels = (tasks.say ?? []).flatMap(({ buttons }) => buttons.flat()).map(({ label }) => label) ?? [];
    expect(labels).toContain('☐ phường Giảng Võ');
    expect(labels).toContain('☐ THCS Giảng Võ');
    expect(new Set(labels).size).toBe(labels.length);
    await press(SECRETARY, tasks, '☐ Cống Vị');
    const ticked = await press(SECRETARY, tasks, '☐ Điện Biên');
    const source = await press(SECRETARY, ticked, 'Tiếp');
    await press(SECRETARY, source, 'Điện thoại');
    const done = await office.say(SECRETARY, SECRETARY, 'đ/c Trang');

    expect(replyShown(done)).toContain('Đã ghi hộ 2 đơn vị');
    expect(await office.read.obligations.byId(seven.id)).toMatchObject({ state: 'done' });
    expect((await office.read.reports.of(seven.id))[0]?.recorded).toEqual({
      source: 'phone',
      saidBy: 'đ/c Trang',
    });
  });

  test('is for the secretariat, in private', async () => {
    expect(replyShown(await office.say(LAN, LAN, '/ghiho'))).toContain('chỉ dành cho');
    expect(replyShown(await office.say(SECRETARY, WARDS, '/ghiho'))).toContain('tin riêng');
    expect(replyShown(await office.say(SECRETARY, SECRETARY, '/ghiho'))).toContain('[6. Tổ chức tổng kết');
  });
});

describe('/bang and /giaoban', () => {
  test('show the secretary clusters, tasks and owners, with words beside bars', async () => {
    await office.press(LAN, LAN, { kind: 'blocked', obligation: id });
    await office.say(LAN, LAN, 'Chưa có kinh phí');
    office.moveTo('2024-12-09T09:00:00+07:00');

    const board = await office.say(SECRETARY, SECRETARY, '/bang');
    const cluster = await press(SECRETARY, board, 'Cụm thi đua số 1');
    const tasks = await press(SECRETARY, board, 'Theo nhiệm vụ');

    expect(replyShown(board)).toMatch(/Cụm thi đua số 1\n[▇▁]{10} \d+\/\d+/u);
    expect(replyShown(cluster)).toContain('đang vướng mắc');
    expect(replyShown(tasks)).toContain('6. Tổ chức tổng kết');
    for (const reply of [board, cluster, tasks]) {
      expect(replyShown(reply)).not.toContain('Chưa có kinh phí');
    }
  });

  test('show a group only its cluster’s counts, and nobody else a drill-down', async () => {
    office.moveTo('2024-12-09T09:00:00+07:00');

    const group = await office.say(LAN, WARDS, '/bang');

    expect(replyShown(group)).toContain('6. Tổ chức tổng kết');
    expect(replyShown(group)).not.toMatch(/UBND phường|THCS/u);
    expect(group.say?.flatMap(({ buttons }) => buttons)).toEqual([]);
    const own = await office.press(LAN, LAN, { kind: 'board_task', task: taskId, skip: 0 });
    expect(replyShown(own)).toContain('chỉ dành cho');
  });

  test('is kept up to date in a group once the secretary asks for it there', async () => {
    office.moveTo('2024-12-09T09:00:00+07:00');
    await office.say(SECRETARY, WARDS, '/bang');
    const claim = () =>
      office.dependencies.unitOfWork.run((tx) =>
        tx.living.claim({ holder: 'relay', nowMs: 1, leaseUntilMs: 1 }),
      );
    const board = await claim();
    if (board === null) throw new Error('no board is to be posted');
    const { id: living, kind, subject, chatId, wanted } = board;
    const shownNow = async () => {
      const message = await livingNow(office, { kind, subject, chatId });
      return message === null ? '' : shown(message);
    };
    expect(await shownNow()).toContain('0/1');
    await office.dependencies.unitOfWork.run((tx) =>
      tx.living.shown(living, 'relay', { shown: wanted, messageKey: 'm7', shownAs: null }),
    );

    await office.press(LAN, LAN, { kind: 'done', obligation: id });

    expect(await claim()).toMatchObject({ kind, subject, messageKey: 'm7' });
    expect(await shownNow()).toContain('1/1 · đủ');
  });

  test('what is in the way is told, and work done ahead of its week is counted', async () => {
    const brief = async () => replyShown(await office.say(SECRETARY, SECRETARY, '/giaoban'));
    await office.press(LAN, LAN, { kind: 'blocked', obligation: id });
    await office.say(LAN, LAN, 'Chưa có kinh phí');

    expect(await brief()).toContain('vướng mắc 1');
    expect(replyShown(await office.say(SECRETARY, SECRETARY, '/tonghop'))).toContain('Chưa có kinh phí');
    await office.press(LAN, LAN, { kind: 'done', obligation: id });
    expect(await brief()).toContain('vướng mắc 0');
    expect(await brief()).toContain('Hoàn thành trong tuần: 1');
  });

  test('the brief is ten lines at most and names no unit', async () => {
    const brief = await office.say(SECRETARY, SECRETARY, '/giaoban');
    const lines = replyShown(brief).split('\n');

    expect(lines.length).toBeLessThanOrEqual(10);
    expect(replyShown(brief)).not.toMatch(/UBND phường|THCS/u);
    expect(replyShown(await office.say(LAN, LAN, '/giaoban'))).toContain('chỉ dành cho');
  });
});

describe('what is done', () => {
  const done = async () => {
    office.moveTo('2024-12-10T09:00:00+07:00');
    return press(LAN, await stepsOf(LAN), 'Đã hoàn thành');
  };

  test('does not stand among one’s work again as next year’s, until that is near', async () => {
    expect(replyShown(await office.say(LAN, LAN, '/viec'))).toContain('6. Tổ chức tổng kết');
    await done();

    const seen: Record<string, boolean> = {};
    for (const day of ['2024-12-10', '2024-12-21', '2025-11-10', '2025-11-25']) {
      office.moveTo(`${day}T09:00:00+07:00`);
      seen[day] = replyShown(await office.say(LAN, LAN, '/viec')).includes('6. Tổ chức tổng kết');
    }
    expect(seen).toEqual({
      '2024-12-10': false,
      '2024-12-21': false,
      '2025-11-10': false,
      '2025-11-25': true,
    });
  });

  test('is not offered as next year’s to who says that it is done', async () => {
    await done();

    const reply = replyShown(await office.say(LAN, LAN, 'mục 6 đã hoàn thành'));

    expect(reply).not.toContain('20/12/2025');
    expect(reply).not.toContain('19/12/2025');
  });

  test('pressed in a group, leaves the group’s message as it is and comes to the presser', async () => {
    const reply = await office.press(LAN, WARDS, { kind: 'done', obligation: id });
    const again = await office.press(LAN, WARDS, { kind: 'done', obligation: id });

    for (const one of [reply, again]) {
      expect(one.edit ?? one.say).toBeUndefined();
      expect(one.quietly === undefined ? '' : shown(one.quietly)).toContain('mục 6: đã hoàn thành');
    }
    expect(again.answer?.popup).toBe(true);
  });
});

test('pressed in a group, what wants an answer is asked in private, so that no reason is ever written there', async () => {
  await wants({ evidence: 'document' });
  for (const action of [
    { kind: 'blocked', obligation: id },
    { kind: 'extend', obligation: id },
    { kind: 'evidence', obligation: id },
    { kind: 'done', obligation: id },
    { kind: 'step', obligation: id, step: 'scheduled' },
  ] as const) {
    const reply = await office.press(LAN, WARDS, action);
    expect(reply.edit ?? reply.say).toBeUndefined();
    expect(reply.quietly === undefined ? '' : shown(reply.quietly)).toContain('[Vướng mắc]');
  }

  expect(replyShown(await office.say(LAN, WARDS, 'Chưa có kinh phí'))).not.toContain('kinh phí');
  expect(await stored()).toMatchObject({ state: 'not_started', reason: null });
});

test('nothing open is offered no buttons', async () => {
  const { units } = await office.directory();
  const owed = (await office.read.obligations.ofOwners(units.map((unit) => unit.id))).filter(
    ({ owner }) => units.find(({ code }) => code === 'P-KIMMA')?.id === owner.id,
  );
  for (const one of owed) await office.press(DUC, DUC, { kind: 'done', obligation: one.id });

  expect(owed.length).toBeGreaterThan(0);
  expect(replyShown(await office.say(DUC, DUC, 'Kim Mã đã gửi báo cáo rồi'))).toBe(
    'UBND phường Kim Mã: không có nhiệm vụ nào chưa hoàn thành.',
  );
});
