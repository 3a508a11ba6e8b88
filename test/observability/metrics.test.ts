import { expect, test } from 'vitest';
import type { Messenger, SendOutcome } from '../../src/app/ports/messenger.ts';
import { meteredMessenger } from '../../src/observability/metered-messenger.ts';
import { createMetrics } from '../../src/observability/metrics.ts';

const address = { channel: 'memory', chat: '1', thread: null };
const message = { entries: [['hi']], buttons: [] };

test('what was counted stands in the exposition', async () => {
  const metrics = createMetrics();

  metrics.updateReceived('telegram');
  metrics.updateReceived('telegram');
  metrics.updateHandled('telegram', 'done', 12);
  metrics.ticked(250);
  const { contentType, text } = await metrics.render();

  expect(contentType).toMatch(/^text\/plain/);
  expect(text).toContain('dung_han_updates_received_total{channel="telegram"} 2');
  expect(text).toContain('dung_han_update_handling_seconds_sum{channel="telegram",result="done"} 0.012');
  expect(text).toContain('dung_han_tick_seconds_count 1');
});

test('notices and inbox are asked when the metrics are read, and old states vanish', async () => {
  const metrics = createMetrics();
  let states: Record<string, number> = { planned: 3, unknown: 1 };
  metrics.watchNotices(async () => states);

  await metrics.render();
  states = { planned: 2 };
  const { text } = await metrics.render();

  expect(text).toContain('dung_han_notices{state="planned"} 2');
  expect(text).not.toContain('state="unknown"');
});

test('a metered messenger passes everything on and counts outcomes', async () => {
  const metrics = createMetrics();
  let now = 0;
  const outcomes: SendOutcome[] = [
    { kind: 'sent', message: '5' },
    { kind: 'refused', refusal: 'blocked', cause: '403' },
  ];
  const inner: Messenger = {
    channel: 'memory',
    capabilities: { buttons: false, edit: false, files: false, groups: true, threads: false, textLimit: 100 },
    send: async () => {
      now += 40;
      return outcomes.shift() ?? { kind: 'unknown', cause: 'none left' };
    },
    edit: async () => ({ kind: 'sent', message: '5' }),
    answerPress: async () => undefined,
    apply: async () => 'done',
    privateLink: (payload) => `link:${payload}`,
    groupLink: (payload) => `group:${payload}`,
  };
  const messenger = meteredMessenger(inner, metrics, { nowMs: () => now, wait: async () => undefined });

  expect(await messenger.send(address, message)).toEqual({ kind: 'sent', message: '5' });
  await messenger.send(address, message);
  await messenger.edit(address, '5', message);

  expect(messenger.privateLink('x')).toBe('link:x');
  expect(messenger.groupLink('x')).toBe('group:x');
  const { text } = await metrics.render();
  expect(text).toContain('dung_han_exchange_seconds_sum{channel="memory",method="send",outcome="sent"} 0.04');
  expect(text).toContain('outcome="refused_blocked"} 1');
  expect(text).toContain('method="edit",outcome="sent"} 1');
});
