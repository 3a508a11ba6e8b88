import { describe, expect, test } from 'vitest';
import { followUp } from '../../../src/core/question/follow-up.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { contextAt } from './sample.ts';

const context = contextAt();
const month = { from: '2024-11-01', to: '2024-11-30' };

describe('after "tháng này có việc gì đến hạn"', () => {
  const before = understand('bot ơi tháng này có việc gì đến hạn', context);

  test.each([
    ['còn tháng sau?', { intent: 'due_in_range', range: { from: '2024-12-01', to: '2024-12-31' } }],
    ['thế quý sau thì sao', { intent: 'due_in_range', range: { from: '2025-01-01', to: '2025-03-31' } }],
    ['của cụm 2 thì sao', { intent: 'due_in_range', range: month, slots: { cluster: 'Cụm số 2' } }],
    ['còn đơn vị em?', { intent: 'due_in_range', range: month, slots: { unit: 'SELF' } }],
    ['chi tiết mục 6', { intent: 'task_detail', slots: { task_no: '6' } }],
    ['ai làm', { intent: 'who_leads' }],
    ['việc quá hạn thì sao', { intent: 'overdue' }],
  ])('"%s" leans on it or stands by itself', (text, expected) => {
    expect(followUp(before, text, context)).toMatchObject(expected);
  });

  test.each(['cảm ơn bot', 'ok', 'chị Lan ơi mai họp nhé', 'ăn cơm chưa', 'em nộp rồi ạ', 'thế à'])(
    '"%s" is not for the bot',
    (text) => {
      expect(followUp(before, text, context).intent).toBe('none');
    },
  );
});

test('nothing leans on help', () => {
  const before = understand('bot làm được gì', context);

  expect(
    followUp(before, 'cho xin số điện thoại phường Kim Mã', { ...context, spokenTo: true }),
  ).toMatchObject({
    slots: { out_of_scope: true, reason: 'personal data' },
  });
});

describe('after the deadline of the pact', () => {
  const before = understand('hạn ký giao ước thi đua là ngày nào', context);

  test('"ai chủ trì" asks about the same row', () => {
    expect(followUp(before, 'ai chủ trì', context)).toMatchObject({
      intent: 'who_leads',
      slots: { task_no: '3' },
    });
  });

  test('"cụm trường thì sao" asks for the schools', () => {
    expect(followUp(before, 'cụm trường thì sao', context)).toMatchObject({
      intent: 'task_detail',
      slots: { task_no: '3', cluster_type: 'school' },
    });
  });
});

test('after the state of a cluster, that of a unit is a state of a unit', () => {
  const before = understand('tiến độ cụm 2 bot', context);

  expect(followUp(before, 'phường Kim Mã thì sao', context)).toMatchObject({
    intent: 'unit_status',
    slots: { unit: 'Phường Kim Mã' },
  });
});
