import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerDeadline } from '../../../src/core/deadline/next.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const NOW = dateOf('2024-11-04');

const BEFORE = ['Trước ngày', 'Trước', 'Xong trước ngày', 'Hoàn thành trước ngày', 'Chậm nhất trước ngày'];
const BY = [
  'Chậm nhất ngày',
  'Muộn nhất vào ngày',
  'Không quá ngày',
  'Hạn cuối',
  'Hạn nộp:',
  'Thời hạn: ngày',
  'Đến hết ngày',
  'Đến ngày',
  'Ngày',
  'Hoàn thành vào ngày',
];
const bound = fc.oneof(
  fc.constantFrom(...BEFORE).map((words) => ({ words, inclusive: false })),
  fc.constantFrom(...BY).map((words) => ({ words, inclusive: true })),
);
const parts = fc.record({
  day: fc.integer({ min: 13, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.constantFrom(2024, 2025, 2026),
});
const two = (value: number) => String(value).padStart(2, '0');
const FORMS: readonly ((date: { day: number; month: number; year: number }) => string)[] = [
  ({ day, month, year }) => `${day}/${month}/${year}`,
  ({ day, month, year }) => `${day}/${two(month)}/${year}`,
  ({ day, month, year }) => `${day}-${month}-${year}`,
  ({ day, month, year }) => `${day}.${month}.${year}`,
  ({ day, month, year }) => `${day} / ${month} / ${year}`,
  ({ day, month, year }) => `${day} tháng ${month} năm ${year}`,
];

/** What stands before a deadline and is about something else, though it holds figures and words of time. */
const LEADS = [
  '',
  'Gửi báo cáo ',
  'Nộp hồ sơ về Phòng Nội vụ ',
  'Báo cáo kết quả năm 2024: ',
  'Tổng kết phong trào thi đua năm 2024 ',
  'Đăng ký danh hiệu thi đua năm 2025 ',
  'Bình xét danh hiệu năm học 2024-2025 ',
  'Khen thưởng chuyên đề giai đoạn 2021-2025: ',
  'Sơ kết 6 tháng đầu năm 2025: ',
  'Báo cáo quý I: ',
  'Đợt 2: ',
  'Lần 1 - ',
  '1.2. ',
  'Mục 3 Kế hoạch 29/KH-UBND: ',
  'Theo Công văn số 123/SNV-TĐKT ngày 05/9/2024, ',
  'Phát động thi đua 90 ngày đêm, ',
];
/** And behind it. */
const TRAILS = [
  '',
  ' (bản giấy và bản mềm)',
  ' để tổng hợp, báo cáo UBND Thành phố',
  ' theo Công văn số 123/SNV ngày 05/9/2024',
  ' (02 bộ)',
  ' kèm 03 phụ lục',
  ' theo mẫu 2.1',
  ' (số lượng: 05 tập thể, 10 cá nhân)',
  ' (kết quả 9 tháng đầu năm)',
  ' (tính đến năm 2024)',
  ' (thứ tự ưu tiên 1)',
  ' cho năm 2025',
  ', mỗi đơn vị 01 báo cáo',
  ' (điện thoại: 0912.345.678)',
  ' tại phòng 203',
];

describe('words around a deadline', () => {
  test('leave a day with its year what it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEADS),
        bound,
        parts,
        fc.constantFrom(...FORMS),
        fc.constantFrom(...TRAILS),
        (lead, { words, inclusive }, date, form, trail) => {
          // "Quyết định …, ngày 05/9/2024" names its issue.
          fc.pre(words !== 'Ngày' || !lead.startsWith('Theo'));
          const phrase = `${lead}${words} ${form(date)}${trail}`;

          const { rules, review } = answerDeadline(phrase, NOW);

          const on = `${date.year}-${two(date.month)}-${two(date.day)}`;
          expect({ phrase, rules, review }).toMatchObject({
            rules: [{ kind: 'once', on, inclusive }],
            review: false,
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('leave a day of every year what it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEADS),
        bound,
        parts,
        fc.constantFrom('hằng năm', 'hàng năm', 'mỗi năm'),
        fc.constantFrom(...TRAILS),
        (lead, { words, inclusive }, { day, month }, every, trail) => {
          const phrase = `${lead}${words} ${day}/${month} ${every}${trail}`;

          const { rules, review } = answerDeadline(phrase, NOW);

          const by = `${two(month)}-${two(day)}`;
          expect({ phrase, rules, review }).toMatchObject({
            rules: [{ kind: 'yearly', by, inclusive }],
            review: false,
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('those for whom each of several deadlines is', () => {
  const GROUPS = [
    ['Cụm trường học', 'school'],
    ['ngành giáo dục', 'school'],
    ['Cụm các đơn vị hành chính', 'administrative'],
    ['các phường', 'phường'],
    ['các xã, phường', 'xã, phường'],
    ['các phòng, ban', 'phòng, ban'],
    ['UBND các phường', 'UBND các phường'],
    ['cấp xã', 'xã'],
    ['khối mầm non', 'khối mầm non'],
    ['Công an quận', 'Công an quận'],
    ['cá nhân', 'cá nhân'],
  ] as const;
  const groups = fc
    .uniqueArray(fc.constantFrom(...GROUPS), { minLength: 1, maxLength: 3, selector: ([, name]) => name })
    .filter((chosen) => chosen.length > 0);
  const dates = fc.array(parts, { minLength: 3, maxLength: 3 });

  test.each<readonly [string, (group: string, deadline: string) => string]>([
    ['as headings', (group, deadline) => `${group}: ${deadline}`],
    ['as headings behind "đối với"', (group, deadline) => `đối với ${group}: ${deadline}`],
    ['before a dash', (group, deadline) => `${group} - ${deadline}`],
    ['before, behind "đối với"', (group, deadline) => `đối với ${group} ${deadline}`],
    ['behind', (group, deadline) => `${deadline} đối với ${group}`],
    ['in brackets', (group, deadline) => `${deadline} (${group})`],
    ['in brackets behind "áp dụng đối với"', (group, deadline) => `${deadline} (áp dụng đối với ${group})`],
    ['in brackets before', (group, deadline) => `(${group}) ${deadline}`],
  ])('are known %s', (_where, write) => {
    const joint = fc.constantFrom('; ', ', ', '\n', '. ', ' - ', '\n- ');
    const lead = fc.constantFrom('', '- ', 'a) ', 'Thời hạn: ', 'Yêu cầu ');

    fc.assert(
      fc.property(groups, bound, dates, joint, lead, (chosen, { words }, on, separator, before) => {
        // A dash cannot both announce a deadline and part it from the next.
        fc.pre(separator !== ' - ' || !write('', '').startsWith(separator));
        const deadlines = chosen.map(([group], at) => {
          const { day, month, year } = on[at] ?? { day: 15, month: 1, year: 2025 };
          return write(group, `${words.toLowerCase()} ${day}/${month}/${year}`);
        });
        const phrase = before + deadlines.join(separator);

        const { rules } = answerDeadline(phrase, NOW);

        const named = rules.map(({ appliesTo }) => appliesTo);
        expect({ phrase, named }).toEqual({ phrase, named: chosen.map(([, name]) => name) });
      }),
      { numRuns: 150 },
    );
  });
});

describe('rounds of one work', () => {
  test.each<readonly [string, (at: number) => string]>([
    ['Đợt N', (at) => `Đợt ${at}`],
    ['Giai đoạn N', (at) => `Giai đoạn ${at}`],
    ['Đợt thứ N', (at) => `Đợt thứ ${['nhất', 'hai', 'ba'][at - 1]}`],
    ['Báo cáo quý N', (at) => `Báo cáo quý ${['I', 'II', 'III'][at - 1]}`],
    ['works by name', (at) => ['Đăng ký', 'Sơ kết', 'Tổng kết'][at - 1] ?? ''],
  ])('have each its own day: %s', (_name, label) => {
    const link = fc.constantFrom(': ', ' - ', ' ');
    const joint = fc.constantFrom('; ', ', ', '\n', '\n- ');
    const several = fc.array(parts, { minLength: 2, maxLength: 3 });

    fc.assert(
      fc.property(several, fc.constantFrom(...BEFORE), link, joint, (dates, before, between, separator) => {
        const rounds = dates.map(
          ({ day, month, year }, at) =>
            `${label(at + 1)}${between}${before.toLowerCase()} ${day}/${month}/${year}`,
        );
        const phrase = rounds.join(separator);

        const { rules, review } = answerDeadline(phrase, NOW);

        const meant = dates.map(({ day, month, year }) => `${year}-${two(month)}-${two(day)}`);
        const read = rules.map((rule) => (rule.kind === 'once' && !rule.inclusive ? rule.on : rule));
        expect({ phrase, read: new Set(read), review }).toEqual({
          phrase,
          read: new Set(meant),
          review: false,
        });
      }),
      { numRuns: 150 },
    );
  });
});
