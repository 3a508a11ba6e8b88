import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import type { ClusterId, PlanId, TaskId } from '../../../src/core/id.ts';
import { unownedOccurrences } from '../../../src/core/obligation/unowned.ts';
import { wantedObligations } from '../../../src/core/obligation/wanted-obligations.ts';
import { calendarsOf } from '../../../src/core/organisation/calendars.ts';
import type { Directory } from '../../../src/core/organisation/directory.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import type { PlanBook, RuleId } from '../../../src/core/plan/plan-book.ts';
import type { Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const settings = defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi');
const kind = (code: string) => ({ code, names: { vi: code, en: code }, calendar: 'calendar_year' as const });
const directory = {
  settings,
  units: [],
  clusters: [
    {
      id: 'wards' as ClusterId,
      code: 'wards',
      name: 'wards',
      kind: 'administrative',
      validFrom: null,
      validTo: null,
    },
  ],
  clusterKinds: [kind('administrative'), kind('school')],
  memberships: [],
  appointments: [],
} as unknown as Directory;

/** A plan of 2024–2028 whose one row every cluster owes. */
function bookOf(words: string): PlanBook {
  const { rules } = readDeadline(words, { now: dateOf('2024-11-04') });
  return {
    plans: [
      {
        id: 'plan' as PlanId,
        number: '29/KH-UBND',
        issuer: '',
        issuedOn: dateOf('2024-01-10'),
        title: '',
        periodFrom: dateOf('2024-01-01'),
        periodTo: dateOf('2028-12-31'),
      },
    ],
    tasks: [
      {
        id: 'task' as TaskId,
        planId: 'plan' as PlanId,
        no: '1',
        parentId: null,
        section: null,
        title: 'Tổng kết',
        deadlineWords: words,
        parties: [{ part: 'lead', party: { kind: 'cluster_head' }, words: '' }],
        rules: rules.map((rule, at) => ({
          id: `rule-${at}` as RuleId,
          rule,
          appliesTo: rule.appliesTo,
          words,
        })),
        withdrawnOn: null,
      },
    ],
    movements: [],
    events: [],
    pairs: [],
  } as unknown as PlanBook;
}

const window = { from: dateOf('2024-01-01'), to: dateOf('2029-12-31') };
const calendars = calendarsOf(settings);
const cycles = (words: string): string[] =>
  wantedObligations(bookOf(words), directory, calendars, window).map(({ periodKey }) => periodKey);
const unowned = (words: string): number =>
  unownedOccurrences(bookOf(words), directory, calendars, window).length;

describe('what is owed', () => {
  test('of standing work ends with its own years, within those of the plan', () => {
    expect(cycles('Hằng năm')).toEqual(['2024', '2025', '2026', '2027', '2028']);
    expect(cycles('Giai đoạn 2024-2025')).toEqual(['2024', '2025']);
    expect(cycles('Giai đoạn 2027-2030')).toEqual(['2027', '2028']);
  });

  test('of what comes back ends with its term', () => {
    expect(cycles('Trước ngày 15/12 hằng năm, đến hết năm 2026')).toEqual(['2024', '2025', '2026']);
    expect(cycles('Trước ngày 15/12 các năm 2025-2026')).toEqual(['2025', '2026']);
  });

  test('over the new year belongs to the year in which it begins', () => {
    expect(cycles('Từ 15/12 đến 15/01 hằng năm')).toEqual(['2024', '2025', '2026', '2027', '2028']);
  });
});

describe('a deadline that nobody owes', () => {
  test('for a kind of cluster that the office does not know is shown', () => {
    expect(unowned('Trước ngày 20/11/2024 (khối mầm non)')).toBe(1);
  });

  test('for a kind of which the office has no cluster is none of its own', () => {
    expect(unowned('Trước ngày 30/5/2025 (các trường học)')).toBe(0);
    expect(unowned('Trước ngày 20/12/2024 (Cụm hành chính)')).toBe(0);
  });
});
