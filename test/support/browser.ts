import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const PATIENCE_MS = 60_000;

/** Tests that need one are skipped without it. */
export const hasBrowser = BROWSER !== undefined;
if (!hasBrowser) process.stderr.write('no browser is installed: tests of the chat page are skipped\n');

/** A browser for the chat page at this address. */
export class ChatBrowser {
  /** What went wrong on any page since they were last cleared. */
  readonly problems: string[] = [];
  readonly #browser: Browser;
  readonly #url: string;

  private constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  static async at(url: string): Promise<ChatBrowser> {
    return new ChatBrowser(await chromium.launch({ executablePath: BROWSER ?? '', args: FLAGS }), url);
  }

  /** A page of its own, as of another device; `place` is a person, or a person and a chat: `103/-1001`. */
  async open(place: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const viewport = { width: 1280, height: 800 };
    const page = await this.#browser.newPage({ locale: 'vi-VN', viewport, ...options });
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    await page.goto(`${this.#url}/#${place}`);
    await page.locator('.chat-line').first().waitFor();
    return page;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** The last message on the page that has this text in it. */
export const bubble = (page: Page, text: string): Locator =>
  page.locator('.bubble', { hasText: text }).last();
