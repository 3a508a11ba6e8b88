import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../../src/bot/buttons/action.ts';
import {
  besideData,
  decodeAction,
  encodeAction,
  isBeside,
  MAX_ACTION_BYTES,
} from '../../../src/bot/buttons/action-codec.ts';
import { ACTIONS } from './arbitrary-action.ts';
import { SENT_BUTTONS } from './sent-buttons.ts';

const action: fc.Arbitrary<Action> = fc.oneof(...Object.values(ACTIONS));

test.each(Object.entries(ACTIONS))('%s reads back as it was written, in at most 64 bytes', (_, some) => {
  fc.assert(
    fc.property(some, (one) => {
      const data = encodeAction(one);
      expect(decodeAction(data)).toEqual(one);
      expect(Buffer.byteLength(data)).toBeGreaterThan(0);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MAX_ACTION_BYTES);
    }),
  );
});

test('a button whose message stays means the same, in at most 64 bytes', () => {
  fc.assert(
    fc.property(action, (one) => {
      const data = besideData(encodeAction(one));
      expect(decodeAction(data)).toEqual(one);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MAX_ACTION_BYTES);
      expect(isBeside(data)).toBe(encodeAction(one).length < MAX_ACTION_BYTES);
    }),
  );
});

test('different actions have different data', () => {
  fc.assert(
    fc.property(action, action, (one, other) => {
      expect(encodeAction(one) === encodeAction(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test.each(SENT_BUTTONS)('%s goes on meaning %s', (data, kind) => {
  expect(decodeAction(data)?.kind).toBe(kind);
});

test('of every kind of button one is known that was sent', () => {
  expect(SENT_BUTTONS.map(([, kind]) => kind).toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
});

const LETTER = fc.constantFrom(...Array.from('0123456789abcdefhmpstxABCXYZ-_.'));
const forged = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: LETTER, maxLength: 64 }),
  fc.tuple(action, fc.nat(63), LETTER).map(([one, at, letter]) => {
    const data = encodeAction(one);
    return data.slice(0, at) + letter + data.slice(at + 1);
  }),
  fc.tuple(action, fc.nat(63)).map(([one, length]) => encodeAction(one).slice(0, length)),
  fc.tuple(action, fc.string({ maxLength: 5 })).map(([one, more]) => encodeAction(one) + more),
);

test('whatever is forged is an action in its own writing, or nothing', () => {
  fc.assert(
    fc.property(forged, (data) => {
      const read = decodeAction(data);
      expect(read === null ? data : encodeAction(read)).toBe(data);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['', 'nothing'],
  ['2h', 'another version'],
  ['h', 'no version'],
  ['1z', 'an unknown letter'],
  ['1constructor', 'a name of an object'],
  ['1h.', 'a field too many'],
  ['1m', 'a field too few'],
  ['1m.', 'an empty field'],
  ['1m.-1', 'a negative count'],
  ['1m.007', 'a count in another writing'],
  ['1m.100000', 'a count too long'],
  ['1d.20240231.20240301.0', 'a day that does not exist'],
  ['1d.2024-02-01.20240301.0', 'a day in another writing'],
  ['1t.AAAAAAAAAAAAAAAAAAAAAB', 'an id with bits to spare'],
  ['1t.ABCDEFGHIJKLMNOPQRSTUV', 'an id of no version'],
  ['1x.Gửi', 'a choice of other letters'],
  ['1x.__proto__', 'a choice that is no word'],
])('%j is refused: %s', (data) => {
  expect(decodeAction(data)).toBeNull();
});
