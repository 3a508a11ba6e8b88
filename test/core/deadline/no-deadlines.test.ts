import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const now = dateOf('2024-11-04');
const kindsAndDays = (phrase: string) =>
  readDeadline(phrase, { now }).rules.map((rule) => ('on' in rule ? rule.on : rule.kind));

describe('the day of issue of a document', () => {
  test.each([
    'CV 55 ngày 01/11/2024',
    'Theo CV 55 ngày 01/11/2024',
    'KH 29 ngày 22/01/2021 của UBND quận',
    'QĐ 1589 ngày 10/8/2024',
    'Công văn số 55 ngày 01/11/2024',
    'Công văn số 55/UBND-NV ngày 01/11/2024',
    'CV ngày 01/11/2024 của Sở Nội vụ',
  ])('is no deadline, the document is waited for: %s', (phrase) => {
    expect(readDeadline(phrase, { now })).toMatchObject({ rules: [{ kind: 'dependent' }], review: true });
  });

  test.each([
    ['TB 120 ngày 15/10/2024: báo cáo trước 20/11/2024', '2024-11-20'],
    ['Theo Kế hoạch 12 ngày 05/3/2024 của Thành uỷ, trước 30/11/2024', '2024-11-30'],
    ['CV số 55/SNV ngày 01/11/2024, hạn 15/11/2024', '2024-11-15'],
  ])('leaves the deadline beside it: %s', (phrase, on) => {
    expect(readDeadline(phrase, { now })).toMatchObject({ rules: [{ kind: 'once', on }], review: false });
  });

  test('is told from the day on which one is issued', () => {
    expect(kindsAndDays('Ban hành QĐ ngày 15/11/2024')).toEqual(['2024-11-15']);
  });
});

describe('the day on which figures are closed', () => {
  test.each([
    ['Số liệu chốt 14/11, báo cáo trước 20/11', ['reporting_window', '2024-11-20']],
    ['Trước 20/12, số liệu chốt 14/12', ['2024-12-20', 'reporting_window']],
    ['Số liệu báo cáo chốt đến hết ngày 14/12/2024; hạn gửi 20/12/2024', ['reporting_window', '2024-12-20']],
    ['Báo cáo trước ngày 25 hằng tháng, số liệu chốt ngày 20', ['monthly', 'reporting_window']],
    ['Gửi số liệu ngày 15/11/2024', ['2024-11-15']],
    ['Chốt số liệu trước ngày 14/11/2024', ['2024-11-14']],
  ])('is no deadline: %s', (phrase, expected) => {
    expect(kindsAndDays(phrase)).toEqual(expected);
    expect(readDeadline(phrase, { now }).review).toBe(false);
  });
});

describe('what prepares a span', () => {
  test.each([
    ['Xây dựng kế hoạch quý II/2025 trước 15/3', '2025-03-15'],
    ['Kế hoạch quý I/2025 trước 20/12', '2024-12-20'],
    ['Đăng ký lịch công tác tháng 01/2025 trước 25/12', '2024-12-25'],
    ['Chương trình công tác quý II/2025 gửi trước ngày 10/4', '2025-04-10'],
    ['Báo cáo kết quả thực hiện kế hoạch quý IV/2024 trước 15/01', '2025-01-15'],
  ])('is due close to its beginning, what is said of it after: %s', (phrase, on) => {
    expect(readDeadline(phrase, { now })).toMatchObject({ rules: [{ kind: 'once', on }], review: false });
  });
});

describe('months with names of their own', () => {
  test.each([
    ['Hằng năm, trong tháng thanh niên', 3],
    ['Tháng Công nhân hằng năm', 5],
    ['Tháng hành động vì trẻ em hằng năm', 6],
    ['Tháng hành động phòng, chống ma túy hằng năm', 6],
  ])('%s', (phrase, month) => {
    expect(readDeadline(phrase, { now })).toMatchObject({ rules: [{ months: [month] }], review: false });
  });

  test('are told from those who have the name', () => {
    expect(kindsAndDays('Hằng tháng công nhân viên chức báo cáo trước ngày 20')).toEqual(['monthly']);
  });
});

describe('the days that a report covers', () => {
  test.each([
    ['Báo cáo năm từ ngày 01/01 đến 31/12 hằng năm, thời hạn báo cáo trước ngày 28/02 năm sau', '02-28'],
    ['Báo cáo 06 tháng đầu năm từ ngày 1/1 đến 30/6 hằng năm, thời hạn báo cáo muộn nhất ngày 10/8', '08-10'],
  ])('are not when it is due: %s', (phrase, by) => {
    expect(readDeadline(phrase, { now })).toMatchObject({
      rules: [{ kind: 'reporting_window' }, { kind: 'yearly', by }],
      review: false,
    });
  });

  test.each([
    'Tính từ ngày 01 tháng 01 năm báo cáo đến ngày 31 tháng 01 năm sau',
    'Từ ngày 15 tháng 3 của năm trước đến ngày 14 tháng 3 của năm báo cáo',
  ])('need no words of a report: %s', (phrase) => {
    expect(kindsAndDays(phrase)).toEqual(['reporting_window']);
  });
});
