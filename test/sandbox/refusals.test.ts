import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';

const GROUP = -1001000000001;
const BASIC = -2002;

interface Row {
  readonly why: string;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly code: number;
  readonly description: string;
}

const row = (why: string, method: string, params: Row['params'], code: number, description: string): Row => ({
  why,
  method,
  params,
  code,
  description,
});

const button = (rest: object): object => ({ inline_keyboard: [[{ text: 'Nút', ...rest }]] });
const buttons = (count: number): object => ({
  inline_keyboard: Array.from({ length: count }, (_, n) => [{ text: 'Nút', callback_data: String(n) }]),
});
const html = (text: string): Row['params'] => ({ chat_id: 103, text, parse_mode: 'HTML' });
const parse = (why: string, text: string, problem: string): Row =>
  row(why, 'sendMessage', html(text), 400, `Bad Request: can't parse entities: ${problem}`);

const EMPTY_CHAT = 'Bad Request: chat_id is empty';
const NO_CHAT = 'Bad Request: chat not found';
const OLD_QUERY = 'Bad Request: query is too old and response timeout expired or query ID is invalid';

const table: readonly Row[] = [
  row('no such method', 'sendMesage', {}, 404, 'Not Found: method not found'),
  row(
    'a method of the Bot API that is not here',
    'sendDice',
    { chat_id: 103 },
    404,
    'Not Found: the sandbox does not have sendDice',
  ),
  row(
    'an unknown parameter',
    'sendMessage',
    { chat_id: 103, text: 'a', txt: 'a' },
    400,
    'Bad Request: unknown parameter "txt"',
  ),
  row(
    'an unknown field of a button',
    'sendMessage',
    { chat_id: 103, text: 'a', reply_markup: button({ callbackdata: 'x' }) },
    400,
    'Bad Request: unknown parameter "callbackdata"',
  ),
  row(
    'a parameter of another type',
    'sendMessage',
    { chat_id: 103, text: 5 },
    400,
    'Bad Request: parameter "text" must be of type String',
  ),
  row('no chat', 'sendMessage', { text: 'a' }, 400, EMPTY_CHAT),
  row('no text', 'sendMessage', { chat_id: 103 }, 400, 'Bad Request: message text is empty'),
  row('an empty text', 'sendMessage', { chat_id: 103, text: '' }, 400, 'Bad Request: message text is empty'),
  row(
    'a text of spaces',
    'sendMessage',
    { chat_id: 103, text: ' \n ' },
    400,
    'Bad Request: message text is empty',
  ),
  row('nothing inside the markup', 'sendMessage', html('<b></b>'), 400, 'Bad Request: message text is empty'),
  row(
    '4,097 characters',
    'sendMessage',
    { chat_id: 103, text: '🌸'.repeat(4097) },
    400,
    'Bad Request: message is too long',
  ),
  row(
    'more than 32 KB of source',
    'sendMessage',
    html('<b></b>'.repeat(5000)),
    400,
    'Bad Request: text is too long',
  ),
  row(
    'an unknown parse mode',
    'sendMessage',
    { chat_id: 103, text: 'a', parse_mode: 'BBCode' },
    400,
    'Bad Request: unsupported parse_mode',
  ),
  row('an unknown chat', 'sendMessage', { chat_id: 999, text: 'a' }, 400, NO_CHAT),
  row('a name for a chat', 'sendMessage', { chat_id: '@nobody', text: 'a' }, 400, NO_CHAT),
  row(
    'a user who has not pressed Start',
    'sendMessage',
    { chat_id: 108, text: 'a' },
    403,
    "Forbidden: bot can't initiate conversation with a user",
  ),
  row(
    'a topic',
    'sendMessage',
    { chat_id: GROUP, text: 'a', message_thread_id: 1 },
    400,
    'Bad Request: message thread not found',
  ),
  row(
    'a reply to nothing',
    'sendMessage',
    { chat_id: 103, text: 'a', reply_parameters: { message_id: 99 } },
    400,
    'Bad Request: message to be replied not found',
  ),
  row(
    '65 bytes of data',
    'sendMessage',
    { chat_id: 103, text: 'a', reply_markup: button({ callback_data: 'đ'.repeat(32) + 'x' }) },
    400,
    'Bad Request: BUTTON_DATA_INVALID',
  ),
  row(
    'no data at all',
    'sendMessage',
    { chat_id: 103, text: 'a', reply_markup: button({ callback_data: '' }) },
    400,
    'Bad Request: BUTTON_DATA_INVALID',
  ),
  row(
    'a button that does nothing',
    'sendMessage',
    { chat_id: 103, text: 'a', reply_markup: button({}) },
    400,
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ),
  row(
    'a button that does two things',
    'sendMessage',
    { chat_id: 103, text: 'a', reply_markup: button({ url: 'https://a.vn', callback_data: 'x' }) },
    400,
    'Bad Request: inline keyboard button has two actions: url, callback_data',
  ),
  row(
    'a button without words',
    'sendMessage',
    { chat_id: 103, text: 'a', reply_markup: { inline_keyboard: [[{ text: ' ', callback_data: 'x' }]] } },
    400,
    'Bad Request: inline keyboard button text must be non-empty',
  ),
  row(
    '101 buttons',
    'sendMessage',
    { chat_id: 103, text: 'a', reply_markup: buttons(101) },
    400,
    'Bad Request: reply markup is too long',
  ),
  parse('a tag that is none', 'đ <h1>a</h1>', 'Unsupported start tag "h1" at byte offset 3'),
  parse('a lone less-than sign', 'a < b', 'Unsupported start tag "" at byte offset 2'),
  parse('a tag never closed', '<b>a', 'Can\'t find end tag corresponding to start tag "b"'),
  parse(
    'a tag closed by another',
    '<b>a</i>',
    'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
  ),
  parse('an end without a start', 'a</b>', 'Unexpected end tag at byte offset 1'),
  parse('a start that never ends', 'a <b', 'Unclosed start tag at byte offset 2'),
  parse('an end that never ends', '<b>a</b', 'Unclosed end tag at byte offset 4'),
  parse(
    'an attribute without a value',
    '<a href>a</a>',
    'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
  ),
  parse(
    'an attribute without a name',
    '<a ="x">a</a>',
    'Empty attribute name in the tag "a" at byte offset 0',
  ),
  parse('a bare value with signs', '<a href=x/y>a</a>', 'Unexpected end of name token at byte offset 8'),
  parse(
    'a span of another class',
    '<span class="x">a</span>',
    'Tag "span" must have class "tg-spoiler" at byte offset 0',
  ),
  row(
    'an edit of nothing',
    'editMessageText',
    { chat_id: 103, message_id: 99, text: 'a' },
    400,
    'Bad Request: message to edit not found',
  ),
  row('an edit nowhere', 'editMessageText', { message_id: 99, text: 'a' }, 400, EMPTY_CHAT),
  row(
    'a deletion of nothing',
    'deleteMessage',
    { chat_id: 103, message_id: 99 },
    400,
    'Bad Request: message to delete not found',
  ),
  row(
    'a pin of nothing',
    'pinChatMessage',
    { chat_id: BASIC, message_id: 99 },
    400,
    'Bad Request: message to pin not found',
  ),
  row(
    'an unpin of nothing',
    'unpinChatMessage',
    { chat_id: BASIC },
    400,
    'Bad Request: message to unpin not found',
  ),
  row('an answer to no press', 'answerCallbackQuery', { callback_query_id: '1' }, 400, OLD_QUERY),
  row(
    'an answer of 201 characters',
    'answerCallbackQuery',
    { callback_query_id: '1', text: 'a'.repeat(201) },
    400,
    'Bad Request: MESSAGE_TOO_LONG',
  ),
  row(
    'a file that is none',
    'sendDocument',
    { chat_id: 103, document: 'abc' },
    400,
    'Bad Request: wrong remote file identifier specified: Wrong character in the string',
  ),
  row('no file', 'sendDocument', { chat_id: 103 }, 400, 'Bad Request: there is no document in the request'),
  row(
    'a long caption',
    'sendDocument',
    { chat_id: 103, document: 'abc', caption: 'a'.repeat(1025) },
    400,
    'Bad Request: message caption is too long',
  ),
  row(
    'an unknown file id',
    'getFile',
    { file_id: 'abc' },
    400,
    'Bad Request: wrong file_id or the file is temporarily unavailable',
  ),
  row(
    'administrators of a private chat',
    'getChatAdministrators',
    { chat_id: 103 },
    400,
    'Bad Request: there are no administrators in the private chat',
  ),
  row(
    'an unknown member',
    'getChatMember',
    { chat_id: GROUP, user_id: 999 },
    400,
    'Bad Request: user not found',
  ),
  row(
    'a command in capitals',
    'setMyCommands',
    { commands: [{ command: 'Han', description: 'a' }] },
    400,
    'Bad Request: BOT_COMMAND_INVALID',
  ),
  row(
    'a webhook that is no address',
    'setWebhook',
    { url: 'ftp://a' },
    400,
    'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  ),
];

describe('a call is refused in the words of the Bot API', () => {
  let sandbox: SandboxDriver;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(async () => {
    await sandbox.close();
  });

  test.each(table)('$why', async ({ method, params, code, description }) => {
    const { status, body } = await sandbox.call(method, params);

    expect(body).toEqual({ ok: false, error_code: code, description });
    expect(status).toBe(code);
  });

  test('and nothing of it has been said', async () => {
    expect(await sandbox.messages(103)).toEqual([]);
    expect(await sandbox.messages(GROUP)).toEqual([]);
  });

  test.each([
    ['is another', '7000000001:other', 401, 'Unauthorized'],
    ['cannot be one', 'nonsense', 404, 'Not Found'],
  ])('a token that %s', async (_why, token, code, description) => {
    const response = await fetch(`${sandbox.url}/bot${token}/getMe`);

    expect(await response.json()).toEqual({ ok: false, error_code: code, description });
    expect(response.status).toBe(code);
  });
});

describe('what stands in the way of an edit or a deletion', () => {
  let sandbox: SandboxDriver;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(async () => {
    await sandbox.close();
  });
  const refusal = async (method: string, params: object): Promise<string | undefined> =>
    (await sandbox.call(method, params)).body.description;
  const sent = async (params: object): Promise<number> => {
    const { body } = await sandbox.call('sendMessage', params);
    return (body.result as { message_id: number }).message_id;
  };

  test('the same text and buttons', async () => {
    const id = await sent({ chat_id: 103, text: 'Một', reply_markup: button({ callback_data: 'x' }) });

    const again = await refusal('editMessageText', {
      chat_id: 103,
      message_id: id,
      text: '<i></i>Một ',
      parse_mode: 'HTML',
      reply_markup: button({ callback_data: 'x' }),
    });

    expect(again).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  });

  test('somebody else wrote it', async () => {
    const id = await sandbox.say(103, GROUP, '/han');

    expect(await refusal('editMessageText', { chat_id: GROUP, message_id: id, text: 'a' })).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await refusal('deleteMessage', { chat_id: GROUP, message_id: id })).toBe(
      "Bad Request: message can't be deleted",
    );
  });

  test('it asks for a reply', async () => {
    const id = await sent({ chat_id: 103, text: 'Lý do?', reply_markup: { force_reply: true } });

    expect(await refusal('editMessageText', { chat_id: 103, message_id: id, text: 'a' })).toBe(
      "Bad Request: message can't be edited",
    );
  });

  test('it is older than two days', async () => {
    const id = await sent({ chat_id: 103, text: 'Cũ' });
    await sandbox.advance({ ms: 49 * 3_600_000 });

    expect(await refusal('deleteMessage', { chat_id: 103, message_id: id })).toBe(
      "Bad Request: message can't be deleted",
    );
    expect(
      (await sandbox.call('editMessageText', { chat_id: 103, message_id: id, text: 'Mới' })).body.ok,
    ).toBe(true);
  });

  test('only administrators pin in a supergroup', async () => {
    const id = await sent({ chat_id: GROUP, text: 'Ghim' });

    expect(await refusal('pinChatMessage', { chat_id: GROUP, message_id: id })).toBe(
      'Bad Request: not enough rights to manage pinned messages in the chat',
    );
    await sandbox.control('POST', 'bot', { chat: GROUP, by: 101, act: 'promote' });
    expect((await sandbox.call('pinChatMessage', { chat_id: GROUP, message_id: id })).body.result).toBe(true);
  });
});
