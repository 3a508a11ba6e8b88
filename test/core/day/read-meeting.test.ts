import { expect, test } from 'vitest';
import { chairOf, readMeeting } from '../../../src/core/day/read-meeting.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const TODAY = dateOf('2024-11-04');

test.each([
  ['8h30 12/12', '', ''],
  ['12/12, 8h30', '', ''],
  ['8h30 12/12, hội trường UBND phường', 'hội trường UBND phường', ''],
  ['8h30, 12/12, hoi truong phuong, chi Lan chu tri', 'hoi truong phuong', 'chi Lan'],
  ['8h30 12/12\nTầng 2, nhà văn hoá; đ/c Bình chủ trì', 'Tầng 2, nhà văn hoá', 'đ/c Bình'],
  ['8h30 12/12, đ/c Bình chủ trì', '', 'đ/c Bình'],
])('%j', (text, place, chair) => {
  expect(readMeeting(text, TODAY)).toEqual({ on: '2024-12-12', minute: 510, place, chair });
});

test.each(['hội trường, chị Lan chủ trì', 'tuần sau, hội trường', ''])('no day: %j', (text) => {
  expect(readMeeting(text, TODAY)).toBeNull();
});

test('who is in the chair is named without saying so twice', () => {
  expect(['đ/c Bình chủ trì', 'dong chi Binh chu tri', 'đ/c Bình'].map(chairOf)).toEqual([
    'đ/c Bình',
    'dong chi Binh',
    'đ/c Bình',
  ]);
});
