import { beforeEach, describe, expect, test } from 'vitest';
import { importOrganisation } from '../../../src/app/organisation/import-organisation.ts';
import { previewNotice } from '../../../src/bot/notices/preview-notice.ts';
import { isWorkingDay } from '../../../src/core/calendar/work-calendar.ts';
import { calendarsOf } from '../../../src/core/organisation/calendars.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { obligationOf } from '../../app/obligation-of.ts';
import type { Office } from '../../support/office.ts';
import { LAN, SECRETARY, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { linesTold, noticesOf, tickAt } from '../../support/time-passes.ts';
import { actionOf, pressed, replyShown, shown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
});

const works = async (day: string) =>
  isWorkingDay(calendarsOf((await office.directory()).settings).work, dateOf(day));
const review = () => obligationOf(office, { task: '6', owner: 'Cụm thi đua số 1', dueOn: '2024-12-19' });

/** Presses these labels one after the other, from the settings on. */
async function through(...labels: string[]) {
  let reply = await office.say(SECRETARY, SECRETARY, '/caidat');
  for (const label of labels) reply = await pressed(office, SECRETARY, reply, label);
  return reply;
}

describe('ladders of their own', () => {
  test('a kind of work, then a cluster: the nearer is climbed, and the usual again once both are cleared', async () => {
    await through('Mốc nhắc', 'Loại việc', 'Hội nghị', 'Trước 30, 14, 3');
    const byWork = (await review()).nextStageOn;
    const page = await through('Mốc nhắc', 'Cụm', 'Cụm thi đua số 1', 'Trước 7, 1', 'Sau 7');
    const byCluster = (await review()).nextStageOn;
    await through('Mốc nhắc', 'Cụm', '✔ Cụm thi đua số 1', 'Theo mốc chung');
    await through('Mốc nhắc', 'Loại việc', '✔ Hội nghị', 'Theo mốc chung');

    expect([byWork, byCluster, (await review()).nextStageOn]).toEqual([
      '2024-11-19',
      '2024-12-12',
      '2024-12-05',
    ]);
    expect(replyShown(page)).toContain('Đang dùng: trước hạn 7, 1 ngày; sau hạn 7 ngày làm việc');
    const entries = await office.read.audit.about('ladder');
    expect(entries).toHaveLength(5);
    expect(entries[4]).toMatchObject({
      before: { ladder: null },
      after: { ladder: { before: [30, 14, 3] } },
    });
  });

  test('what was snoozed is still said on its day when the stages change', async () => {
    const { id } = await review();
    const lan = (await office.directory()).identities.find(({ user }) => user === LAN)?.personId;
    if (lan === undefined) throw new Error('nobody');
    const until = dateOf('2024-11-13');
    await office.dependencies.unitOfWork.run((tx) =>
      tx.holds.save({ personId: lan, obligationId: id, until }),
    );

    await through('Mốc nhắc', 'Cụm', 'Cụm thi đua số 1', 'Trước 7, 1');

    expect((await review()).nextStageOn).toBe(until);
  });

  test('the last word is the ladder’s own', async () => {
    await through('Mốc nhắc', 'Cụm', 'Cụm thi đua số 1', 'Sau 7');
    await tickAt(office, '2024-12-23T08:30:00+07:00');
    await tickAt(office, '2024-12-31T08:30:00+07:00');

    const told = (await linesTold(office, 'reminder')).filter((line) =>
      line.includes(': 6 of Cụm thi đua số 1'),
    );
    expect(told).toContain('2024-12-31 Nguyễn Văn Bình: 6 of Cụm thi đua số 1, after-7');
    expect(told.some((line) => line.includes('after-1,'))).toBe(false);
  });

  test('the office’s own monthly stages, and a cluster’s by the hour', async () => {
    const monthly = await through('Mốc nhắc', 'Hằng tháng', 'Trước 7, 1');
    const cluster = await through('Mốc nhắc', 'Cụm', 'Cụm thi đua số 1', 'Có giờ', 'Sau 7');
    const list = await through('Mốc nhắc');

    const { ladders, ladderRules } = (await office.directory()).settings;
    expect(ladders.monthly).toMatchObject({ before: [7, 1], after: [1, 3, 7] });
    expect(ladderRules).toMatchObject([{ of: 'hour', ladder: { before: [1], after: [7] } }]);
    expect(replyShown(monthly)).toContain('✔ Trước 7, 1');
    expect(replyShown(cluster)).toContain('Cụm thi đua số 1 · Có giờ');
    expect(replyShown(list)).toContain('Hằng tháng: trước hạn 7, 1 ngày; sau hạn 1, 3, 7 ngày làm việc');
    expect(replyShown(list)).toContain(
      'Cụm thi đua số 1 · Có giờ: trước hạn 1 ngày; sau hạn 7 ngày làm việc; trong ngày trước 2 giờ',
    );
  });

  test('within the day, of a plan’s hours and of tasks of the day apart', async () => {
    const whole = await through('Mốc nhắc', 'Có giờ', 'Trước 4, 2 giờ');
    const given = await through('Mốc nhắc', 'Loại việc', 'Việc trong ngày', 'Chỉ đúng giờ');
    const usual = await through('Mốc nhắc', 'Hạn thường');
    const list = replyShown(await through('Mốc nhắc'));

    const { ladders, ladderRules } = (await office.directory()).settings;
    expect(ladders.hour.hours).toEqual([4, 2]);
    expect(ladderRules).toMatchObject([
      { scope: { kind: 'work', work: 'given' }, of: 'hour', ladder: { hours: [] } },
    ]);
    expect(replyShown(whole)).toContain('✔ Trước 4, 2 giờ');
    expect(replyShown(whole)).toContain('khi còn nửa thời gian');
    expect(replyShown(given)).not.toContain('Sau 7');
    expect(replyShown(usual)).not.toContain('2 giờ');
    expect(list).toContain('trong ngày trước 4, 2 giờ và khi đến giờ');
    expect(list).toContain('Việc trong ngày: chỉ khi đến giờ');
  });

  test('are the secretariat’s to choose', async () => {
    const set = actionOf(await through('Mốc nhắc', 'Loại việc', 'Hội nghị'), 'Trước 30');
    const list = actionOf(await through(), 'Mốc nhắc');

    expect(replyShown(await office.press(LAN, LAN, set))).toContain('chỉ dành cho');
    expect(replyShown(await office.press(LAN, LAN, list))).toContain('chỉ dành cho');
    expect(replyShown(await office.press(SECRETARY, WARDS, list))).toContain('riêng');
    expect((await office.directory()).settings.ladderRules).toEqual([]);
  });
});

describe('the days of the school year', () => {
  test('are set in one message; questions about semesters follow', async () => {
    const asked = await through('Ngày nghỉ', 'Năm học');
    const unread = await office.say(SECRETARY, SECRETARY, '31/5, 05/9');
    const page = await office.say(SECRETARY, SECRETARY, '4/9, 12/01, 15.1.2026 và 29/05');

    expect(replyShown(asked)).toContain('Hiện nay: 05/9, 18/01, 19/01, 31/5');
    expect(replyShown(unread)).toContain('Chưa đọc được đủ bốn ngày');
    expect(replyShown(page)).toContain('Năm học: khai giảng 04/9, hết học kỳ I 12/01, học kỳ II từ 15/01');
    expect((await office.directory()).settings.schoolYear).toEqual({
      startsOn: '09-04',
      semester1EndsOn: '01-12',
      semester2StartsOn: '01-15',
      endsOn: '05-29',
    });
    expect(replyShown(await office.say(SECRETARY, SECRETARY, 'học kỳ 2 có việc gì'))).toContain('15/01');
    expect(await office.read.audit.about('school-year')).toHaveLength(1);
  });

  test('given up, or by another, stay as they are', async () => {
    const page = await through('Ngày nghỉ');
    const way = actionOf(page, 'Năm học');
    const before = (await office.directory()).settings;
    const asked = await office.press(SECRETARY, SECRETARY, way);
    await pressed(office, SECRETARY, asked, 'Huỷ');
    await office.say(SECRETARY, SECRETARY, '04/9, 12/01, 15/01, 29/5');

    expect(replyShown(await office.press(LAN, LAN, way))).toContain('chỉ dành cho');
    expect((await office.directory()).settings).toEqual(before);
  });
});

describe('days of the office’s own', () => {
  test('a day off moves the stage before it back, a Saturday made up is worked', async () => {
    const asked = await through('Ngày nghỉ', 'Thêm ngày');
    const unread = await office.say(SECRETARY, SECRETARY, 'hôm nào đó');
    const day = await office.say(SECRETARY, SECRETARY, '05/12/2024');
    await pressed(office, SECRETARY, day, 'Ngày nghỉ');
    await through('Ngày nghỉ', 'Thêm ngày');
    const saturday = await office.say(SECRETARY, SECRETARY, '07/12/2024');
    const page = await pressed(office, SECRETARY, saturday, 'Ngày làm việc');

    expect(replyShown(asked)).toContain('Đề nghị ghi ngày');
    expect(replyShown(unread)).toContain('Chưa đọc được ngày');
    expect([await works('2024-12-05'), await works('2024-12-07')]).toEqual([false, true]);
    expect((await review()).nextStageOn).toBe('2024-12-04');
    expect(replyShown(page)).toContain('Thứ Năm 05/12/2024: nghỉ ✎');
    expect(replyShown(page)).toContain('Thứ Bảy 07/12/2024: làm việc ✎');
    expect(await office.read.audit.about('own-days')).toHaveLength(2);
  });

  test('a holiday of the country may be worked, and follow the calendar again', async () => {
    const page = await through('Ngày nghỉ');
    const day = await pressed(office, SECRETARY, page, '01/01/2025');
    await pressed(office, SECRETARY, day, 'Ngày làm việc');
    const worked = await works('2025-01-01');

    await pressed(office, SECRETARY, day, 'Theo lịch chung');

    expect([worked, await works('2025-01-01')]).toEqual([true, false]);
    expect((await office.directory()).settings.ownDays).toEqual({ off: [], worked: [] });
  });

  test('a span closes its working days alone, and cancelling changes nothing', async () => {
    const asked = await through('Ngày nghỉ', 'Thêm ngày');
    await pressed(office, SECRETARY, asked, 'Huỷ');
    await through('Ngày nghỉ', 'Thêm ngày');
    const span = await office.say(SECRETARY, SECRETARY, '05/12 – 10/12/2024');
    const set = actionOf(span, 'Ngày nghỉ');
    await office.press(SECRETARY, SECRETARY, set);
    await office.press(SECRETARY, SECRETARY, set);

    expect((await office.directory()).settings.ownDays.off).toEqual([
      '2024-12-05',
      '2024-12-06',
      '2024-12-09',
      '2024-12-10',
    ]);
    expect(replyShown(await office.press(LAN, LAN, set))).toContain('chỉ dành cho');
    const forged = {
      kind: 'day_set',
      from: dateOf('2024-01-01'),
      to: dateOf('2099-01-01'),
      as: 'off',
    } as const;
    expect(replyShown(await office.press(SECRETARY, SECRETARY, forged))).toContain('Không có lựa chọn này');
  });
});

describe('a unit that is asked, not told', () => {
  const register = () =>
    obligationOf(office, { task: '7', owner: 'UBND phường Kim Mã', dueOn: '2025-01-14' });

  /** What the unit's focal point reads in private of a task whose day has passed. */
  async function overdueText(): Promise<string> {
    await tickAt(office, '2025-01-17T08:30:00+07:00');
    const { id } = await register();
    for (const notice of await noticesOf(office, 'reminder')) {
      const lines = await office.read.notices.linesOf(notice.id);
      if (!lines.some(({ obligationId }) => obligationId === id)) continue;
      const preview = await previewNotice(office.dependencies, notice, lines);
      return 'parts' in preview ? preview.parts.map(shown).join('\n') : preview.withheld;
    }
    throw new Error('nothing was said');
  }

  test('is asked for its cooperation after the deadline, chosen by a press', async () => {
    await through('Xưng hô', 'Xem tiếp', 'UBND phường Kim Mã');
    const page = await through('Xưng hô');
    expect(replyShown(page)).toContain('[Phòng Nội vụ]\n');

    const text = await overdueText();

    expect(text).toContain('Trân trọng đề nghị quý cơ quan quan tâm phối hợp');
    expect(text).not.toMatch(/quá hạn|chưa nhận được|lần nhắc cuối/);
    expect(replyShown(page)).toContain('Đang chọn: UBND phường Kim Mã');
    const second = await pressed(office, SECRETARY, page, 'Xem tiếp');
    expect(replyShown(second)).toMatch(/\[◀ Quay lại\] \[Xem tiếp ▶\]\n\[◀ Cài đặt\]$/);
    expect((await office.read.audit.list({ actionPrefix: 'settings.', skip: 0, limit: 1 }))[0]).toMatchObject(
      {
        before: { tone: 'usual' },
        after: { tone: 'courteous' },
      },
    );
  });

  test('others are told as ever, and a second press takes it back', async () => {
    await through('Xưng hô', 'Xem tiếp', 'UBND phường Kim Mã');
    await through('Xưng hô', 'Xem tiếp', '✔ UBND phường Kim Mã');

    expect(await overdueText()).toContain('chưa nhận được kết quả');
  });

  test('a list says it by its column, and one that does not leaves it', async () => {
    const unit = {
      code: 'MTTQ',
      name: 'Ủy ban MTTQ Việt Nam quận',
      aliases: [],
      kind: 'mass_organisation',
      membership: null,
      contact: null,
    };
    const tones = async () =>
      (await office.directory()).units.find(({ code }) => code === 'MTTQ')?.tone ?? 'usual';

    await importOrganisation(office.dependencies, {
      clusters: [],
      units: [{ ...unit, tone: 'Trân trọng đề nghị' }],
    });
    const said = await tones();
    await importOrganisation(office.dependencies, { clusters: [], units: [unit] });

    expect([said, await tones()]).toEqual(['courteous', 'courteous']);
  });
});
