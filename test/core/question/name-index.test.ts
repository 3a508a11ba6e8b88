import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNameIndex } from '../../../src/core/question/name-index.ts';
import { ENTRIES, NAMES } from './sample.ts';

describe('the name index', () => {
  test.each([
    ['Phường Kim Mã', 'ward:Kim Mã'],
    ['phuong kim ma', 'ward:Kim Mã'],
    ['P. Kim Mã', 'ward:Kim Mã'],
    ['UBND phường Trúc Bạch', 'ward:Trúc Bạch'],
    ['Trúc Bạch', 'ward:Trúc Bạch'],
    ['phòng TCKH', 'office:Phòng Tài chính - Kế hoạch'],
    ['PNV', 'office:Phòng Nội vụ'],
    ['LĐTBXH', 'office:Phòng Lao động Thương binh và Xã hội'],
    ['ban CHQS', 'office:Ban Chỉ huy quân sự quận'],
    ['mn hoa mai', 'office:Trường Mầm non Hoa Mai'],
    ['phòng nọi vụ', 'office:Phòng Nội vụ'],
    ['cụm 2', 'cluster:Cụm thi đua số 2'],
    ['khối thi đua số 3', 'cluster:Cụm thi đua số 3'],
    ['cụm mầm non', 'cluster:Cụm trường mầm non'],
    ['giao ước thi đua', 'task:3'],
    ['an toan thuc pham', 'movement:9.5'],
  ])('finds "%s"', (text, id) => {
    const kinds = id.startsWith('movement') ? (['movement'] as const) : undefined;
    const match = NAMES.find(text, kinds);

    expect(match).toMatchObject({ winner: { id } });
  });

  test('offers up to three where none is clear', () => {
    const match = NAMES.find('điển hình tiên tiến', ['task']);

    expect(match !== null && 'choices' in match ? match.choices.length : 0).toBe(3);
  });

  test.each(['', 'xe máy', '12345', '😭'])('finds nothing for "%s"', (text) =>
    expect(NAMES.find(text)).toBeNull(),
  );

  test('finds every unit by its own name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ENTRIES.filter(({ kind }) => kind === 'unit')), (entry) => {
        expect(NAMES.find(entry.names[0] ?? '', ['unit'])).toMatchObject({ winner: { id: entry.id } });
      }),
    );
  });

  test('holds 5,000 names and still finds one of them', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => ({
      kind: 'unit' as const,
      id: String(at),
      names: [
        `Trường Tiểu học Số ${at} Xã ${['An', 'Bình', 'Cao', 'Đông'][at % 4]} ${['Hoà', 'Lạc', 'Minh'][at % 3]}`,
      ],
    }));
    const index = buildNameIndex(many);

    expect(index.find('truong tieu hoc so 4321 xa binh lac')).toMatchObject({ winner: { id: '4321' } });
  });
});
