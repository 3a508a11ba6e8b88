import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { STEP_NAMES } from '../../../src/core/work/step.ts';
import {
  isDone,
  isOpen,
  PROGRESS_STEPS,
  type ProgressClaim,
  stateAfter,
  stateJudged,
  type Verdict,
  WORK_STATES,
  type WorkState,
} from '../../../src/core/work/work-state.ts';

const state = fc.constantFrom(...WORK_STATES);
const claim: fc.Arbitrary<ProgressClaim> = fc.oneof(
  fc.constantFrom(...PROGRESS_STEPS).map((percent) => ({ kind: 'percent' as const, percent })),
  fc.constantFrom(...STEP_NAMES).map((step) => ({ kind: 'step' as const, step, meeting: null })),
  fc.string().map((reason) => ({ kind: 'blocked' as const, reason })),
  fc.constant({ kind: 'done' as const }),
);

const CLOSED_FOR_GOOD: readonly WorkState[] = ['confirmed', 'withdrawn'];

test('what is confirmed or withdrawn takes no report, everything else takes any', () => {
  fc.assert(
    fc.property(state, claim, (before, said) => {
      expect(stateAfter(before, said) === null).toBe(CLOSED_FOR_GOOD.includes(before));
    }),
  );
});

test('the claim alone decides the state, whatever was said before', () => {
  fc.assert(
    fc.property(state, state, claim, (one, other, said) => {
      fc.pre(!CLOSED_FOR_GOOD.includes(one) && !CLOSED_FOR_GOOD.includes(other));
      expect(stateAfter(one, said)).toBe(stateAfter(other, said));
    }),
  );
});

test('no report confirms, returns or withdraws: that is not for the unit to say', () => {
  fc.assert(
    fc.property(state, claim, (before, said) => {
      expect(['in_progress', 'blocked', 'done', null]).toContain(stateAfter(before, said));
    }),
  );
});

test('saying the same again leads to the same state', () => {
  fc.assert(
    fc.property(state, claim, (before, said) => {
      const once = stateAfter(before, said);
      fc.pre(once !== null);
      expect(stateAfter(once, said)).toBe(once);
    }),
  );
});

test('a state is open, done, or withdrawn, and only one of them', () => {
  const kinds = WORK_STATES.map(
    (one) => [isOpen(one), isDone(one), one === 'withdrawn'].filter(Boolean).length,
  );

  expect(kinds).toEqual(WORK_STATES.map(() => 1));
});

const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.constant({ kind: 'confirmed' as const }),
  fc.string().map((reason) => ({ kind: 'returned' as const, reason })),
);

test('only what is reported done is judged, and a verdict given twice changes nothing twice', () => {
  fc.assert(
    fc.property(state, verdict, (before, said) => {
      const judged = stateJudged(before, said);
      expect(judged === null || isDone(before)).toBe(true);
      expect(judged === null || stateJudged(judged, said) === null).toBe(true);
    }),
  );
});

test('what is returned is open again and may be reported done anew', () => {
  fc.assert(
    fc.property(state, fc.string(), (before, reason) => {
      fc.pre(stateJudged(before, { kind: 'returned', reason }) !== null);
      expect(isOpen('returned')).toBe(true);
      expect(stateAfter('returned', { kind: 'done' })).toBe('done');
    }),
  );
});
