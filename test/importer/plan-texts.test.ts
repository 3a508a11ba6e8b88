import { describe, expect, test } from 'vitest';
import { readPlanFile } from '../../src/importer/read-plan-file.ts';
import { brief, codes } from './brief.ts';
import { readTextWell, readWell, TODAY } from './read-sample.ts';

describe('a PDF turned into text', () => {
  const HEAD = `     ỦY BAN NHÂN DÂN                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        XÃ BA VÌ                              Độc lập - Tự do - Hạnh phúc
   Số: 33/KH-UBND                           Ba Vì, ngày 16 tháng 01 năm 2026

                                 KẾ HOẠCH
        CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2026 CỦA UBND XÃ BA VÌ
`;

  test('has cells that go on in further lines, each under its heading', async () => {
    const reading = await readTextWell(`${HEAD}
 TT          Nội dung nhiệm vụ                Đơn vị chủ trì          Đơn vị phối hợp            Thời gian
                                                                                               hoàn thành
 1    Xây dựng, ban hành kế hoạch thi      Phòng Văn hóa - Xã      Văn phòng HĐND và         Trước ngày
      đua năm 2026                         hội                     UBND xã                   31/01/2026
 2    Phổ biến điển hình tiên tiến của     Trung tâm Dịch vụ       Các thôn                  Thường xuyên
      Cụm trên truyền thanh                tổng hợp
      cơ sở
 3    Tổng kết công tác thi đua, khen      Phòng Văn hóa - Xã      Các đơn vị                Tháng
      thưởng năm 2026                      hội                                               12/2026

 Trên đây là kế hoạch năm 2026, đề nghị các đơn vị thực hiện.

 Nơi nhận:                                               TM. ỦY BAN NHÂN DÂN
 - Các thôn;                                                  CHỦ TỊCH`);

    expect(brief(reading)).toEqual([
      '1 | Xây dựng, ban hành kế hoạch thi đua năm 2026 | Phòng Văn hóa - Xã hội | Văn phòng HĐND và UBND xã | Trước ngày 31/01/2026',
      '2 | Phổ biến điển hình tiên tiến của Cụm trên truyền thanh cơ sở | Trung tâm Dịch vụ tổng hợp | Các thôn | Thường xuyên',
      '3 | Tổng kết công tác thi đua, khen thưởng năm 2026 | Phòng Văn hóa - Xã hội | Các đơn vị | Tháng 12/2026',
    ]);
    expect(codes(reading)).toEqual([]);
    expect(reading.head.title).toBe('Kế hoạch công tác thi đua, khen thưởng năm 2026 của UBND xã Ba Vì');
  });

  test('has headings and numbers in the middle of their height, a number on each page, and who receives below', async () => {
    const reading = await readTextWell(`${HEAD}
                                                Đơn vị           Đơn vị             Thời gian
  TT          Nội dung công việc
                                                chủ trì          phối hợp           hoàn thành
  I. CÔNG TÁC CHỈ ĐẠO

       Ban hành kế hoạch thi đua và các
  1                                         Phòng VH-XH        Văn phòng          15/01/2026
       văn bản hướng dẫn

  2    Rà soát                              Văn phòng          UBMTTQ             Quý II
       - Tiêu chí                                                                 Tháng 4
       - Quy chế                                                                  Tháng 5
                                                                                          2
  II. TỔNG KẾT TẤT CẢ CÁC NỘI DUNG CỦA NĂM

  3    Tổng kết                             Phòng VH-XH        Các đơn vị         Tháng 12

Nơi nhận:                                         TM. ỦY BAN NHÂN DÂN
- Như trên;                                             CHỦ TỊCH`);

    expect(brief(reading)).toEqual([
      '1 | Ban hành kế hoạch thi đua và các văn bản hướng dẫn | Phòng VH-XH | Văn phòng | 15/01/2026',
      '2 | Rà soát | Văn phòng | UBMTTQ | Quý II',
      '2.1 | Tiêu chí | Văn phòng |  | Tháng 4',
      '2.2 | Quy chế | Văn phòng |  | Tháng 5',
      '3 | Tổng kết | Phòng VH-XH | Các đơn vị | Tháng 12',
    ]);
    expect(reading.sections.map(({ no }) => no)).toEqual(['I', 'II']);
    expect(codes(reading)).not.toContain('ROW_NOT_UNDERSTOOD');
  });
});

describe('a table pasted into a chat', () => {
  test('has sections that lost the cells beside them, and cells torn over lines of their own', async () => {
    const reading = await readTextWell(
      [
        'STT\tNội dung\tĐơn vị chủ trì\tThời hạn',
        'A. CÔNG TÁC CHUNG',
        'I. Chỉ đạo',
        '1\tBan hành kế hoạch\tPhòng Nội vụ',
        'Phòng Y tế',
        'Phòng Kinh tế\t15/11/2026',
        'II. TỔNG KẾT',
        '1\tSơ kết, tổng kết\tPhòng Nội vụ\t15/7/2026',
        '15/12/2026',
      ].join('\n'),
    );

    expect(brief(reading)).toEqual([
      'A.I.1 | Ban hành kế hoạch | Phòng Nội vụ + Phòng Y tế + Phòng Kinh tế |  | 15/11/2026',
      'A.II.1 | Sơ kết, tổng kết | Phòng Nội vụ |  | 15/7/2026\n15/12/2026',
    ]);
  });

  test('has its head in the line under its title, as Markdown writes it', async () => {
    const reading = await readTextWell(`# KẾ HOẠCH PHÁT ĐỘNG THI ĐUA
Số: 120/KH-BVĐK ngày 02/02/2026 của Bệnh viện Đa khoa khu vực Long Thành
| STT | Nội dung | Khoa, phòng thực hiện | Thời hạn |
|:--|:--|:--|--:|
| 1 | Bảo trì thiết bị | Phòng Vật tư | 30/6/2026 |`);

    expect(reading.head).toMatchObject({
      number: '120/KH-BVĐK',
      issuer: 'Bệnh viện Đa khoa khu vực Long Thành',
      issuedOn: '2026-02-02',
      title: 'Kế hoạch phát động thi đua',
    });
  });

  test('has its head in one line', async () => {
    const reading = await readTextWell(
      [
        'Kế hoạch 57/KH-UBND ngày 10/3/2026 của UBND phường Giảng Võ',
        'STT\tNội dung\tĐơn vị chủ trì\tPhối hợp\tThời hạn',
        '1\tHọp tổng kết\tVP HĐND-UBND\tP. VH-XH, P. KT-HT-ĐT\tngày 20/12/2026',
      ].join('\n'),
    );

    expect(reading.head).toMatchObject({
      number: '57/KH-UBND',
      issuer: 'UBND phường Giảng Võ',
      issuedOn: '2026-03-10',
      period: { from: 2026, to: 2026 },
    });
    expect(reading.tasks[0]?.coordinating).toEqual(['P. VH-XH', 'P. KT-HT-ĐT']);
  });
});

test.each([
  ['UTF-16LE', (text: string): Buffer => Buffer.from(text, 'utf16le')],
  ['UTF-16BE', (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()],
])('a text in %s is read though no mark says so', async (_, bytesOf) => {
  const text = 'TT\tNhiệm vụ\tChủ trì\tThời hạn\r\n1\tKý giao ước\tPhòng Văn hóa - Xã hội\t15/3/2026\r\n';

  const reading = await readWell({ name: 'a.txt', bytes: bytesOf(text) });

  expect(brief(reading)).toEqual(['1 | Ký giao ước | Phòng Văn hóa - Xã hội |  | 15/3/2026']);
});

test('a picture under the name of a text stays refused', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex');

  expect(await readPlanFile({ name: 'a.txt', bytes: png }, TODAY)).toMatchObject({
    code: 'IMPORT_FORMAT_MISMATCH',
  });
});
