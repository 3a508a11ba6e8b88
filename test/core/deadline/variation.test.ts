import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerDeadline } from '../../../src/core/deadline/next.ts';
import type { DeadlineRule } from '../../../src/core/deadline/rule.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const NOW = dateOf('2024-11-04');
const { phrases } = JSON.parse(
  readFileSync(new URL('../../fixtures/deadline-phrases.dev.json', import.meta.url), 'utf8'),
) as { phrases: { phrase: string }[] };

const unmarked = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Other ways to write the same, by name. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'without marks': unmarked,
  'in capitals': (text) => text.toUpperCase(),
  'without marks in capitals': (text) => unmarked(text).toUpperCase(),
  decomposed: (text) => text.normalize('NFD'),
  'with unbreakable spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'with doubled spaces': (text) => text.replaceAll(' ', '  '),
  'with tabs': (text) => text.replaceAll(' ', '\t'),
  'broken before each number': (text) => text.replace(/ (?=\d{1,2}\/)/g, '\n'),
  'broken before hằng': (text) => text.replace(/ (?=h[ằà]ng)/g, '\r\n'),
  'with long dashes': (text) => text.replaceAll('-', '–'),
  'with dots in dates': (text) => text.replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, '$1.$2.$3'),
  'with dashes in dates': (text) => text.replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, '$1-$2-$3'),
  'with months in words': (text) => text.replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, '$1 tháng $2 năm $3'),
  'with spaced slashes': (text) => text.replace(/(\d)\/(?=\d)/g, '$1 / '),
  'with hàng for hằng': (text) => text.replace(/ằng/g, 'àng'),
  'with mỗi for hằng': (text) => text.replace(/h[ằà]ng (?=năm|tháng|quý|tuần)/g, 'mỗi '),
  'with i for y': (text) => text.replace(/quý/g, 'quí').replace(/Quý/g, 'Quí').replace(/kỳ/g, 'kì'),
  'with the tone elsewhere': (text) => text.replace(/rước/g, 'ruớc').replace(/uý/g, 'úy'),
  'with the day hard by its word': (text) => text.replace(/ngày (?=\d)/g, 'ngày'),
  'in round brackets': (text) => `(${text})`,
  'in square brackets': (text) => `[${text}]`,
  'in quotation marks': (text) => `“${text}”`,
  'behind a dash': (text) => `- ${text}`,
  'behind the letter of a list': (text) => `a) ${text}`,
  'behind "Thời hạn:"': (text) => `Thời hạn: ${text}`,
  'behind "Yêu cầu"': (text) => `Yêu cầu ${small(text)}`,
  'behind "Hoàn thành"': (text) => (text === '-' ? text : `Hoàn thành ${small(text)}`),
  'before a remark': (text) => `${text} (báo cáo về Phòng Nội vụ)`,
  'before "theo quy định"': (text) => `${text} theo quy định`,
  'before a full stop': (text) => `${text}.`,
};

/** A reading without the words that it only quotes. */
function meaningOf(rules: readonly DeadlineRule[]): unknown[] {
  return rules.map((rule) => {
    const quoted = rule.kind === 'relative' && !rule.anchor.endsWith('_end') ? { anchor: '' } : {};
    const { text: _, on: __, ...kept } = { text: '', ...rule, ...quoted } as Record<string, unknown>;
    const names = typeof rule.appliesTo === 'string' ? unmarked(rule.appliesTo).toLowerCase() : null;
    return { ...kept, appliesTo: names, on: rule.kind === 'once' ? rule.on : null };
  });
}

describe('a phrase written otherwise', () => {
  test.each(Object.entries(WAYS))('%s means the same or is put before a person', (_way, rewrite) => {
    const others = phrases.filter(({ phrase }) => rewrite(phrase) !== phrase);
    const differing = others.flatMap(({ phrase }) => {
      const [one, other] = [answerDeadline(phrase, NOW), answerDeadline(rewrite(phrase), NOW)];
      const meant = { next: one.nextOn, rules: meaningOf(one.rules), review: one.review };
      const read = { next: other.nextOn, rules: meaningOf(other.rules), review: one.review && other.review };
      return other.review || JSON.stringify(meant) === JSON.stringify(read) ? [] : [{ phrase, meant, read }];
    });

    expect(others.length).toBeGreaterThanOrEqual(7);
    expect(differing).toEqual([]);
  });
});
