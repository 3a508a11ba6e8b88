import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INTENTS, type Slots } from '../../../src/core/question/question.ts';
import { LONGEST_TEXT } from '../../../src/core/question/token.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { contextAt, developmentMessages, ENTRIES, type Labelled, ownMessages } from './sample.ts';

const context = contextAt();
const SLOTS = [
  'unit',
  'cluster',
  'task_no',
  'cluster_type',
  'mode',
  'limit',
  'group_by',
  'role',
  'field',
  'filter',
] as const;
describe('the development messages', () => {
  const messages = developmentMessages();

  test('are read', () => expect(messages).toHaveLength(129));

  test.each(messages)('$text', ({ text, intent, range }) => {
    const question = understand(text, context);

    expect({ intent: question.intent, range: question.range }).toEqual({ intent, range });
  });

  test('name units, clusters, rows and roles', () => {
    const missed = messages.flatMap(({ text, slots }) => {
      const found = understand(text, context).slots;
      return SLOTS.filter((slot) => slots[slot] !== undefined && found[slot] !== slots[slot]).map(
        (slot) => `${text}: ${slot}`,
      );
    });

    expect(missed).toEqual([]);
  });
});

describe('our own messages', () => {
  const messages = ownMessages();

  test('are many, and half of them are not for the bot', () => {
    expect(messages.length).toBeGreaterThan(1_500);
    expect(messages.filter(({ intent }) => intent === 'none').length).toBeGreaterThan(700);
  });

  test.each(INTENTS)('say what they mean: %s', (wanted) => {
    const ours = messages.filter(({ intent }) => intent === wanted);
    const missed = ours.filter((message) => !isRight(message, message.text)).map(({ text }) => text);

    expect(ours.length).toBeGreaterThan(20);
    expect(missed).toEqual([]);
  });
});

describe('the same words in other letters', () => {
  const messages = [...developmentMessages(), ...ownMessages()];
  const rightShare = (spell: (text: string) => string): number => {
    const right = messages.filter((message) => isRight(message, spell(message.text)));
    return right.length / messages.length;
  };

  test('mean the same decomposed (NFD)', () => expect(rightShare((text) => text.normalize('NFD'))).toBe(1));

  test('mean the same in capitals', () =>
    expect(rightShare((text) => text.toUpperCase())).toBeGreaterThan(0.98));

  test('nearly always mean the same without marks', () =>
    expect(rightShare(withoutMarks)).toBeGreaterThan(0.98));

  test('mean the same with the tone in its old place', () =>
    expect(
      rightShare((text) =>
        text.replaceAll('oá', 'óa').replaceAll('oà', 'òa').replaceAll('uỷ', 'ủy').replaceAll('uý', 'úy'),
      ),
    ).toBeGreaterThan(0.995));
});

describe('slots', () => {
  const cases: readonly (readonly [text: string, slots: Slots])[] = [
    ['phường Xuân Đỉnh có quá hạn việc nào không bot', { unit: 'Phường Xuân Đỉnh' }],
    ['cụm 9 làm đến đâu rồi bot', { cluster: 'Cụm số 9' }],
    ['tiến độ PNV bot', { unit: 'Phòng Nội vụ' }],
    ['UBMTTQ có quá hạn gì không bot', { unit: 'Uỷ ban MTTQ Việt Nam quận' }],
    ['P. VHTT nợ việc gì bot', { unit: 'Phòng Văn hoá và Thông tin' }],
    [
      'đơn vị em đang làm, dự kiến 20/11 xong, bot cập nhật nhé',
      { unit: 'SELF', status: 'in_progress', expected: '2024-11-20' as never },
    ],
    ['phong trào do thành phố phát động bot', { origin: 'Thành phố' }],
    ['which movements were launched by the city bot', { origin: 'Thành phố' }],
    ['phong trào của Trung ương bot', { origin: 'Trung ương' }],
    ['22/12 là kỷ niệm bao nhiêu năm bot', { date: '2024-12-22' as never }],
    ['bot việc số 7 bên em được 60% rồi', { status: 'in_progress', task_no: '7' }],
    ['còn thiếu đơn vị nào bot', { filter: 'not_done' }],
    ['which units have not reported bot', { filter: 'not_done' }],
    ['việc 3 với việc 6 hạn ngày nào bot', { task_no: '3', other_rows: ['6'] }],
    ['mục 9.7 và 12 hạn khi nào bot', { task_no: '9.7', other_rows: ['12'] }],
    ['tien do kim ma bot', { unit: 'Phường Kim Mã' }],
    ['Kim Mã có việc gì đến hạn hả bot', { unit: 'Phường Kim Mã' }],
    ['kim ma con viec gi bot', { unit: 'Phường Kim Mã' }],
    ['kim mã tháng 12 có gì bot', { unit: 'Phường Kim Mã' }],
    ['bot việc của Kim Mã', { unit: 'Phường Kim Mã' }],
    ['ngọc hà tới đâu rồi bot', { unit: 'Phường Ngọc Hà' }],
    ['số đt anh Đức bot', { reason: 'personal data' }],
    ['zalo của chị Lan là gì bot', { reason: 'personal data' }],
    ['bot mục 6 đang vướng kinh phí', { mode: 'submit', status: 'in_progress', task_no: '6' }],
    ['bot thanh cong nop chua', { unit: 'Phường Thành Công' }],
    ['bot cụm mình có việc nào quá hạn không', { cluster: 'SELF' }],
    ['cụm 14 tháng 10 xong chưa bot', { cluster: 'Cụm số 14' }],
    ['bot ghi nhận phường Kim Mã ký giao ước ngày 28/10', { date: '2024-10-28' as never, status: 'done' }],
  ];

  test.each(cases)('%s', (text, slots) => expect(understand(text, context).slots).toMatchObject(slots));

  test('a topic that fits several rows offers at most three', () => {
    const { choices, slots } = understand(
      'bot ơi hạn kế hoạch phát hiện, bồi dưỡng điển hình tiên tiến là khi nào',
      context,
    );

    expect(slots.task_no).toBeUndefined();
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.length).toBeLessThanOrEqual(3);
  });
});

describe('what was not understood', () => {
  test.each([
    ['/han tháng 13', 'tháng 13'],
    ['/han abc', 'abc'],
    ['/due xyz', 'xyz'],
    ['/han 31/2', '31/2'],
    ['/han 5000', '5000'],
    ['/han cụm 1 tháng 14', 'cụm 1 tháng 14'],
    ['/tiendo abc', 'abc'],
    ['/sukien tháng 13', 'tháng 13'],
    ['bot ơi ngày 31/2 có gì', 'ngày 31/2'],
    ['bot tháng 13 có việc gì đến hạn', 'tháng 13'],
  ])('stands instead of other days: "%s"', (text, unread) => {
    expect(understand(text, context)).toMatchObject({ unread, range: null });
  });

  test.each([
    '/han',
    '/han nhé',
    '/han giúp em với',
    '/han tháng 12',
    '/han cụm 1',
    '/sapden 14',
    '/tiendo mục 6',
    '/tiendo 6',
    '/quahan các trường',
    '/phongtrao của thành phố',
    '/sukien 22/12',
    '/trogiup abc',
    'bot ơi tháng 12 có gì',
  ])('is nothing of "%s"', (text) => {
    expect(understand(text, context).unread).toBeUndefined();
  });
});

describe('a message known to be said to the bot', () => {
  const said = contextAt(undefined, true);

  test('reports without calling it by name', () => {
    const question = understand('phường Kim Mã đã nộp kế hoạch năm', said);

    expect(question).toMatchObject({
      intent: 'report_progress',
      slots: { mode: 'submit', unit: 'Phường Kim Mã' },
    });
  });

  test.each([
    ['cảm ơn bot nhé', 'thanks'],
    ['Thank you so much', 'thanks'],
    ['xin chào', 'greeting'],
    ['ok em', 'assent'],
  ])('is a courtesy where it is one: "%s"', (text, courtesy) => {
    expect(understand(text, said)).toMatchObject({ intent: 'none', reasons: [courtesy] });
  });

  test.each([
    ['how are we doing', 'unit_status'],
    ['what is left for us', 'my_tasks'],
    ['giao ước ký chưa', 'unit_status'],
    ['which wards have not signed', 'unit_status'],
    ['is everything done', 'unit_status'],
    ['xong hết chưa', 'unit_status'],
    ['còn ai chưa nộp không', 'unit_status'],
    ['bot chưa nộp ai', 'unit_status'],
    ['chua ai nop a', 'unit_status'],
    ['việc ký giao ước nộp cho ai', 'task_detail'],
    ['báo cáo tổng kết gửi về đâu', 'task_detail'],
    ['đăng ký thi đua nộp ở đâu ạ', 'task_detail'],
    ['bao nhieu % roi', 'cluster_status'],
    ['còn sót gì không', 'due_in_range'],
    ['tháng này', 'due_in_range'],
    ['cụm trưởng là ai', 'who_leads'],
  ])('is asked in short: "%s"', (text, intent) => expect(understand(text, said).intent).toBe(intent));

  test('asks about a task by its bare title', () => {
    const missed = ENTRIES.filter(({ kind }) => kind === 'task').filter((entry) => {
      const { intent, slots, choices } = understand(entry.names[0] ?? '', said);
      return intent !== 'task_detail' || ![slots.taskId, ...choices.map(({ id }) => id)].includes(entry.id);
    });

    expect(missed.map(({ names }) => names[0])).toEqual([]);
  });

  test('reports with a title in it', () => {
    const told = 'đã tổ chức Hội nghị biểu dương điển hình tiên tiến, “Người tốt, việc tốt”';

    expect(understand(told, said)).toMatchObject({ intent: 'report_progress', slots: { mode: 'submit' } });
  });

  test.each(['ok em', 'cảm ơn nhé', 'vâng ạ'])(
    'is still none where it asks and tells nothing: "%s"',
    (text) => {
      expect(understand(text, said).intent).toBe('none');
    },
  );
});

describe('any text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: LONGEST_TEXT }),
    fc.string({ unit: 'grapheme', maxLength: 600 }),
    fc
      .array(
        fc.constantFrom(
          'bot',
          'tháng',
          '12',
          '/',
          'từ',
          'đến',
          'trước',
          'quý',
          'IV',
          'cụm',
          'ai',
          'không',
          '?',
          'nửa',
          'đầu',
          'năm',
          '99',
          '31/02',
          '29/2',
          'tuần',
          'sau',
          'tết',
          'học kỳ',
          '/han',
          '0',
          '2024',
          '9999999',
        ),
        { maxLength: 40 },
      )
      .map((words) => words.join(' ')),
  );

  test('is read without an error, twice alike, with days in order', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const question = understand(text, context);

        expect(understand(text, context)).toEqual(question);
        expect(question.range === null || question.range.from <= question.range.to).toBe(true);
        expect(question.choices.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 400 },
    );
  });

  test('is answered with a reason', () => {
    const silent = ownMessages().filter(({ text }) => understand(text, context).reasons.length === 0);

    expect(silent).toEqual([]);
  });
});

test.each([
  ['mục 6 KH số 45/KH-UBND hạn khi nào', { task_no: '6', plan: '45' }],
  ['muc 3 cua ke hoach 045 ai chu tri', { task_no: '3', plan: '45' }],
  ['/tiendo mục 2 kế hoạch 29', { task_no: '2', plan: '29' }],
  ['mục 6 kế hoạch 5 năm hạn khi nào', { task_no: '6', plan: undefined }],
])('%s: the row, and of which plan', (text, { task_no: no, plan }) => {
  const { slots } = understand(text, context);

  expect([slots.task_no, slots.plan]).toEqual([no, plan]);
});

test.each([
  'mục 6 kế hoạch 45',
  'muc 6 kh 45',
  'mục 6 của KH 45/KH-UBND',
  'kế hoạch 45 mục 6',
  'nhiệm vụ số 6 kế hoạch 45',
])('%s and no more: that row of that plan', (text) => {
  const { intent, slots } = understand(text, context);

  expect([intent, slots.task_no, slots.plan]).toEqual(['task_detail', '6', '45']);
});

test.each(['mục 6 kế hoạch 45 em nộp rồi ạ', 'mục 6', 'các đồng chí xem mục 6 kế hoạch 45'])(
  '%s: said among people, and no question',
  (text) => expect(understand(text, context).intent).not.toBe('task_detail'),
);

function isRight({ intent, range }: Labelled, text: string): boolean {
  const question = understand(text, context);
  return question.intent === intent && JSON.stringify(question.range) === JSON.stringify(range);
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
}
