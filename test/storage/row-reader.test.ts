import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { addDays, dateOf } from '../../src/core/time/local-date.ts';
import { CorruptRow } from '../../src/storage/database/database-error.ts';
import { RowReader } from '../../src/storage/rows/row-reader.ts';

const read = new RowReader('task', 't1');

test('every day reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      const day = addDays(dateOf('2024-11-04'), days);

      expect(read.day('due_on', day)).toBe(day);
    }),
  );
});

test('text that is no day is refused, the second time as the first', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('2023-02-29', '2024-13-01', '2024-1-1', ' 2024-01-01')),
      (text) => {
        expect(() => read.day('due_on', text)).toThrow(CorruptRow);
        expect(() => read.day('due_on', text)).toThrow(CorruptRow);
      },
    ),
  );
});

test.each([
  ['an unknown word', () => read.oneOf('state', 'forgotten', ['done'])],
  ['a number beyond its range', () => read.within('percent', 101, 0, 100)],
  ['an empty id', () => read.id('id', '')],
  ['an instant beyond what a number holds', () => read.instant('at', 2n ** 60n)],
  ['text that is no JSON', () => read.json('rules', '[', z.array(z.string()))],
  ['JSON of another shape', () => read.json('rules', '[1]', z.array(z.string()))],
  ['a missing day', () => read.day('due_on', null)],
])('%s is refused, naming table and row', (_, reading) => {
  expect(reading).toThrow(CorruptRow);
  expect(reading).toThrow(/^task t1: /);
});
