import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/app/ports/message.ts';
import type { Messenger, SendOutcome } from '../../src/app/ports/messenger.ts';
import { agentFor } from '../../src/telegram/agent.ts';
import { createApi } from '../../src/telegram/api.ts';
import { errorTable, meaningOf } from '../../src/telegram/error-table.ts';
import { TelegramMessenger } from '../../src/telegram/messenger.ts';
import { createTransport } from '../../src/telegram/transport.ts';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';
import { recordedLogger } from './recorded-logger.ts';

const SECRETARY = 101;
const address = { channel: 'telegram', chat: String(SECRETARY), thread: null };
const message: Message = { entries: [['Xin chào']], buttons: [] };

let sandbox: SandboxDriver;
let messenger: Messenger;

beforeAll(async () => {
  sandbox = await startSandbox();
  messenger = messengerTo(sandbox.url);
});
afterAll(() => sandbox.close());

const topics: [thread: string | null, isOpen: boolean][] = [];

function messengerTo(apiRoot: string, reachable = true): Messenger {
  const transport = createTransport(agentFor(apiRoot, null));
  const api = createApi(sandbox.token, apiRoot, transport);
  return new TelegramMessenger(api, recordedLogger(), {
    username: () => 'bot',
    reachable: () => reachable,
    onTopic: ({ thread }, isOpen) => void topics.push([thread, isOpen]),
  });
}

async function textsTo(chat: number): Promise<number> {
  return (await sandbox.messages(chat)).length;
}

describe('what the server refuses', () => {
  const refused = (refusal: string): Partial<SendOutcome> => ({ kind: 'refused', refusal }) as never;

  test.each<[number, string, Partial<SendOutcome>]>([
    [403, 'Forbidden: bot was blocked by the user', refused('blocked')],
    [403, "Forbidden: bot can't initiate conversation with a user", refused('blocked')],
    [403, 'Forbidden: user is deactivated', refused('gone')],
    [403, 'Forbidden: bot was kicked from the group chat', refused('gone')],
    [403, 'Forbidden: bot was kicked from the supergroup chat', refused('gone')],
    [403, 'Forbidden: bot is not a member of the supergroup chat', refused('gone')],
    [403, 'Forbidden: the group chat was deleted', refused('gone')],
    [403, "Forbidden: bot can't send messages to bots", refused('gone')],
    [403, 'Forbidden: CHAT_WRITE_FORBIDDEN', refused('rights')],
    [400, 'Bad Request: chat not found', refused('gone')],
    [400, 'Bad Request: chat_id is empty', refused('gone')],
    [400, 'Bad Request: CHANNEL_PRIVATE', refused('gone')],
    [400, 'Bad Request: message thread not found', refused('thread')],
    [400, 'Bad Request: TOPIC_CLOSED', refused('thread')],
    [400, 'Bad Request: not enough rights to send text messages to the chat', refused('rights')],
    [400, 'Bad Request: have no rights to send a message', refused('rights')],
    [400, 'Bad Request: need administrator rights in the channel chat', refused('rights')],
    [400, 'Bad Request: CHAT_SEND_DOCS_FORBIDDEN', refused('rights')],
    [400, 'Bad Request: message is too long', refused('message')],
    [400, 'Bad Request: reply markup is too long', refused('message')],
    [413, 'Request Entity Too Large', refused('message')],
    [401, 'Unauthorized', refused('unauthorised')],
    [404, 'Not Found', refused('unauthorised')],
    [404, 'Not Found: method not found', refused('message')],
    [420, 'FLOOD_WAIT', { kind: 'not_sent', retryAfterMs: null }],
    [500, 'Internal Server Error', { kind: 'unknown' }],
    [502, 'Bad Gateway', { kind: 'unknown' }],
    [504, 'Gateway Timeout', { kind: 'unknown' }],
  ])('%i %s', async (code, description, expected) => {
    await sandbox.fault({ kind: 'error', method: 'sendMessage', code, description });

    expect(await messenger.send(address, message)).toMatchObject({
      ...expected,
      cause: `${code} ${description}`,
    });
  });

  test.each<[number, string, Partial<SendOutcome>]>([
    [400, 'Bad Request: message to edit not found', refused('not_editable')],
    [400, "Bad Request: message can't be edited", refused('not_editable')],
    [400, 'Bad Request: MESSAGE_ID_INVALID', refused('not_editable')],
    [400, 'Bad Request: there is no text in the message to edit', refused('not_editable')],
    [400, 'Bad Request: there is no caption in the message to edit', refused('not_editable')],
    [400, 'Bad Request: message is not modified: same', { kind: 'sent', message: '7' }],
  ])('an edit: %i %s', async (code, description, expected) => {
    await sandbox.fault({ kind: 'error', method: 'editMessageText', code, description });

    expect(await messenger.edit(address, '7', message)).toMatchObject(expected);
  });

  test('429 says how long to wait', async () => {
    await sandbox.fault({ kind: 'too_many_requests', method: 'sendMessage', retryAfter: 7 });

    expect(await messenger.send(address, message)).toMatchObject({ kind: 'not_sent', retryAfterMs: 7_000 });
  });

  test.each(['Bad Request: message thread not found', 'Bad Request: TOPIC_CLOSED'])(
    'where a topic is gone, the group itself is told, and it is noted until it is open again: %s',
    async (description) => {
      await sandbox.fault({ kind: 'error', method: 'sendMessage', code: 400, description });
      const before = await textsTo(SECRETARY);
      topics.length = 0;
      const there = { ...address, thread: description };

      expect(await messenger.send(there, message)).toMatchObject({ kind: 'sent' });
      await messenger.send(there, message);

      expect(await textsTo(SECRETARY)).toBe(before + 2);
      // Closed, then open again.
      expect(topics).toEqual([
        [description, false],
        [description, true],
      ]);
    },
  );

  test('a group that became a supergroup gives its new id', async () => {
    const { chat } = await sandbox.control<{ chat: number }>('POST', 'migrate', { chat: -2002, by: 105 });

    const outcome = await messenger.send({ ...address, chat: '-2002' }, message);

    expect(outcome).toEqual({ kind: 'moved', chat: String(chat) });
  });

  test('every row of the table is the first match of some answer', () => {
    const answers: [number, string][] = [
      [429, ''],
      [420, ''],
      [403, 'blocked by the user'],
      [403, 'user is deactivated'],
      [403, "can't send messages to bots"],
      [403, 'something new'],
      [400, 'upgraded to a supergroup'],
      [400, 'message is not modified'],
      [400, 'TOPIC_DELETED'],
      [400, 'message to edit not found'],
      [400, 'there is no text in the message to edit'],
      [400, 'PEER_ID_INVALID'],
      [400, 'group chat was deactivated'],
      [400, 'not enough rights'],
      [400, 'CHAT_RESTRICTED'],
      [401, ''],
      [404, 'Not Found'],
      [418, ''],
      [599, ''],
    ];

    expect(answers.map(([code, text]) => meaningOf(code, text))).toEqual(
      errorTable.map(({ means }) => means),
    );
  });

  test('markup that the server cannot read is sent again as plain text', async () => {
    const description = "Bad Request: can't parse entities: Unsupported start tag at byte offset 0";
    await sandbox.fault({ kind: 'error', method: 'sendMessage', code: 400, description });

    const outcome = await messenger.send(address, { entries: [[{ bold: 'A < B' }]], buttons: [] });

    expect(outcome.kind).toBe('sent');
    expect((await sandbox.messages(SECRETARY)).at(-1)?.text).toBe('A < B');
  });
});

describe('what the network does', () => {
  test('a connection that breaks after the call took effect leaves the outcome unknown', async () => {
    const before = await textsTo(SECRETARY);
    await sandbox.fault({ kind: 'drop_after', method: 'sendMessage' });

    expect(await messenger.send(address, message)).toEqual({ kind: 'unknown', cause: 'network ECONNRESET' });
    expect(await textsTo(SECRETARY)).toBe(before + 1);
  });

  test('a connection that breaks before it took effect looks just the same, and nothing is sent again', async () => {
    const before = await textsTo(SECRETARY);
    await sandbox.fault({ kind: 'drop_before', method: 'sendMessage' });

    expect(await messenger.send(address, message)).toEqual({ kind: 'unknown', cause: 'network ECONNRESET' });
    expect(await textsTo(SECRETARY)).toBe(before);
  });

  test('a refused connection was certainly not sent', async () => {
    const closed = await freePort();

    expect(await messengerTo(`http://127.0.0.1:${closed}`).send(address, message)).toEqual({
      kind: 'not_sent',
      retryAfterMs: null,
      cause: 'network ECONNREFUSED',
    });
  });

  test('a server that does not speak TLS was certainly not sent to', async () => {
    const outcome = await messengerTo(sandbox.url.replace('http:', 'https:')).send(address, message);

    expect(outcome.kind).toBe('not_sent');
  });

  test('an answer that is not JSON leaves the outcome unknown', async () => {
    const gateway = createServer((_request, response) =>
      response.writeHead(502).end('<html>Bad Gateway</html>'),
    );
    const port = await listen(gateway);

    expect(await messengerTo(`http://127.0.0.1:${port}`).send(address, message)).toEqual({
      kind: 'unknown',
      cause: 'answer is not JSON',
    });
    gateway.closeAllConnections();
    gateway.close();
  });

  test('a server that never answers leaves the outcome unknown', async () => {
    const mute = createServer(() => undefined);
    const apiRoot = `http://127.0.0.1:${await listen(mute)}`;
    const api = createApi(sandbox.token, apiRoot, createTransport(agentFor(apiRoot, null)), 0.05);
    const status = { username: () => 'bot', reachable: () => true, onTopic: () => undefined };

    const outcome = await new TelegramMessenger(api, recordedLogger(), status).send(address, message);

    expect(outcome).toEqual({ kind: 'unknown', cause: 'network timeout' });
    mute.closeAllConnections();
    mute.close();
  });

  test('while the network is known to be down nothing is tried', async () => {
    const before = await textsTo(SECRETARY);

    const outcome = await messengerTo(sandbox.url, false).send(address, message);

    expect(outcome).toMatchObject({ kind: 'not_sent', cause: 'network down' });
    expect(await textsTo(SECRETARY)).toBe(before);
  });
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
