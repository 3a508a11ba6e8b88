import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultWorkCalendar } from '../../../src/core/calendar/public-holidays.ts';
import { isWorkingDay } from '../../../src/core/calendar/work-calendar.ts';
import { launchStages, nextLaunchStage } from '../../../src/core/launch/launch-stages.ts';
import { readCutOff } from '../../../src/core/launch/read-cut-off.ts';
import { readSendTime } from '../../../src/core/launch/read-send-time.ts';
import {
  addMs,
  DAY_MS,
  instantAt,
  localDateAt,
  minuteOfDay,
  parseInstant,
  type Zone,
} from '../../../src/core/time/instant.ts';
import { addDays, dateOf } from '../../../src/core/time/local-date.ts';

const zone = 'Asia/Ho_Chi_Minh' as Zone;
const work = defaultWorkCalendar();
const today = dateOf('2024-11-04');
const sentAt = instantAt(today, minuteOfDay('10:00'), zone);

describe('stages', () => {
  test.each([
    ['no cut-off', null, ['2024-11-05']],
    ['tomorrow', '2024-11-05', ['2024-11-05']],
    ['three working days', '2024-11-07', ['2024-11-05', '2024-11-07']],
    ['a Saturday', '2024-11-09', ['2024-11-05', '2024-11-08']],
    ['today', '2024-11-04', []],
  ])('with %s', (_, day, stages) => {
    const acknowledgeBy = day === null ? null : dateOf(day);

    expect(launchStages({ sentAt, acknowledgeBy, urgent: false }, { zone }, work)).toEqual(stages);
  });

  test('of HỎA TỐC know no days off', () => {
    const friday = instantAt(dateOf('2024-11-08'), minuteOfDay('21:00'), zone);

    expect(
      launchStages({ sentAt: friday, acknowledgeBy: dateOf('2024-11-10'), urgent: true }, { zone }, work),
    ).toEqual(['2024-11-09', '2024-11-10']);
  });

  test('are working days after it went out, in order, never after the cut-off', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(60), (sentIn, left) => {
        const at = addMs(sentAt, sentIn * DAY_MS);
        const sentOn = localDateAt(at, zone);
        const acknowledgeBy = addDays(sentOn, left);
        const stages = launchStages({ sentAt: at, acknowledgeBy, urgent: false }, { zone }, work);

        expect(stages.filter((day) => !isWorkingDay(work, day))).toEqual([]);
        expect(stages.every((day) => day > sentOn && day <= acknowledgeBy)).toBe(true);
        expect(stages).toEqual([...new Set(stages)].toSorted());
        expect(nextLaunchStage(stages, sentOn)).toBe(stages[0] ?? null);
        expect(nextLaunchStage(stages, acknowledgeBy)).toBeNull();
      }),
    );
  });
});

describe('a cut-off in words', () => {
  test.each([
    ['8/11', '2024-11-08'],
    ['ngày 08/11/2024', '2024-11-08'],
    ['trước ngày 8/11', '2024-11-07'],
    ['trước 17h ngày 8/11', '2024-11-08'],
    ['20/01', '2025-01-20'],
    ['01/11', 'past'],
    ['04/11', '2024-11-04'],
    ['trước ngày 5/11', '2024-11-04'],
    ['trước ngày 4/11', 'past'],
    ['05/11/2026', '2026-11-05'],
    ['3/4', '2025-04-03'],
    ['sớm nhất có thể', 'unclear'],
    ['31/11', 'unclear'],
    ['mai', '2024-11-05'],
    ['thứ 5', '2024-11-07'],
    ['thu nam', '2024-11-07'],
    ['trước thứ Sáu', '2024-11-07'],
    ['hết thứ Sáu tuần sau', '2024-11-15'],
    ['hôm nay', '2024-11-04'],
    ['hôm qua', 'past'],
    ['thứ Hai', 'unclear'],
    ['thứ Năm hoặc thứ Sáu', 'unclear'],
    ['thứ Năm hằng tuần', 'unclear'],
  ])('“%s” is %s', (words, meant) => {
    expect(readCutOff(words, { now: sentAt, zone, work })).toBe(meant);
  });

  test('today is over when the office closes', () => {
    const now = instantAt(today, minuteOfDay('17:00'), zone);

    expect(readCutOff('hôm nay', { now, zone, work })).toBe('past');
  });

  test.each([
    ['8h30 mai', '08:30', '2024-11-05'],
    ['sáng mai', '08:00', '2024-11-05'],
    ['14h thứ Năm', '14:00', '2024-11-07'],
  ])('“%s” is an instant', (words, time, day) => {
    const at = instantAt(dateOf(day), minuteOfDay(time), zone);

    expect(readSendTime(words, { now: sentAt, zone, work })).toBe(at);
  });
});

describe('a time to send in words', () => {
  test.each([
    ['08:30 ngày 05/11', '2024-11-05T08:30:00+07:00'],
    ['14h 04/11', '2024-11-04T14:00:00+07:00'],
    ['05/11', '2024-11-05T08:00:00+07:00'],
  ])('“%s”', (words, meant) => {
    expect(readSendTime(words, { now: sentAt, zone, work })).toBe(parseInstant(meant));
  });

  test.each([
    ['09:59 ngày 04/11', 'past'],
    ['khi nào xong', 'unclear'],
  ])('“%s” is %s', (words, kind) => {
    expect(readSendTime(words, { now: sentAt, zone, work })).toBe(kind);
  });
});
