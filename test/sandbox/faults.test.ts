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

test('a webhook is brought each update in order with the secret, and again where it is refused', async () => {
  const heard: { headers: IncomingHttpHeaders; text: string }[] = [];
  let refuse = true;
  let done: () => void = () => undefined;
  const three = new Promise<void>((resolve) => {
    done = resolve;
  });
  const hook = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const update = JSON.parse(Buffer.concat(chunks).toString()) as { message: { text: string } };
      heard.push({ headers: req.headers, text: update.message.text });
      res.writeHead(refuse ? 500 : 200).end();
      refuse = false;
      if (heard.length === 3) done();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;

  await sandbox.call('setWebhook', { url, secret_token: 'bi-mat' });
  await sandbox.say(103, 103, 'một');
  await sandbox.say(103, 103, 'hai');
  await three;

  expect(heard.map(({ text }) => text)).toEqual(['một', 'một', 'hai']);
  expect(heard[0]?.headers['x-telegram-bot-api-secret-token']).toBe('bi-mat');
  await new Promise((resolve) => hook.close(resolve));
});
