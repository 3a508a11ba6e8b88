import { describe, expect, test } from 'vitest';
import { instantOf, parseInstant, type Zone } from '../../src/core/time/instant.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { dateSeenFrom, fullDate, shortDate, timeOfDay, weekdayDate } from '../../src/i18n/days.ts';
import en from '../../src/i18n/locales/en.json' with { type: 'json' };
import vi from '../../src/i18n/locales/vi.json' with { type: 'json' };
import { translator } from '../../src/i18n/translator.ts';

/** Every text with its key, plural forms under one key. */
function textsOf(node: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : textsOf(value as object, `${prefix}${key}.`),
  );
}

const VIETNAMESE = textsOf(vi);
const ENGLISH = textsOf(en);

const placeholders = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name ?? ''))].toSorted();

const offending = (texts: readonly [string, string][], sign: RegExp): string[] =>
  texts.filter(([, text]) => sign.test(text)).map(([key]) => key);

describe('every text', () => {
  test('has no exclamation mark, no markup, no messenger’s name', () => {
    expect(VIETNAMESE.length + ENGLISH.length).toBeGreaterThan(300);
    // Save where it is the very thing that is meant: by which way a result came, for which one a text is.
    const found = offending([...VIETNAMESE, ...ENGLISH], /!|<\/?[a-z]+>|\*\*|telegram|zalo/i);
    expect(found.filter((key) => key !== 'record.source.zalo' && key !== 'button.plainCopy')).toEqual([]);
  });

  test('speaks to a comrade, not to a friend', () => {
    expect(offending(VIETNAMESE, /(^|[^\p{L}])(bạn|mày|tớ)([^\p{L}]|$)/iu)).toEqual([]);
  });

  test('leaves the name of the standing agency to the office', () => {
    expect(offending([...VIETNAMESE, ...ENGLISH], /Phòng Nội vụ|Thường trực H|Standing Agency/)).toEqual([]);
  });

  test('in English counts one thing as one', () => {
    const several = ENGLISH.filter(([key]) => !/_(one|other)$/.test(key));
    const found = offending(several, /(?<!\/)\{\{count\}\} (\w+ )?\w+s\b/);
    // Of these there are always several.
    expect(found.filter((key) => !['task.leadCount', 'kin.together', 'upcoming.none'].includes(key))).toEqual(
      [],
    );
  });

  test('in English calls the standing agency “the …”, whose name has no article', () => {
    const found = offending(ENGLISH, /(?<!\bthe )\{\{secretariat\}\}/i);
    // Where the name itself is asked for.
    expect(found.filter((key) => !key.startsWith('settings.'))).toEqual([]);
  });

  test('says the same things in both languages', () => {
    const english = new Map(
      ENGLISH.map(([key, text]) => [key.replace(/_(one|other)$/, ''), placeholders(text)]),
    );
    const different = VIETNAMESE.filter(([key, text]) => {
      const other = english.get(key.replace(/_(one|other)$/, '')) ?? [];
      // A person's form of address belongs to Vietnamese alone.
      return (
        placeholders(text)
          .filter((name) => name !== 'address')
          .join() !== other.filter((name) => name !== 'address').join()
      );
    });

    expect(different.map(([key]) => key)).toEqual([]);
  });
});

describe('days and hours', () => {
  const day = dateOf('2024-11-09');

  test('are written as the office writes them', () => {
    expect(fullDate(day)).toBe('09/11/2024');
    expect(shortDate(day)).toBe('09/11');
    expect(weekdayDate(translator('vi'), day)).toBe('Thứ Bảy 09/11/2024');
    expect(weekdayDate(translator('en'), day)).toBe('Saturday 09/11/2024');
    const at = parseInstant('2024-11-08T17:05:59Z') ?? instantOf(0);
    expect(timeOfDay(at, 'Asia/Ho_Chi_Minh' as Zone)).toBe('00:05');
  });

  test('name the year only where it is another', () => {
    expect(dateSeenFrom(day, dateOf('2024-01-01'))).toBe('09/11');
    expect(dateSeenFrom(day, dateOf('2025-01-01'))).toBe('09/11/2024');
  });
});

test('what people wrote stands in a text as they wrote it', () => {
  const title = '<b>&</b> 🌸 {{count}} $t(day.left)';

  expect(translator('vi')('due.task', { no: '6', title })).toBe(`6. ${title}`);
});
