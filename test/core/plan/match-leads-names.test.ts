import { describe, expect, test } from 'vitest';
import type { UnitId } from '../../../src/core/id.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import { NEW_UNIT } from '../../../src/core/organisation/unit.ts';
import { matchParty } from '../../../src/core/plan/match-leads.ts';
import type { Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const office = (name: string, units: Readonly<Record<string, string>>) => ({
  settings: { ...defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi'), name },
  units: Object.entries(units).map(([code, unitName]) => ({
    ...NEW_UNIT,
    id: code as UnitId,
    code,
    name: unitName,
    aliases: [],
    kind: '',
    contact: null,
  })),
});

/** The codes of the units that the words name; what else they are. */
function named(words: string, organisation: ReturnType<typeof office>): string {
  const match = matchParty(words, organisation, dateOf('2026-11-30'));
  return match.kind === 'units' ? match.unitIds.join(' ') : match.kind;
}

const ASKED = 'unmatched';
const SCHOOLS = 'THCS-BD THCS-GV TH-KD MN-HS';

const DISTRICT = office('UBND quận Ba Đình', {
  PNV: 'Phòng Nội vụ',
  LD: 'Phòng Lao động - Thương binh và Xã hội',
  QLDT: 'Phòng Quản lý đô thị',
  VPUB: 'Văn phòng HĐND và UBND quận',
  VPQU: 'Văn phòng Quận ủy',
  CA: 'Công an quận Ba Đình',
  CHQS: 'Ban Chỉ huy quân sự quận',
  MTTQ: 'Ủy ban MTTQ Việt Nam quận',
  PN: 'Hội Liên hiệp Phụ nữ quận',
  DTN: 'Đoàn TNCS Hồ Chí Minh quận',
  TTYT: 'Trung tâm Y tế quận',
  TTVH: 'Trung tâm Văn hóa - Thông tin và Thể thao quận',
  BQLDA: 'Ban Quản lý dự án đầu tư xây dựng quận',
  KB: 'Kho bạc Nhà nước Ba Đình',
  VKS: 'Viện Kiểm sát nhân dân quận',
  CSXH: 'Ngân hàng Chính sách xã hội quận',
  'P-KM': 'UBND phường Kim Mã',
  'P-DC': 'UBND phường Đội Cấn',
  'CA-KM': 'Công an phường Kim Mã',
  'THCS-BD': 'Trường THCS Ba Đình',
  'THCS-GV': 'Trường THCS Giảng Võ',
  'TH-KD': 'Trường Tiểu học Kim Đồng',
  'MN-HS': 'Trường Mầm non Hoa Sen',
});

describe('in a district', () => {
  test.each([
    ['BCH QS', 'CHQS'],
    ['Chỉ huy trưởng Ban CHQS quận', 'CHQS'],
    ['UBMTTQVN quận', 'MTTQ'],
    ['Đoàn TNCSHCM', 'DTN'],
    ['Bí thư Đoàn TNCS HCM quận', 'DTN'],
    ['Hội LHPN', 'PN'],
    ['Trưởng phòng Nội vụ', 'PNV'],
    ['Lãnh đạo Phòng Nội vụ', 'PNV'],
    ['Phòng Nội vụ - Thường trực Hội đồng TĐKT', 'PNV'],
    ['TT Y tế', 'TTYT'],
    ['Trung tâm VH-TT&TT', 'TTVH'],
    ['Ban QLDA ĐTXD quận', 'BQLDA'],
    ['Phòng QLĐT', 'QLDT'],
    ['VKSND quận', 'VKS'],
    ['Ngân hàng CSXH quận', 'CSXH'],
    ['KBNN Ba Đình', 'KB'],
    ['Chánh Văn phòng HĐND và UBND quận', 'VPUB'],
    ['Công an quận', 'CA'],
    ['Công an P. Kim Mã', 'CA-KM'],
    ['Chủ tịch UBND phường Kim Mã', 'P-KM'],
    ['UBND 2 phường', 'P-KM P-DC'],
    ['2/2 phường', 'P-KM P-DC'],
    ['Các phường, xã, thị trấn', 'P-KM P-DC'],
    ['THCS Ba Đình', 'THCS-BD'],
    ['MN Hoa Sen', 'MN-HS'],
    ['các trường MN, TH, THCS', 'MN-HS TH-KD THCS-BD THCS-GV'],
    ['Hiệu trưởng các trường tiểu học và THCS', 'TH-KD THCS-BD THCS-GV'],
    ['Các nhà trường', SCHOOLS],
    ['100% các trường', SCHOOLS],
    ['Các đơn vị trường học', SCHOOLS],
    ['Các đ/c thành viên Hội đồng', 'council_member'],
    ['Thủ trưởng các cơ quan, đơn vị', 'each_unit'],
    ['Các cơ quan, đơn vị trên địa bàn quận', 'each_unit'],
    ['Trưởng các cụm thi đua', 'cluster_head'],
    ['Phó cụm', 'words'],
  ])('“%s” is %s', (words, meant) => {
    expect(named(words, DISTRICT)).toBe(meant);
  });

  test.each([
    'Công an phường',
    'Công an thành phố',
    'MTTQ phường',
    'Hội LHPN thành phố',
    'Ban CHQS phường Kim Mã',
    'Phòng Nội vụ quận Hoàn Kiếm',
    'Phường Ba Đình',
    'Trường THCS',
    'Văn phòng',
    'UBND 14 phường',
    'Các phòng, ban, ngành, đoàn thể quận',
    'Các phòng, ban thuộc quận',
    'Các trường mầm non tư thục',
    'Các đơn vị sự nghiệp',
    'Các cơ quan Đảng',
  ])('“%s” is nobody of ours', (words) => {
    expect(named(words, DISTRICT)).toBe(ASKED);
  });
});

const WARD = office('UBND phường Ba Đình', {
  VHXH: 'Phòng Văn hóa - Xã hội',
  KTHT: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  PVHCC: 'Trung tâm Phục vụ hành chính công phường',
  CA: 'Công an phường',
  MTTQ: 'Ủy ban MTTQ Việt Nam phường',
  UBKT: 'Ủy ban Kiểm tra Đảng ủy',
  TDP1: 'Tổ dân phố số 1',
  TDP12: 'Tổ dân phố số 12',
});

test.each([
  ['P.VHXH', 'VHXH'],
  ['Phòng Văn hoá – Xã hội phường', 'VHXH'],
  ['Phòng KT-HT-ĐT', 'KTHT'],
  ['Phòng KTHTĐT', 'KTHT'],
  ['TT PVHCC', 'PVHCC'],
  ['TTPVHCC phường', 'PVHCC'],
  ['Công an phường Ba Đình', 'CA'],
  ['UBMTTQVN phường', 'MTTQ'],
  ['UBKT Đảng ủy', 'UBKT'],
  ['Tổ dân phố số 01', 'TDP1'],
  ['TDP 12', 'TDP12'],
  ['02 tổ dân phố', 'TDP1 TDP12'],
  ['Công an quận', ASKED],
  ['Công an phường Ngọc Hà', ASKED],
  ['Phòng Kinh tế', ASKED],
  ['UBND phường', ASKED],
])('in a ward “%s” is %s', (words, meant) => {
  expect(named(words, WARD)).toBe(meant);
});
