import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NameEntry } from '../../../src/core/question/names/name-entry.ts';
import { readAnswers } from '../../../src/core/question/read-answers.ts';

const unit = (id: string, ...names: string[]): NameEntry => ({ kind: 'unit', id, names });
const OWNERS = [
  unit('db', 'UBND phường Điện Biên', 'P-DIENBIEN'),
  unit('km', 'UBND phường Kim Mã'),
  unit('tc', 'UBND phường Thành Công'),
  unit('th', 'Trường THCS Thành Công'),
  unit('gv', 'Trường THCS Giảng Võ'),
];
const read = (text: string) => readAnswers(text, OWNERS);

describe('answers pasted back', () => {
  test.each([
    ['UBND phường Điện Biên: đã xong', ['db']],
    ['phuong dien bien da gui roi a', ['db']],
    ['P. Kim Mã đã hoàn thành ạ', ['km']],
    ['THCS Giảng Võ: ok', ['gv']],
    ['Phường Điện Biên\nEm gửi rồi ạ\nPhường Kim Mã\nĐã nhận', ['db', 'km']],
    ['phường Điện Biên xong\nphường Điện Biên đã gửi lại', ['db']],
  ])('%s', (text, done) => {
    expect(read(text)).toEqual({ done, unclear: [] });
  });

  test.each([
    ['Phường Điện Biên: chưa xong'],
    ['Phường Kim Mã mai em gửi'],
    ['Phường Kim Mã đang làm'],
    ['Phường Kim Mã: kính chuyển đồng chí Hoa'],
    ['Phường Kim Mã và phường Điện Biên đã xong'],
    ['Thành Công đã xong'],
    ['Đã xong ạ'],
  ])('left to a person: %s', (line) => {
    expect(read(line)).toEqual({ done: [], unclear: [line] });
  });

  test('what is taken back is left to a person', () => {
    expect(read('Phường Kim Mã đã gửi\nPhường Kim Mã: xin lỗi, chưa gửi được')).toEqual({
      done: [],
      unclear: ['Phường Kim Mã: xin lỗi, chưa gửi được'],
    });
  });

  test('what answers nothing is passed over', () => {
    expect(read('Hôm nay\n08:31\nChúc cả nhà ngày mới tốt lành\n\n👍')).toEqual({ done: [], unclear: [] });
  });

  test('any text is read, and only owners are named', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { done, unclear } = read(text);
        const ids = OWNERS.map(({ id }) => id);
        expect(done.every((id) => ids.includes(id))).toBe(true);
        expect(unclear.every((line) => text.includes(line))).toBe(true);
      }),
    );
  });
});
