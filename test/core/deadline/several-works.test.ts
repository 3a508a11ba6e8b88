import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { foldVietnamese } from '../../../src/core/text/fold.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const now = dateOf('2024-11-04');
const read = (phrase: string) => readDeadline(phrase, { now });

/** The last day of each rule, in order. */
const days = (phrase: string) =>
  read(phrase).rules.map((rule) =>
    rule.kind === 'once' ? rule.on : rule.kind === 'range' ? rule.to : rule.kind,
  );

describe('a span of work and the day of another', () => {
  const phrases = [
    ['Hoàn thành trong quý IV/2024, báo cáo trước 15/01/2025', ['2024-12-31', '2025-01-15']],
    ['Triển khai trong tháng 11/2024, báo cáo kết quả trước ngày 10/12/2024', ['2024-11-30', '2024-12-10']],
    ['Thực hiện trong quý I/2025 và gửi báo cáo chậm nhất 15/4/2025', ['2025-03-31', '2025-04-15']],
    ['Tổ chức hội nghị tháng 12, quyết toán trước ngày 31/01/2025', ['2024-12-31', '2025-01-31']],
    ['Trình trước 15/11, ban hành trong quý I/2025', ['2024-11-15', '2025-03-31']],
    ['Tham mưu trước 15/01, triển khai từ tháng 02 đến tháng 11/2025', ['2025-01-15', '2025-11-30']],
    ['Triển khai từ tháng 02 đến tháng 11/2025, tổng kết trước 15/12', ['2025-11-30', '2025-12-15']],
    ['Tổ chức quý II, III/2025, báo cáo trước 15/10/2025', ['2025-06-30', '2025-09-30', '2025-10-15']],
    ['Đăng ký trước ngày 28/02 hằng năm, tổng kết trong tháng 12', ['yearly', 'yearly_month']],
  ] as const;

  test.each(phrases)('are both due: %s', (phrase, meant) => {
    expect(days(phrase)).toEqual(meant);
    expect(days(foldVietnamese(phrase))).toEqual(meant);
    expect(read(phrase).review).toBe(false);
  });

  test('are put before a person where the day lies in the span', () => {
    expect(read('Hoàn thành trong quý I/2025, báo cáo trước ngày 15/3/2025').reasons).toEqual([
      'SEVERAL_READINGS',
    ]);
  });

  test.each([
    'Báo cáo kết quả thực hiện trong quý I/2025, gửi trước ngày 15/4/2025',
    'Kết quả quý I/2025, báo cáo trước 15/4/2025',
    'Số liệu từ tháng 1 đến tháng 3/2025, gửi trước 15/4/2025',
    'Báo cáo trước 15/4/2025, kết quả thực hiện trong quý I/2025',
    'Hoàn thành trong quý II/2025, trước ngày 15/4/2025',
  ])('are one where the span is what is reported on, or only bounded anew: %s', (phrase) => {
    expect(days(phrase)).toEqual(['2025-04-15']);
  });
});

describe('several who each have a day', () => {
  const phrases = [
    [
      'UBND các phường gửi trước 05/12; Phòng Nội vụ tổng hợp, trình UBND trước 15/12',
      ['UBND các phường', 'Phòng Nội vụ'],
    ],
    [
      'Phòng Nội vụ dự thảo trước 10/11, Chủ tịch UBND ký ban hành trước 20/11',
      ['Phòng Nội vụ', 'Chủ tịch UBND'],
    ],
    ['Chi bộ họp xét trước 05/12. Đảng ủy thẩm định, báo cáo Quận ủy trước 15/12', ['Chi bộ', 'Đảng ủy']],
    ['Các đơn vị nộp trước 20/11; cơ quan thường trực tổng hợp trước 30/11', [null, 'cơ quan thường trực']],
  ] as const;

  test.each(phrases)('are each named: %s', (phrase, actors) => {
    const named = (text: string) => read(text).rules.map(({ appliesTo }) => appliesTo);

    expect(named(phrase)).toEqual(actors);
    expect(named(foldVietnamese(phrase)).map((name) => name !== null)).toEqual(
      actors.map((name) => name !== null),
    );
  });

  test.each([
    'Các đơn vị tự chấm điểm trước 25/11; Cụm trưởng tổng hợp trước 05/12',
    'Các đơn vị gửi trước ngày 10/6, Khối trưởng họp bình xét trước ngày 20/6',
  ])('are put before a person where one of them is a role: %s', (phrase) => {
    expect(read(phrase).reasons).toEqual(['SEVERAL_READINGS']);
  });
});

describe('how often, and the days', () => {
  test.each([
    ['02 lần/năm (tháng 4, tháng 10)', false],
    ['02 lần/năm (tháng 4)', true],
    ['03 lan/nam (thang 4, thang 10)', true],
    ['Mỗi quý 01 lần, báo cáo trước ngày 15/12', true],
    ['01 lần/quý, trước ngày 25 tháng cuối quý', false],
    ['Ít nhất 01 lần/năm, trong quý II và quý IV', false],
    ['02 lần/tháng, vào ngày 15 và ngày 28', false],
  ])('%s: to be asked %s', (phrase, review) => {
    expect(read(phrase).review).toBe(review);
  });

  test('days in brackets behind what comes back are put before a person', () => {
    for (const phrase of ['Chủ nhật hằng tuần (01, 08, 15, 22/3)', 'Ngày 25 hằng tháng (25/11, 25/12)'])
      expect(read(phrase).reasons).toContain('SEVERAL_READINGS');
  });
});

describe('standing work', () => {
  test.each(['Thường xuyên trong năm 2025', 'Thuong xuyen nam 2025', 'Năm 2025 (thường xuyên)'])(
    'through a year is never due: %s',
    (phrase) => {
      expect(read(phrase)).toMatchObject({ rules: [{ kind: 'ongoing' }, { kind: 'period' }], review: false });
    },
  );

  test.each([
    'Thường xuyên, cao điểm từ 01/3 đến 15/3',
    'Thường xuyên; cao điểm: tháng 5',
    'Thuong xuyen, trong tam thang 5 va thang 6/2025',
  ])('with its own stretch is put before a person, within one year too: %s', (phrase) => {
    expect(readDeadline(phrase, { now, planYear: 2025 }).reasons).toContain('SEVERAL_READINGS');
  });
});

describe('a distance in words beside its day', () => {
  test.each([
    'Chậm nhất ngày 31/01/2026 (43 ngày trước ngày bầu cử)',
    '31/01/2026 (tức là 43 ngày trước ngày bầu cử)',
  ])('only says how the day came about: %s', (phrase) => {
    expect(read(phrase)).toMatchObject({ rules: [{ kind: 'once', on: '2026-01-31' }], review: false });
  });

  test.each([
    ['03 ngày sau ngày bầu cử (18/3/2026)', '2026-03-18', '2026-03-21'],
    ['15 ngay truoc Dai hoi (30/6/2025)', '2025-06-30', '2025-06-15'],
  ])('has perhaps been counted already: %s', (phrase, on, counted) => {
    expect(read(phrase)).toMatchObject({
      rules: [{ kind: 'once', on }],
      alternatives: [[{ kind: 'once', on: counted }]],
      reasons: ['SEVERAL_READINGS'],
    });
  });
});

describe('spellings', () => {
  test.each([
    ['5.12.2024.', '2024-12-05'],
    ['30-Nov-24', '2024-11-30'],
    ['30 Nov 25', '2025-11-30'],
    ['30/Nov/2024', '2024-11-30'],
  ])('%s', (phrase, on) => {
    expect(read(phrase)).toMatchObject({ rules: [{ kind: 'once', on }], review: false });
  });

  test('"Nov-24" is a month or a day of one', () => {
    expect(read('Nov-24').review).toBe(true);
  });

  test.each(['Thường\nxuyên', 'Liên\ntục', 'thuong\nxuyen'])('%j, parted by a narrow column', (phrase) => {
    expect(read(phrase)).toMatchObject({ rules: [{ kind: 'ongoing' }], review: false });
  });
});

describe('what is said twice, and narrower the second time', () => {
  test.each([
    ['Quý II/2025 (tháng 5)', '2025-05-31'],
    ['6 tháng đầu năm 2025 (trong tháng 3)', '2025-03-31'],
    ['Tuần 2 tháng 11 (10-14/11/2025)', '2025-11-14'],
  ])('is the narrower: %s', (phrase, to) => {
    expect(read(phrase)).toMatchObject({ rules: [{ kind: 'range', to }], review: false });
  });

  test.each(['15/3/2025, chậm nhất 20/3/2025', 'Quý II/2025 (tháng 9)'])(
    'contradicts itself and is not passed over: %s',
    (phrase) => {
      const { rules, review } = read(phrase);

      expect(review || rules.length === 2).toBe(true);
    },
  );
});

describe('words left over', () => {
  test.each([
    'Những ngày cuối năm',
    'Giữa và cuối tháng',
    'giua va cuoi quy',
    'Đầu, cuối học kỳ',
    'Mid-December 2024',
    'Lần đầu trước 30/6/2025; sau đó 6 tháng/lần',
    'Trước 30/6/2025; định kỳ hằng quý',
    'Ngày 20 của tháng cuối quý, riêng quý IV ngày 10/12',
    'Hằng năm vào tháng 9, riêng năm 2025 vào tháng 10',
    'Đăng ký trước 15/3/2025, nghiệm thu quý IV/2025',
    'Khởi công quý I/2025, khánh thành trước 19/8/2025',
    'Xong phần móng trước Tết, hoàn thành toàn bộ trước 30/6/2025',
  ])('are put before a person: %s', (phrase) => {
    expect(read(phrase).review).toBe(true);
  });

  test.each([
    ['(1) Tháng 11/2024; (2) Tháng 12/2024; (3) Quý I/2025', ['2024-11-30', '2024-12-31', '2025-03-31']],
    ['Đại hội không quá 02 ngày, tổ chức trong tháng 6/2025', ['2025-06-30']],
    ['Đợt I từ 01/3 - 31/5; đợt II từ 01/9 - 30/11/2025', ['2025-05-31', '2025-11-30']],
    ['Trước 15/3; trước 15/11/2025', ['2025-03-15', '2025-11-15']],
    ['Start: 01/11/2024 - End: 30/11/2024', ['2024-11-30']],
    ['30/11/2024 00:00', ['2024-11-30']],
    ['20/11 >> 30/11/2024', ['2024-11-30']],
    ['H1/2025', ['2025-06-30']],
    ['Q3,4/2025', ['2025-09-30', '2025-12-31']],
    [
      'Kiểm tra: tháng 10; tổng hợp: tháng 11; suy tôn: tháng 12/2025',
      ['2025-10-31', '2025-11-30', '2025-12-31'],
    ],
    ['Quý IV + quý I/2025', ['2024-12-31', '2025-03-31']],
    [
      'Kiểm tra quý II và quý III, thông báo kết luận trước 30/10/2025',
      ['2025-06-30', '2025-09-30', '2025-10-30'],
    ],
  ])('are none here: %s', (phrase, meant) => {
    expect(days(phrase)).toEqual(meant);
    expect(read(phrase).review).toBe(false);
  });

  test('the month behind a quarter is none of each month', () => {
    expect(read('Trước ngày 10 tháng sau của quý')).toMatchObject({
      rules: [{ kind: 'quarterly', day: 10, anchor: 'first_month_of_next_quarter' }],
      review: false,
    });
  });

  test('a day of "năm báo cáo" comes back', () => {
    expect(read('Báo cáo 6 tháng đầu năm gửi trước ngày 10/7 của năm báo cáo')).toMatchObject({
      rules: [{ kind: 'yearly', by: '07-10' }],
      review: false,
    });
  });
});
