import { expect, test } from 'vitest';
import { brief } from './brief.ts';
import { type FixtureCell, planDocx } from './plan-docx.ts';
import { readWell } from './read-sample.ts';
import { zipOf } from './zip-of.ts';

const start = (text: string): FixtureCell => ({ text, merge: 'start' });
const above: FixtureCell = { text: '', merge: 'above' };

test('beside a column of days, one of months says in which month a bare week falls, and what has no day', async () => {
  const bytes = await planDocx([
    [
      ['Tháng', 'Nội dung công việc', 'Người phụ trách', 'Thời gian'],
      [start('9/2025'), 'Khai giảng năm học', 'Ban Giám hiệu', '05/9/2025'],
      [above, 'Hội nghị viên chức', 'Công đoàn', 'Tuần 4'],
      ['01/2026', 'Sơ kết học kỳ I', 'Ban Giám hiệu', ''],
    ],
  ]);

  const reading = await readWell({ name: 'a.docx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Khai giảng năm học | Ban Giám hiệu |  | 05/9/2025',
    '2 | Hội nghị viên chức | Công đoàn |  | Tuần 4 tháng 9/2025',
    '3 | Sơ kết học kỳ I | Ban Giám hiệu |  | Tháng 01/2026',
  ]);
});

test.each([
  ['named', 'Tuần 1;Tuần 2;Tuần 3;Tuần 4'],
  ['counted', '1;2;3;4'],
])('weeks %s under a month are weeks of that month', async (_, weeks) => {
  const text = [
    'TT;Nội dung công việc;Phụ trách;Tháng 9/2025;;;;Tháng 10/2025;;;',
    `;;;${weeks};${weeks}`,
    '1;Ra quân tổng vệ sinh;Phòng Kinh tế;;x;;;;;;',
    '2;Tổng kết đợt cao điểm;Văn phòng;;;;;;;;x',
  ].join('\n');

  const reading = await readWell({ name: 'a.csv', bytes: Buffer.from(text) });

  expect(reading.tasks.map(({ deadlineText }) => deadlineText)).toEqual([
    'Tuần 2 tháng 9/2025',
    'Tuần 4 tháng 10/2025',
  ]);
});

test('a quarter, a month or a day under a year is one of that year', async () => {
  const text = [
    'TT\tNội dung\tCơ quan tham mưu\t2025\t2026\t2027',
    '1\tChương trình hành động\tVăn phòng\tx\t\t',
    '2\tĐề án chuyển đổi số\tVăn phòng\t\tQuý II\t',
    '3\tSơ kết giữa nhiệm kỳ\tVăn phòng\t\t\tTháng 11',
    '4\tTổng kết\tVăn phòng\t\t\tTrước 15/12',
    '5\tBáo cáo\tVăn phòng\t\t30/6\t',
  ].join('\n');

  const reading = await readWell({ name: 'a.txt', bytes: Buffer.from(text) });

  expect(reading.tasks.map(({ deadlineText }) => deadlineText)).toEqual([
    'Năm 2025',
    'Quý II năm 2026',
    'Tháng 11 năm 2027',
    'Trước 15/12 năm 2027',
    '30/6/2026',
  ]);
});

test('rows counted by a code keep it as their number', async () => {
  const text =
    'Mã NV,Mô tả công việc,Tổ phụ trách,Hạn chót\nNV01,Rà soát,Tổ Tổng hợp,31/03/2026\nNV02,Tổng kết,Tổ Tổng hợp,15/12/2026';

  const reading = await readWell({ name: 'a.csv', bytes: Buffer.from(text) });

  expect(brief(reading)).toEqual([
    'NV01 | Rà soát | Tổ Tổng hợp |  | 31/03/2026',
    'NV02 | Tổng kết | Tổ Tổng hợp |  | 15/12/2026',
  ]);
});

const MONTHS = Array.from({ length: 12 }, (_, at) => `T${at + 1}`);

/** A workbook of months; `*` before the words of a cell paints it, a white fill stands in every other. */
const painted = (...rows: readonly (readonly string[])[]): Uint8Array => {
  const cells = [['TT', 'Nhiệm vụ', 'Chủ trì', ...MONTHS], ...rows].map((words, y) => {
    const row = words.map((word, x) => {
      const [style, text] = word.startsWith('*') ? [2, word.slice(1)] : [1, word];
      const at = `r="${String.fromCharCode(65 + x)}${y + 1}" s="${style}"`;
      return text === '' ? `<c ${at}/>` : `<c ${at} t="inlineStr"><is><t>${text}</t></is></c>`;
    });
    return `<row r="${y + 1}">${row.join('')}</row>`;
  });
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FF92D050"/><bgColor indexed="64"/></patternFill></fill></fills><cellXfs><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`,
  };
  return zipOf(Object.entries(parts).map(([name, data]) => ({ name, data: Buffer.from(data) })));
};
const paint = (...months: readonly number[]) => MONTHS.map((_, at) => (months.includes(at + 1) ? '*' : ''));
const everyCell = (row: readonly string[]) => row.map((word) => `*${word}`);

const deadlines = async (bytes: Uint8Array) =>
  (await readWell({ name: 'a.xlsx', bytes })).tasks.map(({ deadlineText }) => deadlineText);

test('months that are only painted are a bar, or each by itself', async () => {
  const bytes = painted(
    everyCell(['I', 'CẢI CÁCH HÀNH CHÍNH', '', ...paint()]),
    ['1', 'Rà soát thủ tục', 'Văn phòng', ...paint(2, 3, 4)],
    everyCell(['2', 'Khảo sát sự hài lòng', 'Văn phòng', ...paint()]),
    ['3', 'Kiểm tra công vụ', 'Thanh tra', ...paint(5, 9)],
  );

  expect(await deadlines(bytes)).toEqual(['Từ tháng 2 đến tháng 4', '', 'Tháng 5, Tháng 9']);
});

test('columns painted for the eye, and colour beside crosses, say nothing', async () => {
  const [one, two] = [
    ['1', 'Rà soát thủ tục', 'Văn phòng'],
    ['2', 'Khảo sát sự hài lòng', 'Văn phòng'],
  ] as const;
  const crossed = MONTHS.map((_, at) => (at === 5 ? '*x' : at === 8 ? '*' : ''));

  expect(await deadlines(painted([...one, ...paint(2, 4)], [...two, ...paint(2, 4)]))).toEqual(['', '']);
  expect(await deadlines(painted([...one, ...crossed], [...two, ...paint(3)]))).toEqual(['Tháng 6', '']);
});
