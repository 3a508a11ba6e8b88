import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClockView } from '../../src/sandbox/clock/clock.ts';
import { nextDigestAt } from '../../src/sandbox/clock/next-digest.ts';
import { SAMPLE_START, type SandboxDriver, startSandbox } from '../support/sandbox.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Follows the clock as the bot's program does; `next` gives the instant it wants to be woken at. */
function follow(sandbox: SandboxDriver, next: (now: number) => number | null = () => null) {
  const seen: ClockView[] = [];
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    let after = 0;
    while (!stopping.signal.aborted) {
      const view = await sandbox.control<ClockView>('GET', `clock/wait?after=${after}`);
      if (view.seq > after) seen.push(view);
      after = view.seq;
      await sandbox.control('POST', 'clock/ticked', { seq: view.seq, next: next(view.now) });
    }
  };
  const done = run().catch(() => undefined);
  return {
    seen,
    stop: async () => {
      stopping.abort();
      await sandbox.close();
      await done;
    },
  };
}

describe('the clock', () => {
  let sandbox: SandboxDriver;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });

  test('runs in real time from the first instant', async () => {
    const now = await sandbox.now();

    expect(now).toBeGreaterThanOrEqual(SAMPLE_START);
    expect(now).toBeLessThan(SAMPLE_START + 10_000);
    await sandbox.close();
  });

  test('walks a week in steps of an hour at most, each reported done before the next', async () => {
    const follower = follow(sandbox);
    const from = await sandbox.now();
    await sandbox.waitForFollower();

    const view = await sandbox.advance({ ms: 7 * DAY });

    const steps = follower.seen.filter(({ walking }) => walking).map(({ now }) => now);
    expect(steps.length).toBeGreaterThanOrEqual(7 * 24);
    const gaps = steps.slice(1).map((now, index) => now - (steps[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(HOUR);
    expect(view.walking).toBe(false);
    expect(view.now).toBeGreaterThanOrEqual(from + 7 * DAY);
    await follower.stop();
  });

  test('stops at the instant that the follower has asked for', async () => {
    const wanted = SAMPLE_START + 35 * 60_000;
    const follower = follow(sandbox, (now) => (now < wanted ? wanted : null));
    await sandbox.waitForFollower();
    await sandbox.advance({ ms: 60_000 });

    await sandbox.advance({ ms: 2 * HOUR });

    expect(follower.seen.map(({ now }) => now)).toContain(wanted);
    await follower.stop();
  });

  test('does not wait where nobody has ever followed', async () => {
    const view = await sandbox.advance({ ms: 30 * DAY });

    expect(view.seq).toBeGreaterThanOrEqual(30 * 24);
    expect(view.now).toBeGreaterThanOrEqual(SAMPLE_START + 30 * DAY);
    await sandbox.close();
  });

  test('is held still between steps until the tick is reported', async () => {
    await sandbox.control('POST', 'clock/ticked', { seq: 0 });
    const walk = sandbox.advance({ ms: 2 * HOUR });

    const first = await sandbox.control<ClockView>('GET', 'clock/wait?after=0');
    const again = await sandbox.control<ClockView>('GET', 'clock');
    await sandbox.control('POST', 'clock/ticked', { seq: first.seq });
    const second = await sandbox.control<ClockView>('GET', `clock/wait?after=${first.seq}`);
    await sandbox.control('POST', 'clock/ticked', { seq: second.seq });
    await walk;

    expect(again).toEqual(first);
    expect(first.walking).toBe(true);
    expect(second.now).toBe(first.now + HOUR);
    await sandbox.close();
  });
});

describe('the world', () => {
  let folder: string;
  let statePath: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    statePath = join(folder, 'world.json');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  test('goes on after a restart: messages, files, unread updates, menus and the clock', async () => {
    const first = await startSandbox({ statePath });
    await first.say(103, 103, 'Chào bot');
    const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('nội dung') };
    await first.say(103, 103, '', { file });
    await first.call('setMyCommands', { commands: [{ command: 'han', description: 'Hạn' }] });
    await first.advance({ ms: DAY / 2 });
    const before = await first.now();
    await first.close();

    const second = await startSandbox({ statePath });
    const messages = await second.messages(103);
    const updates = await second.call('getUpdates');
    const kept = await second.call('getFile', { file_id: messages[1]?.document?.file_id });

    expect(messages.map(({ text }) => text)).toEqual(['Chào bot', undefined]);
    expect(updates.body.result).toHaveLength(2);
    expect(kept.body.ok).toBe(true);
    expect((await second.call('getMyCommands')).body.result).toHaveLength(1);
    expect(await second.now()).toBeGreaterThanOrEqual(before);
    expect(await second.now()).toBeLessThan(before + 60_000);
    await second.close();
  });

  test('has in its file whatever it has answered, before it is closed', async () => {
    const first = await startSandbox({ statePath });
    await first.call('sendMessage', { chat_id: 103, text: 'Đã gửi' });

    const second = await startSandbox({ statePath });

    expect((await second.messages(103)).map(({ text }) => text)).toEqual(['Đã gửi']);
    await second.close();
    await first.close();
  });

  test('takes up a walk that was cut short', async () => {
    const first = await startSandbox({ statePath });
    await first.control('POST', 'clock/ticked', { seq: 0 });
    await first.control('POST', 'clock/advance', { ms: 2 * HOUR });
    const at = (await first.control<ClockView>('GET', 'clock')).now;
    await first.close();

    const second = await startSandbox({ statePath });
    const view = await second.control<ClockView>('GET', 'clock');

    expect(view.walking).toBe(true);
    expect(view.now).toBeGreaterThanOrEqual(at);
    await second.close();
  });
});

describe('the next digest', () => {
  test.each([
    ['2024-11-04T07:55:00+07:00', '2024-11-04T09:30:00+07:00'],
    ['2024-11-04T09:30:00+07:00', '2024-11-11T09:30:00+07:00'],
    ['2024-11-10T23:59:00+07:00', '2024-11-11T09:30:00+07:00'],
    ['2024-11-11T00:10:00+07:00', '2024-11-11T09:30:00+07:00'],
    ['2024-12-31T12:00:00+07:00', '2025-01-06T09:30:00+07:00'],
  ])('after %s is at %s', (at, digest) => {
    expect(nextDigestAt(Date.parse(at))).toBe(Date.parse(digest));
  });
});
