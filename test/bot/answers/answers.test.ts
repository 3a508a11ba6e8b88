import { beforeEach, describe, expect, test } from 'vitest';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import {
  APPROVER,
  HA,
  LAN,
  MEMBER,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../../support/sample-office.ts';
import { pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const PRIVATE = 'private';
const NOT_LISTED = 'Đồng chí chưa có trong danh sách đầu mối';

interface Row {
  readonly who: string;
  readonly where: string;
  readonly text: string;
  /** Stands in the answer. */
  readonly says: readonly string[];
  readonly never?: readonly string[];
}

const row = (
  who: string,
  where: string,
  text: string,
  says: readonly string[],
  never: readonly string[] = [],
): Row => ({ who, where, text, says, never });

/** What the answer lacks, and what it should not hold. */
const flawsOf = async ({ who, where, text, says, never = [] }: Row): Promise<string[]> => {
  const answer = replyShown(await office.say(who, where === PRIVATE ? who : where, text));
  return [
    ...says.filter((essential) => !answer.includes(essential)).map((lack) => `lacks “${lack}”: ${answer}`),
    ...never.filter((wrong) => answer.includes(wrong)).map((wrong) => `holds “${wrong}”: ${answer}`),
  ];
};

describe('days or units that were not understood', () => {
  test.each([
    row(LAN, WARDS, '/han tháng 13', ['Chưa rõ “tháng 13”', '“tháng 12”, “tuần sau”'], ['nhiệm vụ đến hạn']),
    row(LAN, PRIVATE, '/due abc', ['Chưa rõ “abc”'], ['nhiệm vụ đến hạn']),
    row(SECRETARY, PRIVATE, '/tiendo abc', ['Chưa rõ “abc”', '“Cụm thi đua số 1”'], ['Đã hoàn thành']),
    row(LAN, WARDS, 'ngày 31/2 có gì đến hạn', ['Chưa rõ “ngày 31/2”'], ['nhiệm vụ đến hạn']),
  ])('are said, with examples: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });
});

describe('what is due', () => {
  test.each([
    row(LAN, WARDS, 'Việc gần nhất đến hạn là việc gì?', [
      'Hạn gần nhất · Cụm thi đua số 1',
      'hết Thứ Sáu 29/11/2024',
    ]),
    row(LAN, WARDS, 'tuần tới các phường có phải nộp gì không', [
      'Tuần 11–17/11/2024 · các phường: không có',
      'Tiếp theo: Trước ngày 20/12',
    ]),
    row(
      LAN,
      WARDS,
      'phường Trúc Bạch tháng 1 có việc gì',
      ['Tháng 1/2025 · UBND phường Trúc Bạch', '7. Tổ chức Hội nghị'],
      ['chưa có cập nhật'],
    ),
    row(
      LAN,
      WARDS,
      'Các cụm trường học tháng 1 có hạn nào?',
      ['privately:', 'Cụm thi đua trường học', 'Trước 30/01', 'here:\nĐã gửi vào tin riêng'],
      [],
    ),
    row(
      MEMBER,
      WARDS,
      'Các cụm trường học tháng 1 có hạn nào?',
      ['không hiển thị tại nhóm này'],
      ['30/01', 'privately'],
    ),
    row(
      HA,
      SCHOOLS,
      'tháng 12 có gì',
      ['Cụm thi đua THCS số 1', '1. Xây dựng và triển khai'],
      ['20/12', '6. Tổ chức'],
    ),
    row(
      LAN,
      PRIVATE,
      'tháng 1 năm sau có gì',
      ['UBND phường Điện Biên', '7. Tổ chức', 'chưa có cập nhật'],
      ['Trước 30/01'],
    ),
    row(SECRETARY, PRIVATE, 'tháng 1 năm sau có gì', [
      'toàn bộ các Cụm',
      'Đã hoàn thành 0/',
      'Cụm thi đua THCS số 1',
    ]),
    row(APPROVER, PRIVATE, 'cum thcs quy 1 nam sau co gi', [
      'Cụm thi đua THCS số 1',
      'hết Thứ Tư 29/01/2025',
    ]),
    row(SECRETARY, PRIVATE, 'cụm trường mầm non tháng 12 có việc gì', [
      'Chưa có thông tin về “Cụm trường mầm non”',
      'Các cụm: Cụm thi đua số 1',
    ]),
    row(STRANGER, PRIVATE, 'tháng 12 có gì', [NOT_LISTED], ['20/12']),
  ])('$who in $where: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });
});

describe('how it stands', () => {
  test.each([
    row(LAN, WARDS, '/tiendo', [
      'Cụm thi đua số 1 · 30 ngày tới',
      'Không có phần việc nào',
      'Tiếp theo: Trước ngày 20/12',
    ]),
    row(LAN, WARDS, 'Tiến độ của phường Liễu Giai tháng 1/2025 ra sao bot?', [
      'UBND phường Liễu Giai không hiển thị tại nhóm này',
      'Thường trực HĐ TĐKT xem được',
    ]),
    row(LAN, PRIVATE, 'Tiến độ của phường Liễu Giai tháng 1/2025 ra sao?', [
      'Tình hình của UBND phường Liễu Giai chỉ đầu mối nơi đó',
    ]),
    row(SECRETARY, PRIVATE, 'Tiến độ của phường Liễu Giai tháng 1/2025 ra sao?', [
      'UBND phường Liễu Giai · Tháng 1/',
      '7. Tổ chức',
      'chưa có cập nhật',
    ]),
    row(SECRETARY, WARDS, 'Tiến độ của phường Liễu Giai tháng 1/2025 ra sao bot?', [
      'privately:',
      'chưa có cập nhật',
      'here:\nĐã gửi vào tin riêng',
    ]),
    row(SECRETARY, PRIVATE, 'cụm thcs xong giao ước chưa', [
      'Cụm thi đua THCS số 1 · 3. Tổ chức ký kết',
      'Đã hoàn thành 0/1',
      'Chưa: Cụm thi đua THCS số 1',
    ]),
    row(LAN, PRIVATE, 'Đơn vị tôi làm đến đâu rồi', ['UBND phường Điện Biên · 30 ngày tới']),
    row(LAN, PRIVATE, 'Tiến độ các cụm đến đâu rồi ạ?', ['do Thường trực HĐ TĐKT theo dõi'], ['%']),
    row(SECRETARY, PRIVATE, 'Tiến độ các cụm đến đâu rồi ạ?', [
      'Toàn bộ các Cụm · 30 ngày tới',
      'Ngoài các Cụm: 0/1 (0 %)',
    ]),
    row(SECRETARY, PRIVATE, 'cụm 1 xong đến đâu', [
      '[Cụm thi đua số 1]',
      '[Cụm thi đua THCS số 1]',
      '[Nội dung khác]',
    ]),
    row(LAN, PRIVATE, 'cụm 1 xong đến đâu', ['Cụm thi đua số 1 · 30 ngày tới'], ['[Nội dung khác]']),
    row(MEMBER, WARDS, '/quahan', [
      'Cụm thi đua số 1: không có nhiệm vụ quá hạn.',
      'Tiếp theo: Trước ngày 20/12 hằng năm',
    ]),
    row(LAN, WARDS, 'Đơn vị em có bị quá hạn việc gì không ạ?', [
      'UBND phường Điện Biên: không có',
      'here:\nĐã gửi vào tin riêng',
    ]),
  ])('$who in $where: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });
});

describe('one task', () => {
  test.each([
    row(
      LAN,
      WARDS,
      'Hạn ký giao ước thi đua là ngày nào ạ?',
      [
        'Cụm trưởng (UBND phường Điện Biên)',
        'Trước ngày 30/3 hằng năm',
        'trước 30/03/2025 (hết Thứ Bảy 29/03/2025) · còn 145 ngày',
        'mục 3',
      ],
      ['30/10'],
    ),
    row(
      HA,
      SCHOOLS,
      'ky giao uoc truoc ngay nao',
      ['Cụm trưởng (Trường THCS Giảng Võ)', 'trước 30/10/2025'],
      ['30/3'],
    ),
    row(
      LAN,
      WARDS,
      'Sơ kết 6 tháng cụm trường là tháng mấy ạ?',
      ['privately:', 'trước 30/01/2025', 'Trường THCS Giảng Võ', 'Đã gửi vào tin riêng'],
      ['30/7'],
    ),
    row(
      MEMBER,
      WARDS,
      'Sơ kết 6 tháng cụm trường là tháng mấy ạ?',
      ['4. Tổ chức Hội nghị sơ kết'],
      ['30/01'],
    ),
    row(LAN, WARDS, 'chi tiết mục 14', [
      'Thời hạn ghi trong Kế hoạch: Hàng năm',
      'Kế hoạch không ấn định ngày cụ thể',
    ]),
    row(LAN, WARDS, 'chi tiết mục 99', ['Kế hoạch không có mục 99']),
    row(LAN, WARDS, 'mục 6 theo văn bản nào thế bot?', [
      'Theo Kế hoạch 29/KH-UBND ngày 22/01/2021 của UBND quận Ba Đình, Phụ lục, mục 6',
    ]),
    row(LAN, WARDS, 'Lùi hạn tổng kết cụm chưa bot?', [
      'Chưa ghi nhận điều chỉnh thời hạn nào',
      'trước 20/12/2024',
    ]),
    row(LAN, PRIVATE, 'chi tiết mục 7', ['Tình hình: chưa có cập nhật', '[7 · Cập nhật]']),
    row(SECRETARY, PRIVATE, 'chi tiết mục 7', ['Đã hoàn thành 0/31'], ['[7 · Cập nhật]']),
    row(
      LAN,
      WARDS,
      'chi tiết mục 7',
      ['7. Tổ chức Hội nghị tổng kết'],
      ['Đã hoàn thành', 'chưa có cập nhật', 'Cập nhật]'],
    ),
    row(LAN, WARDS, 'Những đơn vị nào chưa nộp kế hoạch năm bot?', [
      'Đồng chí cần xem nội dung nào ạ?',
      '[Nội dung khác]',
    ]),
  ])('$who in $where: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });
});

describe('who leads', () => {
  test.each([
    row(
      LAN,
      WARDS,
      'Cải cách hành chính là bên nào chủ trì bot ơi',
      ['9.7.', 'Chủ trì: Phòng Nội vụ', 'mục 9.7'],
      ['Phối hợp'],
    ),
    row(LAN, WARDS, 'mục 6 ai chủ trì', ['Chủ trì: Cụm trưởng (UBND phường Điện Biên)'], ['Thời hạn']),
    row(LAN, WARDS, 'Nông thôn mới bên TCKH chủ trì phải ko bot', [
      'Đúng, Phòng Tài chính - Kế hoạch chủ trì.',
    ]),
    row(LAN, WARDS, 'Nông thôn mới phòng Y tế chủ trì phải ko bot', [
      'Không phải Phòng Y tế.',
      'Chủ trì: Phòng Tài chính - Kế hoạch',
    ]),
    row(LAN, WARDS, 'cụm phó là đơn vị nào', ['Cụm thi đua số 1 · Cụm phó: UBND phường Kim Mã']),
    row(SECRETARY, PRIVATE, 'cụm trưởng cụm THCS là trường nào', [
      'Cụm thi đua THCS số 1 · Cụm trưởng: Trường THCS Giảng Võ',
    ]),
    row(SECRETARY, PRIVATE, 'phòng nội vụ chủ trì việc gì', [
      'Phòng Nội vụ chủ trì 15 nhiệm vụ',
      '9.7. Phong trào',
      'và 3 nhiệm vụ khác',
    ]),
  ])('$who in $where: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });
});

describe('movements and events', () => {
  test.each([
    row(
      LAN,
      WARDS,
      'ptrào nào do Phòng Nội vụ chủ trì v bot',
      ['Phong trào do Phòng Nội vụ chủ trì', '2 phong trào', '9.6. Người tốt', '9.7.'],
      ['9.5'],
    ),
    row(LAN, PRIVATE, '/phongtrao', [
      '13 phong trào',
      '9.1.',
      'Trung ương, Thành phố phát động · Giai đoạn 2021-2025',
      '[Xem tiếp ▶]',
    ]),
    row(LAN, PRIVATE, 'phong trào do thành phố phát động', [
      'Các phong trào thi đua · Thành phố phát động',
      '9.1.',
      'Trung ương, Thành phố phát động',
    ]),
    row(LAN, WARDS, 'bot ơi phong trào của trung ương năm 2024 gồm những gì', [
      'Trung ương phát động · Năm 2024',
      '9.1.',
    ]),
    row(LAN, PRIVATE, 'phong trào do Hội Nông dân phát động là những gì', [
      'Hội Nông dân phát động',
      'Kế hoạch không ghi phong trào như vậy',
      'Nơi phát động ghi trong Kế hoạch: Trung ương, Thành phố',
      '[Tất cả]',
    ]),
    row(LAN, PRIVATE, 'phong trào năm 2031', [
      'Năm 2031',
      'Kế hoạch không ghi phong trào như vậy',
      '[Tất cả]',
    ]),
    row(
      LAN,
      PRIVATE,
      'phong trào do Phòng Y tế chủ trì',
      ['Phong trào do Phòng Y tế chủ trì', '9.5.'],
      ['9.6.'],
    ),
    row(HA, SCHOOLS, 'Có những phong trào nào dành cho trường học không ạ?', [
      'Kế hoạch không ghi phong trào riêng cho Cụm thi đua trường học',
      '9.1.',
    ]),
    row(LAN, WARDS, 'Sắp tới có ngày kỷ niệm nào ạ?', [
      '04/12/2024: Kế hoạch không ghi sự kiện nào có ngày',
      'Gần nhất: Chủ nhật 22/12/2024',
      'còn 48 ngày',
    ]),
    row(LAN, WARDS, 'Đại hội thi đua yêu nước Thành phố năm nào bot nhỉ', [
      'Đại hội Thi đua yêu nước',
      'năm 2025, Kế hoạch không ghi ngày',
    ]),
    row(
      LAN,
      WARDS,
      'kỷ niệm giải phóng Thủ đô ngày nào',
      ['Thứ Năm 10/10/2024 · Kỷ niệm Ngày Giải phóng Thủ đô'],
      ['75 năm'],
    ),
    row(LAN, PRIVATE, 'sự kiện năm 2025', [
      'Thứ Hai 03/02/2025',
      'Đại hội Đảng các cấp, Đại hội Đảng bộ quận lần thứ XXVII · năm 2025, Kế hoạch không ghi ngày',
    ]),
    row(STRANGER, PRIVATE, '/sukien', [NOT_LISTED], ['22/12']),
  ])('$who in $where: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });
});

test('what names the bot to people and is not understood is not answered in a group', async () => {
  const said = await office.say(LAN, WARDS, 'các đồng chí ơi kìa @dung_han_bot');

  expect(replyShown(said)).toBe('');
});

test('after the last safe day and before the day named, what comes next has no count of days', async () => {
  office.moveTo('2024-12-20T12:00:00+07:00');

  const said = replyShown(await office.say(LAN, LAN, '/quahan'));

  expect(said).toContain('Tiếp theo: Trước ngày 20/12 hằng năm');
  expect(said).not.toContain('()');
});

describe('courtesy and help', () => {
  test.each([
    row(LAN, PRIVATE, 'cảm ơn bot nhé', ['Rất vui được hỗ trợ đồng chí'], ['chưa hiểu']),
    row(LAN, PRIVATE, 'xin chào', ['Xin chào đồng chí', '[Trợ giúp]']),
    row(LAN, WARDS, '@dung_han_bot ơ kìa', ['chưa hiểu', '[Trợ giúp]']),
    row(LAN, PRIVATE, 'trợ giúp', ['/viec', '/tiendo'], ['/canxuly', '/nhap']),
    row(SECRETARY, PRIVATE, 'trợ giúp', ['/canxuly', '/bang', '/nhap', '/nhatky', '/viec'], ['/trogiup']),
  ])('$who in $where: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });
});

describe('what is told to the bot, and what it does not do', () => {
  test.each([
    row(LAN, WARDS, 'đv em đã hoàn thành mục 7, ghi nhận giúp', [
      'privately:\nChưa ghi nhận gì',
      '[Đã hoàn thành]',
      'here:\nĐã gửi vào tin riêng',
    ]),
    row(LAN, PRIVATE, 'xin gia hạn mục 7', ['Thời hạn hiện hành chưa thay đổi', '7. Tổ chức Hội nghị']),
    row(
      LAN,
      WARDS,
      'Báo cáo bot: phường Kim Mã đã hoàn thành mục 7 ạ',
      ['Chưa ghi nhận gì. Việc của UBND phường Kim Mã'],
      ['[Đã hoàn thành]'],
    ),
    row(MEMBER, WARDS, 'đv em đã hoàn thành mục 7, ghi nhận giúp', [NOT_LISTED], ['[Đã hoàn thành]']),
    row(LAN, WARDS, 'bot xoá hết nhắc việc của cụm 2 đi', [
      'chỉ Thường trực HĐ TĐKT thực hiện được. Chưa có gì thay đổi',
    ]),
    row(SECRETARY, PRIVATE, 'bot xoá hết nhắc việc của cụm 2 đi', [
      'Bot không thay đổi dữ liệu theo lời nhắn',
    ]),
    row(
      LAN,
      WARDS,
      'Bot cho xin số điện thoại chị Hoa phường Kim Mã',
      ['không cung cấp thông tin cá nhân'],
      ['024'],
    ),
    row(STRANGER, PRIVATE, '/trogiup', [NOT_LISTED], ['/viec']),
    row(STRANGER, PRIVATE, 'cho tôi tham gia với', [NOT_LISTED], ['tháng 12']),
    row(SECRETARY, PRIVATE, '/trogiup', ['/phatdong']),
  ])('$who in $where: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });

  test('nothing is recorded from words alone', async () => {
    const before = await states();

    await office.say(LAN, LAN, 'đơn vị em đã hoàn thành mục 7, ghi nhận giúp');

    expect(await states()).toEqual(before);
  });
});

const states = async () =>
  (await office.read.obligations.inRange(dateOf('2024-11-01'), dateOf('2025-12-31'))).map(
    ({ id, state }) => `${id} ${state}`,
  );

test('what is done no longer comes next', async () => {
  const steps = await pressed(office, LAN, await office.say(LAN, LAN, '/viec'), '6 · Cập nhật');
  await pressed(office, LAN, steps, 'Đã hoàn thành');

  for (const text of ['/han', '/quahan', '/tiendo']) {
    const answer = replyShown(await office.say(LAN, LAN, text));

    expect(answer).toMatch(/Tiếp theo: Trước ngày (31\/12 hằng năm · 1|15\/01 hằng năm · 7)\. /);
  }
});

describe('what the body of the plan says otherwise than the appendix', () => {
  const IN_BODY = 'Phần lời của Kế hoạch ghi khác: “III.5. Phòng Văn hoá và Thông tin: Chủ trì, phối hợp';

  test.each([
    row(LAN, WARDS, 'chi tiết mục 13', ['Chủ trì: Phòng Nội vụ', IN_BODY, 'Căn cứ']),
    row(SECRETARY, PRIVATE, 'ai chủ trì mục 13', ['Chủ trì: Phòng Nội vụ', IN_BODY]),
    row(SECRETARY, PRIVATE, 'ai phối hợp mục 13', ['Phối hợp: Phòng Văn hoá', IN_BODY]),
    row(LAN, WARDS, 'chi tiết mục 12', ['Căn cứ'], ['Phần lời']),
  ])('$who in $where: $text', async (one) => {
    expect(await flawsOf(one)).toEqual([]);
  });
});
