import { describe, expect, test } from 'vitest';
import { open, read } from '../../../src/core/question/signs/reading.ts';
import type { Token } from '../../../src/core/question/token.ts';
import { contextAt, ownMessages } from './sample.ts';

const context = contextAt();
const MOST_TIMES_MEDIAN = 20;

/** How often the reading looks at a token, for each character of the text. */
function looksPerCharacter(text: string): number {
  const opening = open(text, context);
  let looks = 0;
  const tokens = new Proxy(opening.tokens as Token[], {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/u.test(key)) looks++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  read({ ...opening, tokens }, context);
  return looks / Math.max(1, text.length);
}

const median = (() => {
  const all = ownMessages()
    .map(({ text }) => looksPerCharacter(text))
    .sort((a, b) => a - b);
  return all[Math.floor(all.length / 2)] ?? 0;
})();

describe('the effort of reading', () => {
  test('is measured', () => expect(median).toBeGreaterThan(0));

  test.each([
    ['one letter', 'a'],
    ['numbers', '12 '],
    ['dates', '15/11 '],
    ['a chain of days', '15-'],
    ['a list of months', 'tháng 4, '],
    ['"hết tháng"', 'hết tháng '],
    ['"từ"', 'từ '],
    ['"1 tháng"', '1 tháng '],
    ['question words', 'gì nào '],
    ['conditions', 'ai thì '],
    ['names', 'phường Kim Mã '],
    ['clusters', 'cụm số '],
    ['topics', 'tổng kết cụm '],
    ['unknown words', 'xyzt '],
    ['people', 'chị Lan ơi '],
  ])('stays near the median for %s over and over', (_name, piece) => {
    const text = piece.repeat(Math.floor(4_096 / piece.length));

    expect(looksPerCharacter(text)).toBeLessThan(median * MOST_TIMES_MEDIAN);
  });
});
