import { expect, test } from 'vitest';
import { deadlineDays } from '../../../src/core/deadline/days.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

test.each([
  ['trước ngày 30/3', false, null, 'lenient', '2025-03-29', '2025-03-31'],
  ['trước ngày 30/3', false, null, 'strict', '2025-03-29', '2025-03-30'],
  ['chậm nhất 30/3', true, null, 'lenient', '2025-03-30', '2025-03-31'],
  ['chậm nhất 30/3', true, null, 'strict', '2025-03-30', '2025-03-31'],
  ['trước 17h00 ngày 30/3', false, '17:00', 'strict', '2025-03-30', '2025-03-31'],
  ['trước 0h ngày 30/3', false, '00:00', 'lenient', '2025-03-29', '2025-03-31'],
] as const)('%s, read %4$s', (_words, inclusive, time, strictness, dueOn, overdueFrom) => {
  expect(deadlineDays({ namedOn: dateOf('2025-03-30'), inclusive, time }, strictness)).toEqual({
    dueOn,
    overdueFrom,
  });
});
