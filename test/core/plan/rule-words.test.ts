import { expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { wordsOfRules } from '../../../src/core/plan/rule-words.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const context = { now: dateOf('2024-11-04') };
const wordsOf = (cell: string): string[] => {
  const { rules } = readDeadline(cell, context);
  return [...wordsOfRules(cell, rules, context).values()];
};

test('a cell with one deadline is its words', () => {
  expect(wordsOf('Trước ngày 31/12 hằng năm')).toEqual(['Trước ngày 31/12 hằng năm']);
});

test('each of several deadlines has the words of its own piece, without whom it is for', () => {
  expect(
    wordsOf(
      '- Trước ngày 30/3 hằng năm (đối với Cụm các đơn vị hành chính)\n- Trước 30/10 hằng năm (các Cụm thi đua trường học)',
    ),
  ).toEqual(['Trước ngày 30/3 hằng năm', 'Trước 30/10 hằng năm']);
});

test('a deadline that no piece says alone is printed', () => {
  const cell = 'Trước ngày 20/6 và 20/12 hằng năm';
  const words = wordsOf(cell);

  expect(words.length).toBeGreaterThan(0);
  for (const one of words) expect(one).toMatch(/20\/(0?6|12)/);
});
