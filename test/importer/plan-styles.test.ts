import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { brief, codes } from './brief.ts';
import { numberedDocx } from './numbered-docx.ts';
import { planDocx } from './plan-docx.ts';
import { readTextWell, readWell } from './read-sample.ts';

const HEAD = [
  [
    [
      'ỦY BAN NHÂN DÂN\nTỈNH NAM HÀ\nSỞ NỘI VỤ\nSố: 118/KH-SNV',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nNam Hà, ngày 05 tháng 02 năm 2025',
    ],
  ],
  'KẾ HOẠCH',
  'Công tác cải cách hành chính năm 2025',
] as const;

const docx = async (...blocks: Parameters<typeof planDocx>[0]): ReturnType<typeof readWell> =>
  readWell({ name: 'kế hoạch.docx', bytes: await planDocx(blocks) });

describe('a plan of a province, with its head in a table and products in a column', () => {
  const plan = docx(
    ...HEAD,
    'Căn cứ Kế hoạch số 15/KH-UBND ngày 10/01/2025 của UBND tỉnh Nam Hà về cải cách hành chính năm 2025;',
    [
      ['STT', 'Nội dung công việc', 'Sản phẩm', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian hoàn thành'],
      [{ text: 'I. CÔNG TÁC CHỈ ĐẠO', span: 6 }],
      [
        '1',
        'Ban hành kế hoạch kiểm tra',
        'Kế hoạch',
        'Văn phòng Sở',
        'Các phòng, ban thuộc Sở',
        'Tháng 3/2025',
      ],
      [
        '2',
        'Tổ chức hội nghị tập huấn',
        'Hội nghị',
        'Phòng Cải cách hành chính',
        'Văn phòng Sở; Trung tâm Lưu trữ',
        'Trước ngày 30/6/2025',
      ],
      [{ text: 'II. KIỂM TRA', span: 6 }],
      ['1', 'Kiểm tra công vụ', 'Báo cáo', 'Thanh tra Sở, Phòng Công chức', '', 'Quý III/2025'],
    ],
  );

  test('keeps the numbers apart that begin anew in each section', async () => {
    expect(brief(await plan)).toEqual([
      'I.1 | Ban hành kế hoạch kiểm tra | Văn phòng Sở | Các phòng, ban thuộc Sở | Tháng 3/2025',
      'I.2 | Tổ chức hội nghị tập huấn | Phòng Cải cách hành chính | Văn phòng Sở + Trung tâm Lưu trữ | Trước ngày 30/6/2025',
      'II.1 | Kiểm tra công vụ | Thanh tra Sở + Phòng Công chức |  | Quý III/2025',
    ]);
  });

  test('reads the head and keeps the product as a note', async () => {
    const reading = await plan;

    expect(reading.head).toEqual({
      number: '118/KH-SNV',
      issuer: 'Sở Nội vụ',
      issuedOn: '2025-02-05',
      period: { from: 2025, to: 2025 },
      title: 'Kế hoạch công tác cải cách hành chính năm 2025',
      superior: '15/KH-UBND ngày 10/01/2025 của UBND tỉnh Nam Hà',
    });
    expect(reading.tasks[0]?.notes).toEqual(['Sản phẩm: Kế hoạch']);
    expect(reading.sections).toEqual([
      { no: 'I', title: 'CÔNG TÁC CHỈ ĐẠO' },
      { no: 'II', title: 'KIỂM TRA' },
    ]);
  });
});

test('a plan by months takes the month of its section where the row names a day or nothing', async () => {
  const reading = await docx(...HEAD, [
    ['TT', 'NỘI DUNG CÔNG VIỆC', 'NGƯỜI PHỤ TRÁCH', 'THỜI HẠN'],
    [{ text: 'Tháng 01', span: 4 }],
    ['1', 'Họp giao ban đầu năm', 'Bà Nguyễn Thị Hoa', 'Ngày 15'],
    ['2', 'Gửi báo cáo năm', 'Ông Trần Văn Nam', ''],
    [{ text: 'Tháng 02', span: 4 }],
    ['1', 'Phát động thi đua', 'Bà Nguyễn Thị Hoa', 'Trước ngày 10/02/2025'],
  ]);

  expect(brief(reading)).toEqual([
    'T1.1 | Họp giao ban đầu năm | Bà Nguyễn Thị Hoa |  | Ngày 15 tháng 01',
    'T1.2 | Gửi báo cáo năm | Ông Trần Văn Nam |  | Tháng 01',
    'T2.1 | Phát động thi đua | Bà Nguyễn Thị Hoa |  | Trước ngày 10/02/2025',
  ]);
  expect(reading.tasks[0]?.rules).toMatchObject([{ kind: 'once', on: '2025-01-15' }]);
});

test('rows grouped by office take it for their lead where no column names one', async () => {
  const reading = await docx(...HEAD, [
    ['STT', 'Nhiệm vụ', 'Thời gian thực hiện', 'Ghi chú'],
    ['I', 'Phòng Tài chính - Kế hoạch', '', ''],
    ['1', 'Lập dự toán', 'Trước 15/7/2025', ''],
    ['II', 'Phòng Y tế', '', ''],
    ['2', 'Kiểm tra an toàn thực phẩm', 'Hằng quý', 'Theo kế hoạch riêng'],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Lập dự toán | Phòng Tài chính - Kế hoạch |  | Trước 15/7/2025',
    '2 | Kiểm tra an toàn thực phẩm | Phòng Y tế |  | Hằng quý',
  ]);
  expect(reading.tasks[1]?.notes).toEqual(['Theo kế hoạch riêng']);
});

test('columns stand in any order, with the deadline before the lead and no numbers', async () => {
  const reading = await docx(...HEAD, [
    ['Hạn hoàn thành', 'Đầu việc', 'Cơ quan, đơn vị thực hiện'],
    ['31/3/2025', 'Rà soát thủ tục', 'Sở Tư pháp'],
    ['30/9/2025', 'Công bố danh mục', 'Sở Tư pháp và Văn phòng UBND tỉnh'],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Rà soát thủ tục | Sở Tư pháp |  | 31/3/2025',
    '2 | Công bố danh mục | Sở Tư pháp + Văn phòng UBND tỉnh |  | 30/9/2025',
  ]);
});

test('the task table is found among tables of money, and two task tables are told apart', async () => {
  const reading = await docx(
    ...HEAD,
    'PHỤ LỤC I',
    [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn'],
      ['1', 'Nâng cấp cổng dịch vụ', 'Sở Thông tin và Truyền thông', 'Sở Nội vụ', 'Tháng 6'],
    ],
    'PHỤ LỤC II',
    [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Thời hạn'],
      ['1', 'Đào tạo cán bộ', 'Sở Nội vụ', '', 'Tháng 9'],
    ],
    'DỰ TOÁN KINH PHÍ',
    [
      ['STT', 'Nội dung chi', 'Đơn vị tính', 'Số lượng', 'Đơn giá', 'Thành tiền'],
      ['1', 'In tài liệu', 'Bộ', '100', '50.000', '5.000.000'],
    ],
  );

  expect(brief(reading)).toEqual([
    'PLI.1 | Nâng cấp cổng dịch vụ | Sở Thông tin và Truyền thông | Sở Nội vụ | Tháng 6',
    'PLII.1 | Đào tạo cán bộ | Sở Nội vụ |  | Tháng 9',
  ]);
  expect(codes(reading)).toContain('TABLE_PASSED_OVER');
});

test('headings of two rows, a row that numbers the columns, and a lead merged over rows', async () => {
  const reading = await docx(...HEAD, [
    [
      { text: 'TT', merge: 'start' },
      { text: 'Nội dung nhiệm vụ', merge: 'start' },
      { text: 'Phân công thực hiện', span: 2 },
      { text: 'Thời gian', merge: 'start' },
    ],
    [
      { text: '', merge: 'above' },
      { text: '', merge: 'above' },
      'Chủ trì',
      'Phối hợp',
      { text: '', merge: 'above' },
    ],
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    ['1', 'Xây dựng quy chế', { text: 'Phòng Nội vụ', merge: 'start' }, 'Phòng Tư pháp', 'Quý I/2025'],
    ['2', 'Lấy ý kiến', { text: '', merge: 'above' }, 'Các đơn vị', 'Quý II/2025'],
    ['3', 'Trình ban hành', 'Văn phòng', '', 'nt'],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Xây dựng quy chế | Phòng Nội vụ | Phòng Tư pháp | Quý I/2025',
    '2 | Lấy ý kiến | Phòng Nội vụ | Các đơn vị | Quý II/2025',
    '3 | Trình ban hành | Văn phòng |  | Quý II/2025',
  ]);
});

test('one column that says who leads and who helps is taken apart', async () => {
  const reading = await docx(...HEAD, [
    ['Số TT', 'Nội dung', 'Phân công thực hiện', 'Tiến độ'],
    ['1', 'Tổ chức lễ phát động', 'Phòng Nội vụ chủ trì, phối hợp với Phòng Văn hoá và Thông tin', 'Tháng 3'],
    [
      '2',
      'Tuyên truyền',
      'Chủ trì: Phòng Văn hoá và Thông tin\nPhối hợp: Đài Truyền thanh; các phường',
      'Thường xuyên',
    ],
    ['3', 'Tổng kết', 'Phòng Nội vụ (chủ trì), UBND các phường (phối hợp)', 'Tháng 12'],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Tổ chức lễ phát động | Phòng Nội vụ | Phòng Văn hoá và Thông tin | Tháng 3',
    '2 | Tuyên truyền | Phòng Văn hoá và Thông tin | Đài Truyền thanh + các phường | Thường xuyên',
    '3 | Tổng kết | Phòng Nội vụ | UBND các phường | Tháng 12',
  ]);
});

test('sub-rows by letter, by path and by dash belong to the row above', async () => {
  const reading = await docx(...HEAD, [
    ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian thực hiện'],
    ['1', 'Chuẩn bị đại hội', 'Phòng Nội vụ', 'Năm 2025'],
    ['1.1', 'Lập danh sách đại biểu', '', 'Tháng 4/2025'],
    ['1.2', 'In tài liệu', 'Văn phòng', ''],
    ['2', 'Chấm điểm', 'Hội đồng chấm điểm', 'Tháng 11'],
    ['a)', 'Vòng sơ khảo', '', 'Tháng 10'],
    ['-', 'Vòng chung khảo', 'Ban Tổ chức', ''],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Chuẩn bị đại hội | Phòng Nội vụ |  | Năm 2025',
    '1.1 | Lập danh sách đại biểu | Phòng Nội vụ |  | Tháng 4/2025',
    '1.2 | In tài liệu | Văn phòng |  | ',
    '2 | Chấm điểm | Hội đồng chấm điểm |  | Tháng 11',
    '2.a | Vòng sơ khảo | Hội đồng chấm điểm |  | Tháng 10',
    '2.2 | Vòng chung khảo | Ban Tổ chức |  | ',
  ]);
  expect(reading.tasks[2]).toMatchObject({ parentNo: '1', rulesInherited: true });
  expect(reading.tasks[1]).toMatchObject({ parentNo: '1', confidence: 'heading' });
});

test('a lead that cannot be dealt out to the items of a cell is asked for', async () => {
  const reading = await docx(...HEAD, [
    ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian thực hiện'],
    ['1', 'Tổ chức các sự kiện', '', ''],
    ['', '+ Hội thao\n+ Hội diễn\n+ Hội thi', 'Phòng Văn hoá\nPhòng Y tế', 'Trong năm'],
  ]);

  expect(codes(reading, '1.1')).toContain('LEAD_NAMES_UNEVEN');
  expect(reading.tasks.find((task) => task.no === '1.1')?.lead).toBeNull();
});

test('a workbook of a ministry keeps real dates, merged sections and titles above the table', async () => {
  const text = (value: string): { value: string; type: StringConstructor } => ({ value, type: String });
  const bytes = await writeXlsxFile([
    [{ ...text('KẾ HOẠCH CÔNG TÁC NĂM 2026'), columnSpan: 5 }],
    [{ ...text('(Kèm theo Quyết định số 77/QĐ-BNV ngày 12/01/2026 của Bộ Nội vụ)'), columnSpan: 5 }],
    [],
    ['Stt', 'Tên nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Ngày hoàn thành'].map(text),
    [{ ...text('A. NHIỆM VỤ THƯỜNG XUYÊN'), columnSpan: 5 }],
    [
      { value: 1, type: Number },
      text('Tổng hợp báo cáo'),
      text('Văn phòng Bộ'),
      null,
      { value: new Date(Date.UTC(2026, 10, 30)), type: Date, format: 'dd/mm/yyyy' },
    ],
    [
      { value: 2, type: Number },
      text('Rà soát vị trí việc làm'),
      { ...text('Vụ Tổ chức cán bộ'), rowSpan: 2 },
      null,
      text('20/12 hằng năm'),
    ],
    [{ value: 3, type: Number }, text('Đánh giá công chức'), null, text('Các vụ, cục'), text('')],
  ]).toBuffer();

  const reading = await readWell({ name: 'ke-hoach.xlsx', bytes });

  expect(brief(reading)).toEqual([
    '1 | Tổng hợp báo cáo | Văn phòng Bộ |  | 30/11/2026',
    '2 | Rà soát vị trí việc làm | Vụ Tổ chức cán bộ |  | 20/12 hằng năm',
    '3 | Đánh giá công chức | Vụ Tổ chức cán bộ | Các vụ, cục | ',
  ]);
  expect(reading.tasks[0]?.rules).toMatchObject([{ kind: 'once', on: '2026-11-30' }]);
  expect(reading.head).toMatchObject({
    number: '77/QĐ-BNV',
    issuer: 'Bộ Nội vụ',
    issuedOn: '2026-01-12',
    period: { from: 2026, to: 2026 },
    title: 'Kế hoạch công tác năm 2026',
  });
});

test.each([
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
])('a table of a project tool with English headings, parted by %s', async (_, separator) => {
  const rows = [
    ['#', 'Task', 'Owner', 'Support', 'Due date', 'Status'],
    ['1', '"Draft the ""plan"""', 'Office of Planning', 'Finance', '2025-03-31', 'open'],
    ['2', 'Publish', 'Press office', '', '30/4/2025', ''],
  ];
  const bytes = Buffer.from(`\ufeff${rows.map((row) => row.join(separator)).join('\r\n')}\r\n`);

  const reading = await readWell({ name: 'plan.csv', bytes });

  expect(brief(reading)).toEqual([
    '1 | Draft the "plan" | Office of Planning | Finance | 2025-03-31',
    '2 | Publish | Press office |  | 30/4/2025',
  ]);
});

describe('a table pasted into a chat', () => {
  const wanted = [
    '1 | Ký giao ước thi đua | Cụm trưởng | Phòng Nội vụ | Trước ngày 30/3 hằng năm',
    '2 | Tổng kết năm | Các đơn vị |  | Tháng 12',
  ];

  test('with bars and a rule under the headings', async () => {
    const reading = await readTextWell(`Kế hoạch năm 2025
| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |
|----|----------|:-------:|---------|---------|
| 1 | Ký giao ước thi đua | Cụm trưởng | Phòng Nội vụ | Trước ngày 30/3 hằng năm |
| 2 | Tổng kết năm | Các đơn vị | | Tháng 12 |`);

    expect(brief(reading)).toEqual(wanted);
  });

  test('with columns of blanks, a cell of which may be empty', async () => {
    const reading = await readTextWell(`TT   Nhiệm vụ              Chủ trì       Phối hợp        Thời hạn
1    Ký giao ước thi đua   Cụm trưởng    Phòng Nội vụ    Trước ngày 30/3 hằng năm
2    Tổng kết năm          Các đơn vị                    Tháng 12`);

    expect(brief(reading)).toEqual(wanted);
  });

  test('with tabs, whose cells were broken over lines', async () => {
    const reading = await readTextWell(
      [
        'TT\tNhiệm vụ\tChủ trì\tThời gian',
        'I\tCông tác chung',
        '1\tKiểm tra chéo giữa các đơn vị',
        'trong Cụm\tCụm phó,',
        'Cụm trưởng\tTháng 5/2025',
        '2\tTổng kết\tCụm trưởng\tTháng 12/2025',
      ].join('\n'),
    );

    expect(brief(reading)).toEqual([
      '1 | Kiểm tra chéo giữa các đơn vị trong Cụm | Cụm phó + Cụm trưởng |  | Tháng 5/2025',
      '2 | Tổng kết | Cụm trưởng |  | Tháng 12/2025',
    ]);
  });

  test('with tabs and decomposed letters', async () => {
    const text = [
      'TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời hạn',
      '1\tKý giao ước thi đua\tCụm trưởng\tPhòng Nội vụ\tTrước ngày 30/3 hằng năm',
      '2\tTổng kết năm\tCác đơn vị\t\tTháng 12',
    ];

    expect(brief(await readTextWell(text.join('\n').normalize('NFD')))).toEqual(wanted);
  });
});

test('a day that no calendar has is held back with the words of the plan', async () => {
  const reading = await docx(...HEAD, [
    ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời hạn'],
    ['1', 'Gửi báo cáo', 'Phòng Nội vụ', 'Trước ngày 31/6/2025'],
  ]);

  expect(reading.undecided).toMatchObject([
    {
      code: 'DEADLINE_REVIEW',
      where: { no: '1' },
      words: 'Trước ngày 31/6/2025',
      deadline: { reasons: ['IMPOSSIBLE_DATE'] },
    },
  ]);
});

test('a plan marked by months, whose table goes on without headings on the next page', async () => {
  const reading = await docx(
    ...HEAD,
    [
      ['TT', 'Nội dung', 'Đơn vị thực hiện', 'T1', 'T2', 'T3'],
      ['1', 'Họp cụm', 'Cụm trưởng', 'x', '', ''],
    ],
    '',
    [['2', 'Hội thao', 'Sở Y tế', '', '15', 'x']],
  );

  expect(brief(reading)).toEqual([
    '1 | Họp cụm | Cụm trưởng |  | Tháng 1',
    '2 | Hội thao | Sở Y tế |  | Ngày 15 tháng 2, Tháng 3',
  ]);
});

test('a task merged over two rows with a lead and a day each is owed by each on its own day', async () => {
  const reading = await docx(...HEAD, [
    ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian hoàn thành'],
    [{ text: '1', merge: 'start' }, { text: 'Tổ chức hội nghị', merge: 'start' }, 'Phòng Nội vụ', 'Tháng 3'],
    [{ text: '', merge: 'above' }, { text: '', merge: 'above' }, 'Phòng Y tế', 'Tháng 6'],
    ['2', 'Tổng cộng kinh phí', 'Phòng Y tế', 'Tháng 7'],
    ['', 'Tổng cộng', '', ''],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Tổ chức hội nghị | Phòng Nội vụ |  | Tháng 3',
    '1.1 | Tổ chức hội nghị | Phòng Y tế |  | Tháng 6',
    '2 | Tổng cộng kinh phí | Phòng Y tế |  | Tháng 7',
  ]);
  expect(codes(reading)).toContain('ROW_NOT_UNDERSTOOD');
});

test('a schedule of a school: several things to do in one cell, each with its own lead, are tasks of their own', async () => {
  const reading = await docx(
    'TRƯỜNG THCS LÊ NGỌC HÂN',
    'Số: 45/KH-THCSLNH',
    'Hà Nội, ngày 05 tháng 9 năm 2024',
    'KẾ HOẠCH',
    'Công tác thi đua - khen thưởng năm học 2024 - 2025',
    [
      ['Thời gian', 'Nội dung công việc', 'Người thực hiện'],
      ['Tháng 9/2024', '- Đăng ký thi đua\n- Hội nghị viên chức', 'Hiệu trưởng\nChủ tịch công đoàn'],
      ['Tháng 10/2024', 'Hội giảng', 'Tổ chuyên môn'],
    ],
  );

  expect(brief(reading)).toEqual([
    '1 | Đăng ký thi đua | Hiệu trưởng |  | Tháng 9/2024',
    '2 | Hội nghị viên chức | Chủ tịch công đoàn |  | Tháng 9/2024',
    '3 | Hội giảng | Tổ chuyên môn |  | Tháng 10/2024',
  ]);
  expect(reading.head).toMatchObject({ issuer: 'Trường THCS Lê Ngọc Hân', period: { from: 2024, to: 2025 } });
  expect(codes(reading, '1')).toContain('LEAD_BY_POSITION');
});

test('the numbers that Word counts by itself are read as if they were written', async () => {
  const numbered = await readWell({ name: 'a.docx', bytes: await numberedDocx() });

  expect(brief(numbered)).toEqual([
    '1 | Việc thứ nhất | Phòng Nội vụ |  | Tháng 3',
    '2 | Việc thứ hai | Phòng Y tế |  | Tháng 4',
  ]);
});

test('a title alone, under which the numbers begin anew, is a section', async () => {
  const bytes = Buffer.from(
    'TT;Nhiệm vụ;Chủ trì;Thời hạn\n;Công tác chuẩn bị;;\n1;Lập kế hoạch;Phòng Nội vụ;31/3/2025\n;Công tác tổ chức;;\n1;Tổ chức lễ;Văn phòng;30/6/2025\n',
  );

  const reading = await readWell({ name: 'a.csv', bytes });

  expect(reading.sections.map((section) => section.title)).toEqual(['Công tác chuẩn bị', 'Công tác tổ chức']);
  expect(brief(reading)).toEqual([
    'M1.1 | Lập kế hoạch | Phòng Nội vụ |  | 31/3/2025',
    'M2.1 | Tổ chức lễ | Văn phòng |  | 30/6/2025',
  ]);
});

test('what is counted inside the cells is dealt out as what stands behind dashes', async () => {
  const reading = await docx(...HEAD, [
    ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian thực hiện'],
    [
      '1',
      'Các hội nghị:\n1. Ký giao ước\n2. Tổng kết',
      '1. Phòng Nội vụ\n2. Văn phòng',
      '1. Trước 28/02/2025\n2. Trước 20/12/2025',
    ],
    [
      '2',
      'Thẩm định:\na) Khen thường xuyên\nb) Khen đột xuất',
      'Phòng Nội vụ',
      'a) 15/01/2025\nb) 15/6/2025',
    ],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Các hội nghị | - |  | ',
    '1.1 | Ký giao ước | Phòng Nội vụ |  | Trước 28/02/2025',
    '1.2 | Tổng kết | Văn phòng |  | Trước 20/12/2025',
    '2 | Thẩm định | - |  | ',
    '2.1 | Khen thường xuyên | Phòng Nội vụ |  | 15/01/2025',
    '2.2 | Khen đột xuất | Phòng Nội vụ |  | 15/6/2025',
  ]);
  expect(codes(reading, '1.1')).toContain('LEAD_BY_POSITION');
});

test('of a column for both, the first leads and a person confirms it; words that say who does what stand', async () => {
  const reading = await docx(...HEAD, [
    ['TT', 'Nhiệm vụ', 'Đơn vị thực hiện (chủ trì/phối hợp)', 'Thời gian thực hiện'],
    ['1', 'Lấy ý kiến', 'Trung tâm Hành chính công/ Phòng Kinh tế', 'Tháng 6'],
    ['2', 'Rà soát', 'Chủ trì: Văn phòng\nPhối hợp: Phòng Kinh tế', 'Tháng 7'],
    ['3', 'Báo cáo', 'Văn phòng', 'Tháng 8'],
  ]);

  expect(brief(reading)).toEqual([
    '1 | Lấy ý kiến | Trung tâm Hành chính công | Phòng Kinh tế | Tháng 6',
    '2 | Rà soát | Văn phòng | Phòng Kinh tế | Tháng 7',
    '3 | Báo cáo | Văn phòng |  | Tháng 8',
  ]);
  expect(reading.undecided).toMatchObject([
    { code: 'LEAD_BY_POSITION', alternatives: ['Trung tâm Hành chính công', 'Phòng Kinh tế'] },
  ]);
});

test('rows under a numbered one say in their cells who leads and who helps', async () => {
  const reading = await docx(...HEAD, [
    ['TT', 'Nhiệm vụ', 'Phân công', 'Thời gian thực hiện'],
    ['1', 'Kiểm tra', '', 'Tháng 6'],
    ['', '- Gửi đề cương', 'Phòng Nội vụ (chủ trì), Văn phòng (phối hợp)', ''],
    ['', '- Kết luận', 'Chủ trì: Phòng Nội vụ\nPhối hợp: Thanh tra', ''],
  ]);

  expect(brief(reading).slice(1)).toEqual([
    '1.1 | Gửi đề cương | Phòng Nội vụ | Văn phòng | ',
    '1.2 | Kết luận | Phòng Nội vụ | Thanh tra | ',
  ]);
});
