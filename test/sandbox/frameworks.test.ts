import { Bot, InputFile } from 'grammy';
import { Input, Markup, Telegraf } from 'telegraf';
import { afterEach, describe, expect, test } from 'vitest';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';

/** A bot that answers /hoi with a button, a press with a popup and an edit, then with a document. */
type StartBot = (sandbox: SandboxDriver) => () => Promise<void>;

const FILE = Buffer.from('Nội dung');

const withGrammy: StartBot = (sandbox) => {
  const bot = new Bot(sandbox.token, { client: { apiRoot: sandbox.url } });
  bot.command('hoi', (ctx) =>
    ctx.reply('<b>Việc</b> 6 &amp; 7', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Xong', callback_data: 'v1:xong' }]] },
    }),
  );
  bot.callbackQuery('v1:xong', async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'Đã ghi nhận', show_alert: true });
    await ctx.editMessageText('Việc 6 & 7: xong');
    await ctx.replyWithDocument(new InputFile(FILE, 'kết quả.txt'), { caption: 'Kèm theo' });
  });
  bot.on(':document', async (ctx) => {
    const file = await ctx.getFile();
    await ctx.reply(`Đã nhận ${file.file_size} byte`);
  });
  const running = bot.start();
  return async () => {
    await bot.stop();
    await running;
  };
};

const withTelegraf: StartBot = (sandbox) => {
  const bot = new Telegraf(sandbox.token, { telegram: { apiRoot: sandbox.url } });
  bot.command('hoi', (ctx) =>
    ctx.reply('<b>Việc</b> 6 &amp; 7', {
      parse_mode: 'HTML',
      reply_markup: Markup.inlineKeyboard([[Markup.button.callback('Xong', 'v1:xong')]]).reply_markup,
    }),
  );
  bot.action('v1:xong', async (ctx) => {
    await ctx.answerCbQuery('Đã ghi nhận', { show_alert: true });
    await ctx.editMessageText('Việc 6 & 7: xong');
    await ctx.replyWithDocument(Input.fromBuffer(FILE, 'kết quả.txt'), { caption: 'Kèm theo' });
  });
  bot.on('message', async (ctx) => {
    if (!('document' in ctx.message)) return;
    const link = await ctx.telegram.getFile(ctx.message.document.file_id);
    await ctx.reply(`Đã nhận ${link.file_size} byte`);
  });
  const running = bot.launch();
  return async () => {
    bot.stop();
    await running;
  };
};

describe.each([
  ['grammY', withGrammy],
  ['Telegraf', withTelegraf],
])('a bot written with %s', (_name, startBot) => {
  let sandbox: SandboxDriver;
  let stop: () => Promise<void>;

  afterEach(async () => {
    await stop();
    await sandbox.close();
  });

  test('polls, answers a command, a press and a file, and sends a document', async () => {
    sandbox = await startSandbox();
    stop = startBot(sandbox);

    await sandbox.say(103, 103, '/hoi');
    const asked = await sandbox.waitForMessage(103, ({ text }) => text === 'Việc 6 & 7');
    const answer = await sandbox.press(103, 103, asked.message_id, 'Xong');
    const edited = await sandbox.waitForMessage(103, ({ text }) => text === 'Việc 6 & 7: xong');
    const sent = await sandbox.waitForMessage(103, ({ document }) => document !== undefined);
    const bytes = Buffer.from('%PDF-1.4 …');
    await sandbox.say(103, 103, 'gửi', { file: { name: 'KH-45.pdf', type: 'application/pdf', bytes } });
    const received = await sandbox.waitForMessage(103, ({ text }) => text?.startsWith('Đã nhận') === true);

    expect(asked['entities']).toEqual([{ type: 'bold', offset: 0, length: 4 }]);
    expect(answer).toEqual({ text: 'Đã ghi nhận', alert: true, url: null });
    expect(edited.message_id).toBe(asked.message_id);
    expect(edited.reply_markup).toBeUndefined();
    expect(sent.caption).toBe('Kèm theo');
    expect(sent.document?.file_name).toBe('kết quả.txt');
    const kept = await fetch(`${sandbox.url}/sandbox/file?id=${sent.document?.file_id}`);
    expect(Buffer.from(await kept.arrayBuffer())).toEqual(FILE);
    expect(received.text).toBe(`Đã nhận ${bytes.length} byte`);
  });
});
