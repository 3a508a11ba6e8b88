import { expect, test } from 'vitest';
import type { UnitId } from '../../../src/core/id.ts';
import { NEW_UNIT, type Unit } from '../../../src/core/organisation/unit.ts';
import { unitsMeant } from '../../../src/core/organisation/unit-names.ts';

const unit = (code: string, name: string, more: Partial<Unit> = {}): Unit => ({
  ...NEW_UNIT,
  id: code as UnitId,
  code,
  name,
  kind: 'ward',
  aliases: [],
  contact: null,
  ...more,
});

const UNITS = [
  unit('NK', 'UBND phường Ngọc Khánh', {
    formerNames: [{ name: 'UBND phường Thủ Lệ', until: '2024-01-31' as never }],
  }),
  unit('GV', 'UBND phường Giảng Võ'),
  unit('TGV', 'Trường THCS Giảng Võ'),
  unit('TBD', 'Trường THCS Ba Đình'),
  unit('PNV', 'Phòng Nội vụ', { aliases: ['Cơ quan Nội vụ'] }),
];

test.each([
  ['UBND phường Ngọc Khánh', ['NK']],
  ['phuong ngoc khanh', ['NK']],
  ['Uỷ ban nhân dân phường Ngọc Khánh', ['NK']],
  ['ngọc khánh', ['NK']],
  ['phường Thủ Lệ', ['NK']],
  ['nk', ['NK']],
  ['giang vo', ['GV', 'TGV']],
  ['THCS Giảng Võ', ['TGV']],
  ['cơ quan nội vụ', ['PNV']],
  ['nội vụ', ['PNV']],
  ['phường Ba Đình', []],
  ['UBND phường Ba Đình', []],
  ['phường', []],
  ['…', []],
])('“%s” means %j', (said, codes) => {
  expect(unitsMeant(UNITS, said).map(({ code }) => code)).toEqual(codes);
});
