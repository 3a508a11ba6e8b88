import { expect, test } from 'vitest';
import type { Refusal, SendOutcome } from '../../src/app/ports/messenger.ts';
import { backoffMs } from '../../src/outbox/backoff.ts';
import { nextStep, type Tried, UNTRIED } from '../../src/outbox/retry-policy.ts';

const refused = (refusal: Refusal): SendOutcome => ({ kind: 'refused', refusal, cause: refusal });
const unknown: SendOutcome = { kind: 'unknown', cause: '502' };
const moved: SendOutcome = { kind: 'moved', chat: 'c2' };
const tried = (change: Partial<Tried>): Tried => ({ ...UNTRIED, ...change });

test.each<[name: string, outcome: SendOutcome, tried: Tried, step: object]>([
  ['sent', { kind: 'sent', message: '7' }, UNTRIED, { do: 'done', messageKey: '7' }],
  ['not sent', { kind: 'not_sent', retryAfterMs: 5, cause: '429' }, UNTRIED, { do: 'wait' }],
  ['moved', moved, UNTRIED, { do: 'again', movedTo: 'c2', tried: { moves: 1 } }],
  ['moved round and round', moved, tried({ moves: 3 }), { do: 'wait' }],
  ['unknown', unknown, UNTRIED, { do: 'repeat' }],
  ['unknown again', unknown, tried({ doubts: 1 }), { do: 'doubt' }],
  ['blocked', refused('blocked'), UNTRIED, { do: 'die', cause: 'SEND_BLOCKED', losesChat: true }],
  ['gone', refused('gone'), UNTRIED, { do: 'die', cause: 'SEND_GONE', losesChat: true }],
  ['no topic', refused('thread'), UNTRIED, { do: 'again', tried: { threadless: true } }],
  ['no topic, again', refused('thread'), tried({ threadless: true }), { do: 'die', cause: 'SEND_THREAD' }],
  ['bad message', refused('message'), UNTRIED, { do: 'again', tried: { plain: true } }],
  ['bad message, plain', refused('message'), tried({ plain: true }), { do: 'die', cause: 'SEND_MESSAGE' }],
  ['no rights', refused('rights'), UNTRIED, { do: 'die', cause: 'SEND_RIGHTS', losesChat: false }],
  ['not editable', refused('not_editable'), UNTRIED, { do: 'die', cause: 'SEND_NOT_EDITABLE' }],
  ['unauthorised', refused('unauthorised'), UNTRIED, { do: 'wait' }],
])('the rule for %s', (_, outcome, before, step) => {
  expect(nextStep(outcome, before)).toMatchObject(step);
});

test('backoff doubles from a second to a minute, less up to half of it', () => {
  const whole = [1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((failures) => backoffMs(failures, 0));

  expect(whole).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1_000));
  expect(backoffMs(7, 0.999)).toBeCloseTo(30_030, -1);
});
