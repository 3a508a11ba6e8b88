import { expect, test } from 'vitest';
import { brief, codes } from './brief.ts';
import { readWell } from './read-sample.ts';
import { sheetOf } from './sheet-of.ts';
import { zipOf } from './zip-of.ts';

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const deleted = (text: string): string => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const counted = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const paragraph = (runs: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties}${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;

/** A Word document by the rows of its one table, with a list that counts. */
const wordOf = (...rows: readonly string[]): Uint8Array =>
  zipOf([
    {
      name: 'word/document.xml',
      data: Buffer.from(`<w:document><w:body><w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`),
    },
    {
      name: 'word/numbering.xml',
      data: Buffer.from(
        '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
      ),
    },
  ]);

test('rows and paragraphs that a tracked change took away are not read, nor counted', async () => {
  const bytes = wordOf(
    row(['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'].map((words) => paragraph(run(words)))),
    row([
      paragraph('', counted),
      paragraph(run('Ký giao ước')),
      paragraph(run('Phòng A')),
      paragraph(`${deleted('30/9/2025')}<w:ins>${run('25/9/2025')}</w:ins>`),
    ]),
    row(
      [
        paragraph('', counted),
        `${paragraph(run('Việc bỏ'))}<w:tbl>${row([paragraph(run('Bảng trong ô'))])}</w:tbl>`,
        paragraph(run('Phòng B')),
        paragraph(run('01/10/2025')),
      ],
      '<w:trPr><w:del/></w:trPr>',
    ),
    row([
      paragraph(deleted(''), `${counted}<w:rPr><w:del/></w:rPr>`) + paragraph('', counted),
      paragraph(run('Tổng kết')),
      paragraph(run('Phòng A')),
      paragraph(run('20/12/2025')),
    ]),
  );

  const reading = await readWell({ name: 'kế hoạch.docx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Ký giao ước | Phòng A |  | 25/9/2025',
    '2 | Tổng kết | Phòng A |  | 20/12/2025',
  ]);
});

test('a row that the spreadsheet hides is read, and pointed out', async () => {
  const rows = [
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'],
    ['1', 'Ký giao ước', 'Phòng A', '28/02/2025'],
    ['2', 'Sơ kết', 'Phòng B', '15/7/2025'],
  ];
  const bytes = sheetOf(
    rows
      .map((words, y) => {
        const cells = words.map((word, x) => `<c r="${'ABCD'.charAt(x)}${y + 1}" t="str"><v>${word}</v></c>`);
        return `<row r="${y + 1}"${y === 2 ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
      })
      .join(''),
  );

  const reading = await readWell({ name: 'kế hoạch.xlsx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Ký giao ước | Phòng A |  | 28/02/2025',
    '2 | Sơ kết | Phòng B |  | 15/7/2025',
  ]);
  expect([codes(reading, '1'), codes(reading, '2')]).toEqual([[], ['ROW_HIDDEN']]);
});

test('a table in the one cell of a frame around the page is read as if it stood on the page', async () => {
  const cells = (...words: string[]): string => row(words.map((word) => paragraph(run(word))));
  const tasks = `<w:tbl>${cells('TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn')}${cells('1', 'Sơ kết', 'Phòng A', '15/7/2025')}</w:tbl>`;
  const bytes = wordOf(
    cells('UBND XÃ HÒA LẠC', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    row([paragraph(run('Số: 41/KH-UBND')) + tasks + paragraph(run('Nơi nhận:'))]),
  );

  const reading = await readWell({ name: 'kế hoạch.docx', bytes });

  expect(reading.head).toMatchObject({ number: '41/KH-UBND', issuer: 'UBND xã Hòa Lạc' });
  expect(brief(reading)).toEqual(['1 | Sơ kết | Phòng A |  | 15/7/2025']);
});

test('a column that the spreadsheet hides names no deadline; its words are kept as notes', async () => {
  const rows = [
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn cũ', 'Thời hạn'],
    ['1', 'Rà soát', 'Phòng A', '30/01/2026', '15/02/2026'],
    ['2', 'Báo cáo', 'Phòng A', '30/3/2026', ''],
  ];
  const cells = (words: readonly string[], y: number): string =>
    words.map((word, x) => `<c r="${'ABCDE'.charAt(x)}${y + 1}" t="str"><v>${word}</v></c>`).join('');
  const bytes = sheetOf(
    rows.map((words, y) => `<row r="${y + 1}">${cells(words, y)}</row>`).join(''),
    '<cols><col min="4" max="4" hidden="1"/></cols>',
  );

  const reading = await readWell({ name: 'kế hoạch.xlsx', bytes });

  expect(reading.tasks.map(({ deadlineText, notes }) => [deadlineText, notes])).toEqual([
    ['15/02/2026', ['Thời hạn cũ: 30/01/2026']],
    ['', ['Thời hạn cũ: 30/3/2026']],
  ]);
  expect(reading.warnings).toContainEqual(
    expect.objectContaining({ code: 'COLUMN_UNKNOWN', words: 'Thời hạn cũ' }),
  );
});
