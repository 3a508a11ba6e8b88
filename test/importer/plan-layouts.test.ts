import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { openArchive } from '../../src/importer/documents/safe-archive.ts';
import { brief, codes } from './brief.ts';
import { type FixtureBlock, type FixtureCell, planDocx } from './plan-docx.ts';
import { readTextWell, readWell } from './read-sample.ts';
import { partOf, zipOf } from './zip-of.ts';

const HEAD: readonly FixtureBlock[] = [
  [
    [
      'UBND THÀNH PHỐ HÀ NỘI\nSỞ NỘI VỤ\nSố: 12/KH-SNV',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 08 tháng 01 năm 2025',
    ],
  ],
  'KẾ HOẠCH',
  'Cải cách hành chính năm 2025',
];

const above = { text: '', merge: 'above' } as const;
const start = (text: string): { text: string; merge: 'start' } => ({ text, merge: 'start' });

const table = async (...rows: (readonly FixtureCell[])[]): ReturnType<typeof readWell> =>
  readWell({ name: 'kế hoạch.docx', bytes: await planDocx([...HEAD, rows]) });

describe('columns of time', () => {
  test('quarters under one heading are marked, by a cross or a day', async () => {
    const reading = await table(
      [
        start('TT'),
        start('Nội dung'),
        start('Đơn vị chủ trì'),
        { text: 'Thời gian thực hiện (Quý)', span: 4 },
      ],
      [above, above, above, 'I', 'II', 'III', 'IV'],
      ['1', 'Kiểm tra', 'Thanh tra', 'x', '', 'x', ''],
      ['2', 'Tổng kết', 'Văn phòng', '', '', '', 'Trước 20/12'],
    );

    expect(brief(reading)).toEqual([
      '1 | Kiểm tra | Thanh tra |  | Quý I, Quý III',
      '2 | Tổng kết | Văn phòng |  | Trước 20/12',
    ]);
    expect(reading.tasks[1]?.rules).toMatchObject([{ kind: 'once', on: '2025-12-20', inclusive: false }]);
  });

  test('twelve numbers in a row are the months', async () => {
    const months = Array.from({ length: 12 }, (_, month) => String(month + 1));

    const reading = await table(
      ['TT', 'Nội dung', 'Chủ trì', ...months],
      ['1', 'Kiểm tra', 'Thanh tra', ...months.map((month) => (month === '3' || month === '9' ? '✓' : ''))],
    );

    expect(brief(reading)).toEqual(['1 | Kiểm tra | Thanh tra |  | Tháng 3, Tháng 9']);
  });

  test('years under the way ahead are marked, and the heading may say the year of the quarters', async () => {
    const years = await table(
      [start('TT'), start('Nhiệm vụ'), start('Cơ quan chủ trì'), { text: 'Lộ trình thực hiện', span: 2 }],
      [above, above, above, '2025', '2026'],
      ['1', 'Số hoá hồ sơ', 'Sở A', '', 'x'],
    );
    const quarters = await table(
      [start('TT'), start('Nhiệm vụ'), start('Chủ trì'), { text: 'Thời gian hoàn thành năm 2026', span: 2 }],
      [above, above, above, 'Quý III', 'Quý IV'],
      ['1', 'Số hoá hồ sơ', 'Sở A', '', 'x'],
    );

    expect(brief(years)).toEqual(['1 | Số hoá hồ sơ | Sở A |  | Năm 2026']);
    expect(brief(quarters)).toEqual(['1 | Số hoá hồ sơ | Sở A |  | Quý IV/2026']);
  });

  test('a file of values, which knows no merged cells, has them too', async () => {
    const bytes = Buffer.from(
      'STT,Nhiệm vụ,Chủ trì,Thời gian (quý),,,\n,,,I,II,III,IV\n1,Kiểm tra,Phòng A,x,,x,\n',
    );

    expect(brief(await readWell({ name: 'a.csv', bytes }))).toEqual([
      '1 | Kiểm tra | Phòng A |  | Quý I, Quý III',
    ]);
  });

  test.each([
    [
      'under one heading',
      [
        [start('TT'), start('Nhiệm vụ'), start('Chủ trì'), { text: 'Thời gian thực hiện', span: 2 }],
        [above, above, above, 'Cụm hành chính', 'Cụm trường học'],
      ],
    ],
    ['each named', [['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn (Cụm hành chính)', 'Thời hạn (Cụm trường học)']]],
  ])('each kind of cluster has its own column, %s', async (_, headings) => {
    const reading = await table(
      ...headings,
      ['1', 'Ký giao ước', 'Cụm trưởng', 'Trước 30/3', 'Trước 30/10'],
      ['2', 'Báo cáo', 'Cụm trưởng', { text: 'Trước 15/12', span: 2 }],
    );

    expect(reading.tasks[0]?.rules).toMatchObject([
      { on: '2025-03-30', appliesTo: 'administrative' },
      { on: '2025-10-30', appliesTo: 'school' },
    ]);
    expect(reading.tasks[1]?.rules).toMatchObject([{ on: '2025-12-15', appliesTo: null }]);
  });

  test('a day in the title stands where no column is for it; how often stands where no day is said', async () => {
    const titled = await table(
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Ghi chú'],
      ['1', 'Rà soát thủ tục, báo cáo trước ngày 30/6/2025', 'Phòng Nội vụ', ''],
    );
    const often = await table(
      ['TT', 'Tên báo cáo', 'Cơ quan thực hiện', 'Tần suất', 'Thời hạn gửi'],
      ['1', 'Báo cáo thi đua', 'Các đơn vị', '02 lần/năm', 'Trước ngày 15/6 và 15/12'],
      ['2', 'Họp giao ban', 'Cụm trưởng', 'Hằng quý', ''],
    );

    expect(brief(titled)).toEqual([
      '1 | Rà soát thủ tục, báo cáo trước ngày 30/6/2025 | Phòng Nội vụ |  | trước ngày 30/6/2025',
    ]);
    expect(often.tasks.map((task) => task.deadlineText)).toEqual(['Trước ngày 15/6 và 15/12', 'Hằng quý']);
    expect(codes(often, '2')).toContain('DEADLINE_REVIEW');
  });
});

describe('rows', () => {
  test('who leads and who helps are told apart by the words after them', async () => {
    const reading = await table(
      ['TT', 'Nhiệm vụ', 'Phân công', 'Thời gian'],
      ['1', 'Giám sát', 'MTTQ phường chủ trì; các đoàn thể phối hợp', 'Tháng 10/2025'],
    );

    expect(brief(reading)).toEqual(['1 | Giám sát | MTTQ phường | các đoàn thể | Tháng 10/2025']);
  });

  test('items of a cell with a day each are tasks of their own', async () => {
    const reading = await table(
      ['TT', 'Nhiệm vụ', 'Đơn vị thực hiện', 'Thời gian hoàn thành'],
      [
        '1',
        'Công tác báo cáo:\n- Báo cáo tháng\n- Báo cáo quý',
        'Văn phòng',
        '- Trước ngày 20 hằng tháng\n- Trước ngày 20 tháng cuối quý',
      ],
    );

    expect(brief(reading)).toEqual([
      '1 | Công tác báo cáo | - |  | ',
      '1.1 | Báo cáo tháng | Văn phòng |  | Trước ngày 20 hằng tháng',
      '1.2 | Báo cáo quý | Văn phòng |  | Trước ngày 20 tháng cuối quý',
    ]);
  });

  test('a numbered title that runs over the columns beside it names no lead and no day', async () => {
    const reading = await table(
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian'],
      ['1', { text: 'Đào tạo, bồi dưỡng', span: 4 }],
      ['1.1', 'Bác sĩ gia đình', 'Phòng A', '', 'Tháng 10/2025'],
    );

    expect(brief(reading)).toEqual([
      '1 | Đào tạo, bồi dưỡng | - |  | ',
      '1.1 | Bác sĩ gia đình | Phòng A |  | Tháng 10/2025',
    ]);
    expect(reading.undecided).toEqual([]);
  });

  test('sums, remarks and signatures under the tasks are pointed out, not made tasks', async () => {
    const reading = await table(
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian'],
      ['1', 'Tổng kết', 'Phòng Nội vụ', 'Tháng 12/2025'],
      ['', 'Tổng số: 01 nhiệm vụ', '', ''],
      [{ text: 'Ghi chú: Các đơn vị báo cáo trước ngày 25 hằng tháng.', span: 4 }],
      [
        { text: 'NGƯỜI LẬP BIỂU', span: 2 },
        { text: 'TRƯỞNG PHÒNG', span: 2 },
      ],
    );

    expect(brief(reading)).toEqual(['1 | Tổng kết | Phòng Nội vụ |  | Tháng 12/2025']);
    expect(reading.sections).toEqual([]);
    expect(codes(reading).filter((code) => code === 'ROW_NOT_UNDERSTOOD')).toHaveLength(3);
  });

  test('sections of two levels, paths and letters keep their places', async () => {
    const reading = await table(
      ['TT', 'Nhiệm vụ, giải pháp', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
      [{ text: 'A. NHIỆM VỤ CHUNG', span: 4 }],
      ['I', 'Cải cách thể chế', '', ''],
      ['1', 'Rà soát văn bản', 'Sở Tư pháp', 'Quý IV/2025'],
      ['1.1', 'Lập danh mục', '', 'Tháng 3/2025'],
      ['II', 'Cải cách thủ tục', '', ''],
      ['1', 'Rà soát thủ tục', 'Văn phòng', 'Trước 30/6'],
      ['a)', 'Nhóm đất đai', '', 'Trước 30/4'],
      [{ text: 'B. NHIỆM VỤ RIÊNG', span: 4 }],
      ['1', 'Nâng cấp cổng', 'Sở A', 'Quý III/2025'],
    );

    expect(brief(reading).map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
      'A.I.1 Rà soát văn bản',
      'A.I.1.1 Lập danh mục',
      'A.II.1 Rà soát thủ tục',
      'A.II.1.a Nhóm đất đai',
      'B.1 Nâng cấp cổng',
    ]);
  });

  test('a table of legal bases with days of issue is passed over, and says so', async () => {
    const reading = await readWell({
      name: 'a.docx',
      bytes: await planDocx([
        ...HEAD,
        [
          ['STT', 'Văn bản', 'Ngày ban hành', 'Cơ quan ban hành'],
          ['1', 'Nghị định 98', '31/12/2023', 'Chính phủ'],
        ],
        [
          ['STT', 'Nội dung chỉ đạo', 'Cơ quan, đơn vị, địa phương chủ trì', 'Thời hạn báo cáo, hoàn thành'],
          ['1', 'Rà soát', 'Sở A', 'Hoàn thành trước 30/6/2025'],
        ],
      ]),
    });

    expect(brief(reading)).toEqual(['1 | Rà soát | Sở A |  | Hoàn thành trước 30/6/2025']);
    expect(codes(reading)).toContain('TABLE_PASSED_OVER');
  });

  test('a table in the words of a chat is found by them', async () => {
    const reading = await readTextWell(`**KẾ HOẠCH CÔNG TÁC THÁNG 11/2024**

| STT | **Việc cần làm** | Ai làm | Khi nào xong |
|---|---|---|---|
| 1 | Họp | Phòng A | trước 20/11 |`);

    expect(brief(reading)).toEqual(['1 | Họp | Phòng A |  | trước 20/11']);
  });

  test('a week of meetings is a schedule by days', async () => {
    const reading = await table(
      ['Thứ/ngày', 'Nội dung', 'Địa điểm', 'Chủ trì'],
      ['Thứ Hai\n04/11/2024', '8h00: Họp giao ban', 'Phòng họp 1', 'Chủ tịch'],
    );

    expect(reading.tasks[0]).toMatchObject({ title: '8h00: Họp giao ban', rules: [{ on: '2024-11-04' }] });
  });
});

describe('heads', () => {
  test('of the Party: its number, its issuer, and a subject that names a resolution', async () => {
    const reading = await readWell({
      name: 'a.docx',
      bytes: await planDocx([
        [['THÀNH ỦY HÀ NỘI\n*\nSố 45-KH/TU', 'ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 15 tháng 01 năm 2025']],
        'KẾ HOẠCH',
        'thực hiện Nghị quyết số 18-NQ/TW',
        [
          ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Thời gian trình'],
          ['1', 'Đề án sắp xếp', 'Ban Tổ chức Thành ủy', 'Trước 20/02/2025'],
        ],
      ]),
    });

    expect(reading.head).toMatchObject({
      number: '45-KH/TU',
      issuer: 'Thành ủy Hà Nội',
      issuedOn: '2025-01-15',
      title: 'Kế hoạch thực hiện Nghị quyết số 18-NQ/TW',
    });
  });

  test('of a cluster, whose number and day are still to be filled in, are asked for', async () => {
    const reading = await readWell({
      name: 'a.docx',
      bytes: await planDocx([
        [
          [
            'HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\nCỤM THI ĐUA SỐ 5\nSố:     /KH-TĐKT',
            'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày … tháng 02 năm 2025',
          ],
        ],
        'CHƯƠNG TRÌNH CÔNG TÁC',
        'Cụm thi đua số 5 năm 2025',
        [
          ['STT', 'Công việc', 'Phân công', 'Thời gian, địa điểm'],
          ['1', 'Kiểm tra chéo', 'Cụm phó', 'Từ 01/10 đến 15/10/2025'],
        ],
      ]),
    });

    expect(reading.head).toMatchObject({ number: null, issuer: 'Cụm thi đua số 5', issuedOn: null });
    expect(codes(reading)).toEqual(expect.arrayContaining(['HEAD_NUMBER_MISSING', 'HEAD_DATE_MISSING']));
  });
});

describe('a table for each kind of cluster', () => {
  const headings = ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian'];
  const rows = (pact: string, review: string, lead = 'Cụm trưởng'): string[][] => [
    headings,
    ['1', 'Ký giao ước', lead, pact],
    ['2', 'Tổng kết', 'Phòng Nội vụ', review],
  ];

  test('the days under its heading bind the clusters of that kind, and the numbers carry it', async () => {
    const reading = await readWell({
      name: 'kế hoạch.docx',
      bytes: await planDocx([
        ...HEAD,
        'I. Khối hành chính',
        rows('Trước 30/3/2025', 'Trước 20/12/2025'),
        'II. Các cụm trường học:',
        rows('Trước 30/10/2025', 'Trước 30/5/2025'),
      ]),
    });

    expect(brief(reading)).toEqual([
      'I.1 | Ký giao ước | Cụm trưởng |  | Khối hành chính: Trước 30/3/2025',
      'I.2 | Tổng kết | Phòng Nội vụ |  | Trước 20/12/2025',
      'II.1 | Ký giao ước | Cụm trưởng |  | Cụm trường học: Trước 30/10/2025',
      'II.2 | Tổng kết | Phòng Nội vụ |  | Trước 30/5/2025',
    ]);
    expect(reading.tasks.map(({ rules }) => rules[0]?.appliesTo)).toEqual([
      'administrative',
      null,
      'school',
      null,
    ]);
  });

  test('sections of one table, and leads that name a kind, say the same', async () => {
    const reading = await table(
      headings,
      ['A', 'KHỐI TRƯỜNG HỌC', '', ''],
      ['1', 'Ký giao ước', 'Các đơn vị', 'Trước 30/10/2025'],
      ['B', 'Việc chung', '', ''],
      ['2', 'Tổng kết', 'Cụm trưởng các cụm hành chính', 'Trước 20/12/2025'],
      ['3', 'Sơ kết', 'Cụm trưởng', 'Trước 30/5 (khối trường học)'],
    );

    expect(reading.tasks.map(({ rules }) => rules[0]?.appliesTo)).toEqual([
      'school',
      'administrative',
      'school',
    ]);
  });
});

describe('titles in capitals', () => {
  test('are tasks where an office or a day stands beside some of them', async () => {
    const reading = await table(
      ['Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['KÝ GIAO ƯỚC THI ĐUA', start('Phòng Nội vụ'), start('Trước 28/02/2025')],
      ['SƠ KẾT SÁU THÁNG', above, above],
    );

    expect(brief(reading)).toEqual([
      '1 | KÝ GIAO ƯỚC THI ĐUA | Phòng Nội vụ |  | Trước 28/02/2025',
      '2 | SƠ KẾT SÁU THÁNG | Phòng Nội vụ |  | Trước 28/02/2025',
    ]);
  });

  test('are headings where the tasks are in running text', async () => {
    const reading = await table(
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'],
      ['', 'CÔNG TÁC CHUNG', '', ''],
      ['1', 'Ký giao ước', 'Phòng Nội vụ', 'Trước 28/02/2025'],
    );

    expect(reading.sections.map(({ title }) => title)).toEqual(['CÔNG TÁC CHUNG']);
  });
});

test('what goes on without an end may stand under the beginnings', async () => {
  const reading = await table(
    ['TT', 'Công việc', 'Chủ trì', 'Bắt đầu', 'Kết thúc'],
    ['1', 'Rà soát', 'Phòng A', '01/02/2025', '15/3/2025'],
    ['2', 'Tuyên truyền', 'Phòng A', 'Thường xuyên', ''],
    ['3', 'Dự Đại hội', 'Phòng A', 'Theo Kế hoạch của Thành phố', ''],
  );

  expect(reading.tasks.map(({ deadlineText }) => deadlineText)).toEqual([
    '15/3/2025',
    'Thường xuyên',
    'Theo Kế hoạch của Thành phố',
  ]);
});

test('a sheet that the workbook hides is passed over, and says so', async () => {
  const text = (value: string): { value: string; type: StringConstructor } => ({ value, type: String });
  const sheet = (title: string) => [
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'].map(text),
    ['1', title, 'Phòng A', '30/6/2025'].map(text),
  ];
  const shown = await writeXlsxFile([
    { data: sheet('Việc năm nay'), sheet: 'A' },
    { data: sheet('Việc năm ngoái'), sheet: 'B' },
  ]).toBuffer();
  const archive = await openArchive(shown);
  const parts = await Promise.all(
    [...archive.names].map(async (name) => {
      const xml = await partOf(archive, name);
      return { name, data: Buffer.from(xml.replace('name="B"', 'name="B" state="hidden"')) };
    }),
  );

  const reading = await readWell({ name: 'a.xlsx', bytes: zipOf(parts) });

  expect(brief(reading)).toEqual(['1 | Việc năm nay | Phòng A |  | 30/6/2025']);
  expect(codes(reading)).toContain('TABLE_PASSED_OVER');
});

test('the name of a section runs over the row from its second column, whatever that column is for', async () => {
  const reading = await table(
    ['Số TT', 'Thời gian hoàn thành', 'Nội dung công việc', 'Cơ quan chủ trì', 'Cơ quan phối hợp'],
    ['A', { text: 'CÔNG TÁC TỔ CHỨC', span: 4 }],
    ['1', 'Trước 28/02/2025', 'Ban hành Quy chế', 'Khối trưởng', 'Các Khối phó'],
    ['B', { text: 'TỔNG KẾT', span: 4 }],
    ['2', '15/12/2025', 'Họp bình xét', 'Khối trưởng', ''],
  );

  expect(reading.sections).toEqual([
    { no: 'A', title: 'CÔNG TÁC TỔ CHỨC' },
    { no: 'B', title: 'TỔNG KẾT' },
  ]);
  expect(brief(reading)).toEqual([
    '1 | Ban hành Quy chế | Khối trưởng | Các Khối phó | Trước 28/02/2025',
    '2 | Họp bình xét | Khối trưởng |  | 15/12/2025',
  ]);
  expect(codes(reading)).not.toContain('ROW_NOT_UNDERSTOOD');
});

test('a column of parts says what is done where no other does', async () => {
  const reading = await table(
    ['TT', 'Thời điểm', 'Phần việc', 'Ai chịu trách nhiệm'],
    ['1', 'Trước 30/9/2025', 'Ký giao ước', 'Cụm trưởng'],
  );

  expect(brief(reading)).toEqual(['1 | Ký giao ước | Cụm trưởng |  | Trước 30/9/2025']);
});

describe('a workbook', () => {
  const text = (value: string, span = 1) => ({ value, type: String, columnSpan: span });
  const date = (value: string, format: string) => ({ value: new Date(value), type: Date, format });
  const workbook = async (...rows: SheetData): ReturnType<typeof readWell> => {
    const bytes = await writeXlsxFile(rows).toBuffer();
    return readWell({ name: 'a.xlsx', bytes });
  };
  const headings = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'].map((label) => text(label));

  test.each([
    ['dd/mm/yyyy', '01/09/2026', { kind: 'once', on: '2026-09-01' }],
    ['mm/yyyy', '09/2026', { kind: 'range', to: '2026-09-30' }],
    ['"Tháng" m\\/yyyy', '09/2026', { kind: 'range', to: '2026-09-30' }],
    ['yyyy', '2026', { kind: 'range', to: '2026-12-31' }],
    ['[$-42A]dddd, d mmmm yyyy', '01/09/2026', { kind: 'once', on: '2026-09-01' }],
  ])('says of a date what its cell shows: %s', async (format, words, rule) => {
    const reading = await workbook(headings, [
      text('1'),
      text('Kiểm tra'),
      text('Phòng A'),
      date('2026-09-01', format),
    ]);

    expect(reading.tasks.map(({ deadlineText }) => deadlineText)).toEqual([words]);
    expect(reading.tasks[0]?.rules).toMatchObject([rule]);
  });

  test('keeps the hour of a date', async () => {
    const reading = await workbook(headings, [
      text('1'),
      text('Nộp hồ sơ'),
      text('Phòng A'),
      date('2026-09-01T16:30:00Z', 'dd/mm/yyyy hh:mm'),
    ]);

    expect(reading.tasks[0]?.rules).toMatchObject([{ on: '2026-09-01', time: '16:30' }]);
  });

  test('has its kind and its subject in rows of their own', async () => {
    const reading = await workbook(
      [text('Số: 47/KH-UBND', 4)],
      [text('Cát Tiến, ngày 08 tháng 01 năm 2026', 4)],
      [],
      [text('CHƯƠNG TRÌNH', 4)],
      [text('Công tác thi đua, khen thưởng', 4)],
      [text('năm 2026', 4)],
      [],
      headings,
      [text('1'), text('Tổng kết'), text('Phòng A'), text('15/12/2026')],
    );

    expect(reading.head.title).toBe('Chương trình công tác thi đua, khen thưởng năm 2026');
  });
});

test('an anniversary that is said as a time is an event too', async () => {
  const reading = await table(
    ['TT', 'Hoạt động', 'Chủ trì', 'Thời hạn'],
    ['1', 'Biểu dương', 'Ban A', 'Dịp kỷ niệm 97 năm Ngày thành lập Công đoàn (28/7/1929-28/7/2026)'],
  );

  expect(reading.events).toMatchObject([
    { name: 'Kỷ niệm 97 năm Ngày thành lập Công đoàn', on: '2026-07-28', taskNos: ['1'] },
  ]);
});
