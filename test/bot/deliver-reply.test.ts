import { beforeEach, describe, expect, test } from 'vitest';
import { deliverFailure, deliverReply } from '../../src/bot/deliver-reply.ts';
import type { Incoming } from '../../src/bot/incoming.ts';
import { popup } from '../../src/bot/reply.ts';
import { ROOM_FOR_MARK } from '../../src/bot/split-message.ts';
import { saying } from '../../src/bot/views/message.ts';
import { ReplyNotSent } from '../../src/bot/voice.ts';
import { textOf } from '../support/message-text.ts';
import type { Office } from '../support/office.ts';
import { PlainChannel } from '../support/plain-channel.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { LAN, MEMBER, STRANGER, sampleOffice, WARDS } from '../support/sample-office.ts';

let office: Office;
let messenger: RecordingMessenger;

beforeEach(async () => {
  office = await sampleOffice();
  messenger = new RecordingMessenger({ channel: 'telegram' });
});

const pressed = (message: string | null = 'm7'): Incoming =>
  office.incoming(LAN, WARDS, { kind: 'press', data: '1h', press: 'p1', message });
const wrote = (user: string, chat: string): Incoming =>
  office.incoming(user, chat, {
    kind: 'text',
    text: '/viec',
    message: 'm1',
    addressed: true,
    repliesTo: null,
  });

const requests = () =>
  messenger.requests.map(
    ({ address, message, edits }) => `${edits ?? 'new'} in ${address.chat}: ${textOf(message)}`,
  );

describe('a press', () => {
  test('is always answered, even where there is nothing to say', async () => {
    await deliverReply(office.dependencies, messenger, pressed(), {});
    await deliverReply(office.dependencies, messenger, pressed(), popup('Không phải nút của đồng chí.'));

    expect(messenger.pressAnswers).toEqual([
      { press: 'p1', answer: null },
      { press: 'p1', answer: { text: 'Không phải nút của đồng chí.', popup: true } },
    ]);
    expect(messenger.requests).toEqual([]);
  });

  test('changes the message under which it stood', async () => {
    await deliverReply(office.dependencies, messenger, pressed(), { edit: saying('mới') });

    expect(requests()).toEqual([`m7 in ${WARDS}: mới`]);
  });

  test('on a message that is gone, or can no longer be edited, is answered anew', async () => {
    await deliverReply(office.dependencies, messenger, pressed(null), { edit: saying('một') });
    messenger.plan({ kind: 'refused', refusal: 'not_editable', cause: '400' });
    await deliverReply(office.dependencies, messenger, pressed(), { edit: saying('hai') });

    expect(requests()).toEqual([`new in ${WARDS}: một`, `m7 in ${WARDS}: hai`, `new in ${WARDS}: hai`]);
  });

  test('adds to the message under which it stood, and says nothing anew where that cannot be edited', async () => {
    await deliverReply(office.dependencies, messenger, pressed(null), { amended: saying('một') });
    messenger.plan({ kind: 'refused', refusal: 'not_editable', cause: '400' });
    await deliverReply(office.dependencies, messenger, pressed(), { amended: saying('hai') });
    await deliverReply(office.dependencies, messenger, pressed(), { amended: saying('ba') });

    expect(requests()).toEqual([`m7 in ${WARDS}: hai`, `m7 in ${WARDS}: ba`]);
  });

  test('in a chat that has moved on is answered in the new one', async () => {
    messenger.plan({ kind: 'moved', chat: '-77' }, { kind: 'moved', chat: '-77' });

    await deliverReply(office.dependencies, messenger, pressed(), { edit: saying('mới') });

    expect(requests().at(-1)).toBe('new in -77: mới');
  });

  test('whose edit has no known outcome is tried again: an edit may always be repeated', async () => {
    messenger.plan({ kind: 'unknown', cause: 'timeout', arrives: false });

    await expect(
      deliverReply(office.dependencies, messenger, pressed(), { edit: saying('mới') }),
    ).rejects.toThrow(ReplyNotSent);
  });

  test('that fails is told so by a popup', async () => {
    await deliverFailure(office.dependencies, messenger, pressed());

    expect(messenger.pressAnswers[0]?.answer).toEqual({
      text: expect.stringContaining('chưa ghi nhận được'),
      popup: true,
    });
  });
});

describe('what is private', () => {
  const reply = {
    privately: {
      message: saying('riêng'),
      notice: saying('đã gửi riêng'),
      otherwise: saying('mời mở tin riêng'),
    },
  };

  test('goes to the private chat, with a word in the group', async () => {
    await deliverReply(office.dependencies, messenger, wrote(LAN, WARDS), reply);

    expect(requests()).toEqual([`new in ${LAN}: riêng`, `new in ${WARDS}: đã gửi riêng`]);
  });

  test.each([MEMBER, STRANGER])('never stands in the group where %s has no private chat', async (user) => {
    await deliverReply(office.dependencies, messenger, wrote(user, WARDS), reply);

    expect(requests()).toEqual([`new in ${WARDS}: mời mở tin riêng`]);
  });

  test('never stands in the group where the private chat refuses', async () => {
    messenger.plan({ kind: 'refused', refusal: 'blocked', cause: '403' });

    await deliverReply(office.dependencies, messenger, wrote(LAN, WARDS), reply);

    expect(requests()).toEqual([`new in ${LAN}: riêng`, `new in ${WARDS}: mời mở tin riêng`]);
  });
});

test('a long reply goes out in parts, buttons under the last', async () => {
  const short = new RecordingMessenger({
    channel: 'telegram',
    capabilities: { ...messenger.capabilities, textLimit: 50 + ROOM_FOR_MARK },
  });
  const long = {
    entries: [['một '.repeat(10)], ['hai '.repeat(10)], ['ba']],
    buttons: [[{ label: 'Gửi', data: '1h' }]],
  };

  await deliverReply(office.dependencies, short, wrote(LAN, LAN), { say: [long] });

  expect(short.arrived.map(({ message }) => message.buttons.length)).toEqual([0, 1]);
});

test('on a channel without buttons nothing is said where there is nothing to say', async () => {
  const plain = new PlainChannel();
  const incoming = { ...wrote(LAN, LAN), channel: 'plain' };

  await deliverReply(office.dependencies, plain, incoming, {
    answer: { text: '', popup: false },
    edit: saying('mới'),
  });
  await deliverReply(office.dependencies, plain, incoming, popup('Không được.'));

  expect(plain.texts(LAN)).toEqual(['mới', 'Không được.']);
});
