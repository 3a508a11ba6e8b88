import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerDeadline } from '../../../src/core/deadline/next.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const NOW = dateOf('2024-11-04');
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'));
const { phrases } = fixture('deadline-phrases.dev.json') as { phrases: { phrase: string }[] };
const own = fixture('deadline-phrases.own.json') as readonly (readonly [string, ...unknown[]])[];

/** Two or three words of phrases that people have written. */
const FRAGMENTS = [
  ...new Set(
    [...phrases.map(({ phrase }) => phrase), ...own.map(([phrase]) => phrase)].flatMap((phrase) => {
      const words = phrase.split(/\s+/);
      return words.map((_, at) => words.slice(at, at + 2 + (at % 2)).join(' '));
    }),
  ),
];
const PLAIN_DAY = [
  'Trước ngày',
  'Chậm nhất ngày',
  'Chậm nhất',
  'Đến hết ngày',
  'Hạn cuối:',
  'Hoàn thành trước',
];
const soup = fc
  .array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '));
const bound = fc.constantFrom(...PLAIN_DAY);
const two = (value: number) => String(value).padStart(2, '0');
const day = fc
  .record({ day: fc.integer({ min: 10, max: 28 }), month: fc.integer({ min: 1, max: 12 }) })
  .map((date) => `${date.day}/${two(date.month)}/2025`);
const noDay = fc.oneof(
  fc.constantFrom('31/6', '30/02', '31/11', '29/02/2025', '32/12', '12/25/2024', '00/12/2024', '31/04/2026'),
  fc.record({ day: fc.integer({ min: 32, max: 99 }), month: fc.integer({ min: 1, max: 12 }) }).map((date) => {
    return `${date.day}/${date.month}/2025`;
  }),
  fc
    .record({ day: fc.integer({ min: 13, max: 31 }), month: fc.integer({ min: 13, max: 99 }) })
    .map((date) => {
      return `${date.day}/${date.month}/2025`;
    }),
);

describe('words put together at random', () => {
  test('are read without failing, and what names no rule asks for a person', () => {
    fc.assert(
      fc.property(soup, (phrase) => {
        const answer = answerDeadline(phrase, NOW);

        expect(answer.review || answer.rules.length > 0).toBe(true);
        expect(answer.nextOn === null || answer.nextOn >= NOW).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test('with a day that no calendar has carry review and name no day before it is decided', () => {
    fc.assert(
      fc.property(bound, noDay, fc.option(soup, { nil: '' }), (before, impossible, rest) => {
        const answer = answerDeadline(`${before} ${impossible}; ${rest}`, NOW);

        expect(answer).toMatchObject({ review: true, nextOn: null });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('two days for one thing', () => {
  const different = fc.tuple(day, day).filter(([one, other]) => one !== other);

  test.each([
    [' (', ')'],
    [' hoặc ', ''],
    [', thay cho ngày ', ''],
    [' thay vì ', ''],
    [' (gia hạn đến ', ')'],
    [', lùi đến ngày ', ''],
    [' (điều chỉnh thành ', ')'],
    [', không phải ngày ', ''],
    [' (trước đây là ', ')'],
  ])('joined by %j are put before a person', (joint, close) => {
    fc.assert(
      fc.property(bound, different, (before, [one, other]) => {
        expect(answerDeadline(`${before} ${one}${joint}${other}${close}`, NOW).review).toBe(true);
      }),
    );
  });

  test('of which the later words extend the first leave the later one', () => {
    fc.assert(
      fc.property(bound, different, (before, [one, other]) => {
        const { rules } = answerDeadline(`${before} ${one} (gia hạn đến ngày ${other})`, NOW);
        const [dayOf, monthOf, yearOf] = other.split('/');

        expect(rules).toMatchObject([{ kind: 'once', on: `${yearOf}-${monthOf}-${dayOf}` }]);
      }),
    );
  });
});

describe('words that put a day in doubt', () => {
  test.each([
    (before: string, on: string) => `Từ ngày ${on}`,
    (before: string, on: string) => `Sau ngày ${on}`,
    (before: string, on: string) => `Dự kiến ${before.toLowerCase()} ${on}`,
    (before: string, on: string) => `Khoảng ${on}`,
    (before: string, on: string) => `${before} ${on} (dự kiến)`,
    (before: string, on: string) => `${before} ${on}, trừ các trường học`,
    (before: string, on: string) => `${before} ${on} (trừ khối phường)`,
    (before: string, on: string) => `${before} ${on} (nếu trùng ngày nghỉ thì lùi sang ngày tiếp theo)`,
    (before: string, on: string) => `Không tổ chức ${before.toLowerCase()} ${on}`,
    (before: string, on: string) => `${before} ${on} hằng năm`,
    (before: string, on: string) => `${before} ${on}, sau đó 10 ngày làm việc kể từ ngày ký`,
  ])('are put before a person (%#)', (phrase) => {
    fc.assert(
      fc.property(fc.constantFrom('Trước ngày', 'Chậm nhất ngày'), day, (before, on) => {
        expect(answerDeadline(phrase(before, on), NOW).review).toBe(true);
      }),
    );
  });
});

describe('what is said of time and stands in no rule', () => {
  const bounded = fc.tuple(fc.constantFrom('Trước ngày', 'Chậm nhất ngày'), day);
  const yearless = bounded.map(([before, on]) => `${before} ${on.slice(0, -'/2025'.length)}`);

  test('is put before a person where a word of time says of a day what nobody knows', () => {
    const unit = fc.constantFrom('năm', 'của năm', 'tháng', 'quý', 'của quý', 'tuần');
    const unknown = fc.constantFrom('tuyển sinh', 'bầu cử', 'kết thúc nhiệm kỳ', 'cao điểm');

    fc.assert(
      fc.property(yearless, unit, unknown, (deadline, word, name) => {
        expect(answerDeadline(`${deadline} ${word} ${name}`, NOW).review).toBe(true);
      }),
    );
  });

  test('is put before a person where it comes round more often than the days', () => {
    const often = fc.constantFrom('hằng tuần', 'hằng tháng', 'mỗi quý', 'hằng quý');

    fc.assert(
      fc.property(often, yearless, (cycle, deadline) => {
        expect(answerDeadline(`Báo cáo ${cycle}; tổng kết ${deadline} hằng năm`, NOW).review).toBe(true);
      }),
    );
    expect(answerDeadline('Hằng tuần báo cáo, tổng hợp trước ngày 25 hằng tháng', NOW).review).toBe(true);
  });

  test.each([
    'Cao điểm 01/12–31/01, báo cáo hằng tuần thứ Sáu',
    'Báo cáo quý I: trước ngày 05 tháng sau',
    'Trong tháng 12, thứ Sáu hằng tuần',
    'Chưa ấn định; tạm lấy 15/11',
    'Thời gian chính thức thông báo sau, trước mắt lấy mốc 15/11/2024',
    'Một trong các ngày 10, 11, 12/11',
    'Chọn một ngày trong các ngày 10, 11, 12/12/2024',
    'Trước 1/12; muộn nhất cũng không quá 5/12',
    'Trước ngày 15/11/2024, trường hợp đặc biệt không quá ngày 20/11/2024',
    'Nộp sớm trước 10/11 thì cộng điểm, chậm nhất 20/11',
    '20/11 và các ngày tiếp theo',
    '25/11/2024 và các kỳ tiếp theo',
    'Hạn 15/11, trễ lắm là 18/11',
    'Thông thường trước 15/11, cá biệt 18/11',
    'Tháng này ngày 25, từ tháng sau ngày 20',
    'Năm học này trước 15/5, năm học sau trước 10/5',
    'Tháng hành động vì bình đẳng giới hằng năm',
    'Tuần lễ Biển và Hải đảo hằng năm',
    'Tổ chức vào ngày 14 âm lịch hằng tháng',
    'Từ ngày 8 đến 12 tháng Ba âm lịch hằng năm',
    'Báo cáo 6 tháng đầu năm và hằng năm',
    'Định kỳ hằng năm (trước ngày 15/12), 06 tháng/lần và đột xuất theo yêu cầu',
    'Trước ngày 05 của tháng đầu tiên sau kỳ báo cáo',
    'Trước ngày 20 của tháng quy định trong chương trình công tác',
    'Mở lớp tập huấn 03 đợt: đợt 1 tháng 3, đợt 2 tháng 6 và đợt cuối trong quý IV/2025',
    'Cách ngày 30/11/2024 ít nhất 10 ngày',
    '15 phút trước giờ khai mạc 20/11/2024',
    'Quý I và III: ngày 10 tháng cuối quý',
    'Trước và trong ngày 30/4',
    'Dời từ 15/11/2024 sang 22/11/2024',
    'Trước ngày 15/11/2024 hoặc 15 ngày sau hội nghị',
  ])('is put before a person: %s', (phrase) => {
    expect(answerDeadline(phrase, NOW).review).toBe(true);
  });

  test.each([
    'Một trong những nhiệm vụ trọng tâm, hoàn thành trước 15/11/2024',
    'Đăng ký điểm thưởng trước ngày 15/12/2024',
    'Gửi Cục Hàng không Việt Nam trước ngày 31/5 hằng năm',
    'Trước ngày 20/7 hằng năm để tổng hợp trong dự kiến nhu cầu dự toán',
    'Hưởng ứng Tháng hành động vì bình đẳng giới, trước 15/12/2024',
    'Khi đã có dữ liệu, hoàn thành trong tháng 11/2025',
    'Báo cáo lần đầu trước 15/12/2024; các lần sau trước ngày 15 tháng cuối quý',
  ])('is told from what only sounds like it: %s', (phrase) => {
    expect(answerDeadline(phrase, NOW).review).toBe(false);
  });

  test('is no distance from the end of a period, which comes as often as it', () => {
    const answer = answerDeadline('Định kỳ hằng quý, trong vòng 20 ngày kể từ ngày kết thúc quý', NOW);

    expect(answer).toMatchObject({ review: false, rules: [{ kind: 'relative', anchor: 'quarter_end' }] });
  });
});

describe('a slip of the pen', () => {
  const slips: readonly (readonly [string, (text: string, at: number) => string])[] = [
    ['doubled', (text, at) => text.slice(0, at + 1) + text.slice(at)],
    ['exchanged', (text, at) => `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`],
  ];

  test.each([
    'Trước ngày 15 của tháng cuối quý',
    'Chậm nhất ngày 20 tháng đầu mỗi quý',
    'Trong tháng 6 và tháng 12 hằng năm',
    'Từ tháng 9 đến hết tháng 11/2024',
    'Trước ngày 10 mỗi quý, trong tháng đầu',
  ])('in a word of "%s" changes nothing or is put before a person', (phrase) => {
    const { rules } = answerDeadline(phrase, NOW);
    const letters = [...phrase.matchAll(/\p{L}/gu)].map(({ index }) => index);
    const silent = slips.flatMap(([slip, write]) =>
      letters
        .filter((at) => slip === 'doubled' || /\p{L}/u.test(phrase[at + 1] ?? ''))
        .map((at) => write(phrase, at))
        .filter((written) => {
          const answer = answerDeadline(written, NOW);
          return !answer.review && JSON.stringify(answer.rules) !== JSON.stringify(rules);
        }),
    );

    expect(letters.length).toBeGreaterThan(15);
    expect(silent).toEqual([]);
  });

  test.each(['rước ngày 31/12/2024', 'Trước ngày 31/12 hằng nm', 'Trong tháng 6 và háng 12 hằng năm'])(
    'that loses a letter is put before a person: %s',
    (phrase) => {
      expect(answerDeadline(phrase, NOW).review).toBe(true);
    },
  );

  test.each(['trongquý 01/2026', 'QuýI, Quý II hằng năm', 'Chậm nhấtngày 20 tháng cuối quý'])(
    'that runs words together is put before a person: %s',
    (phrase) => {
      expect(answerDeadline(phrase, NOW).review).toBe(true);
    },
  );
});
