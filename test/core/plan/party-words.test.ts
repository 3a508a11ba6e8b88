import { describe, expect, test } from 'vitest';
import { nameLines, partiesIn, roleOf } from '../../../src/core/plan/party-words.ts';

describe('parties in a cell', () => {
  test.each([
    ['Phòng Văn hoá và Thông tin', ['Phòng Văn hoá và Thông tin']],
    ['Phòng Lao động, Thương binh và Xã hội', ['Phòng Lao động, Thương binh và Xã hội']],
    ['Phòng Nông nghiệp và Phát triển nông thôn', ['Phòng Nông nghiệp và Phát triển nông thôn']],
    ['Văn phòng HĐND và UBND quận', ['Văn phòng HĐND và UBND quận']],
    [
      'Văn phòng HĐND và UBND quận và các đơn vị liên quan',
      ['Văn phòng HĐND và UBND quận', 'các đơn vị liên quan'],
    ],
    [
      'Phòng Nội vụ, Cụm phó và các thành viên Cụm thi đua',
      ['Phòng Nội vụ', 'Cụm phó', 'các thành viên Cụm thi đua'],
    ],
    ['Các báo, đài Trung ương, Thành phố', ['Các báo, đài Trung ương, Thành phố']],
    [
      'Sở Nội vụ; các sở, ban, ngành; UBND các huyện, thị xã, thành phố',
      ['Sở Nội vụ', 'các sở, ban, ngành', 'UBND các huyện, thị xã, thành phố'],
    ],
    ['Công an quận và Ban CHQS quận', ['Công an quận', 'Ban CHQS quận']],
    [
      'phòng Nội vụ, phòng Tài chính - Kế hoạch và công an quận',
      ['phòng Nội vụ', 'phòng Tài chính - Kế hoạch và công an quận'],
    ],
    ['Phòng Nội vụ - Phòng Tài chính - Kế hoạch', ['Phòng Nội vụ', 'Phòng Tài chính - Kế hoạch']],
    ['Phòng Nội vụ/Phòng Y tế', ['Phòng Nội vụ', 'Phòng Y tế']],
    ['Phòng Cải cách hành chính - Sở Nội vụ', ['Phòng Cải cách hành chính - Sở Nội vụ']],
    ['UBND - Hội đồng TĐKT quận', ['UBND - Hội đồng TĐKT quận']],
    ['- Phòng Y tế\n- Phòng Kinh tế.', ['Phòng Y tế', 'Phòng Kinh tế']],
    ['Phòng GD&ĐT, LĐLĐ quận', ['Phòng GD&ĐT', 'LĐLĐ quận']],
    ['Phòng LĐ – TB và XH', ['Phòng LĐ – TB và XH']],
    ['Phòng GD và ĐT, CA quận và MTTQ quận', ['Phòng GD và ĐT', 'CA quận', 'MTTQ quận']],
    ['Sở Nông nghiệp và Môi trường', ['Sở Nông nghiệp và Môi trường']],
    ['Phòng Hành chính, Tổ chức, Quản trị', ['Phòng Hành chính, Tổ chức, Quản trị']],
    [
      'Phòng Bưu chính, Viễn thông và Phòng Trẻ em và Bảo trợ xã hội',
      ['Phòng Bưu chính, Viễn thông', 'Phòng Trẻ em và Bảo trợ xã hội'],
    ],
    [
      'Phòng Hợp tác và Hội nhập quốc tế, Hội Nông dân',
      ['Phòng Hợp tác và Hội nhập quốc tế', 'Hội Nông dân'],
    ],
    ['Sở Nội vụ, các thành viên Cụm, Khối', ['Sở Nội vụ', 'các thành viên Cụm, Khối']],
    ['Đề nghị Ủy ban MTTQ Việt Nam phường', ['Ủy ban MTTQ Việt Nam phường']],
    ['So Noi vu, Van phong UBND tinh', ['So Noi vu', 'Van phong UBND tinh']],
    ['VNPT, Viettel và MobiFone', ['VNPT', 'Viettel', 'MobiFone']],
    ['Vietcombank, Agribank Sơn La', ['Vietcombank', 'Agribank Sơn La']],
    ['Bà Nguyễn Thị Hoa, ông Lê Văn Ba', ['Bà Nguyễn Thị Hoa', 'ông Lê Văn Ba']],
    ['Sở Tư pháp, Báo và PTTH Vĩnh Long', ['Sở Tư pháp', 'Báo và PTTH Vĩnh Long']],
    ['Bưu điện tỉnh, Sở Y tế', ['Bưu điện tỉnh', 'Sở Y tế']],
    ['Phòng Văn hóa, Xã hội', ['Phòng Văn hóa, Xã hội']],
    ['', []],
  ])('%s', (words, parties) => {
    expect(partiesIn(words)).toEqual(parties);
  });
});

test('a name broken over lines is one name, names of their own stay apart', () => {
  expect(nameLines(['Phòng Lao động Thương', 'binh và Xã hội'])).toEqual([
    'Phòng Lao động Thương binh và Xã hội',
  ]);
  expect(nameLines(['Sở Tài chính, Sở', 'Công Thương', 'Văn phòng UBND', 'Thành phố'])).toEqual([
    'Sở Tài chính, Sở Công Thương',
    'Văn phòng UBND Thành phố',
  ]);
  expect(nameLines(['- Các chi bộ trực thuộc', '- MTTQ xã'])).toEqual(['Các chi bộ trực thuộc', 'MTTQ xã']);
  expect(nameLines(['Phòng', 'Nội vụ', 'Phòng Y tế'])).toEqual(['Phòng Nội vụ', 'Phòng Y tế']);
  expect(nameLines(['Phòng Nội vụ', 'các đơn vị thuộc quận'])).toEqual([
    'Phòng Nội vụ',
    'các đơn vị thuộc quận',
  ]);
});

describe('whom the words name', () => {
  test.each([
    ['Cụm trưởng', 'cluster_head'],
    ['Các Cụm trưởng cụm thi đua', 'cluster_head'],
    ['Khối trưởng', 'cluster_head'],
    ['Các cụm hành chính', 'cluster_head'],
    ['Các cụm thi đua khối trường học', 'cluster_head'],
    ['Các khối phố', 'unit'],
    ['Cụm phó', 'cluster_deputy'],
    ['các thành viên Cụm thi đua', 'cluster_member'],
    ['Thành viên Hội đồng TĐKT quận', 'council_member'],
    ['Các đơn vị thuộc quận', 'each_unit'],
    ['Tất cả các cơ quan, đơn vị', 'each_unit'],
    ['Phòng Nội vụ', 'unit'],
    ['Hội đồng TĐKT quận', 'unit'],
  ])('%s: %s', (words, role) => {
    expect(roleOf(words)).toBe(role);
  });
});
