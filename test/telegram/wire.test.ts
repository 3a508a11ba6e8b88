import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agentFor } from '../../src/telegram/agent.ts';
import { createApi } from '../../src/telegram/api.ts';
import { TelegramMessenger } from '../../src/telegram/messenger.ts';
import { createTransport } from '../../src/telegram/transport.ts';
import { recordedLogger } from './recorded-logger.ts';

/** What leaves for the server, where the sandbox has no such chats. */
const bodies: unknown[] = [];
let server: Server;
let messenger: TelegramMessenger;

beforeAll(async () => {
  server = createServer((request, response) => void record(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api = createApi('1:x', apiRoot, createTransport(agentFor(apiRoot, null)));
  messenger = new TelegramMessenger(api, recordedLogger(), {
    username: () => null,
    reachable: () => true,
    onTopic: () => undefined,
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  [null, {}],
  ['9', { message_thread_id: 9 }],
  // The general topic must not be named.
  ['1', {}],
])('a message to topic %j', async (thread, named) => {
  const address = { channel: 'telegram', chat: '-1001234567890', thread };

  const outcome = await messenger.send(address, { entries: [['x']], buttons: [] });

  expect(outcome).toEqual({ kind: 'sent', message: '12' });
  expect(bodies.at(-1)).toEqual({
    chat_id: '-1001234567890',
    text: 'x',
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...named,
  });
});

async function record(request: IncomingMessage, response: ServerResponse): Promise<void> {
  bodies.push(JSON.parse(await text(request)));
  response.end('{"ok":true,"result":{"message_id":12}}');
}

test('there is no private link before the bot knows its name', () => {
  expect(messenger.privateLink('abc')).toBeNull();
});
