import type { Message, Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import type { Incoming, IncomingContent } from '../../src/bot/incoming.ts';
import { instantOf } from '../../src/core/time/instant.ts';
import { toStored } from '../../src/telegram/store-update.ts';
import { translate } from '../../src/telegram/translate.ts';

const BOT = { id: 7000, username: 'dung_han_bot' };
const NOW = instantOf(1_730_681_999_000);
const person = { id: 42, is_bot: false, first_name: 'Lan', language_code: 'vi' };
const us = { id: BOT.id, is_bot: true, first_name: 'Đúng Hạn', username: BOT.username };
const privateChat = { id: 42, type: 'private', first_name: 'Lan', last_name: 'Nguyễn' } as const;
const group = { id: -100, type: 'supergroup', title: 'Cụm 1' } as const;
const base = { message_id: 5, date: 1_730_681_700, from: person };

function read(payload: Record<string, unknown>, attempts = 0): Incoming | null {
  const update = { update_id: 900, ...payload } as unknown as Update;
  const item = { ...toStored(update, String(BOT.id), NOW), attempts };
  return translate(item, BOT, (fileId) => Promise.resolve(Buffer.from(fileId)));
}

function said(message: Record<string, unknown>): IncomingContent | undefined {
  return read({ message: { ...base, chat: group, ...message } })?.content;
}

function mention(text: string, mentioned: string): Record<string, unknown> {
  return { text, entities: [{ type: 'mention', offset: text.indexOf(mentioned), length: mentioned.length }] };
}

describe('a message', () => {
  test('in private is addressed to the bot', () => {
    expect(read({ message: { ...base, chat: privateChat, text: ' tháng này có gì? ' } })).toEqual({
      channel: 'telegram',
      effectKey: 'telegram:7000:900',
      at: 1_730_681_700_000,
      chat: { key: '42', kind: 'private', title: 'Lan Nguyễn', thread: null },
      sender: { user: '42', language: 'vi' },
      content: { kind: 'text', text: 'tháng này có gì?', message: '5', addressed: true, repliesTo: null },
      again: false,
    });
  });

  test('taken again says so', () => {
    expect(read({ message: { ...base, chat: privateChat, text: 'x' } }, 1)?.again).toBe(true);
  });

  test('is composed (NFC), its chat’s title too', () => {
    const chat = { ...group, title: 'Cụm'.normalize('NFD') };
    const incoming = read({ message: { ...base, chat, text: 'hạn'.normalize('NFD') } });

    expect([incoming?.chat.title, incoming?.content]).toEqual([
      'Cụm',
      expect.objectContaining({ text: 'hạn' }),
    ]);
  });

  test.each([
    ['/han', '/han', true],
    ['/han@dung_han_bot', '/han', true],
    ['/han@Dung_Han_Bot tháng 12', '/han tháng 12', true],
    ['/han@other_bot', '/han@other_bot', false],
    ['/baocao 3\nxong', '/baocao 3\nxong', true],
    ['họp lúc 8h', 'họp lúc 8h', false],
    ['/ not a command', '/ not a command', false],
  ])('%j in a group is %j, addressed: %s', (text, clean, addressed) => {
    expect(said({ text })).toMatchObject({ text: clean, addressed });
  });

  test.each([
    [mention('@dung_han_bot tháng này có gì?', '@dung_han_bot'), 'tháng này có gì?', true],
    [mention('🌸 tháng này @DUNG_HAN_BOT có gì?', '@DUNG_HAN_BOT'), '🌸 tháng này có gì?', true],
    [mention('@lan xem giúp', '@lan'), '@lan xem giúp', false],
    [{ text: 'mail@dung_han_bot' }, 'mail@dung_han_bot', false],
    [{ text: 'bot ơi', entities: [{ type: 'text_mention', offset: 0, length: 3, user: us }] }, 'ơi', true],
    [mention('/han@other_bot hỏi @dung_han_bot', '@dung_han_bot'), '/han@other_bot hỏi', true],
  ])('%j is for the bot only by a mention of it', (message, text, addressed) => {
    expect(said(message)).toMatchObject({ text, addressed });
  });

  test('that replies to the bot is addressed and names what it replies to', () => {
    const ours = { ...base, message_id: 3, chat: group, from: us, text: 'Lý do?' };
    const theirs = { ...ours, from: person };

    expect(said({ text: 'thiếu kinh phí', reply_to_message: ours })).toMatchObject({
      addressed: true,
      repliesTo: '3',
      repliedText: 'Lý do?',
    });
    expect(said({ text: 'vâng', reply_to_message: theirs })).toMatchObject({
      addressed: false,
      repliesTo: '3',
    });
  });

  test('carries what the message replied to says: its text, or the caption of a picture', () => {
    const photo = { ...base, message_id: 3, chat: group, from: person, caption: ' Các trường gửi ảnh ' };
    const sticker = { ...base, message_id: 3, chat: group, from: person };

    expect(said({ text: '/giaoviec', reply_to_message: photo })).toMatchObject({
      repliedText: 'Các trường gửi ảnh',
    });
    expect(said({ text: '/giaoviec', reply_to_message: sticker })).not.toHaveProperty('repliedText');
  });

  test('in a topic carries the topic and does not reply to what opened it', () => {
    const opened = {
      ...base,
      message_id: 9,
      chat: group,
      from: us,
      forum_topic_created: { name: 'x', icon_color: 0 },
    };
    const topic = { message_thread_id: 9, is_topic_message: true, reply_to_message: opened };
    const incoming = read({ message: { ...base, chat: group, text: 'hi', ...topic } });

    expect(incoming?.chat.thread).toBe('9');
    expect(incoming?.content).toMatchObject({ addressed: false, repliesTo: null });
  });

  test('says what became of its topic', () => {
    const topic = { ...base, chat: group, message_thread_id: 9, is_topic_message: true } as const;
    const closed = read({ message: { ...topic, forum_topic_closed: {} } });
    const reopened = read({ message: { ...topic, forum_topic_reopened: {} } });

    expect([closed?.content, reopened?.content]).toEqual([
      { kind: 'topic', open: false },
      { kind: 'topic', open: true },
    ]);
    expect(closed?.chat.thread).toBe('9');
  });

  test('in a thread of plain replies carries none', () => {
    expect(
      read({ message: { ...base, chat: group, text: 'hi', message_thread_id: 9 } })?.chat.thread,
    ).toBeNull();
  });

  test.each([
    ['by its stand-in', { from: { id: 1087968824, is_bot: true, first_name: 'Group' } }],
    ['on behalf of a chat', { sender_chat: group }],
    ['without a sender', { from: undefined }],
  ])('of an anonymous admin, %s, has no sender', (_how, fields) => {
    const incoming = read({ message: { ...base, chat: group, text: '/han', ...fields } });

    expect(incoming).not.toBeNull();
    expect(incoming?.sender).toBeNull();
  });
});

describe('a file', () => {
  const document = {
    file_id: 'F1',
    file_unique_id: 'u',
    file_size: 10,
    mime_type: 'text/csv',
    file_name: 'Kế hoạch.csv',
  };

  test('is a document with name, type, size and a way to fetch it', async () => {
    const content = said({ document, caption: '/nhap@dung_han_bot' });

    expect(content).toMatchObject({
      kind: 'file',
      name: 'Kế hoạch.csv',
      type: 'text/csv',
      size: 10,
      caption: '/nhap',
      message: '5',
      addressed: true,
    });
    expect(content?.kind === 'file' ? String(await content.fetch()) : null).toBe('F1');
  });

  test('may lack all but its id', () => {
    expect(said({ document: { file_id: 'F1', file_unique_id: 'u' } })).toMatchObject({
      name: 'document-5',
      type: 'application/octet-stream',
      size: null,
      caption: '',
      addressed: false,
    });
  });

  test('is the largest of a photo’s sizes', async () => {
    const size = (file_id: string, width: number) => ({
      file_id,
      file_unique_id: file_id,
      width,
      height: width,
    });
    const content = said({ photo: [size('s', 90), size('l', 1280), size('m', 320)] });

    expect(content).toMatchObject({ kind: 'file', name: 'photo-5.jpg', type: 'image/jpeg', size: null });
    expect(content?.kind === 'file' ? String(await content.fetch()) : null).toBe('l');
  });
});

describe('a press', () => {
  const query = { id: 'q1', from: person, chat_instance: 'c', data: 'r1:abc' };
  const shown = { message_id: 8, date: 1_730_000_000, chat: group, from: us, text: 'Báo cáo' };

  test('carries data, the press to answer and the message', () => {
    expect(read({ callback_query: { ...query, message: shown } })).toMatchObject({
      at: NOW,
      chat: { key: '-100', kind: 'group' },
      sender: { user: '42' },
      content: { kind: 'press', data: 'r1:abc', press: 'q1', message: '8' },
    });
  });

  test('under a message out of reach has no message', () => {
    const inaccessible = { message_id: 8, date: 0, chat: group };

    expect(read({ callback_query: { ...query, message: inaccessible } })?.content).toMatchObject({
      kind: 'press',
      message: null,
    });
  });

  test('without data is an empty action, still to be answered', () => {
    const { data: _data, ...bare } = query;

    expect(read({ callback_query: { ...bare, message: shown } })?.content).toMatchObject({ data: '' });
  });
});

describe('the chat itself', () => {
  test.each([
    [{ status: 'member' }, true],
    [{ status: 'administrator' }, true],
    [{ status: 'restricted', is_member: true }, true],
    [{ status: 'restricted', is_member: false }, false],
    [{ status: 'left' }, false],
    [{ status: 'kicked' }, false],
  ])('the bot became %j, present: %s', (member, present) => {
    const change = {
      chat: group,
      from: person,
      date: base.date,
      old_chat_member: { user: us, status: 'left' },
      new_chat_member: { user: us, ...member },
    };

    expect(read({ my_chat_member: change })).toMatchObject({
      sender: { user: '42' },
      content: { kind: 'membership', present, wasPresent: false },
    });
  });

  test('the bot that becomes an administrator was there before', () => {
    const change = {
      chat: group,
      from: person,
      date: base.date,
      old_chat_member: { user: us, status: 'member' },
      new_chat_member: { user: us, status: 'administrator' },
    };

    expect(read({ my_chat_member: change })?.content).toEqual({
      kind: 'membership',
      present: true,
      wasPresent: true,
    });
  });

  test('moves: told in the old chat and in the new one, both speak of the old', () => {
    const old = { id: -5, type: 'group', title: 'Cụm 1' };

    expect(read({ message: { ...base, chat: old, migrate_to_chat_id: -100 } })).toMatchObject({
      chat: { key: '-5' },
      content: { kind: 'moved', to: '-100' },
    });
    expect(read({ message: { ...base, chat: group, migrate_from_chat_id: -5 } })).toMatchObject({
      chat: { key: '-5' },
      content: { kind: 'moved', to: '-100' },
    });
  });
});

describe('anything else', () => {
  test('in private is something where an answer may have been awaited', () => {
    const sticker = { ...base, chat: privateChat, sticker: {} } as unknown as Message;

    expect(read({ message: sticker })?.content).toEqual({ kind: 'other', addressed: true });
    expect(said({ new_chat_title: 'Cụm 2' })).toEqual({ kind: 'other', addressed: false });
  });

  test.each([
    ['an edit', { edited_message: { ...base, chat: privateChat, text: 'x' } }],
    [
      'a channel’s post',
      { channel_post: { ...base, chat: { id: -9, type: 'channel', title: 'x' }, text: 'x' } },
    ],
    ['another bot', { message: { ...base, chat: group, from: { ...us, id: 1 }, text: '/han' } }],
    [
      'a press under a message sent by way of the bot',
      { callback_query: { id: 'q', from: person, data: 'x' } },
    ],
    ['a kind that does not exist yet', { hologram: {} }],
  ])('%s is not for the bot', (_what, payload) => {
    expect(read(payload)).toBeNull();
  });
});
