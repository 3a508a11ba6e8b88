import { afterAll, beforeEach, expect, test, vi } from 'vitest';
// @ts-expect-error: the page is JavaScript, whose types are checked apart.
import { loadOlder, openChat, state } from '../../src/sandbox/page/store.js';

/** What the page has asked for and not been answered yet. */
let asked: { readonly query: URLSearchParams; readonly answer: (ids: readonly number[]) => void }[] = [];

vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('history', { replaceState: () => {} });
vi.stubGlobal('fetch', (address: string) => {
  const { pathname, searchParams: query } = new URL(address, 'http://page');
  if (pathname !== '/sandbox/messages') return Promise.resolve(Response.json([]));
  return new Promise<Response>((resolve) => {
    const answer = (ids: readonly number[]) =>
      resolve(Response.json({ messages: ids.map((id) => ({ message_id: id })), more: true }));
    asked.push({ query, answer });
  });
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  asked = [];
});

const openedAt = async (chat: number, ids: readonly number[]): Promise<void> => {
  const opened = openChat(chat);
  asked.shift()?.answer(ids);
  await opened;
};
const shown = (): number[] => state.messages.map((message: { message_id: number }) => message.message_id);

test('older messages are asked for once, however often it is pressed, and again once they are there', async () => {
  await openedAt(1, [3, 4]);

  const presses = [loadOlder(), loadOlder()];
  asked[0]?.answer([1, 2]);

  expect(await Promise.all(presses)).toEqual([true, false]);
  expect(asked.map(({ query }) => query.get('before'))).toEqual(['3']);
  expect(shown()).toEqual([1, 2, 3, 4]);

  void loadOlder();
  expect(asked.map(({ query }) => query.get('before'))).toEqual(['3', '1']);
});

test('older messages of one chat are not shown in another, opened while they came', async () => {
  await openedAt(1, [3, 4]);

  const pressed = loadOlder();
  const [older] = asked.splice(0);
  await openedAt(2, [3, 4]);
  older?.answer([1, 2]);

  expect(await pressed).toBe(false);
  expect(shown()).toEqual([3, 4]);
});
