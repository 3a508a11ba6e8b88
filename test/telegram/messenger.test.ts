import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/app/ports/message.ts';
import type { SendOutcome } from '../../src/app/ports/messenger.ts';
import { FileTooLarge, FileUnavailable } from '../../src/bot/incoming.ts';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';
import { channelTo, type RunningChannel } from './running-channel.ts';

const SECRETARY = 101;
const home = { channel: 'telegram', chat: String(SECRETARY), thread: null };

let sandbox: SandboxDriver;
let bot: RunningChannel;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = channelTo(sandbox);
  void bot.channel.run();
  await bot.until(() => bot.count.exchanges >= 2);
});
afterAll(async () => {
  await bot.end();
  await sandbox.close();
});

const said = (text: string, buttons: Message['buttons'] = []): Message => ({ entries: [[text]], buttons });

function keyOf(outcome: SendOutcome): string {
  if (outcome.kind !== 'sent') throw new Error(JSON.stringify(outcome));
  return outcome.message;
}

async function shown(key: string, chat = SECRETARY) {
  return (await sandbox.messages(chat)).find((message) => String(message.message_id) === key);
}

describe('a message', () => {
  test('arrives as it was said, with its buttons', async () => {
    const message: Message = {
      entries: [['1. ', { bold: 'Giao ước & <b>' }], [{ italic: 'trước 30/3' }]],
      buttons: [
        [
          { label: 'Xong', data: 'r1' },
          { label: 'Mở', url: 'https://t.me/x' },
        ],
      ],
    };

    const key = keyOf(await bot.channel.messenger.send(home, message));

    expect(await shown(key)).toMatchObject({
      text: '1. Giao ước & <b>\ntrước 30/3',
      entities: [{ type: 'bold' }, { type: 'italic' }],
      reply_markup: { inline_keyboard: [[{ callback_data: 'r1' }, { url: 'https://t.me/x' }]] },
    });
  });

  test('may have 4,096 code points and not one more', async () => {
    expect((await bot.channel.messenger.send(home, said('🌸'.repeat(4096)))).kind).toBe('sent');
    expect(await bot.channel.messenger.send(home, said('<'.repeat(4097)))).toMatchObject({
      kind: 'refused',
      refusal: 'message',
    });
  });

  test('carries a file under its Vietnamese name', async () => {
    const bytes = new TextEncoder().encode('a;b');
    const attachment = { name: 'Kế hoạch 29 "mới".csv', type: 'text/csv', bytes };

    const key = keyOf(await bot.channel.messenger.send(home, { ...said('Đây ạ'), attachment }));

    expect(await shown(key)).toMatchObject({
      caption: 'Đây ạ',
      document: { file_name: 'Kế hoạch 29 _mới_.csv' },
    });
  });

  test('asks for a reply', async () => {
    const key = keyOf(await bot.channel.messenger.send(home, { ...said('Lý do?'), wantsReply: true }));

    expect(await shown(key)).toMatchObject({ reply_markup: { force_reply: true } });
  });
});

describe('an edit', () => {
  test('replaces text and buttons; the same once more is no error', async () => {
    const key = keyOf(await bot.channel.messenger.send(home, said('cũ', [[{ label: 'A', data: 'a' }]])));

    const first = await bot.channel.messenger.edit(home, key, said('mới'));
    const again = await bot.channel.messenger.edit(home, key, said('mới'));

    expect([first, again]).toEqual([
      { kind: 'sent', message: key },
      { kind: 'sent', message: key },
    ]);
    const message = await shown(key);
    expect([message?.text, message?.reply_markup]).toEqual(['mới', undefined]);
  });

  test('of a message that is gone is not editable', async () => {
    const key = keyOf(await bot.channel.messenger.send(home, said('x')));
    await bot.channel.messenger.apply(home, { kind: 'delete', message: key });

    expect(await bot.channel.messenger.edit(home, key, said('y'))).toMatchObject({
      kind: 'refused',
      refusal: 'not_editable',
    });
  });
});

describe('a press', () => {
  test('comes in and is answered with a popup, cut to 200 characters', async () => {
    const message = said('Báo cáo?', [[{ label: 'Xong', data: 'r1:x' }]]);
    const key = keyOf(await bot.channel.messenger.send(home, message));
    const before = bot.inbox.stored.length;

    const answered = sandbox.press(SECRETARY, SECRETARY, Number(key), 'Xong');
    await bot.until(() => bot.inbox.stored.length > before);
    const incoming = await bot.incoming(before);
    if (incoming?.content.kind !== 'press') throw new Error('no press');
    await bot.channel.messenger.answerPress(incoming.content.press, { text: 'ữ'.repeat(300), popup: true });

    expect(incoming.content).toMatchObject({ data: 'r1:x', message: key });
    expect(await answered).toMatchObject({ text: `${'ữ'.repeat(199)}…`, alert: true });
  });

  test('answered too late is no error', async () => {
    await expect(bot.channel.messenger.answerPress('12345', null)).resolves.toBeUndefined();
  });
});

describe('effects', () => {
  test('a message is pinned', async () => {
    const key = keyOf(await bot.channel.messenger.send(home, said('Bảng')));

    await bot.channel.messenger.apply(home, { kind: 'pin', message: key });

    expect(
      await sandbox.waitFor((event) => event.type === 'call' && event.method === 'pinChatMessage'),
    ).toMatchObject({ code: 200 });
  });

  test('what the channel will not do is logged and forgotten', async () => {
    await bot.channel.messenger.apply(home, { kind: 'delete', message: '999999' });

    expect(bot.logger.lines).toContainEqual(expect.objectContaining({ level: 'warn', effect: 'delete' }));
  });
});

test('the private link opens the bot with a payload, which is checked', () => {
  expect(bot.channel.messenger.privateLink('Ab_9-')).toBe('https://t.me/dung_han_bot?start=Ab_9-');
  expect(bot.channel.messenger.groupLink('Ab_9-')).toBe('https://t.me/dung_han_bot?startgroup=Ab_9-');
  expect(() => bot.channel.messenger.privateLink('a b')).toThrow(RangeError);
});

describe('a file of a person', () => {
  test('is fetched', async () => {
    const bytes = new TextEncoder().encode('TT;Nhiệm vụ');
    const before = bot.inbox.stored.length;
    await sandbox.say(SECRETARY, SECRETARY, 'kế hoạch', {
      file: { name: 'kế hoạch.csv', type: 'text/csv', bytes },
    });
    await bot.until(() => bot.inbox.stored.length > before);

    const incoming = await bot.incoming(before);

    expect(incoming?.content).toMatchObject({ kind: 'file', name: 'kế hoạch.csv', size: bytes.length });
    expect(incoming?.content.kind === 'file' ? await incoming.content.fetch() : null).toEqual(
      Buffer.from(bytes),
    );
  });

  test.each([
    ['Bad Request: file is too big', FileTooLarge],
    ['Bad Request: wrong file_id', FileUnavailable],
  ])('that Telegram does not give (%s) has an error of its own', async (description, expected) => {
    const bytes = new Uint8Array([1]);
    const before = bot.inbox.stored.length;
    await sandbox.say(SECRETARY, SECRETARY, '', { file: { name: 'a.csv', type: 'text/csv', bytes } });
    await bot.until(() => bot.inbox.stored.length > before);
    await sandbox.fault({ kind: 'error', method: 'getFile', code: 400, description });

    const incoming = await bot.incoming(before);

    const fetched = incoming?.content.kind === 'file' ? incoming.content.fetch() : Promise.resolve();
    await expect(fetched).rejects.toBeInstanceOf(expected);
  });
});
