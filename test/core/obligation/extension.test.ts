import { expect, test } from 'vitest';
import type { DatedRule, MonthDay } from '../../../src/core/deadline/rule.ts';
import type { Id } from '../../../src/core/id.ts';
import { isSeenExtended } from '../../../src/core/obligation/extension.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const ID = 'rule' as Id<'rule'>;
const DATED = { time: null, appliesTo: null } as const;

/** Whether an obligation by the rule, now due on the day and named so, is seen to be extended. */
function isExtended(rule: DatedRule, dueOn: string, exclusive = false): boolean {
  const task = { rules: [{ id: ID, rule, appliesTo: null, words: '' }] };
  const obligation = { ruleId: ID, exclusive, dueOn: dateOf(dueOn) };
  return isSeenExtended(obligation, task);
}

const ON = dateOf('2024-12-02');
const once = (inclusive: boolean): DatedRule => ({ ...DATED, kind: 'once', on: ON, inclusive });
const yearly: DatedRule = {
  ...DATED,
  kind: 'yearly',
  by: '12-20' as MonthDay,
  yearOffset: 0,
  inclusive: true,
};
const monthly: DatedRule = {
  ...DATED,
  kind: 'monthly',
  day: 25,
  fromDay: null,
  anchor: 'same_month',
  inclusive: true,
};

test('“trước ngày X” gives way to a day that is included', () => {
  expect(isExtended(once(false), '2024-12-01', true)).toBe(false);
  expect(isExtended(once(false), '2024-12-20')).toBe(true);
});

test('“chậm nhất ngày X” gives way to another day than it names', () => {
  expect(isExtended(once(true), '2024-12-02')).toBe(false);
  expect(isExtended(once(true), '2024-12-20')).toBe(true);
  expect(isExtended(yearly, '2025-12-20')).toBe(false);
  expect(isExtended(yearly, '2025-12-31')).toBe(true);
});

test('a rule that names its days by counting tells nothing', () => {
  expect(isExtended(monthly, '2024-12-31')).toBe(false);
});
