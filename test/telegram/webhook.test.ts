import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../src/core/time/instant.ts';
import { WEBHOOK_PATH, webhookHandler } from '../../src/telegram/webhook.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { startSandbox } from '../support/sandbox.ts';
import { InMemoryInbox } from './in-memory-inbox.ts';
import { recordedLogger } from './recorded-logger.ts';
import { channelTo } from './running-channel.ts';

const SECRET = 'a-secret_0';
const UPDATE = {
  update_id: 7,
  message: { message_id: 1, date: 0, chat: { id: 5, type: 'private' }, text: 'x' },
};

type Handler = ReturnType<typeof webhookHandler>;

let server: Server;
let url: string;
let handler: Handler;
let inbox: InMemoryInbox;

beforeEach(async () => {
  inbox = new InMemoryInbox();
  handler = webhookHandler({
    bot: '7',
    secret: SECRET,
    intake: inbox,
    clock: new FixedClock(instantOf(0)),
    logger: recordedLogger(),
  });
  server = createServer((incoming, response) => {
    void handler(incoming, response).then((own) => own || response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function post(body: string, secret: string | null = SECRET, path = WEBHOOK_PATH): Promise<number> {
  const headers = secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret };
  return (await fetch(`${url}${path}`, { method: 'POST', headers, body })).status;
}

describe('a delivery', () => {
  test('is taken in, then confirmed; once more it is confirmed only', async () => {
    expect(await post(JSON.stringify(UPDATE))).toBe(200);
    expect(await post(JSON.stringify(UPDATE))).toBe(200);

    expect(inbox.stored).toMatchObject([{ channel: 'telegram', bot: '7', key: '7', lane: '5' }]);
  });

  test('that could not be taken in is not confirmed', async () => {
    inbox.failures = 1;

    expect(await post(JSON.stringify(UPDATE))).toBe(503);
    expect(await post(JSON.stringify(UPDATE))).toBe(200);
    expect(inbox.stored).toHaveLength(1);
  });

  test.each([null, '', 'wrong', `${SECRET}x`])('with the secret %j is refused unread', async (secret) => {
    expect(await post(JSON.stringify(UPDATE), secret)).toBe(401);
    expect(inbox.stored).toEqual([]);
  });

  test.each(['', 'nonsense', '[]', 'null', '{"update_id":"7"}', '{"update_id":1.5}'])(
    '%j is no update',
    async (body) => {
      expect(await post(body)).toBe(400);
    },
  );

  test('of a huge body is refused before it was read', async () => {
    const sent = request(`${url}${WEBHOOK_PATH}`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': SECRET },
    });
    const answer = new Promise<number | undefined>((resolve, reject) => {
      sent.once('response', (response) => resolve(response.statusCode));
      sent.once('error', reject);
    });
    sent.write('x'.repeat(1024 * 1024 + 1));

    expect(await answer).toBe(413);
    sent.destroy();
  });

  test('elsewhere is not its own; another method is refused', async () => {
    expect(await post('{}', SECRET, '/healthz')).toBe(404);
    expect((await fetch(`${url}${WEBHOOK_PATH}`)).status).toBe(405);
  });
});

test('the channel sets its webhook, and what people write comes in by it', async () => {
  const sandbox = await startSandbox();
  const bot = channelTo(sandbox, { receive: { kind: 'webhook', publicUrl: url, secret: SECRET } });
  if (bot.channel.route === null) throw new Error('no route');
  handler = bot.channel.route;

  const run = bot.channel.run();
  await bot.until(() => bot.count.exchanges >= 4);
  await sandbox.say(101, 101, 'tháng này có gì?');
  await bot.until(() => bot.inbox.stored.length === 1);

  expect(await bot.incoming(0)).toMatchObject({ content: { text: 'tháng này có gì?' } });
  await bot.end();
  await run;
  await sandbox.close();
});

test('a webhook that somebody took away is set again', async () => {
  const sandbox = await startSandbox();
  const bot = channelTo(sandbox, { receive: { kind: 'webhook', publicUrl: url, secret: SECRET } });
  if (bot.channel.route === null) throw new Error('no route');
  handler = bot.channel.route;

  const run = bot.channel.run();
  await bot.until(() => bot.count.exchanges >= 4);
  await sandbox.call('deleteWebhook');
  const before = bot.count.exchanges;
  await bot.until(() => bot.count.exchanges >= before + 2);

  expect((await sandbox.call('getWebhookInfo')).body.result).toMatchObject({ url: `${url}${WEBHOOK_PATH}` });
  await bot.end();
  await run;
  await sandbox.close();
});
