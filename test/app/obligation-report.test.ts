import { expect, test } from 'vitest';
import { obligationReport } from '../../src/app/asking/obligation-report.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { sampleOffice } from '../support/sample-office.ts';

test('standing work is listed once a year that the range touches, last', async () => {
  const { read, clock } = await sampleOffice();
  const standingIn = async (from: string, to: string) => {
    const range = { from: dateOf(from), to: dateOf(to) };
    const filter = { ...range, cluster: null, unit: null, standing: true };
    const rows = await obligationReport(read, filter, clock.now());
    const standing = rows.filter(({ dueOn }) => dueOn === null);
    expect(rows.slice(rows.length - standing.length)).toEqual(standing);
    return standing.map(({ id }) => id);
  };

  const inThis = await standingIn('2024-12-01', '2024-12-31');
  const inNext = await standingIn('2025-01-01', '2025-01-31');

  expect(inThis.length).toBeGreaterThan(0);
  expect(inNext).toHaveLength(inThis.length);
  expect(new Set(await standingIn('2024-12-01', '2025-01-31'))).toEqual(new Set([...inThis, ...inNext]));
  expect(await standingIn('2023-01-01', '2023-12-31')).toEqual([]);
});
