import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultWorkCalendar } from '../../../src/core/calendar/public-holidays.ts';
import { isWorkingDay } from '../../../src/core/calendar/work-calendar.ts';
import { extendedDays, mayBeAsked } from '../../../src/core/obligation/extension.ts';
import type { Obligation } from '../../../src/core/obligation/obligation.ts';
import { DEFAULT_LADDERS } from '../../../src/core/organisation/ladder.ts';
import type { Task } from '../../../src/core/plan/plan-book.ts';
import { afterClaim, saysTheSame, takesBack } from '../../../src/core/report/apply-claim.ts';
import { correctionEnds } from '../../../src/core/report/correction.ts';
import {
  instantAt,
  localDateAt,
  minuteOfDay,
  minuteOfDayAt,
  type Zone,
} from '../../../src/core/time/instant.ts';
import { addDays, dateOf } from '../../../src/core/time/local-date.ts';
import { readEvidence } from '../../../src/core/work/evidence.ts';
import { type Meeting, STEP_NAMES, STEPS, sameHalfDay, stepsOf } from '../../../src/core/work/step.ts';
import { proposedWorkKind, WORK_KINDS } from '../../../src/core/work/work-kind.ts';
import { PROGRESS_STEPS, type ProgressClaim, stateAfter } from '../../../src/core/work/work-state.ts';
import { freshObligation } from '../../support/fresh-obligation.ts';

const ZONE = 'Asia/Ho_Chi_Minh' as Zone;
const work = { ...defaultWorkCalendar(), hours: { from: minuteOfDay('08:00'), to: minuteOfDay('17:00') } };

describe('the kind of a task', () => {
  test.each([
    ['Tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng và phát động phong trào', 'conference'],
    ['Tổ chức ký kết giao ước thi đua, xây dựng kế hoạch hoạt động năm của các Cụm', 'conference'],
    ['Tổ chức tổng kết, bình xét đề nghị khen thưởng các Cụm thi đua', 'conference'],
    ['Xây dựng kế hoạch và chuẩn bị tổ chức Hội nghị điển hình tiên tiến', 'document'],
    ['Ban hành, sửa đổi các quy chế, quy định về công tác thi đua', 'document'],
    ['Hướng dẫn các đơn vị xây dựng kế hoạch', 'document'],
    ['Phong trào thi đua “An toàn thực phẩm”', 'general'],
    ['Phân công ổn định cán bộ làm công tác thi đua', 'general'],
    ['', 'general'],
  ])('of “%s” is proposed as %s', (title, kind) => {
    expect(proposedWorkKind(title)).toBe(kind);
  });

  test('does not hang on accents, case or decomposed letters', () => {
    expect(proposedWorkKind('TO CHUC HOI NGHI')).toBe('conference');
    expect(proposedWorkKind('Tổ chức Hội nghị'.normalize('NFD'))).toBe('conference');
  });
});

test('the steps of a kind lead forward, below "done", and each belongs to one kind', () => {
  for (const kind of WORK_KINDS) {
    const percents = stepsOf(kind).map((step) => STEPS[step].percent as number);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.every((percent) => percent > 0 && percent < 100)).toBe(true);
  }
  expect(([...WORK_KINDS, 'given'] as const).flatMap(stepsOf).toSorted()).toEqual(STEP_NAMES.toSorted());
});

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays(dateOf('2024-01-01'), days));
const meeting: fc.Arbitrary<Meeting> = day.map((on) => ({
  on,
  minute: minuteOfDay('08:30'),
  place: 'Hội trường',
  chair: '',
}));
const claim: fc.Arbitrary<ProgressClaim> = fc.oneof(
  fc.constantFrom(...PROGRESS_STEPS).map((percent) => ({ kind: 'percent' as const, percent })),
  fc.tuple(fc.constantFrom(...STEP_NAMES), meeting).map(([step, at]) => ({
    kind: 'step' as const,
    step,
    meeting: step === 'scheduled' ? at : null,
  })),
  fc.string().map((reason) => ({ kind: 'blocked' as const, reason })),
  fc.constant({ kind: 'done' as const }),
);

const fresh = freshObligation();

const ladders = {
  settings: { ladders: DEFAULT_LADDERS, ladderRules: [] },
  book: {
    plans: [],
    tasks: [{ id: fresh.taskId, planId: null, title: '' } as Task],
    movements: [],
    events: [],
    pairs: [],
  },
};

const told = (claims: readonly ProgressClaim[], today = dateOf('2024-11-04')): Obligation =>
  claims.reduce((before, said) => {
    const state = stateAfter(before.state, said);
    const at = instantAt(today, minuteOfDay('09:00'), ZONE);
    return state === null ? before : afterClaim(before, said, state, { at, today, ladders, work });
  }, fresh);

describe('whatever is told of an obligation, in any order', () => {
  test('percent, step and day of the conference go together', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 6 }), (claims) => {
        const after = told(claims);
        const reached = after.step === null ? null : STEPS[after.step].percent;
        expect(after.state === 'done' ? after.percent : 100).toBe(100);
        expect(after.state === 'in_progress' ? (reached ?? after.percent) : after.percent).toBe(
          after.percent,
        );
        expect(after.step === 'scheduled' && after.meeting === null).toBe(false);
        expect(after.meeting === null || after.step === 'scheduled' || after.step === 'held').toBe(true);
        expect(after.reason === null).toBe(after.state !== 'blocked');
      }),
    );
  });

  test('nobody is reminded of what is done, and of a fixed conference not before its day is over', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 6 }), day, (claims, today) => {
        const after = told(claims, today);
        const { nextStageOn, step, meeting: held } = after;
        expect(after.state === 'done' ? nextStageOn : null).toBeNull();
        fc.pre(step === 'scheduled' && held !== null && nextStageOn !== null);
        expect(held !== null && nextStageOn !== null && nextStageOn > held.on).toBe(true);
        expect(nextStageOn !== null && isWorkingDay(work, nextStageOn)).toBe(true);
      }),
    );
  });

  test('saying it again changes nothing, and takes nothing back', () => {
    fc.assert(
      fc.property(fc.array(claim, { minLength: 1, maxLength: 5 }), (claims) => {
        const once = told(claims);
        const twice = told([...claims, ...claims.slice(-1)]);
        expect(saysTheSame(once, twice)).toBe(true);
        expect(takesBack(once, twice)).toBe(false);
      }),
    );
  });
});

test('a report may be taken back until 17:30 of a working day after it, never of the same day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
      const ends = correctionEnds(instantAt(on, minute as ReturnType<typeof minuteOfDay>, ZONE), ZONE, work);
      expect(localDateAt(ends, ZONE) > on).toBe(true);
      expect(isWorkingDay(work, localDateAt(ends, ZONE))).toBe(true);
      expect(minuteOfDayAt(ends, ZONE)).toBe(minuteOfDay('17:30'));
    }),
  );
});

describe('a later day', () => {
  test('is asked for after the present one, and counts to its end', () => {
    fc.assert(
      fc.property(day, day, day, (wanted, dueOn, today) => {
        fc.pre(mayBeAsked(wanted, dueOn, today));
        expect(wanted > dueOn && wanted >= today).toBe(true);
        expect(extendedDays(wanted)).toEqual({
          namedOn: wanted,
          dueOn: wanted,
          dueMinute: null,
          overdueFrom: addDays(wanted, 1),
          exclusive: false,
        });
      }),
    );
  });
});

test.each([
  ['45/BC-UBND ngày 04/11/2024', { kind: 'document', number: '45/BC-UBND', on: '2024-11-04' }],
  [
    'Báo cáo số 45 /BC-UBND, ngày 4 tháng 11 năm 2024',
    { kind: 'document', number: '45/BC-UBND', on: '2024-11-04' },
  ],
  ['ngày 04/11/2024, số 7/KH', { kind: 'document', number: '7/KH', on: '2024-11-04' }],
  ['12/QĐ-UBND', { kind: 'document', number: '12/QĐ-UBND', on: null }],
  ['12/QĐ-UBND ngày 31/02/2024', 'noSuchDay'],
  ['https://badinh.hanoi.gov.vn/x?y=1', { kind: 'link', url: 'https://badinh.hanoi.gov.vn/x?y=1' }],
  ['đã gửi rồi', null],
  ['04/11/2024', null],
  ['', null],
])('“%s” is read as evidence', (text, evidence) => {
  expect(readEvidence(text)).toEqual(evidence);
});

test('two conferences fall together in one half-day only', () => {
  const held = (on: string, time: string | null): Meeting => ({
    on: dateOf(on),
    minute: time === null ? null : minuteOfDay(time),
    place: '',
    chair: '',
  });

  expect(sameHalfDay(held('2024-12-12', '08:00'), held('2024-12-12', '11:30'))).toBe(true);
  expect(sameHalfDay(held('2024-12-12', '08:00'), held('2024-12-12', '14:00'))).toBe(false);
  expect(sameHalfDay(held('2024-12-12', '08:00'), held('2024-12-13', '08:00'))).toBe(false);
  expect(sameHalfDay(held('2024-12-12', null), held('2024-12-12', '08:00'))).toBe(false);
});
