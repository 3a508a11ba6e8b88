import { isDeepStrictEqual } from 'node:util';
import { assert, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import { saysTheSame } from '../../../src/core/text/says-the-same.ts';

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([field, part]) => [field, reversed(part)]),
  );
};

test('a value says the same in whatever order its fields stand', () => {
  assert(
    property(jsonValue(), (value) => {
      expect(saysTheSame(value, reversed(value))).toBe(true);
    }),
  );
});

test('two values say the same where their JSON does, once read back', () => {
  assert(
    property(jsonValue(), jsonValue(), (one, other) => {
      const [first, second] = [one, other].map((value) => JSON.parse(JSON.stringify(value)) as unknown);
      const isEqual = isDeepStrictEqual(first, second);

      expect(saysTheSame(first, second)).toBe(isEqual);
    }),
  );
});

test.each([
  [{ no: '1', year: undefined }, { no: '1' }, true],
  [{ no: '1', year: null }, { no: '1' }, false],
  [['a', 'b'], ['b', 'a'], false],
  [['a'], { 0: 'a' }, false],
  [{ a: 1, b: 2 }, { a: 1, c: 2 }, false],
])('%j and %j say the same: %s', (one, other, same) => {
  expect(saysTheSame(one, other)).toBe(same);
});
