import { beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '../../../src/app/ports/notice-repository.ts';
import { askExtension } from '../../../src/app/report/ask-extension.ts';
import { decideExtension } from '../../../src/app/report/decide-extension.ts';
import { reportProgress } from '../../../src/app/report/report-progress.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { ownerName } from '../../../src/core/obligation/owner-name.ts';
import { peopleWithRole } from '../../../src/core/organisation/directory.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { obligationOf } from '../../app/obligation-of.ts';
import { instant, type Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import { outcomeOf, rendered } from '../../support/rendered.ts';
import { DUC, LAN, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { linesTold, noticesOf, tickAt, walkTo } from '../../support/time-passes.ts';
import { dataOf, pressed, replyShown, shown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
});

async function noticeTo(user: string, kind: Notice['kind'], slot: string): Promise<Notice> {
  const { identities } = await office.directory();
  const personId = identities.find((known) => known.user === user)?.personId;
  const found = (await noticesOf(office, kind)).find(
    (notice) => notice.addressee.id === personId && notice.slot === slot,
  );
  if (found === undefined) throw new Error(`no ${kind} to ${user} on ${slot}`);
  return found;
}

const render = (notice: Notice, now: string) => outcomeOf(office, notice, { now: instant(now) });

const messageOf = (notice: Notice) => rendered(office, notice);

test('under a reminder stand the update, tomorrow and why; each does as it says', async () => {
  await walkTo(office, '2024-12-16T10:00:00+07:00');
  const message = await messageOf(await noticeTo(LAN, 'reminder', '2024-12-16'));

  const update = await pressed(office, LAN, message, '6 · Cập nhật');
  const tomorrow = await pressed(office, LAN, message, 'Mai nhắc lại');
  const basis = await pressed(office, LAN, message, 'Căn cứ nhắc');
  const muted = await pressed(office, LAN, basis, '6 · Tắt nhắc');
  const unmuted = await pressed(office, LAN, muted, '6 · Bật nhắc');
  const log = replyShown(await office.say(SECRETARY, SECRETARY, '/nhatky'));

  expect(shown(message).split('\n').slice(-2)).toEqual([
    expect.stringContaining('· Cập nhật]'),
    '[Mai nhắc lại] [Căn cứ nhắc] [Bản Zalo]',
  ]);
  expect(update.edit).toBeDefined();
  expect(tomorrow.answer?.text).toBe('Sẽ nhắc lại vào Thứ Ba 17/12/2024. Thời hạn không thay đổi.');
  expect(log).toMatch(/hẹn nhắc lại\n.*ngày 17\/12\/2024/);
  const why = replyShown(basis);
  expect(why).toContain('Vai trò: đầu mối đơn vị Cụm trưởng Cụm thi đua số 1');
  expect(why).toContain('Lần nhắc: trước hạn 3 ngày');
  expect(why).toContain('Lần tới: Thứ Ba 17/12/2024');
  expect(muted.answer?.text).toContain('Đã tắt nhắc “6. ');
  // The card is edited: it says what holds now.
  expect(muted.edit).toBeDefined();
  expect(replyShown(muted)).toContain('[6 · Bật nhắc]');
  expect(replyShown(unmuted)).toContain('[6 · Tắt nhắc]');
});

const HEAD = 'Cụm thi đua số 1';

test('a conference is asked about once, the working day after it, with both answers at hand', async () => {
  const { id } = await obligationOf(office, { task: '6', owner: HEAD, dueOn: '2024-12-19' });
  const fix = async (day: string) => {
    await office.press(LAN, LAN, { kind: 'step', obligation: id, step: 'scheduled' });
    await office.say(LAN, LAN, `14h ${day}`);
    await pressed(office, LAN, await office.say(LAN, LAN, 'Hội trường'), 'Bỏ qua');
  };
  const asked = async () => (await linesTold(office, 'reminder')).filter((line) => line.includes('meeting-'));
  await fix('06/12');
  await walkTo(office, '2024-12-10T10:00:00+07:00');
  const message = await messageOf(await noticeTo(LAN, 'reminder', '2024-12-09'));

  const moved = await pressed(office, LAN, message, '6 · Đổi lịch');
  const held = await pressed(office, LAN, message, '6 · Đã tổ chức');

  expect(shown(message)).toContain('Hội nghị theo lịch 14:00, Thứ Sáu 06/12/2024: đã tổ chức chưa ạ?');
  expect(shown(message)).not.toContain('đã chốt lịch');
  expect(await asked()).toEqual([`2024-12-09 Nguyễn Thị Lan: 6 of ${HEAD}, meeting-2024-12-06`]);
  expect(replyShown(moved)).toContain('Hội nghị vào ngày, giờ nào, ở đâu?');
  expect(replyShown(held)).toContain('đã tổ chức');
  expect(await office.read.obligations.byId(id)).toMatchObject({ step: 'held' });
});

test('past an extension the day that was granted stands beside the plan’s words', async () => {
  const { id } = await obligationOf(office, { task: '6', owner: HEAD, dueOn: '2024-12-19' });
  const wanted = { reason: 'Chờ số liệu', wantedOn: dateOf('2024-12-27') };
  const asked = await askExtension(office.dependencies, office.request(LAN), id, wanted);
  if (asked.kind === 'refused') throw new Error(asked.code);
  await decideExtension(office.dependencies, office.request(SECRETARY), asked.value.id, 'granted');
  await walkTo(office, '2024-12-30T10:00:00+07:00');

  expect(shown(await messageOf(await noticeTo(LAN, 'reminder', '2024-12-30')))).toContain(
    'Đến hết Thứ Sáu 27/12/2024, chưa nhận được kết quả (thời hạn: Trước ngày 20/12 hằng năm; gia hạn đến hết Thứ Sáu 27/12/2024).',
  );
});

test('somebody else’s press on a reminder is told so', async () => {
  await walkTo(office, '2024-12-16T10:00:00+07:00');
  const message = await messageOf(await noticeTo(LAN, 'reminder', '2024-12-16'));

  const reply = await pressed(office, DUC, message, 'Mai nhắc lại');

  expect(reply.answer?.text).toContain('gửi cho người khác');
});

test('a muted task is withheld even where its reminder was planned before', async () => {
  await walkTo(office, '2024-12-16T10:00:00+07:00');
  const notice = await noticeTo(LAN, 'reminder', '2024-12-16');
  for (const { obligationId } of await office.read.notices.linesOf(notice.id)) {
    await office.press(LAN, LAN, { kind: 'mute', obligation: obligationId });
  }

  expect(await render(notice, '2024-12-16T10:01:00+07:00')).toEqual({
    kind: 'withheld',
    cause: 'nothing_open',
  });
});

describe('what was planned in the morning is looked at again as it goes out', () => {
  const change = (work: Parameters<Office['dependencies']['unitOfWork']['run']>[0]) =>
    office.dependencies.unitOfWork.run(work);
  const cluster = () => obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  const lan = async () => {
    const { people } = await office.directory();
    const found = people.find(({ name }) => name === 'Nguyễn Thị Lan');
    if (found === undefined) throw new Error('the sample has changed');
    return found;
  };

  test.each<[string, () => Promise<unknown>]>([
    [
      'done',
      async () =>
        reportProgress(office.dependencies, office.request(LAN), (await cluster()).id, { kind: 'done' }),
    ],
    [
      'moved to another day',
      async () => {
        const one = await cluster();
        await change((tx) => tx.obligations.save({ ...one, dueOn: dateOf('2024-12-27') }));
      },
    ],
    [
      'withdrawn',
      async () => {
        const { taskId } = await cluster();
        const task = (await office.read.plans.book()).tasks.find(({ id }) => id === taskId);
        if (task === undefined) throw new Error('no task');
        await change((tx) => tx.plans.saveTask({ ...task, withdrawnOn: dateOf('2024-12-16') }));
      },
    ],
    [
      'handed over to somebody else',
      async () => {
        const { id } = await lan();
        await change((tx) => tx.organisation.endAppointments(id, dateOf('2024-12-15')));
      },
    ],
    [
      'to somebody who switched reminders off',
      async () => {
        const person = await lan();
        await change((tx) => tx.organisation.savePerson({ ...person, reminders: false }));
      },
    ],
  ])('%s, it is not said', async (_, happens) => {
    await walkTo(office, '2024-12-16T08:30:00+07:00');
    const notice = await noticeTo(LAN, 'reminder', '2024-12-16');
    const before = await render(notice, '2024-12-16T08:31:00+07:00');

    await happens();

    expect(before.kind).toBe('said');
    expect(await render(notice, '2024-12-16T08:31:00+07:00')).toEqual({
      kind: 'withheld',
      cause: 'nothing_open',
    });
  });

  test('a digest to a group that was unbound is not said', async () => {
    await walkTo(office, '2024-11-11T09:30:00+07:00');
    const { chats } = await office.directory();
    const group = chats.find(({ key }) => key === WARDS);
    const notice = (await noticesOf(office, 'digest')).findLast(
      ({ addressee }) => addressee.id === group?.id,
    );
    if (group === undefined || notice === undefined) throw new Error('no digest');
    const before = await render(notice, '2024-11-11T09:31:00+07:00');

    await change((tx) => tx.organisation.saveChat({ ...group, clusterId: null }));

    expect(before.kind).toBe('said');
    expect(await render(notice, '2024-11-11T09:31:00+07:00')).toEqual({ kind: 'withheld', cause: 'unbound' });
  });
});

test('what was delayed past the hours waits for the next working morning', async () => {
  await walkTo(office, '2024-12-20T10:00:00+07:00');
  await tickAt(office, '2024-12-23T08:30:00+07:00');
  const notice = await noticeTo(LAN, 'reminder', '2024-12-23');

  // Tuesday 24 after hours; Friday 27 after hours, and over the weekend.
  expect(await render(notice, '2024-12-24T17:00:00+07:00')).toEqual({
    kind: 'later',
    at: instant('2024-12-25T08:30:00+07:00'),
  });
  expect(await render(notice, '2024-12-28T09:00:00+07:00')).toEqual({
    kind: 'later',
    at: instant('2024-12-30T08:30:00+07:00'),
  });
});

test('the last word says that it is, and what follows is the secretary’s to take up', async () => {
  await walkTo(office, '2024-12-31T10:00:00+07:00');
  expect(shown(await messageOf(await noticeTo(LAN, 'reminder', '2024-12-31')))).toContain('nhắc cuối');

  await walkTo(office, '2025-01-02T10:00:00+07:00');
  // Under what the secretary is reminded of this morning.
  const message = await messageOf(await noticeTo(SECRETARY, 'reminder', '2025-01-02'));
  const called = await pressed(office, SECRETARY, message, 'Để tôi gọi');
  const report = replyShown(await pressed(office, SECRETARY, message, 'Soạn báo cáo'));
  const others = await pressed(office, LAN, message, 'Soạn báo cáo');
  const waited = await pressed(office, SECRETARY, message, 'Chờ 3 ngày');

  expect(shown(message)).toMatch(/đã qua lần nhắc cuối/);
  expect(shown(message)).toContain('[Để tôi gọi] [Soạn báo cáo] [Chờ 3 ngày]');
  expect(called.answer?.text).toContain('Đã ghi nhận');
  expect(report).toMatch(
    /^Kính báo cáo đồng chí\. Đến Thứ Năm 02\/01\/2025, \d+ đơn vị, cụm còn \d+ nhiệm vụ/,
  );
  expect(report).toContain('• 6. Tổ chức tổng kết');
  expect(report).toContain('thời hạn: Trước ngày 20/12 hằng năm · Cụm thi đua số 1');
  expect(others.answer?.text).toContain('gửi cho người khác');
  expect(waited.answer?.text).toContain('Thứ Ba 07/01/2025');
});

test('what was chosen under an escalation stands in the message from then on, and a later choice instead of it', async () => {
  const relay = relayOver(office);
  await walkTo(office, '2024-12-31T10:00:00+07:00');
  await relay.drain();
  await walkTo(office, '2025-01-02T10:00:00+07:00');
  const sent = (await relay.drain()).find(({ message }) => shown(message).includes('[Để tôi gọi]'));
  if (sent?.outcome.kind !== 'sent') throw new Error('nothing was handed over');
  const said = shown(sent.message);
  const [text = ''] = said.split('\n[');
  const under = (message: string, label: string) =>
    office.tell(SECRETARY, SECRETARY, {
      kind: 'press',
      data: dataOf(sent.message, label),
      press: 'p1',
      message,
    });

  const called = await under(sent.outcome.message, 'Để tôi gọi');
  const waited = await under(sent.outcome.message, 'Chờ 3 ngày');
  const elsewhere = await under('another message', 'Chờ 3 ngày');

  const by = 'Đồng chí Trần Thị Hương';
  expect(shownAmended(called)).toBe(
    said.replace(text, `${text}\n\n${by} trực tiếp liên hệ (10:00, 02/01). Bot không nhắc thêm.`),
  );
  expect(shownAmended(waited)).toBe(
    said.replace(text, `${text}\n\n${by} chọn chờ đến Thứ Ba 07/01/2025 (10:00, 02/01).`),
  );
  expect(elsewhere).toEqual({ answer: waited.answer });
});

const shownAmended = ({ amended }: Reply): string => (amended === undefined ? '' : shown(amended));

test('what is the secretary’s to take up stands under their own reminder: one morning, one message', async () => {
  const directory = await office.directory();
  const [secretary] = peopleWithRole(directory, 'secretariat', dateOf('2024-11-04'));
  const unit = directory.units.find(({ name }) => name === 'UBND phường Kim Mã');
  if (secretary === undefined || unit === undefined) throw new Error('the sample has changed');
  await office.dependencies.unitOfWork.run((tx) =>
    tx.organisation.addAppointment({
      personId: secretary.id,
      role: 'focal_point',
      unitId: unit.id,
      clusterId: null,
      from: null,
      to: null,
      standsInFor: null,
    }),
  );
  const relay = relayOver(office);
  await walkTo(office, '2024-12-31T10:00:00+07:00');
  const eve = await messageOf(await noticeTo(SECRETARY, 'reminder', '2024-12-31'));
  await pressed(office, SECRETARY, eve, 'Mai nhắc lại');
  await relay.drain();

  await walkTo(office, '2025-01-02T08:30:00+07:00');
  const morning = (await relay.drain()).filter(({ address }) => address.chat === SECRETARY);
  const [message] = morning.map((one) => one.message);
  const waited = message === undefined ? null : await pressed(office, SECRETARY, message, 'Chờ 3 ngày');

  expect(morning.map((one) => shown(one.message))).toEqual([
    expect.stringMatching(/^\*🔔 [\s\S]*Kim Mã[\s\S]*\n\n\*1 đơn vị[\s\S]*\[Để tôi gọi\]/),
  ]);
  expect(waited?.answer?.text).toContain('Thứ Ba 07/01/2025');
});

test.each([
  // Missed: the reminders of Thursday, Friday and Monday, and Monday's digest and overview.
  { after: 'three days away', wait: tickAt },
  // Written in time and waiting: the same, and Friday's overview.
  { after: 'days in which the channel took nothing', wait: walkTo },
])('what was missed is one late message to each, of the state now: after $after', async ({ wait }) => {
  const relay = relayOver(office);
  await walkTo(office, '2024-12-02T12:00:00+07:00');
  await relay.drain();
  await walkTo(office, '2024-12-04T12:00:00+07:00');
  await relay.drain();

  await wait(office, '2024-12-09T14:00:00+07:00');

  const caught = (await relay.drain()).map(({ address, message }) => ({
    to: address.chat,
    text: shown(message),
  }));
  const of = (chat: string) => caught.filter(({ to }) => to === chat).map(({ text }) => text);
  expect(new Set(caught.map(({ to }) => to)).size).toBe(caught.length);
  expect(caught.filter(({ text }) => text.split('gửi trễ').length !== 2)).toEqual([]);
  expect(of(LAN)).toEqual([expect.stringContaining('còn 10 ngày')]);
  expect(of(WARDS)).toEqual([expect.stringContaining('Tuần 09–15/12/2024')]);
  expect(of(SECRETARY)[0]?.match(/\[Danh sách gọi\]/g)).toHaveLength(1);
  expect(of(SECRETARY)).toEqual([expect.stringMatching(/^\*🔄 [\s\S]*\n\n\*📋 Tổng hợp[^📋]*gửi trễ/u)]);
});

test('the Friday overview names those who had their last word', async () => {
  await walkTo(office, '2025-01-03T15:00:00+07:00');

  const message = await messageOf(await noticeTo(SECRETARY, 'overview', '2025-01-03'));

  expect(shown(message)).toMatch(/Đã qua lần nhắc cuối, chưa có kết quả: .*Cụm thi đua số 1/);
});

test('whoever blocked the bot is to be called, with why, until they come back; the secretariat does not call itself', async () => {
  const calls = async () => replyShown(await office.press(SECRETARY, SECRETARY, { kind: 'calls' }));
  await walkTo(office, '2024-12-13T10:00:00+07:00');
  const before = await calls();
  await office.tell(LAN, LAN, { kind: 'membership', present: false, wasPresent: true });
  const blocked = await calls();
  await walkTo(office, '2024-12-16T10:00:00+07:00');
  const overview = replyShown(await office.say(SECRETARY, SECRETARY, '/tonghop'));
  await office.tell(LAN, LAN, { kind: 'membership', present: true, wasPresent: false });
  const back = await office.say(LAN, LAN, '/start');
  const afterwards = await calls();
  await office.press(LAN, LAN, { kind: 'own_setting', choice: 'reminders-off' });

  expect(before).toContain('Không có đơn vị nào cần gọi');
  expect(blocked).toMatch(/1 đơn vị[\s\S]*\*UBND phường Điện Biên\*\nmục 6 · đầu mối đã chặn bot\n/);
  expect(overview).toMatch(/Chưa nhắn riêng được: .*Cụm thi đua số 1/);
  expect(afterwards).toContain('Không có đơn vị nào cần gọi');
  expect(await calls()).toContain('mục 6 · đầu mối đã tắt nhắc');
  expect(replyShown(await pressed(office, LAN, back, 'Việc của đơn vị'))).toContain('6. Tổ chức');
});

test('a group’s digest marks what its cluster has done, and dates words that name no day', async () => {
  const digest = async () => replyShown(await office.say(LAN, WARDS, '/tonghop'));
  const cluster = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  office.moveTo('2024-12-16T10:00:00+07:00');
  const before = await digest();
  await reportProgress(office.dependencies, office.request(LAN), cluster.id, { kind: 'done' });
  const after = await digest();
  office.moveTo('2025-03-10T10:00:00+07:00');

  const line = (text: string) => text.split('\n').find((one) => one.includes('· 6. '));
  expect(line(before)).not.toContain('đã hoàn thành');
  expect(line(after)).toMatch(/^• Trước ngày 20\/12 hằng năm · 6\. .*\(đã hoàn thành\)$/);
  expect(await digest()).toContain('• Quý I, Quý II hàng năm (Thứ Hai 31/03/2025) · 19. ');
});

test('the overview counts what waits for a decision, as the inbox does, and leads there', async () => {
  const cluster = await obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });
  await askExtension(office.dependencies, office.request(LAN), cluster.id, {
    reason: 'Chờ kinh phí',
    wantedOn: dateOf('2024-12-25'),
  });

  const overview = await office.say(SECRETARY, SECRETARY, '/tonghop');
  const inbox = await pressed(office, SECRETARY, overview, 'Cần xử lý');

  expect(replyShown(overview)).toContain('Cần đồng chí quyết định: 2');
  expect(replyShown(inbox)).toContain('Cần đồng chí xử lý: 2');
});

test('work without a day is asked about once a quarter, but not where somebody told of it', async () => {
  const standing = async (no: string) => {
    const { tasks } = await office.read.plans.book();
    const task = tasks.find((one) => one.no === no);
    const owed = task === undefined ? [] : await office.read.obligations.ofTasks([task.id]);
    const directory = await office.directory();
    return owed.filter(
      (one) => one.periodKey === '2024' && ownerName(directory, one.owner) === 'UBND phường Điện Biên',
    );
  };
  const [told] = await standing('15');
  if (told === undefined) throw new Error('nobody owes task 15');
  await reportProgress(office.dependencies, office.request(LAN), told.id, { kind: 'percent', percent: 50 });

  await walkTo(office, '2024-12-24T09:00:00+07:00');
  const message = shown(await messageOf(await noticeTo(LAN, 'reminder', '2024-12-24')));
  await walkTo(office, '2024-12-30T09:00:00+07:00');
  const lines = (await linesTold(office, 'reminder')).filter(
    (line) => line.includes('Nguyễn Thị Lan: ') && line.includes('quarter-'),
  );

  expect(message).toContain('Đề nghị cập nhật tình hình đến hết Quý IV/2024:\n*12. ');
  expect(message).not.toContain('*15. ');
  expect(lines.map((line) => line.replace(/ of .*, /, ' ')).toSorted()).toEqual([
    '2024-12-24 Nguyễn Thị Lan: 12 quarter-2024-Q4',
    '2024-12-24 Nguyễn Thị Lan: 16 quarter-2024-Q4',
    '2024-12-24 Nguyễn Thị Lan: 17 quarter-2024-Q4',
  ]);
});
