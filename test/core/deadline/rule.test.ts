import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { type DeadlineRule, isStanding, ruleKey, ruleKeys } from '../../../src/core/deadline/rule.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const rulesOf = (phrase: string): readonly DeadlineRule[] =>
  readDeadline(phrase, { now: dateOf('2024-11-04') }).rules;

describe('the key of a rule', () => {
  test('stays when the day moves', () => {
    expect(rulesOf('Trước ngày 15/4 hằng năm').map(ruleKey)).toEqual(
      rulesOf('chậm nhất ngày 30/3 hằng năm').map(ruleKey),
    );
  });

  test('tells cadences and clusters apart', () => {
    const phrase =
      '- Trước ngày 30/3 hằng năm (đối với Cụm các đơn vị hành chính) - Trước 30/10 hằng năm (các Cụm thi đua trường học)';

    expect(ruleKeys(rulesOf(phrase))).toEqual(['yearly:administrative', 'yearly:school']);
    expect(ruleKeys(rulesOf('Các phòng, ban: trước 20/11/2024'))).toEqual(['once:phong-ban']);
  });

  test('is numbered where a task has the same twice', () => {
    expect(ruleKeys(rulesOf('Đợt 1: trước ngày 30/4/2025; Đợt 2: trước ngày 30/9/2025'))).toEqual([
      'once',
      'once-2',
    ]);
  });
});

test.each([
  ['Hằng năm', true],
  ['Thường xuyên', true],
  ['Giai đoạn 2021-2025', true],
  ['02 lần/năm', true],
  ['Trước ngày 31/12 hằng năm', false],
  ['Năm 2025', false],
  ['Theo kế hoạch của Thành phố', false],
])('%s is standing: %s', (phrase, standing) => {
  expect(rulesOf(phrase).map(isStanding)).toEqual([standing]);
});
