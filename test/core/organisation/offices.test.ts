import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterId, UnitId } from '../../../src/core/id.ts';
import type { Membership } from '../../../src/core/organisation/cluster.ts';
import { withEnd, withOffice, withoutUnit } from '../../../src/core/organisation/offices.ts';
import { proposedEnd, termOf } from '../../../src/core/organisation/term.ts';
import { addDays, dateOf } from '../../../src/core/time/local-date.ts';

const cluster = 'c' as ClusterId;
const [A, B, C] = ['a', 'b', 'c'] as UnitId[] as [UnitId, UnitId, UnitId];

const row = (
  unitId: UnitId,
  office: Membership['office'],
  from: string,
  to: string | null = null,
): Membership => ({
  clusterId: cluster,
  unitId,
  office,
  from: dateOf(from),
  to: to === null ? null : dateOf(to),
});

const told = (rows: readonly Membership[]): string[] =>
  rows.map(({ unitId, office, from, to }) => `${unitId} ${office} ${from}…${to ?? ''}`).toSorted();

describe('a term', () => {
  test.each([
    ['2024-11-04', 'calendar_year', '2024-01-01', '2024-12-31'],
    ['2024-08-31', 'school_year', '2023-09-01', '2024-08-31'],
    ['2024-09-01', 'school_year', '2024-09-01', '2025-08-31'],
  ] as const)('of %s in a %s', (day, calendar, from, to) => {
    expect(termOf(dateOf(day), calendar)).toEqual({ from, to });
  });

  test.each([
    ['2024-11-29', '2024-12-31'],
    ['2024-11-30', '2025-12-31'],
    ['2025-01-01', '2025-12-31'],
    ['2025-01-16', '2025-12-31'],
  ])('proposed for whoever begins on %s ends on %s', (from, end) => {
    expect(proposedEnd(dateOf(from), 'calendar_year')).toBe(end);
  });
});

describe('naming a unit', () => {
  const rows = [
    row(A, 'lead', '2024-01-01', '2024-12-31'),
    row(A, 'member', '2025-01-01'),
    row(B, 'deputy', '2024-01-01', '2024-12-31'),
    row(B, 'member', '2025-01-01'),
    row(C, 'member', '2024-01-01'),
  ];

  test('gives it the office for its term, and a place as a member after it', () => {
    const after = withOffice(rows, row(B, 'lead', '2025-01-01', '2025-12-31'));

    expect(told(after)).toEqual([
      'a lead 2024-01-01…2024-12-31',
      'a member 2025-01-01…',
      'b deputy 2024-01-01…2024-12-31',
      'b lead 2025-01-01…2025-12-31',
      'b member 2026-01-01…',
      'c member 2024-01-01…',
    ]);
  });

  test('in the middle of a term makes whoever had the office a member', () => {
    const after = withOffice([row(A, 'lead', '2024-01-01'), row(C, 'member', '2024-01-01')], {
      ...row(C, 'lead', '2024-06-01'),
    });

    expect(told(after)).toEqual([
      'a lead 2024-01-01…2024-05-31',
      'a member 2024-06-01…',
      'c lead 2024-06-01…',
      'c member 2024-01-01…2024-05-31',
    ]);
  });

  test('again replaces what was named before it began', () => {
    const first = withOffice(rows, row(B, 'lead', '2025-01-01', '2025-12-31'));
    const second = withOffice(first, row(C, 'lead', '2025-01-01', '2025-12-31'));

    expect(told(second).filter((one) => one.includes('2025-01-01'))).toEqual([
      'a member 2025-01-01…',
      'b member 2025-01-01…2025-12-31',
      'c lead 2025-01-01…2025-12-31',
    ]);
  });
});

test('a term that is given an end leaves a member', () => {
  const lead = row(A, 'lead', '2024-11-04');

  expect(told(withEnd([lead], lead, dateOf('2024-12-31')))).toEqual([
    'a lead 2024-11-04…2024-12-31',
    'a member 2025-01-01…',
  ]);
});

test('a unit that is no more leaves with its last day', () => {
  const rows = [row(A, 'lead', '2024-01-01', '2024-12-31'), row(A, 'member', '2025-01-01')];

  expect(told(withoutUnit(rows, A, dateOf('2024-06-30')))).toEqual(['a lead 2024-01-01…2024-06-30']);
});

test('however often units are named, each has one place on any day, and an office one holder', () => {
  const day = fc.integer({ min: 0, max: 1000 }).map((count) => addDays(dateOf('2024-01-01'), count));
  const naming = fc.record({
    unitId: fc.constantFrom(A, B, C),
    office: fc.constantFrom('lead' as const, 'deputy' as const),
    from: day,
    length: fc.option(fc.integer({ min: 30, max: 365 })),
  });
  const start = [A, B, C].map((unit) => row(unit, 'member', '2024-01-01'));

  fc.assert(
    fc.property(fc.array(naming, { maxLength: 6 }), day, (namings, on) => {
      const rows = namings.reduce<Membership[]>(
        (before, { length, ...named }) =>
          withOffice(before, {
            clusterId: cluster,
            ...named,
            to: length === null ? null : addDays(named.from, length),
          }),
        start,
      );
      const holding = rows.filter(({ from, to }) => from <= on && (to === null || on <= to));
      for (const unit of [A, B, C]) {
        expect(holding.filter(({ unitId }) => unitId === unit)).toHaveLength(1);
      }
      for (const office of ['lead', 'deputy']) {
        expect(holding.filter((one) => one.office === office).length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
