import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ImportRefusalCode } from '../../src/importer/import-refusal.ts';
import { isRefused } from '../../src/importer/import-refusal.ts';
import { readPlanFile } from '../../src/importer/read-plan-file.ts';
import { secondsOfWork } from '../support/seconds-of-work.ts';
import { planDocx } from './plan-docx.ts';
import { sampleBytes, TODAY } from './read-sample.ts';
import { sheetOf } from './sheet-of.ts';
import { zipOf } from './zip-of.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const wordXml = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`;

const docxWith = (xml: string): Uint8Array => zipOf([{ name: 'word/document.xml', data: Buffer.from(xml) }]);

const sheetBomb = (rows: number): Uint8Array => sheetOf('<row><c><v>1</v></c></row>'.repeat(rows));

/** One paragraph of as many lines, no two of which pack alike. */
const lines = (count: number): string =>
  `<w:p><w:r>${Array.from({ length: count }, (_, at) => `<w:t>${(at * 7_919) % 99_991}</w:t><w:br/>`).join('')}</w:r></w:p>`;

const HEADINGS = 'STT\tNội dung\tChủ trì\tThời hạn';
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

const cases: readonly (readonly [
  string,
  string,
  () => Uint8Array | Promise<Uint8Array>,
  ImportRefusalCode,
])[] = [
  ['a file of 100 MB', 'a.docx', () => Buffer.alloc(100_000_000, 1), 'IMPORT_FILE_TOO_LARGE'],
  ['an empty file', 'a.txt', () => Buffer.alloc(0), 'IMPORT_FILE_EMPTY'],
  ['a picture under the name of a document', 'a.docx', () => PNG, 'IMPORT_FORMAT_MISMATCH'],
  ['a picture under the name of a text', 'a.csv', () => PNG, 'IMPORT_FORMAT_MISMATCH'],
  [
    'a document under the name of a text',
    'a.txt',
    () => sampleBytes('plan-29-ba-dinh.docx'),
    'IMPORT_FORMAT_MISMATCH',
  ],
  ['a format that nobody asked for', 'a.pdf', () => Buffer.from('%PDF-1.7'), 'IMPORT_FORMAT_UNKNOWN'],
  [
    'a document with a password',
    'a.docx',
    () => Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
    'IMPORT_PASSWORD_PROTECTED',
  ],
  ['a web page under the name of a sheet', 'a.xls', () => Buffer.from('<table>'), 'IMPORT_FORMAT_OLD_OFFICE'],
  [
    'elements within elements without end',
    'a.docx',
    () => docxWith(wordXml(`${'<w:r>'.repeat(100_000)}${'</w:r>'.repeat(100_000)}`)),
    'IMPORT_XML_BROKEN',
  ],
  [
    'a plan in the letters of TCVN3',
    'a.txt',
    () =>
      Buffer.from(
        'TT\tNhiÖm vô\t§¬n vÞ chñ tr×\tThêi gian hoµn thµnh\n1\tTæng kÕt c«ng t¸c thi ®ua n¨m 2025',
      ),
    'IMPORT_FONT_OLD',
  ],
  [
    'a plan in the letters of VNI',
    'a.txt',
    () => Buffer.from('TT\tNhieäm vuï\tÑôn vò chuû trì\tThôøi gian\n1\tToång keát coâng taùc thi ñua naêm'),
    'IMPORT_FONT_OLD',
  ],
  [
    'the old binary format',
    'a.xlsx',
    () => Buffer.concat([OLE, Buffer.alloc(512)]),
    'IMPORT_FORMAT_OLD_OFFICE',
  ],
  [
    'a document that says it has macros',
    'a.docm',
    () => sampleBytes('plan-29-ba-dinh.docx'),
    'IMPORT_MACROS',
  ],
  [
    'a document that hides macros',
    'a.docx',
    () =>
      zipOf([
        { name: 'word/document.xml', data: Buffer.from(wordXml('')) },
        { name: 'word/vbaProject.bin', data: Buffer.from('x') },
      ]),
    'IMPORT_MACROS',
  ],
  [
    'a broken archive',
    'a.docx',
    () => sampleBytes('plan-29-ba-dinh.docx').subarray(0, 9_000),
    'IMPORT_ARCHIVE_BROKEN',
  ],
  [
    'an archive without a document',
    'a.docx',
    () => zipOf([{ name: 'readme', data: Buffer.from('x') }]),
    'IMPORT_FORMAT_MISMATCH',
  ],
  [
    'a text in an unknown encoding',
    'a.csv',
    () => Buffer.from([0x4b, 0xfd, 0xe9, 0x80]),
    'IMPORT_ENCODING_UNKNOWN',
  ],
  ['XML that breaks off', 'a.docx', () => docxWith(wordXml('').slice(0, -30)), 'IMPORT_XML_BROKEN'],
  ['XML whose elements cross', 'a.docx', () => docxWith(wordXml('<w:p><w:r></w:p>')), 'IMPORT_XML_BROKEN'],
  [
    'an attribute without an end',
    'a.xlsx',
    () => sheetOf(`<row r="1"><c r="A1" s="${'1'.repeat(1_000_000)}"><v>1</v></c></row>`),
    'IMPORT_XML_BROKEN',
  ],
  [
    'attributes without an end',
    'a.xlsx',
    () =>
      sheetOf(
        `<row r="1"><c r="A1" ${Array.from({ length: 50_000 }, (_, at) => `a${at}=""`).join(' ')}><v>1</v></c></row>`,
      ),
    'IMPORT_XML_BROKEN',
  ],
  ['no XML at all', 'a.docx', () => docxWith('not xml'), 'IMPORT_XML_BROKEN'],
  [
    'a document of paragraphs without end',
    'a.docx',
    () => docxWith(wordXml('<w:p/>'.repeat(250_000))),
    'IMPORT_TOO_MANY_ROWS',
  ],
  [
    'an external entity',
    'a.docx',
    () =>
      docxWith(
        `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wordXml('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>')}`,
      ),
    'IMPORT_XML_ENTITIES',
  ],
  [
    'a part that packs a thousand to one',
    'a.docx',
    () => docxWith(wordXml(' '.repeat(20_000_000))),
    'IMPORT_ARCHIVE_SUSPICIOUS',
  ],
  [
    'many parts that together are too much',
    'a.docx',
    () => {
      const megabytes = deflateRawSync(Buffer.alloc(4_900_000, 'thi đua khen thưởng '));
      return zipOf(
        Array.from({ length: 40 }, (_, part) => ({
          name: `word/${part}.xml`,
          packed: megabytes,
          size: 4_900_000,
        })),
      );
    },
    'IMPORT_ARCHIVE_SUSPICIOUS',
  ],
  [
    'ten thousand parts',
    'a.docx',
    () => zipOf(Array.from({ length: 10_000 }, (_, part) => ({ name: `${part}`, data: Buffer.alloc(0) }))),
    'IMPORT_ARCHIVE_SUSPICIOUS',
  ],
  [
    'a part longer than its directory entry says',
    'a.docx',
    () =>
      zipOf([
        { name: 'word/document.xml', packed: deflateRawSync(Buffer.alloc(50_000_000, 'a')), size: 1_000 },
      ]),
    'IMPORT_ARCHIVE_BROKEN',
  ],
  ['a sheet of a hundred thousand rows', 'a.xlsx', () => sheetBomb(100_000), 'IMPORT_TOO_MANY_ROWS'],
  ['a sheet of a million rows', 'a.xlsx', () => sheetBomb(1_600_000), 'IMPORT_ARCHIVE_SUSPICIOUS'],
  [
    'a sheet of honest rows without end',
    'a.xlsx',
    () =>
      sheetOf(
        Array.from(
          { length: 400_000 },
          (_, at) => `<row><c><v>${(at * 7_919) % 999_983}</v></c><c/><c/></row>`,
        ).join(''),
      ),
    'IMPORT_TOO_MANY_ROWS',
  ],
  [
    'merged cells over one another without end',
    'a.xlsx',
    () =>
      sheetOf(
        Array.from(
          { length: 9_000 },
          (_, at) => `<row r="${at + 1}"><c r="J${at + 1}"><v>1</v></c></row>`,
        ).join(''),
        `<mergeCells>${'<mergeCell ref="A1:J9000"/>'.repeat(19_000)}</mergeCells>`,
      ),
    'IMPORT_TABLE_BROKEN',
  ],
  [
    'entities among the words of a workbook',
    'a.xlsx',
    () =>
      sheetOf(
        '<row><c t="s"><v>0</v></c></row>',
        '',
        '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>',
      ),
    'IMPORT_XML_ENTITIES',
  ],
  [
    'a list of a million lines',
    'a.csv',
    () => Buffer.from('1;a;b\n'.repeat(1_000_000)),
    'IMPORT_TOO_MANY_ROWS',
  ],
  [
    'a text of a million lines',
    'a.txt',
    () => Buffer.from('1\ta\tb\n'.repeat(1_000_000)),
    'IMPORT_TOO_MANY_ROWS',
  ],
  [
    'more lines in one cell than a call takes arguments',
    'a.docx',
    () => docxWith(wordXml(`<w:tbl><w:tr><w:tc>${lines(130_000)}</w:tc><w:tc/></w:tr></w:tbl>`)),
    'IMPORT_CELL_TOO_LONG',
  ],
  [
    'the same in a table within the cell',
    'a.docx',
    () =>
      docxWith(
        wordXml(
          `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${lines(130_000)}</w:tc></w:tr></w:tbl></w:tc><w:tc/></w:tr></w:tbl>`,
        ),
      ),
    'IMPORT_CELL_TOO_LONG',
  ],
  ['the same on the page', 'a.docx', () => docxWith(wordXml(lines(200_000))), 'IMPORT_NO_TASK_TABLE'],
  [
    'cells that are formulas',
    'a.csv',
    () => Buffer.from(`${HEADINGS}\n1\t=HYPERLINK("http://x")\tPhòng Y tế\t30/6/2025`),
    'IMPORT_FORMULA',
  ],
  ['a text of one endless line', 'a.txt', () => Buffer.alloc(5_900_000, 'a|'), 'IMPORT_CELL_TOO_LONG'],
  [
    'a text of a thousand columns',
    'a.txt',
    () => Buffer.from(`${HEADINGS}${'\tx'.repeat(1_000)}\n`.repeat(2_900)),
    'IMPORT_TOO_MANY_CELLS',
  ],
  [
    'values in a thousand columns',
    'a.csv',
    () => Buffer.from(`${HEADINGS}${'\tx'.repeat(1_000)}\n`.repeat(2_900)),
    'IMPORT_TOO_MANY_CELLS',
  ],
  [
    'cells about time without an end',
    'a.txt',
    () =>
      Buffer.from(
        `${HEADINGS}\n${Array.from({ length: 6_500 }, (_, at) => `${at}\tViệc\tPhòng Y tế\t${'trước ngày 30/4, '.repeat(40)}`).join('\n')}`,
      ),
    'IMPORT_CELL_TOO_LONG',
  ],
  [
    'a body of nothing but anniversaries',
    'a.txt',
    () =>
      Buffer.from(
        `${'Kỷ niệm 80 năm Ngày thành lập (01/01/1945-01/01/2025)\n'.repeat(9_000)}${HEADINGS}\n1\tViệc\tPhòng Y tế\t30/6/2025`,
      ),
    'IMPORT_TOO_MANY_ROWS',
  ],
  [
    'a document without a table of tasks',
    'a.docx',
    () => planDocx(['KẾ HOẠCH', 'Không có bảng nào.']),
    'IMPORT_NO_TASK_TABLE',
  ],
];

describe('a file that is not for us is refused within seconds', () => {
  test.each(cases)('%s', async (_, name, bytes, code) => {
    const file = { name, bytes: await bytes() };
    const before = process.cpuUsage();

    const outcome = await readPlanFile(file, TODAY);

    expect(isRefused(outcome) && outcome.code).toBe(code);
    expect(secondsOfWork(before)).toBeLessThan(3);
  });
});

test('five thousand rows are read in a few seconds', async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, at) =>
      `${at + 1};Rà soát hồ sơ đợt ${at + 1} của địa bàn số ${at % 97};Phòng Nội vụ;Các đơn vị;Trước ngày ${(at % 28) + 1}/${(at % 12) + 1}/2025`,
  );
  const bytes = Buffer.from(['TT;Nhiệm vụ;Chủ trì;Phối hợp;Thời hạn', ...rows].join('\n'));
  const before = process.cpuUsage();

  const outcome = await readPlanFile({ name: 'a.csv', bytes }, TODAY);

  expect(isRefused(outcome)).toBe(false);
  expect('tasks' in outcome && outcome.tasks.length).toBe(5_000);
  expect(secondsOfWork(before)).toBeLessThan(5);
});

const workbookOf = (cells: readonly { value?: string; formula?: string }[][]): Uint8Array =>
  sheetOf(
    cells
      .map((row, y) => {
        const written = row.map(({ value, formula }, x) => {
          const ref = `${'ABCD'.charAt(x)}${y + 1}`;
          const type = value === undefined ? '' : ' t="str"';
          return `<c r="${ref}"${type}>${formula === undefined ? '' : `<f>${formula}</f>`}<v>${value ?? ''}</v></c>`;
        });
        return `<row r="${y + 1}">${written.join('')}</row>`;
      })
      .join(''),
  );

const headings = HEADINGS.split('\t').map((value) => ({ value }));

test('an arrow of words and the value of a sheet’s formula are no formulas', async () => {
  const arrow = Buffer.from(`${HEADINGS}\n1\t=> Rà soát hồ sơ\tPhòng Y tế\t30/6/2025`);
  const row = ['1', 'Rà soát hồ sơ', 'Phòng Y tế', '30/6/2025'].map((value) => ({ value, formula: 'B9' }));

  expect(await readPlanFile({ name: 'a.csv', bytes: arrow }, TODAY)).toMatchObject({ tasks: [{ no: '1' }] });
  expect(await readPlanFile({ name: 'a.xlsx', bytes: workbookOf([headings, row]) }, TODAY)).toMatchObject({
    tasks: [{ no: '1', title: 'Rà soát hồ sơ' }],
  });
});

test('a formula that nobody computed has no value to count by', async () => {
  const row = [{ value: '1' }, { formula: 'WEBSERVICE("http://x")' }, { value: 'Phòng Y tế' }];

  const outcome = await readPlanFile({ name: 'a.xlsx', bytes: workbookOf([headings, row]) }, TODAY);

  expect(outcome).toMatchObject({ code: 'IMPORT_FORMULA', facts: { words: '=WEBSERVICE("http://x")' } });
});

test('what Excel on a Vietnamese Windows writes is read; the letters of TCVN3 in a file are told', async () => {
  // "Chậm nhất", with the tone behind its letter: Windows-1258.
  const nowadays = Buffer.from(
    'STT;N\xf4\xf2i dung;Chu\xd2 tri\xcc;Th\xf5\xcci ha\xf2n\n1;So\xe1t h\xf4\xcc s\xf5;Pho\xccng Y t\xea\xec;Ch\xe2\xf2m nh\xe2\xect 30/6/2025',
    'latin1',
  );
  const former = Buffer.from(
    'TT;NhiÖm vô;§¬n vÞ chñ tr×\n1;Tæng kÕt c«ng t¸c thi ®ua n¨m 2025;Phßng Néi vô',
    'latin1',
  );

  expect(await readPlanFile({ name: 'a.csv', bytes: nowadays }, TODAY)).toMatchObject({
    tasks: [{ title: 'Soát hồ sơ', deadlineText: 'Chậm nhất 30/6/2025' }],
  });
  expect(await readPlanFile({ name: 'a.csv', bytes: former }, TODAY)).toMatchObject({
    code: 'IMPORT_FONT_OLD',
  });
});
