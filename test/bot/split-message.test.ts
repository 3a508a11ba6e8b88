import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message, Span } from '../../src/app/ports/message.ts';
import { markRepeated } from '../../src/bot/mark-repeated.ts';
import { partsFor, spanText, splitMessage } from '../../src/bot/split-message.ts';
import { shortTitle } from '../../src/bot/views/message.ts';
import { translator } from '../../src/i18n/translator.ts';
import { textOf } from '../support/message-text.ts';

const LIMIT = 60;

const word = fc.oneof(
  fc.constantFrom('nhiệm', 'vụ', 'Thường', 'trực', 'đề', 'nghị', '🌸', '👩‍🏫', '<b>&', 'a\u0302\u0301', '🇻🇳'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
);
const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(' '));
const span: fc.Arbitrary<Span> = fc.oneof(
  words,
  words.map((bold) => ({ bold })),
  words.map((italic) => ({ italic })),
);
const entry = fc.array(span, { minLength: 1, maxLength: 4 });
const message: fc.Arbitrary<Message> = fc.record({
  entries: fc.array(entry, { minLength: 1, maxLength: 12 }),
  buttons: fc.constant([[{ label: 'Gửi', data: '1h' }]]),
});

const lengthOf = (text: string): number => Array.from(text).length;
/** Without half of a surrogate pair, which UTF-8 cannot say. */
const isWhole = (text: string): boolean => Buffer.from(text).toString() === text;
const entryText = (spans: readonly Span[]): string => spans.map(spanText).join('');

test('every part is within the limit, in code points', () => {
  fc.assert(
    fc.property(message, (one) => {
      for (const part of splitMessage(one, LIMIT)) expect(lengthOf(textOf(part))).toBeLessThanOrEqual(LIMIT);
    }),
  );
});

test.each(['vi', 'en'] as const)('a part has room for the remark that it may be a repeat: %s', (locale) => {
  const long: Message = { entries: Array.from({ length: 500 }, () => ['nhiệm vụ thứ mười']), buttons: [] };

  const parts = partsFor({ textLimit: 4096 }, long);

  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) {
    expect(lengthOf(textOf(markRepeated(part, translator(locale))))).toBeLessThanOrEqual(4096);
  }
});

test('nothing is lost and nothing is added', () => {
  fc.assert(
    fc.property(message, (one) => {
      const before = one.entries.map(entryText).join('');
      const after = splitMessage(one, LIMIT).flatMap(({ entries }) => entries.map(entryText));
      expect(after.join('')).toBe(before);
    }),
  );
});

test('an entry that fits is never cut, nor loses its marks', () => {
  fc.assert(
    fc.property(message, (one) => {
      const kept = splitMessage(one, LIMIT).flatMap(({ entries }) => entries);
      for (const fits of one.entries.filter((spans) => lengthOf(entryText(spans)) < LIMIT)) {
        expect(kept).toContainEqual(fits);
      }
    }),
  );
});

test('buttons stand under the last part only', () => {
  fc.assert(
    fc.property(message, (one) => {
      const parts = splitMessage(one, LIMIT);
      expect(parts.at(-1)?.buttons).toEqual(one.buttons);
      for (const part of parts.slice(0, -1)) expect(part.buttons).toEqual([]);
    }),
  );
});

test('no part is without words and no letter is torn', () => {
  fc.assert(
    fc.property(message, (one) => {
      for (const part of splitMessage(one, LIMIT)) {
        expect(textOf(part)).not.toBe('');
        expect(isWhole(textOf(part))).toBe(true);
      }
    }),
  );
});

test('an attachment goes with the last part', () => {
  const attachment = { name: 'KH-45.pdf', type: 'application/pdf', bytes: new Uint8Array(1) };
  const long = { entries: [['một '.repeat(30)], ['hai']], buttons: [], attachment };

  const parts = splitMessage(long, LIMIT);

  expect(parts.length).toBeGreaterThan(2);
  expect(parts.map((part) => part.attachment)).toEqual([...parts.slice(1).map(() => undefined), attachment]);
});

test('what fits stays one message, unchanged', () => {
  const short: Message = {
    entries: [['Kính gửi'], [{ bold: 'đơn vị' }]],
    buttons: [[{ label: 'Gửi', data: '1h' }]],
  };

  expect(splitMessage(short, LIMIT)).toEqual([short]);
});

describe('a shortened title', () => {
  const title = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 200 }));

  test('keeps its beginning, within the length and one mark', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 5, max: 90 }), (text, longest) => {
        const short = shortTitle(text, longest);
        const isWholeTitle = lengthOf(text) <= longest;
        const begin = isWholeTitle ? short : short.slice(0, -1);
        expect(short).toBe(isWholeTitle ? text : `${begin}…`);
        expect(text.startsWith(begin)).toBe(true);
        expect(lengthOf(begin)).toBeLessThanOrEqual(longest);
        expect(isWhole(short)).toBe(true);
      }),
    );
  });

  test('ends at a word where there is one, else where it must', () => {
    expect(shortTitle('Tổ chức ký kết giao ước', 12)).toBe('Tổ chức ký…');
    expect(shortTitle('🌸'.repeat(20), 5)).toBe(`${'🌸'.repeat(5)}…`);
  });
});
