import { Bot } from 'grammy';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bubble, ChatBrowser, hasBrowser } from '../support/browser.ts';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';

const GROUP = -1001000000001;

describe.skipIf(!hasBrowser)('the chat page', () => {
  let sandbox: SandboxDriver;
  let bot: Bot;
  let running: Promise<void>;
  let browser: ChatBrowser;

  beforeAll(async () => {
    sandbox = await startSandbox();
    bot = demoBot(sandbox);
    await bot.api.setMyCommands([
      { command: 'han', description: 'Việc đến hạn' },
      { command: 'hoi', description: 'Hỏi lý do' },
    ]);
    running = bot.start();
    browser = await ChatBrowser.at(sandbox.url);
  });
  afterAll(async () => {
    await browser.close();
    await bot.stop();
    await running;
    await sandbox.close();
  });
  beforeEach(() => {
    browser.problems.length = 0;
  });

  const open = (...place: Parameters<ChatBrowser['open']>) => browser.open(...place);

  test('is used by keyboard alone: a command, a press, a popup, an edit', async () => {
    const page = await open('103');
    await page.getByRole('button', { name: /Cụm thi đua số 1/ }).focus();
    await page.keyboard.press('Enter');
    const input = page.getByRole('combobox', { name: 'Nhắn tin' });
    await input.press('/');
    await page.getByRole('option', { name: /\/han/ }).waitFor();
    await page.keyboard.press('Enter');
    await bubble(page, 'Việc 6').waitFor();

    await page.getByRole('button', { name: 'Xong' }).last().focus();
    await page.keyboard.press('Enter');
    const popup = page.getByRole('dialog', { name: 'Đã ghi nhận' });
    await popup.waitFor();
    await page.keyboard.press('Escape');
    await popup.waitFor({ state: 'detached' });
    await bubble(page, 'Việc 6 đã xong').waitFor();

    expect(browser.problems).toEqual([]);
    await page.close();
  });

  test('shows what people write as they wrote it, never as markup', async () => {
    const page = await open(`107/${GROUP}`);
    const text = '<img src=x onerror=alert(1)> <b>đậm</b> &amp;';

    await page.getByRole('combobox').fill(text);
    await page.keyboard.press('Enter');
    await bubble(page, 'onerror').waitFor();

    expect(await bubble(page, 'onerror').locator('.text').textContent()).toBe(text);
    expect(await page.locator('.bubble img').count()).toBe(0);
    await page.close();
  });

  test('takes a reply where the bot asks for one', async () => {
    const page = await open('104/104');
    await page.getByRole('combobox').fill('/hoi ngay');
    await page.keyboard.press('Enter');
    await page.getByText('Trả lời Đúng Hạn').waitFor();

    await page.getByRole('combobox', { name: 'Lý do…' }).fill('Chờ kinh phí');
    await page.keyboard.press('Enter');
    await bubble(page, 'Đã nghe: Chờ kinh phí').waitFor();

    expect(await page.locator('.own .bubble', { hasText: 'Chờ kinh phí' }).locator('.quote').count()).toBe(1);
    await page.close();
  });

  test('takes a reply to what was asked before the chat was opened', async () => {
    await bot.api.sendMessage(106, 'Vì sao?', { reply_markup: { force_reply: true } });

    const page = await open('106/106');

    await page.getByText('Trả lời Đúng Hạn').waitFor();
    expect(browser.problems).toEqual([]);
    await page.close();
  });

  test('counts what has not been seen, until it is', async () => {
    await bot.api.sendMessage(109, 'Tin mới');
    const page = await open('109');
    const badge = page.locator('.chats').getByLabel('1 tin chưa đọc');
    await badge.waitFor();

    await page.getByRole('button', { name: /Đúng Hạn bot/ }).click();
    await bubble(page, 'Tin mới').waitFor();
    await badge.waitFor({ state: 'detached' });

    await expect.poll(async () => (await sandbox.chats(109)).find(({ id }) => id === 109)?.unread).toBe(0);
    await page.close();
  });

  test('sends and offers files', async () => {
    const page = await open('105/105');

    await page.locator('input[type=file]').setInputFiles({
      name: 'Kế hoạch 45.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a,b\n'),
    });
    await page.getByText('Kế hoạch 45.csv').waitFor();
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: 'Tải Kế hoạch 45.csv (4 B)' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);

    expect(download.suggestedFilename()).toBe('Kế hoạch 45.csv');
    await page.close();
  });

  test('starts a private chat, and follows a deep link into it', async () => {
    const page = await open('108/108');
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await bubble(page, 'Bắt đầu với: không').waitFor();

    await page.getByRole('button', { name: 'Vào việc' }).click();
    await bubble(page, 'Bắt đầu với: viec_6').waitFor();

    expect(browser.problems).toEqual([]);
    await page.close();
  });

  test('shows the topics of a forum as a row, walked by keyboard at the width of a phone', async () => {
    const page = await open('101', { viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: /Cụm thi đua số 1/ }).press('Enter');
    await page.getByRole('button', { name: /Thông tin cuộc trò chuyện/ }).press('Enter');
    await page.getByRole('textbox', { name: 'Tên chủ đề mới' }).fill('Thi đua năm 2025');
    await page.keyboard.press('Enter');
    const topics = page.getByRole('navigation', { name: 'Các chủ đề' });
    await topics.locator('[aria-current]', { hasText: 'Thi đua năm 2025' }).waitFor();

    await page.getByRole('combobox').fill('Chỉ trong chủ đề');
    await page.keyboard.press('Enter');
    await bubble(page, 'Chỉ trong chủ đề').waitFor();
    await topics.getByRole('button', { name: 'Chung' }).press('Enter');
    await topics.locator('[aria-current]', { hasText: 'Chung' }).waitFor();
    expect(await bubble(page, 'Chỉ trong chủ đề').count()).toBe(0);
    await topics.getByRole('button', { name: /Thi đua năm 2025/ }).press('Enter');
    await bubble(page, 'Chỉ trong chủ đề').waitFor();
    expect(await page.locator('.quote').count()).toBe(0);
    await page.getByRole('button', { name: /Thông tin cuộc trò chuyện/ }).press('Enter');
    await page.getByRole('button', { name: 'Đóng chủ đề' }).press('Enter');
    await topics.getByText('đã đóng').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.getByRole('button', { name: /Thông tin cuộc trò chuyện/ }).press('Enter');
    await page.getByRole('button', { name: 'Xoá chủ đề' }).press('Enter');
    await topics.locator('[aria-current]', { hasText: 'Chung' }).waitFor();

    expect(await topics.getByRole('button').count()).toBe(1);
    expect(browser.problems).toEqual([]);
    await page.close();
  });

  test('makes a group by hand, lets people in and out, and brings the bot in by a link', async () => {
    const page = await open('101', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const titlesOf = async (user: number) => (await sandbox.chats(user)).map(({ title }) => title);
    const info = page.getByRole('button', { name: 'Thông tin cuộc trò chuyện: Tổ giúp việc' });
    await page.getByRole('button', { name: 'Nhóm mới' }).tap();
    await page.getByRole('textbox', { name: 'Tên nhóm mới' }).fill('Tổ giúp việc');
    await page.getByRole('button', { name: 'Tạo nhóm' }).tap();

    await info.tap();
    await page.getByRole('combobox', { name: 'Người ngoài nhóm' }).selectOption('103');
    await page.getByRole('button', { name: 'Thêm', exact: true }).tap();
    await page.getByRole('main').getByText('đã vào nhóm').waitFor();
    expect(await titlesOf(103)).toContain('Tổ giúp việc');
    await info.tap();
    await page.getByRole('button', { name: /^Đưa ra khỏi nhóm: Lan/ }).tap();
    await page.getByRole('main').getByText('đã rời nhóm').waitFor();
    expect(await titlesOf(103)).not.toContain('Tổ giúp việc');

    await info.tap();
    await page.getByRole('button', { name: 'Viết ẩn danh', exact: true }).tap();
    await page.getByRole('combobox', { name: 'Nhắn tin ẩn danh' }).fill('Xin chào');
    await page.getByRole('button', { name: 'Gửi', exact: true }).tap();
    await bubble(page, 'Xin chào').waitFor();
    const made = (await sandbox.chats(101)).find(({ title }) => title === 'Tổ giúp việc');
    expect(made?.last).toMatchObject({ sender_chat: { id: made?.id } });

    await page.getByRole('button', { name: 'Quay lại danh sách' }).tap();
    await page.getByRole('button', { name: /Đúng Hạn bot/ }).tap();
    await page.getByRole('combobox').fill('/start');
    await page.getByRole('button', { name: 'Gửi', exact: true }).tap();
    await page.getByRole('button', { name: 'Vào nhóm' }).last().tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Tổ giúp việc' }).tap();
    await bubble(page, 'Bắt đầu với: cum_1').waitFor();

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(browser.problems).toEqual([]);
    await page.close();
  });

  test('goes where its address is changed to', async () => {
    const page = await open('103');
    await page.goto(`${sandbox.url}/#107/${GROUP}`);
    await page.getByRole('combobox', { name: 'Nhắn tin' }).fill('chào cả nhóm');
    await page.keyboard.press('Enter');
    await bubble(page, 'chào cả nhóm').waitFor();

    const said = (await sandbox.messages(GROUP)).at(-1);
    expect(said?.from?.id).toBe(107);
    expect(browser.problems).toEqual([]);
    await page.close();
  });

  test('moves the clock', async () => {
    const page = await open('103');
    const before = await sandbox.now();

    await page.getByRole('button', { name: /một ngày/ }).click();
    await sandbox.waitFor((event) => event.type === 'clock' && !event.walking);

    expect(await sandbox.now()).toBeGreaterThanOrEqual(before + 86_400_000);
    await page.getByText('Thứ Ba, 05/11/2024').waitFor();
    await page.close();
  });

  test('says that Telegram cannot be reached, and reconnects', async () => {
    const page = await open('103');
    await page.getByRole('button', { name: 'Mở cài đặt' }).click();
    await page.getByRole('switch', { name: /không liên lạc được/ }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('alert').getByText('Telegram không liên lạc được').waitFor();

    await page.getByRole('button', { name: 'Nối lại' }).click();
    await page.getByRole('alert').waitFor({ state: 'hidden' });

    expect((await sandbox.call('getMe')).status).toBe(200);
    await page.close();
  });

  test('speaks English', async () => {
    const page = await open('103');
    await page.getByRole('button', { name: 'Mở cài đặt' }).click();
    await page.getByRole('button', { name: 'English' }).click();

    await page.locator('.people').getByText('Focal point · Điện Biên ward').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.close();
  });

  test('fits a phone: one pane, a way back, nothing that scrolls sideways', async () => {
    const page = await open('102', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await page.getByRole('button', { name: /Cụm thi đua số 1/ }).tap();
    await page.locator('.bubble').first().waitFor();

    expect(await page.locator('.chat-list').isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const tall = await page.evaluate("document.querySelector('.composer').getBoundingClientRect().bottom");
    expect(tall).toBeLessThanOrEqual(740);
    await page.getByRole('button', { name: 'Quay lại danh sách' }).tap();
    expect(await page.locator('.chat-list').isVisible()).toBe(true);
    expect(browser.problems).toEqual([]);
    await page.close();
  });
});

function demoBot(sandbox: SandboxDriver): Bot {
  const bot = new Bot(sandbox.token, { client: { apiRoot: sandbox.url } });
  bot.command('han', (ctx) =>
    ctx.reply('Việc 6', { reply_markup: { inline_keyboard: [[{ text: 'Xong', callback_data: 'xong' }]] } }),
  );
  bot.command('hoi', (ctx) =>
    ctx.reply('Vì sao?', { reply_markup: { force_reply: true, input_field_placeholder: 'Lý do…' } }),
  );
  bot.command('start', (ctx) =>
    ctx.reply(`Bắt đầu với: ${ctx.match === '' ? 'không' : ctx.match}`, {
      reply_markup: {
        inline_keyboard: [
          [{ text: 'Vào việc', url: 'https://t.me/dung_han_bot?start=viec_6' }],
          [{ text: 'Vào nhóm', url: 'https://t.me/dung_han_bot?startgroup=cum_1' }],
        ],
      },
    }),
  );
  bot.callbackQuery('xong', async (ctx) => {
    await ctx.answerCallbackQuery({ text: 'Đã ghi nhận', show_alert: true });
    await ctx.editMessageText('Việc 6 đã xong');
  });
  bot.on('message:text', (ctx) => ctx.reply(`Đã nghe: ${ctx.message.text}`));
  bot.catch(() => undefined);
  return bot;
}
