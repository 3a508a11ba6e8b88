import { beforeAll, describe, expect, test } from 'vitest';
import { namesOf } from '../../src/bot/names.ts';
import { type AssignmentReading, readAssignment } from '../../src/core/assignment/read-assignment.ts';
import { ownerName } from '../../src/core/obligation/owner-name.ts';
import { buildNameIndex } from '../../src/core/question/name-index.ts';
import { openOffice } from '../support/sample-office.ts';

let read: (text: string) => AssignmentReading;
let nameOf: (owner: AssignmentReading['who']['recipients'][number]) => string;

beforeAll(async () => {
  const office = await openOffice('sample');
  const directory = await office.directory();
  const names = buildNameIndex(namesOf(directory, await office.read.plans.book()));
  const now = office.clock.now();
  read = (text) => readAssignment(text, now, directory, names);
  nameOf = (owner) => ownerName(directory, owner);
  await office.close();
});

const who = (text: string): string[] => read(text).who.recipients.map(nameOf);

test('one message says what, who and when', () => {
  const reading = read('Các trường gửi danh sách CSTĐ trước 16h thứ Tư 13/11');

  expect(reading.title).toBe('Gửi danh sách CSTĐ');
  expect(reading.who.recipients).toHaveLength(7);
  expect(reading.when).toMatchObject({ kind: 'named', day: { on: '2024-11-13', time: '16:00' } });
  expect(reading.urgent).toBe(false);
});

describe('who', () => {
  test.each([
    ['Đề nghị các phường nộp báo cáo', 14],
    ['Các đơn vị rà soát danh sách', 30],
    ['cac truong gui danh sach', 7],
  ])('%s names %i units', (text, count) => {
    expect(who(text)).toHaveLength(count);
  });

  test('the standing agency does not give tasks to itself', () => {
    expect(who('Tất cả các đơn vị rà soát danh sách')).not.toContain('Phòng Nội vụ');
  });

  test.each([
    ['Phường Kim Mã và phường Cống Vị cử người dự họp', ['UBND phường Kim Mã', 'UBND phường Cống Vị']],
    ['Phòng Kinh tế, Phòng Y tế cho ý kiến', ['Phòng Kinh tế', 'Phòng Y tế']],
    ['Phường Điện Biên lập danh sách', ['UBND phường Điện Biên']],
    ['phuong dien bien gui bao cao', ['UBND phường Điện Biên']],
    ['Kính gửi các đồng chí. Đề nghị Phòng Y tế cho ý kiến', ['Phòng Y tế']],
    ['Giao trường THCS Giảng Võ chuẩn bị hội trường', ['Trường THCS Giảng Võ']],
    ['THCS Thành Công nộp minh chứng', ['Trường THCS Thành Công']],
    ['Cụm trưởng các cụm gửi lịch họp', ['Cụm thi đua số 1', 'Cụm thi đua THCS số 1']],
  ])('%s names its units', (text, names) => {
    expect(who(text)).toEqual(names);
  });

  test.each(['Cụm 1 gửi điểm', 'Cụm thi đua số 1 gửi điểm', 'Các cụm trường học báo cáo'])(
    '%s does not say whether each unit or the cluster owes it',
    (text) => {
      expect(read(text).who).toMatchObject({ recipients: [], clusterIds: [expect.any(String)], unknown: [] });
    },
  );

  test('a name that is nobody’s is not taken for another', () => {
    expect(read('Trường Chu Văn An và phường Kim Mã gửi báo cáo').who).toMatchObject({
      recipients: [{ kind: 'unit' }],
      unknown: [{ words: 'Trường Chu Văn An' }],
    });
  });

  test('nobody is named where the message begins with the work', () => {
    expect(read('gửi danh sách trước 15/11').who).toEqual({ recipients: [], clusterIds: [], unknown: [] });
  });
});

test('urgent is a mark, not a part of the work', () => {
  const reading = read('HỎA TỐC: Phường Kim Mã cử người dự họp 14h chiều mai');

  expect(reading.urgent).toBe(true);
  expect(reading.title).toBe('Cử người dự họp');
});

test.each(['', '   ', '🌸', '/', 'a'.repeat(5000), 'Các', 'trước', 'Kính gửi'])(
  '%j is read without harm',
  (text) => {
    expect(read(text).who.recipients).toEqual([]);
  },
);
