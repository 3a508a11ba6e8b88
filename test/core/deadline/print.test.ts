import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { printRule } from '../../../src/core/deadline/print.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { printableRules } from './arbitrary-rule.ts';

test('the wording of a rule reads back to the same rule', () => {
  fc.assert(
    fc.property(printableRules, (rule) => {
      const wording = printRule(rule);

      const { rules } = readDeadline(wording, { now: dateOf('2024-11-04') });

      expect({ wording, rules }).toEqual({ wording, rules: [rule] });
    }),
    { numRuns: 3_000 },
  );
});

test('a wording is composed Vietnamese without stray spaces', () => {
  fc.assert(
    fc.property(printableRules, (rule) => {
      const wording = printRule(rule);

      expect(wording).toBe(wording.normalize('NFC').trim());
      expect(wording).not.toMatch(/ {2}|undefined|null/);
    }),
  );
});
