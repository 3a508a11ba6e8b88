import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bubble, ChatBrowser, hasBrowser } from '../support/browser.ts';
import { type RunningProgram, runningProgram } from '../support/program.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.skipIf(!hasBrowser)('the whole program on its page', () => {
  let program: RunningProgram;
  let browser: ChatBrowser;

  beforeAll(async () => {
    program = await runningProgram();
    browser = await ChatBrowser.at(program.url);
  });
  afterAll(async () => {
    await browser.close();
    await program.close();
  });

  const open = (...place: Parameters<ChatBrowser['open']>) => browser.open(...place);

  test('on a phone: ask in the group, then report by three touches, each answered in place', async () => {
    const page = await open('103', PHONE);
    await page.getByRole('button', { name: /Cụm thi đua số 1/ }).tap();
    await page.getByRole('combobox').fill('@dung_han_bot tháng này có gì đến hạn?');
    await page.getByRole('button', { name: 'Gửi', exact: true }).tap();
    await bubble(page, '📌 Tháng 11/2024').waitFor();
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    await page.getByRole('button', { name: 'Quay lại danh sách' }).tap();

    await page.getByRole('button', { name: /Đúng Hạn bot/ }).tap();
    await page.getByRole('combobox').fill('/viec');
    await page.getByRole('button', { name: 'Gửi', exact: true }).tap();
    await bubble(page, 'nhiệm vụ chưa hoàn thành').waitFor();
    const before = await page.locator('.bubble').count();
    await page.getByRole('button', { name: /^6 / }).last().tap();
    await page.getByRole('button', { name: 'Đã hoàn thành' }).last().tap();
    await bubble(page, 'Ghi nhận').waitFor();

    expect(wide).toBe(360);
    expect(await page.locator('.bubble').count()).toBe(before);
    expect(browser.problems).toEqual([]);
    await page.close();
  });

  test('by keyboard alone: a command, its answer, the next month by a press', async () => {
    const page = await open('105');
    await page.getByRole('button', { name: /Cụm THCS số 1/ }).focus();
    await page.keyboard.press('Enter');
    const input = page.getByRole('combobox');
    await input.press('/');
    await page.getByRole('option', { name: /\/han/ }).waitFor();
    await page.keyboard.press('Escape');
    await input.fill('/han@dung_han_bot tháng 5');
    await page.keyboard.press('Enter');
    await bubble(page, 'Tháng 5/2025').waitFor();
    await page
      .getByRole('button', { name: /Tháng 6/ })
      .last()
      .focus();
    await page.keyboard.press('Enter');
    await bubble(page, 'Tháng 6/2025').waitFor();

    expect(browser.problems).toEqual([]);
    await page.close();
  });

  test('in English: the page by its switch, the bot by its command', async () => {
    const page = await open('104');
    await page.getByRole('button', { name: 'Mở cài đặt' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Đúng Hạn bot/ }).click();
    await page.getByRole('combobox').fill('/language en');
    await page.keyboard.press('Enter');
    await bubble(page, 'English').waitFor();
    await page.getByRole('combobox').fill('what is due in December?');
    await page.keyboard.press('Enter');
    await bubble(page, '2024 · UBND phường Kim Mã').waitFor();

    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(browser.problems).toEqual([]);
    await page.close();
  });
});
