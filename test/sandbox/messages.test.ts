import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';

interface Update {
  readonly update_id: number;
  readonly message?: { readonly message_id: number; readonly text?: string; readonly date: number };
  readonly callback_query?: {
    readonly id: string;
    readonly data: string;
    readonly message: { date: number };
  };
  readonly [kind: string]: unknown;
}

const GROUP = -1001000000001;
const BASIC = -2002;

let sandbox: SandboxDriver;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(async () => {
  await sandbox.close();
});

const updates = async (params: object = {}): Promise<readonly Update[]> =>
  (await sandbox.call('getUpdates', params)).body.result as Update[];
const texts = (given: readonly Update[]): (string | undefined)[] => given.map(({ message }) => message?.text);

describe('a call', () => {
  test.each([
    ['in the query', 'GET', '?chat_id=103&text=Xin%20ch%C3%A0o', undefined, undefined],
    ['as a form', 'POST', '', 'chat_id=103&text=Xin+ch%C3%A0o', 'application/x-www-form-urlencoded'],
    ['as JSON', 'POST', '', '{"chat_id":"103","text":"Xin chào"}', 'application/json; charset=utf-8'],
  ])('may come %s, its method in any case', async (_how, method, query, body, type) => {
    const response = await fetch(`${sandbox.url}/bot${sandbox.token}/SENDmessage${query}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': type ?? '' } }),
    });

    expect(response.status).toBe(200);
    expect((await sandbox.messages(103)).map(({ text }) => text)).toEqual(['Xin chào']);
  });

  test('may hold its objects as JSON in a form, and a file', async () => {
    const form = new FormData();
    form.set('chat_id', '103');
    form.set('caption', '<i>Kèm</i>');
    form.set('parse_mode', 'HTML');
    form.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'Xem', callback_data: 'x' }]] }));
    form.set('document', new Blob(['a,b\n']), 'bảng "1" & 2.csv');

    const response = await fetch(`${sandbox.url}/bot${sandbox.token}/sendDocument`, {
      method: 'POST',
      body: form,
    });
    const [message] = await sandbox.messages(103);

    expect(response.status).toBe(200);
    expect(message?.document).toMatchObject({
      file_name: 'bảng "1" & 2.csv',
      mime_type: 'text/csv',
      file_size: 4,
    });
    expect(message?.caption).toBe('Kèm');
    expect(message?.reply_markup?.inline_keyboard?.[0]?.[0]?.text).toBe('Xem');
  });

  test('may send a known file again by its id, and fetch it', async () => {
    const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('nội dung') };
    await sandbox.say(103, 103, '', { file });
    const id = (await sandbox.messages(103))[0]?.document?.file_id;

    await sandbox.call('sendDocument', { chat_id: 104, document: id });
    const path = ((await sandbox.call('getFile', { file_id: id })).body.result as { file_path: string })
      .file_path;
    const response = await fetch(`${sandbox.url}/file/bot${sandbox.token}/${path}`);

    expect(await response.text()).toBe('nội dung');
    expect((await sandbox.messages(104))[0]?.document?.file_name).toBe('a.txt');
  });
});

describe('a caption', () => {
  test('is edited, its file staying where it is', async () => {
    const form = new FormData();
    form.set('chat_id', '103');
    form.set('document', new Blob(['a']), 'KH-45.pdf');
    await fetch(`${sandbox.url}/bot${sandbox.token}/sendDocument`, { method: 'POST', body: form });
    const [sent] = await sandbox.messages(103);

    const edit = { chat_id: 103, message_id: sent?.message_id, caption: 'Đã <b>đủ</b>', parse_mode: 'HTML' };
    expect((await sandbox.call('editMessageCaption', edit)).status).toBe(200);

    expect((await sandbox.messages(103))[0]).toMatchObject({ caption: 'Đã đủ', document: sent?.document });
    expect((await sandbox.call('editMessageCaption', edit)).body.description).toContain(
      'message is not modified',
    );
  });
});

describe('text', () => {
  test('becomes entities, counted in UTF-16', async () => {
    const text = '🌸 <b>Việc <i>6</i></b> &lt;&amp;&gt; <a href="https://a.vn/x">đây</a> <code>1</code>';
    await sandbox.call('sendMessage', { chat_id: 103, text, parse_mode: 'HTML' });

    const [message] = await sandbox.messages(103);

    expect(message?.text).toBe('🌸 Việc 6 <&> đây 1');
    expect(message?.['entities']).toEqual([
      { type: 'bold', offset: 3, length: 6 },
      { type: 'italic', offset: 8, length: 1 },
      { type: 'text_link', offset: 14, length: 3, url: 'https://a.vn/x' },
      { type: 'code', offset: 18, length: 1 },
    ]);
  });

  test('of 4,096 characters after the markup is taken off is sent', async () => {
    const text = `<b>${'🌸'.repeat(4096)}</b>`;

    expect((await sandbox.call('sendMessage', { chat_id: 103, text, parse_mode: 'HTML' })).status).toBe(200);
  });

  test('of a person is searched for commands, mentions and links', async () => {
    await sandbox.say(103, 103, '/han@dung_han_bot và @lan_dienbien, xem https://a.vn/b.');

    const [update] = await updates();

    expect(update?.message).toMatchObject({
      entities: [
        { type: 'bot_command', offset: 0, length: 17 },
        { type: 'mention', offset: 21, length: 13 },
        { type: 'url', offset: 40, length: 14 },
      ],
    });
  });
});

describe('getUpdates', () => {
  beforeEach(async () => {
    for (const text of ['một', 'hai', 'ba']) await sandbox.say(103, 103, text);
  });

  test('gives the same again until an offset confirms it', async () => {
    const first = await updates({ limit: 2 });
    const again = await updates();
    const rest = await updates({ offset: (first[1]?.update_id ?? 0) + 1 });

    expect(texts(first)).toEqual(['một', 'hai']);
    expect(texts(again)).toEqual(['một', 'hai', 'ba']);
    expect(texts(rest)).toEqual(['ba']);
    expect(texts(await updates())).toEqual(['ba']);
  });

  test('forgets all but the last with a negative offset', async () => {
    expect(texts(await updates({ offset: -1 }))).toEqual(['ba']);
    expect(texts(await updates())).toEqual(['ba']);
  });

  test('ignores an offset far above what was given', async () => {
    expect(texts(await updates({ offset: 999_999_999 }))).toEqual(['một', 'hai', 'ba']);
  });

  test('waits for the next update', async () => {
    const [, , last] = await updates();
    const waiting = updates({ offset: (last?.update_id ?? 0) + 1, timeout: 20 });

    await sandbox.say(104, 104, 'bốn');

    expect(texts(await waiting)).toEqual(['bốn']);
  });

  test('ends the poll that waited before it with a conflict', async () => {
    const [, , last] = await updates();
    const offset = (last?.update_id ?? 0) + 1;
    const first = sandbox.call('getUpdates', { offset, timeout: 20 });
    // The first poll waits once a call after it on the same connection pool has been answered.
    await sandbox.call('getMe');
    const second = updates({ offset, timeout: 20 });

    expect((await first).body).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    await sandbox.say(103, 103, 'bốn');
    expect(texts(await second)).toEqual(['bốn']);
  });

  test('remembers which kinds were asked for', async () => {
    const [, , last] = await updates({ allowed_updates: ['callback_query'] });
    await sandbox.say(103, 103, 'không nghe');
    const { body } = await sandbox.call('sendMessage', {
      chat_id: 103,
      text: 'Chọn',
      reply_markup: { inline_keyboard: [[{ text: 'Nút', callback_data: 'x' }]] },
    });
    await sandbox.press(103, 103, (body.result as { message_id: number }).message_id, 'Nút', 1);

    const heard = await updates({ offset: (last?.update_id ?? 0) + 1 });

    expect(heard.map((update) => Object.keys(update)[1])).toEqual(['callback_query']);
  });

  test('is refused while a webhook is set', async () => {
    await sandbox.call('setWebhook', { url: 'http://127.0.0.1:9/hook' });

    expect((await sandbox.call('getUpdates')).body.description).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await sandbox.call('deleteWebhook', { drop_pending_updates: true });
    expect(await updates()).toEqual([]);
  });
});

describe('a press', () => {
  const keyboard = { inline_keyboard: [[{ text: 'Xong', callback_data: 'v1:xong' }]] };
  const sent = async (chat: number): Promise<number> => {
    const { body } = await sandbox.call('sendMessage', {
      chat_id: chat,
      text: 'Việc 6',
      reply_markup: keyboard,
    });
    return (body.result as { message_id: number }).message_id;
  };

  test('reaches the bot and its answer the presser, once', async () => {
    const pressing = sandbox.press(103, GROUP, await sent(GROUP), 'Xong');
    const [update] = await updates({ timeout: 10 });
    const id = update?.callback_query?.id;

    const first = await sandbox.call('answerCallbackQuery', { callback_query_id: id, text: 'Đã ghi' });
    const second = await sandbox.call('answerCallbackQuery', { callback_query_id: id });

    expect(update?.callback_query).toMatchObject({ data: 'v1:xong', from: { id: 103 } });
    expect(first.body.result).toBe(true);
    expect(second.body.description).toContain('query is too old');
    expect(await pressing).toEqual({ text: 'Đã ghi', alert: false, url: null });
  });

  test.each([
    [103, { id: 103, type: 'private' }],
    [GROUP, { id: GROUP, type: 'supergroup', title: 'Cụm thi đua số 1' }],
  ])('on a message that is gone brings what is left of it, with its whole chat', async (chat, whole) => {
    const id = await sent(chat);
    await sandbox.call('deleteMessage', { chat_id: chat, message_id: id });

    await sandbox.press(103, chat, id, { data: 'v1:xong' }, 1);
    const [update] = await updates();

    expect(update?.callback_query?.message).toMatchObject({ chat: whole, message_id: id, date: 0 });
  });

  test('may open the private chat by a link to the bot only', async () => {
    void sandbox.press(103, GROUP, await sent(GROUP), 'Xong', 1);
    const [update] = await updates({ timeout: 10 });
    const answer = { callback_query_id: update?.callback_query?.id };

    expect(
      (await sandbox.call('answerCallbackQuery', { ...answer, url: 'https://a.vn' })).body.description,
    ).toBe('Bad Request: URL_INVALID');
    expect(
      (await sandbox.call('answerCallbackQuery', { ...answer, url: 'https://t.me/dung_han_bot?start=x' }))
        .status,
    ).toBe(200);
  });
});

describe('in a group', () => {
  test('a bot in privacy mode hears commands, mentions and replies to it', async () => {
    const { body } = await sandbox.call('sendMessage', { chat_id: GROUP, text: 'Kính chào' });
    const own = (body.result as { message_id: number }).message_id;
    const heard = ['/han', '/han@dung_han_bot', 'Việc gì @dung_han_bot?'];
    for (const text of ['Chào cả nhà', '/han@other_bot', 'xem /han', ...heard])
      await sandbox.say(103, GROUP, text);
    await sandbox.say(103, GROUP, 'Vâng', { replyTo: own });

    expect(texts(await updates())).toEqual([...heard, 'Vâng']);
  });

  test('an administrator hears everything', async () => {
    await sandbox.control('POST', 'bot', { chat: GROUP, by: 101, act: 'promote' });
    await sandbox.say(103, GROUP, 'Chào cả nhà');

    const [change, message] = await updates();

    expect(change?.['my_chat_member']).toMatchObject({
      chat: { id: GROUP },
      from: { id: 101 },
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'administrator' },
    });
    expect(message?.message?.text).toBe('Chào cả nhà');
  });

  test('an anonymous administrator writes in the name of the group', async () => {
    await sandbox.say(101, GROUP, '/han', { anonymous: true });

    const [update] = await updates();

    expect(update?.message).toMatchObject({
      from: { username: 'GroupAnonymousBot' },
      sender_chat: { id: GROUP },
    });
  });

  test.each([
    [GROUP, 'supergroup'],
    [BASIC, 'group'],
  ])('%i a bot that was put out is told so, and may say no more', async (chat, type) => {
    await sandbox.control('POST', 'bot', { chat, by: 101, act: 'kick' });

    const refused = await sandbox.call('sendMessage', { chat_id: chat, text: 'a' });
    const told = (await updates()).find((update) => update['my_chat_member'] !== undefined);

    expect(refused.body.description).toBe(`Forbidden: bot was kicked from the ${type} chat`);
    expect(told?.['my_chat_member']).toMatchObject({ new_chat_member: { status: 'kicked' } });
  });

  test('a bot that has left is no member', async () => {
    await sandbox.call('leaveChat', { chat_id: GROUP });

    expect((await sandbox.call('sendMessage', { chat_id: GROUP, text: 'a' })).body.description).toBe(
      'Forbidden: bot is not a member of the supergroup chat',
    );
  });

  test('that becomes a supergroup the old id names the new one', async () => {
    const { chat } = await sandbox.control<{ chat: number }>('POST', 'migrate', { chat: BASIC, by: 101 });

    const refused = await sandbox.call('sendMessage', { chat_id: BASIC, text: 'a' });
    const services = (await updates()).map(({ message }) => message);

    expect(refused.body).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: chat },
    });
    expect(services).toMatchObject([
      { chat: { id: BASIC }, migrate_to_chat_id: chat },
      { chat: { id: chat }, migrate_from_chat_id: BASIC },
    ]);
    expect((await sandbox.call('sendMessage', { chat_id: chat, text: 'a' })).status).toBe(200);
  });

  test('that is called otherwise tells the bot, and is known by that name', async () => {
    await sandbox.control('POST', 'rename', { chat: GROUP, by: 101, title: 'Cụm 1 (mới)' });

    const [update] = await updates();

    expect(update?.message).toMatchObject({ chat: { title: 'Cụm 1 (mới)' }, new_chat_title: 'Cụm 1 (mới)' });
    expect((await sandbox.call('getChat', { chat_id: GROUP })).body.result).toMatchObject({
      title: 'Cụm 1 (mới)',
    });
  });

  test('administrators and members are known', async () => {
    const admins = (await sandbox.call('getChatAdministrators', { chat_id: GROUP })).body.result;
    const member = (await sandbox.call('getChatMember', { chat_id: GROUP, user_id: 103 })).body.result;
    const stranger = (await sandbox.call('getChatMember', { chat_id: GROUP, user_id: 108 })).body.result;

    expect(admins).toMatchObject([
      { status: 'creator', user: { id: 101 } },
      { status: 'administrator', user: { id: 109 } },
    ]);
    expect(member).toMatchObject({ status: 'member' });
    expect(stranger).toMatchObject({ status: 'left' });
  });
});

describe('in private', () => {
  test('the bot may write once Start was pressed, its payload with it', async () => {
    await sandbox.start(108, 'moi_abc');

    expect(texts(await updates())).toEqual(['/start moi_abc']);
    expect((await sandbox.call('sendMessage', { chat_id: 108, text: 'Chào' })).status).toBe(200);
  });

  test('a user who blocks the bot is told of, and closed to it', async () => {
    await sandbox.control('POST', 'block', { user: 103, blocked: true });

    const refused = await sandbox.call('sendMessage', { chat_id: 103, text: 'a' });
    const [update] = await updates();

    expect(refused.body).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    expect(update?.['my_chat_member']).toMatchObject({
      chat: { id: 103 },
      new_chat_member: { status: 'kicked' },
    });
  });

  test('an edit of a person is told of', async () => {
    const id = await sandbox.say(103, 103, 'Sai');
    await sandbox.control('POST', 'edit', { user: 103, chat: 103, messageId: id, text: 'Đúng' });

    const [, edited] = await updates();

    expect(edited?.['edited_message']).toMatchObject({ message_id: id, text: 'Đúng' });
  });
});

describe('a command menu', () => {
  test('is the narrowest one in the language of the user', async () => {
    const commands = (command: string): object => ({ commands: [{ command, description: command }] });
    await sandbox.call('setMyCommands', commands('mac_dinh'));
    await sandbox.call('setMyCommands', { ...commands('nhom'), scope: { type: 'all_group_chats' } });
    await sandbox.call('setMyCommands', {
      ...commands('rieng_vi'),
      scope: { type: 'all_private_chats' },
      language_code: 'vi',
    });
    const seen = async (user: number, chat: number): Promise<string | undefined> =>
      (await sandbox.control<{ command: string }[]>('GET', `commands?user=${user}&chat=${chat}`))[0]?.command;

    expect(await seen(103, GROUP)).toBe('nhom');
    expect(await seen(103, 103)).toBe('rieng_vi');
    await sandbox.call('deleteMyCommands', { scope: { type: 'all_group_chats' } });
    expect(await seen(103, GROUP)).toBe('mac_dinh');
  });
});

describe('only this machine', () => {
  test.each([
    ['a foreign name', { host: 'evil.example' }, 403],
    ['a page of a foreign site', { origin: 'https://evil.example' }, 403],
    ['its own page', { origin: 'http://localhost:8080' }, 200],
  ])('moves the world: %s', async (_who, headers, status) => {
    const { request } = await import('node:http');
    const answered = await new Promise<number | undefined>((resolve) => {
      request(`${sandbox.url}/sandbox/world`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });

    expect(answered).toBe(status);
  });
});
