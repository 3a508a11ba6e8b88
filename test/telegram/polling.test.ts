import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../src/core/time/instant.ts';
import { TokenRefused } from '../../src/telegram/pause.ts';
import { type SandboxDriver, startSandbox } from '../support/sandbox.ts';
import { itemOf } from './in-memory-inbox.ts';
import { channelTo, type RunningChannel } from './running-channel.ts';

const SECRETARY = 101;

let sandbox: SandboxDriver;
const running: RunningChannel[] = [];

beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.end()));
  await sandbox.close();
});

function channel(given: Parameters<typeof channelTo>[1] = {}): RunningChannel {
  const made = channelTo(sandbox, given);
  running.push(made);
  return made;
}

function started(given: Parameters<typeof channelTo>[1] = {}): RunningChannel {
  const made = channel(given);
  void made.channel.run();
  return made;
}

function calls(method: string): number {
  return sandbox.events.filter((event) => event.type === 'call' && event.method === method).length;
}

test('what somebody writes is taken in and understood', async () => {
  const bot = started();

  await sandbox.say(SECRETARY, SECRETARY, 'tháng này có gì?');
  await bot.until(() => bot.inbox.stored.length === 1);

  expect(bot.inbox.stored[0]).toMatchObject({
    channel: 'telegram',
    bot: '7000000001',
    lane: String(SECRETARY),
  });
  expect(await bot.incoming(0)).toMatchObject({
    chat: { kind: 'private', key: String(SECRETARY) },
    content: { kind: 'text', text: 'tháng này có gì?', addressed: true },
  });
});

test('an update that could not be stored is not confirmed and comes again', async () => {
  const bot = channel();
  bot.inbox.failures = 2;
  await sandbox.say(SECRETARY, SECRETARY, 'một');
  await sandbox.say(SECRETARY, SECRETARY, 'hai');

  void bot.channel.run();
  await bot.until(() => bot.inbox.stored.length === 2);

  expect(bot.logger.lines.filter(({ level }) => level === 'warn')).toHaveLength(2);
});

test('after a restart nothing is taken in twice and nothing is missed', async () => {
  const first = started();
  await sandbox.say(SECRETARY, SECRETARY, 'một');
  await first.until(() => first.inbox.stored.length === 1);
  await first.channel.stop();
  await sandbox.say(SECRETARY, SECRETARY, 'hai');

  const second = started({ intake: first.inbox });
  await second.until(() => second.inbox.stored.length === 2);

  expect(await second.incoming(1)).toMatchObject({ content: { text: 'hai' } });
});

describe('when it is stopped', () => {
  test('the poll under way ends at once and none follows', async () => {
    const bot = channel();
    const run = bot.channel.run();
    await bot.until(() => bot.count.exchanges >= 2);

    await bot.channel.stop();

    await run;
    const polls = calls('getUpdates');
    await sandbox.say(SECRETARY, SECRETARY, 'zu spät');
    expect(bot.inbox.stored).toEqual([]);
    expect(calls('getUpdates')).toBe(polls);
  });

  test('before Telegram was reached, those who wait for its name are told', async () => {
    await sandbox.outage(true);
    const bot = channel();
    const update = {
      channel: 'telegram',
      bot: '1',
      key: '1',
      lane: '1',
      payload: {},
      receivedAt: instantOf(0),
    };
    const waiting = bot.channel.translate(itemOf(update));

    await bot.channel.stop();

    await expect(waiting).rejects.toThrow('stopped');
  });
});

describe('of two processes', () => {
  test('one polls; when it stops the other takes over', async () => {
    const first = started();
    await first.until(() => first.count.exchanges >= 2);
    const second = started({ leases: first.leases, holder: 'second' });
    await second.until(() => second.timer.sleepers === 1);

    await sandbox.say(SECRETARY, SECRETARY, 'một');
    await first.until(() => first.inbox.stored.length === 1);
    expect(second.inbox.stored).toEqual([]);
    expect(second.count.exchanges).toBeGreaterThan(0);

    await first.channel.stop();
    await sandbox.say(SECRETARY, SECRETARY, 'hai');
    await second.until(() => second.inbox.stored.some(({ key }) => key !== first.inbox.stored[0]?.key));
    expect(await second.incoming(second.inbox.stored.length - 1)).toMatchObject({ content: { text: 'hai' } });
  });
});

describe('what disturbs it', () => {
  test('another poller: it waits and goes on', async () => {
    const bot = started();
    await bot.until(() => bot.count.exchanges >= 2);

    const other = sandbox.call('getUpdates', { timeout: 1 });
    await bot.until(() => bot.logger.lines.some(({ level }) => level === 'warn'));
    await other;
    await sandbox.say(SECRETARY, SECRETARY, 'một');
    await bot.until(() => bot.inbox.stored.length === 1);

    expect(bot.logger.lines).toContainEqual(
      expect.objectContaining({ waitMs: 30_000, cause: expect.stringMatching(/^409 Conflict/) }),
    );
  });

  test('a webhook set by another program is taken away', async () => {
    await sandbox.call('setWebhook', { url: 'https://elsewhere.example/hook' });

    const bot = started();
    await sandbox.say(SECRETARY, SECRETARY, 'một');
    await bot.until(() => bot.inbox.stored.length === 1);

    expect((await sandbox.call('getWebhookInfo')).body.result).toMatchObject({ url: '' });
  });

  test('an outage: the loop turns on, sends are not tried, then all goes on', async () => {
    const bot = started();
    await bot.until(() => bot.count.exchanges >= 2);

    await sandbox.outage(true);
    await bot.until(() => bot.logger.lines.filter(({ level }) => level === 'warn').length >= 3);
    const address = { channel: 'telegram', chat: String(SECRETARY), thread: null };
    const hello = { entries: [['Xin chào']], buttons: [] };
    const during = await bot.channel.messenger.send(address, hello);
    const turns = bot.count.turns;
    await sandbox.outage(false);
    await sandbox.say(SECRETARY, SECRETARY, 'một');
    await bot.until(() => bot.inbox.stored.length === 1);

    expect(during).toMatchObject({ kind: 'not_sent' });
    expect(turns).toBeGreaterThanOrEqual(3);
    expect((await bot.channel.messenger.send(address, hello)).kind).toBe('sent');
    expect(JSON.stringify(bot.logger.lines)).not.toContain(sandbox.token);
  });

  test('waits grow from one second to thirty', async () => {
    await sandbox.outage(true);
    const bot = started();

    await bot.until(() => bot.logger.lines.length >= 7);

    const waits = bot.logger.lines.map((line) => line['waitMs']);
    expect(waits.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  test('429 is obeyed', async () => {
    await sandbox.fault({ kind: 'too_many_requests', method: 'getUpdates', retryAfter: 45 });

    const bot = started();
    await bot.until(() => bot.logger.lines.some((line) => line['waitMs'] === 45_000));

    expect(bot.logger.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  test.each(['123:wrong', `${'x'.repeat(3)}:wrong`])(
    'a wrong token (%s) ends it with a clear error',
    async (token) => {
      const bot = channel({ token });

      await expect(bot.channel.run()).rejects.toBeInstanceOf(TokenRefused);
    },
  );
});

test('command menus are registered by scope and language', async () => {
  const commands = [{ name: 'han', description: 'Việc sắp đến hạn' }];
  const bot = started({
    menus: [
      { scope: 'group', language: null, commands },
      { scope: 'private', language: 'en', commands: [{ name: 'due', description: 'What is due' }] },
      { scope: 'default', language: null, commands: [{ name: 'BAD NAME', description: 'x' }] },
    ],
  });
  await bot.until(() => bot.count.exchanges >= 2);

  const group = await sandbox.call('getMyCommands', { scope: { type: 'all_group_chats' } });
  const english = await sandbox.call('getMyCommands', {
    scope: { type: 'all_private_chats' },
    language_code: 'en',
  });

  expect(group.body.result).toEqual([{ command: 'han', description: 'Việc sắp đến hạn' }]);
  expect(english.body.result).toEqual([{ command: 'due', description: 'What is due' }]);
  expect(bot.logger.lines).toContainEqual(expect.objectContaining({ level: 'warn', scope: 'default' }));
});
