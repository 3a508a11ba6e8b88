import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';

let sandbox: SandboxDriver;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(async () => {
  await sandbox.close();
});

const send = async (chat = 103): Promise<number> =>
  (await sandbox.call('sendMessage', { chat_id: chat, text: 'Nhắc việc' })).status;
const said = async (chat = 103): Promise<number> => (await sandbox.messages(chat)).length;

describe('a fault', () => {
  test('429 says how long to wait, in the body and the header, and nothing is sent', async () => {
    await sandbox.fault({ kind: 'too_many_requests', method: 'sendMessage', retryAfter: 3 });

    const response = await fetch(`${sandbox.url}/bot${sandbox.token}/sendMessage?chat_id=103&text=a`);

    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await response.json()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    });
    expect(await said()).toBe(0);
    expect(await send()).toBe(200);
  });

  test('concerns its chat alone, as often as it says', async () => {
    await sandbox.fault({ kind: 'error', code: 502, description: 'Bad Gateway', chat: 103, times: 2 });

    expect([await send(104), await send(), await send(), await send()]).toEqual([200, 502, 502, 200]);
  });

  test('breaks the connection before the call took effect', async () => {
    await sandbox.fault({ kind: 'drop_before', method: 'sendMessage' });

    await expect(send()).rejects.toThrow('fetch failed');
    expect(await said()).toBe(0);
  });

  test('breaks the connection after the call took effect', async () => {
    await sandbox.fault({ kind: 'drop_after', method: 'sendMessage' });

    await expect(send()).rejects.toThrow('fetch failed');
    expect(await said()).toBe(1);
  });

  test('brings updates twice', async () => {
    await sandbox.say(103, 103, 'một');
    const poll = async (offset = 0): Promise<readonly { update_id: number }[]> =>
      (await sandbox.call('getUpdates', { offset })).body.result as { update_id: number }[];
    const [first] = await poll();
    await sandbox.fault({ kind: 'duplicate_updates' });

    const again = await poll((first?.update_id ?? 0) + 1);

    expect(again).toEqual([first]);
    expect(await poll((first?.update_id ?? 0) + 1)).toEqual([]);
  });

  test('of no known kind is refused', async () => {
    await expect(sandbox.control('POST', 'faults', { kind: 'earthquake' })).rejects.toThrow('Invalid');
  });
});

test('an outage breaks every call until it ends, and loses no update', async () => {
  await sandbox.outage(true);
  await sandbox.say(103, 103, 'một');

  await expect(send()).rejects.toThrow('fetch failed');
  await sandbox.outage(false);

  expect(await send()).toBe(200);
  expect((await sandbox.call('getUpdates')).body.result).toHaveLength(1);
});

test('what was not fetched within a day of the sandbox is forgotten, as after a day offline', async () => {
  await sandbox.outage(true);
  await sandbox.say(103, 103, 'một');
  await sandbox.advance({ ms: 23 * 3_600_000 });
  await sandbox.say(103, 103, 'hai');
  await sandbox.advance({ ms: 3_600_000 });
  await sandbox.outage(false);

  const { result } = (await sandbox.call('getUpdates')).body;

  expect(result).toMatchObject([{ message: { text: 'hai' } }]);
});

/** The bot's own address, which remembers what it was brought and refuses the first so many. */
async function listeningHook(refusals: number) {
  const heard: { headers: IncomingHttpHeaders; text: string }[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const hook = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const update = JSON.parse(Buffer.concat(chunks).toString()) as { message: { text: string } };
      heard.push({ headers: req.headers, text: update.message.text });
      res.writeHead(heard.length <= refusals ? 500 : 200).end();
      for (const { count, resolve } of waiting) if (heard.length >= count) resolve();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;
  return {
    heard,
    url,
    until: (count: number) => new Promise<void>((resolve) => waiting.push({ count, resolve })),
    close: () => new Promise((resolve) => hook.close(resolve)),
  };
}

describe('a webhook', () => {
  test('is brought each update in order with the secret, and again where it is refused', async () => {
    const hook = await listeningHook(1);
    const three = hook.until(3);

    await sandbox.call('setWebhook', { url: hook.url, secret_token: 'bi-mat' });
    await sandbox.say(103, 103, 'một');
    await sandbox.say(103, 103, 'hai');
    await three;

    expect(hook.heard.map(({ text }) => text)).toEqual(['một', 'một', 'hai']);
    expect(hook.heard[0]?.headers['x-telegram-bot-api-secret-token']).toBe('bi-mat');
    await hook.close();
  });

  test('is brought an update twice, late, or again because its answer was lost', async () => {
    const hook = await listeningHook(0);
    const all = hook.until(5);
    await sandbox.fault({ kind: 'duplicate_updates' });
    await sandbox.fault({ kind: 'delay', method: 'webhook', delayMs: 1 });
    await sandbox.fault({ kind: 'drop_after', method: 'webhook' });

    await sandbox.call('setWebhook', { url: hook.url });
    await sandbox.say(103, 103, 'một');
    await sandbox.say(103, 103, 'hai');
    await sandbox.say(103, 103, 'ba');
    await all;

    // Twice; then late; then with the answer lost, and so once more.
    expect(hook.heard.map(({ text }) => text)).toEqual(['một', 'một', 'hai', 'hai', 'ba']);
    await hook.close();
  });

  test('is not reached, and is brought the update when it is', async () => {
    const hook = await listeningHook(0);
    const one = hook.until(1);
    await sandbox.fault({ kind: 'drop_before', method: 'webhook' });

    await sandbox.call('setWebhook', { url: hook.url });
    await sandbox.say(103, 103, 'một');
    await one;

    expect(hook.heard.map(({ text }) => text)).toEqual(['một']);
    await hook.close();
  });
});
