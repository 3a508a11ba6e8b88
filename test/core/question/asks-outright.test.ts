import { expect, test } from 'vitest';
import { asksOutright } from '../../../src/core/question/asks-outright.ts';
import deadlines from '../../fixtures/deadline-phrases.dev.json' with { type: 'json' };
import { contextAt } from './sample.ts';

const context = contextAt();

test.each([
  'tháng 12 có việc gì?',
  'thang 12 co viec gi',
  'ai chủ trì mục 3',
  'phường nào chưa nộp',
  'mục 8 hạn khi nào',
])('%s asks outright', (text) => expect(asksOutright(text, context)).toBe(true));

test.each(['hạn đến hết tháng 12', 'Cụm trưởng', 'Phòng Y tế', 'trước 15/12 ạ', '29/KH-UBND', '2021–2025'])(
  '%s is an answer',
  (text) => expect(asksOutright(text, context)).toBe(false),
);

test('no deadline of a real plan is taken for a question', () => {
  const phrases = deadlines.phrases.map(({ phrase }) => phrase);

  expect(phrases.length).toBeGreaterThan(100);
  expect(phrases.filter((phrase) => asksOutright(phrase, context))).toEqual([]);
});
