import { expect, test } from 'vitest';
import { readEvidence } from '../../../src/core/work/evidence.ts';

test('a document is read with its day, and without', () => {
  expect(readEvidence('152/BC-UBND ngày 03/11/2024')).toEqual({
    kind: 'document',
    number: '152/BC-UBND',
    on: '2024-11-03',
  });
  expect(readEvidence('152/BC-UBND')).toEqual({ kind: 'document', number: '152/BC-UBND', on: null });
});

test('a day that is not in the calendar is not dropped in silence', () => {
  expect(readEvidence('152/BC-UBND ngay 30/2/2024')).toBe('noSuchDay');
});
