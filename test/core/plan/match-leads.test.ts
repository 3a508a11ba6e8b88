import { describe, expect, test } from 'vitest';
import type { ClusterId, UnitId } from '../../../src/core/id.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import type { Unit } from '../../../src/core/organisation/unit.ts';
import { matchLeads, matchParty, partyMatcher } from '../../../src/core/plan/match-leads.ts';
import type { Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { taskReading } from './task-readings.ts';

const settings = { ...defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi'), name: 'UBND quận Ba Đình' };

const unit = (code: string, name: string, some: Partial<Unit> = {}): Unit => ({
  id: code as UnitId,
  code,
  name,
  aliases: [],
  kind: 'department',
  parentId: null,
  validFrom: null,
  validTo: null,
  successorIds: [],
  contact: null,
  formerNames: [],
  confirmedOn: null,
  ...some,
});

const units = [
  unit('PNV', 'Phòng Nội vụ', { validTo: dateOf('2025-06-30'), successorIds: ['VHXH' as UnitId] }),
  unit('VHTT', 'Phòng Văn hoá và Thông tin', {
    validTo: dateOf('2025-06-30'),
    successorIds: ['VHXH' as UnitId],
  }),
  unit('VHXH', 'Phòng Văn hoá - Xã hội', { validFrom: dateOf('2025-07-01') }),
  unit('LDTBXH', 'Phòng Lao động Thương binh và Xã hội'),
  unit('TCKH', 'Phòng Tài chính - Kế hoạch', {
    formerNames: [{ name: 'Phòng Vật giá', until: dateOf('2020-12-31') }],
  }),
  unit('CHQS', 'Ban Chỉ huy quân sự quận'),
  unit('CHQS-KIMMA', 'Ban Chỉ huy quân sự phường Kim Mã'),
  unit('CAQ', 'Công an quận Ba Đình'),
  unit('MTTQ', 'Ủy ban MTTQ Việt Nam quận'),
  unit('VP', 'Văn phòng HĐND và UBND quận'),
  unit('GDDT', 'Phòng Giáo dục và Đào tạo', { aliases: ['Ngành Giáo dục'] }),
  unit('P-KIMMA', 'UBND phường Kim Mã', { kind: 'ward' }),
  unit('P-DOICAN', 'UBND phường Đội Cấn', { kind: 'ward' }),
  unit('THCS-A', 'Trường THCS Ba Đình', { kind: 'school' }),
];
const organisation = { units, settings };
const ON = dateOf('2024-11-04');

describe('a name in a plan', () => {
  test.each([
    ['Phòng Nội vụ', ['PNV']],
    ['PNV', ['PNV']],
    ['Phòng NV', ['PNV']],
    ['phong nv quan', ['PNV']],
    ['phòng nội vụ quận', ['PNV']],
    ['Ban CHQS quận', ['CHQS']],
    ['BCHQS quận', ['CHQS']],
    ['Ban Chỉ huy Quân sự quận Ba Đình', ['CHQS']],
    ['Phòng LĐ-TB&XH', ['LDTBXH']],
    ['Phòng LĐTBXH', ['LDTBXH']],
    ['P. LĐTB&XH', ['LDTBXH']],
    ['Phòng Lao động - Thương binh và Xã hội', ['LDTBXH']],
    ['MTTQ quận', ['MTTQ']],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam quận Ba Đình', ['MTTQ']],
    ['UBMTTQ quận', ['MTTQ']],
    ['UB MTTQ Việt Nam quận', ['MTTQ']],
    ['BCH quân sự quận', ['CHQS']],
    ['Phòng TCKH', ['TCKH']],
    ['Phòng Vật giá quận', ['TCKH']],
    ['Phòng TC-KH', ['TCKH']],
    ['Phòng Tài chính – Kế hoạch', ['TCKH']],
    ['Phòng Văn hóa và Thông tin', ['VHTT']],
    ['Phòng VH&TT', ['VHTT']],
    ['Công an quận', ['CAQ']],
    ['Văn phòng HĐND - UBND', ['VP']],
    ['Phòng GD&ĐT', ['GDDT']],
    ['ngành giáo dục', ['GDDT']],
    ['Phường Kim Mã', ['P-KIMMA']],
    ['UBND phường Đội Cấn', ['P-DOICAN']],
    ['UBND các phường', ['P-KIMMA', 'P-DOICAN']],
    ['các phường', ['P-KIMMA', 'P-DOICAN']],
    ['các phường trên địa bàn quận', ['P-KIMMA', 'P-DOICAN']],
    ['Chủ tịch UBND các phường', ['P-KIMMA', 'P-DOICAN']],
    ['Các trường học trên địa bàn quận', ['THCS-A']],
    ['Các trường trong cụm', ['THCS-A']],
    ['Hiệu trưởng các trường', ['THCS-A']],
    ['Ban CHQS các phường', ['CHQS-KIMMA']],
  ])('%s', (words, ids) => {
    expect(matchParty(words, organisation, ON)).toEqual({ kind: 'units', unitIds: ids });
  });

  test('of the units of one cluster names its members on that day', () => {
    const clusters = [
      {
        id: 'C2' as ClusterId,
        code: 'CUM2',
        name: 'Cụm thi đua số 2',
        kind: '',
        validFrom: null,
        validTo: null,
      },
    ];
    const member = (unitId: string, to: string | null) => ({
      clusterId: 'C2' as ClusterId,
      unitId: unitId as UnitId,
      office: 'member' as const,
      from: dateOf('2024-01-01'),
      to: to === null ? null : dateOf(to),
    });
    const memberships = [member('P-KIMMA', null), member('P-DOICAN', '2024-06-30')];
    const office = { ...organisation, clusters, memberships };

    for (const words of ['Các đơn vị trong Cụm thi đua số 2', 'các thành viên Cụm số 2']) {
      expect(matchParty(words, office, ON)).toEqual({ kind: 'units', unitIds: ['P-KIMMA'] });
    }
    expect(matchParty('Các đơn vị thuộc Cụm thi đua số 3', office, ON).kind).toBe('unmatched');
    expect(matchParty('Các đơn vị trong Cụm thi đua', office, ON).kind).toBe('each_unit');
    for (const words of [
      'Cụm thi đua số 2',
      'cụm 2',
      'CUM2',
      'Cụm trưởng Cụm thi đua số 2',
      'Cụm trưởng Cụm 2',
    ]) {
      expect([words, matchParty(words, office, ON)]).toEqual([words, { kind: 'cluster', clusterId: 'C2' }]);
    }
    for (const words of ['Cụm thi đua số 5', 'Cụm trưởng Cụm thi đua số 5']) {
      expect([words, matchParty(words, office, ON)]).toEqual([
        words,
        { kind: 'unmatched', choices: [{ kind: 'cluster', clusterId: 'C2' }] },
      ]);
    }
    expect(matchParty('Cụm trưởng các Cụm thi đua năm 2025', office, ON)).toEqual({ kind: 'cluster_head' });
    expect(matchParty('Trường THCS Ba Đình, Cụm 2', office, ON).kind).not.toBe('cluster');
    expect(matchParty('Cụm trưởng', office, ON)).toEqual({ kind: 'cluster_head' });
    expect(matchParty('các Cụm thi đua', office, ON)).toEqual({ kind: 'cluster_head' });
  });

  test('leads through ended units to their successors', () => {
    expect(matchParty('Phòng Nội vụ', organisation, dateOf('2025-07-02'))).toEqual({
      kind: 'units',
      unitIds: ['VHXH'],
    });
  });

  test.each([
    ['Các đơn vị thuộc quận', 'each_unit'],
    ['Cụm trưởng', 'cluster_head'],
    ['Thành viên Hội đồng TĐKT quận', 'council_member'],
    ['Cụm phó', 'words'],
  ])('%s is no unit but %s', (words, kind) => {
    expect(matchParty(words, organisation, ON)).toEqual({ kind });
  });

  test('that nobody bears is asked for, with at most three likely units', () => {
    const match = matchParty('Phòng Văn hoá thể thao', organisation, ON);

    expect(match.kind).toBe('unmatched');
    expect(match.kind === 'unmatched' && match.choices[0]).toEqual({
      kind: 'unit',
      unitId: 'VHTT',
    });
    expect(match.kind === 'unmatched' && match.choices.length).toBeLessThanOrEqual(3);
  });

  test('that two living units bear is asked for', () => {
    const twins = { settings, units: [unit('A', 'Phòng Y tế'), unit('B', 'Phòng Y tế')] };

    expect(matchParty('Phòng Y tế', twins, ON)).toEqual({
      kind: 'unmatched',
      choices: ['A', 'B'].map((unitId) => ({ kind: 'unit', unitId })),
    });
  });
});

test('every name of a plan is matched once, with the tasks that it leads', () => {
  const tasks = [
    taskReading({ no: '1', lead: 'Phòng Nội vụ', coordinating: ['MTTQ quận'] }),
    taskReading({ no: '2', lead: 'Phòng nội vụ', coordinating: ['MTTQ quận'] }),
  ];

  expect(matchLeads({ tasks }, organisation, ON)).toEqual([
    { words: 'Phòng Nội vụ', leads: ['1', '2'], match: { kind: 'units', unitIds: ['PNV'] } },
    { words: 'MTTQ quận', leads: [], match: { kind: 'units', unitIds: ['MTTQ'] } },
  ]);
});

test('a name that a plan says a thousand times is looked for once', () => {
  const match = partyMatcher(organisation, ON);

  expect(match('Phòng Nội vụ')).toBe(match('Phòng Nội vụ'));
});
