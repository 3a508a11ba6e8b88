import * as fc from 'fast-check';
import type { Refusal } from '../../src/app/ports/messenger.ts';
import type { Plan } from '../support/recording-messenger.ts';
import type { Story } from './crash-story.ts';

const plans = fc.oneof(
  fc.constant<Plan>({ kind: 'sent', message: 'x' }),
  fc.constant<Plan>({ kind: 'not_sent', retryAfterMs: null, cause: 'ECONNREFUSED' }),
  fc.nat(100_000).map<Plan>((retryAfterMs) => ({ kind: 'not_sent', retryAfterMs, cause: '429' })),
  fc.boolean().map<Plan>((arrives) => ({ kind: 'unknown', cause: '502', arrives })),
  fc
    .constantFrom<Refusal>('thread', 'message', 'rights', 'blocked', 'gone')
    .map<Plan>((refusal) => ({ kind: 'refused', refusal, cause: refusal })),
  fc.constant<Plan>({ kind: 'moved', chat: 'moved' }),
);

/** Up to four notices of up to three parts to two chats, and what the channel makes of the first twelve requests. */
export const stories: fc.Arbitrary<Story> = fc.record({
  notices: fc.array(fc.record({ chat: fc.nat(1), parts: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  outcomes: fc.array(plans, { maxLength: 12 }),
  width: fc.integer({ min: 1, max: 3 }),
});

/** The steps at which one life after the other ends. */
export const deaths: fc.Arbitrary<number[]> = fc.array(fc.integer({ min: 1, max: 40 }), {
  minLength: 2,
  maxLength: 5,
});
