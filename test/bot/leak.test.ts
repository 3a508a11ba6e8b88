import { beforeEach, expect, test } from 'vitest';
import { aFile, type FileContent } from '../support/a-file.ts';
import type { Office } from '../support/office.ts';
import { anUpdate, receptionOver } from '../support/reception-over.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';
import { relayOver } from '../support/relay-over.ts';
import { LAN, SECRETARY, STRANGER, sampleOffice, WARDS } from '../support/sample-office.ts';
import { noticesOf } from '../support/time-passes.ts';
import { replyShown, shown } from './shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice({ now: '2024-11-04T10:00:00+07:00' });
});

const NAME = 'TỐI MẬT - Báo cáo của Nguyễn Văn A.docx';

const posted = (name: string): FileContent =>
  aFile(name, new Uint8Array(9), {
    message: 'm77',
    addressed: false,
    fetch: () => Promise.reject(new Error('nothing of it is fetched')),
  });

test('a secret document goes without a word; its sender is told in private, the secretariat the unit alone', async () => {
  const reply = await office.tell(LAN, WARDS, posted(NAME));
  const arrived = await relayOver(office).drain();
  const audit = await office.read.audit.list({ skip: 0, limit: 50 });

  expect(reply.effects).toEqual([{ kind: 'delete', message: 'm77' }]);
  expect(replyShown(reply)).toBe('');
  expect(reply.forget).toBe(true);
  expect(shown(reply.quietly ?? { entries: [], buttons: [] })).toContain('không gửi qua nhóm chat');
  expect(arrived.map(({ address, message }) => `${address.chat}\n${shown(message)}`)).toMatchInlineSnapshot(`
    [
      "101
    *⚠ UBND phường Điện Biên: tin gửi trong nhóm hoặc cho bot có dấu hiệu văn bản mật*
    Người gửi được nhắn riêng cách xử lý, nếu đã mở tin riêng với bot. Bot đã gỡ tin nếu được phép. Bot không lưu tệp và tên tệp.",
    ]
  `);
  expect(audit.map(({ action, personId }) => [action, personId])).toContainEqual(['leak.secret', null]);
  expect(JSON.stringify([audit, arrived.map(({ message }) => message), reply.quietly])).not.toMatch(
    /Báo cáo|Văn A|Lan/,
  );
});

test('papers about a person go too, with the request to send them in private', async () => {
  const reply = await office.tell(LAN, WARDS, posted('so yeu ly lich.pdf'));

  expect(reply.effects).toHaveLength(1);
  expect(shown(reply.quietly ?? { entries: [], buttons: [] })).toContain('gửi riêng cho Thường trực HĐ TĐKT');
});

test('a marked text goes, of a stranger too, whose unit nobody knows', async () => {
  const reply = await office.say(STRANGER, WARDS, 'TUYỆT MẬT\nSố: 12/BC', { addressed: false });
  const [notice] = await relayOver(office).drain();

  expect(reply.effects).toHaveLength(1);
  expect(shown(notice?.message ?? { entries: [], buttons: [] })).toContain('Chưa rõ đơn vị');
});

test('the same update again tells the secretariat once', async () => {
  for (const again of [false, true]) {
    await office.tell(LAN, WARDS, posted(NAME), { effectKey: 'telegram:bot:x', again });
  }

  expect(await noticesOf(office, 'leak')).toHaveLength(1);
  const audit = await office.read.audit.list({ actionPrefix: 'leak', skip: 0, limit: 50 });
  expect(audit).toHaveLength(1);
});

test('a secret document sent to the bot itself is not fetched or kept; its sender is told kindly', async () => {
  const reply = await office.tell(LAN, LAN, { ...posted(NAME), addressed: true });
  const arrived = await relayOver(office).drain();

  expect(reply).toMatchObject({ effects: [{ kind: 'delete', message: 'm77' }], forget: true });
  expect(replyShown(reply)).toContain('kể cả gửi riêng cho bot');
  expect(arrived.map(({ address, message }) => [address.chat, shown(message)])).toEqual([
    [SECRETARY, expect.stringContaining('UBND phường Điện Biên: tin gửi trong nhóm hoặc cho bot')],
  ]);
});

test('other files of a group, and papers about a person in private, are left alone', async () => {
  const ordinary = await office.tell(LAN, WARDS, posted('Quy chế bảo vệ bí mật nhà nước.pdf'));
  const inPrivate = await office.send(LAN, LAN, 'so yeu ly lich.pdf', new Uint8Array([1]));

  expect([ordinary.effects, inPrivate.effects]).toEqual([undefined, undefined]);
  expect(await noticesOf(office, 'leak')).toEqual([]);
});

test('it is deleted before anything is said, and the stored update is emptied', async () => {
  const messenger = new RecordingMessenger({ channel: 'telegram' });
  const reception = receptionOver(office, messenger, () => office.incoming(LAN, WARDS, posted(NAME)));
  const update = anUpdate(office, { lane: WARDS, payload: { file_name: NAME } });

  await reception.takeIn([update]);
  await reception.idle();

  expect(messenger.effects.map(({ address, effect }) => [address.chat, effect.kind])).toEqual([
    [WARDS, 'delete'],
  ]);
  expect(messenger.arrived.map(({ address }) => address.chat)).toEqual([LAN]);
  // Nothing is left of it to forget.
  const later = office.clock.now() + 1;
  expect(
    await office.dependencies.unitOfWork.run((tx) => tx.inbox.forgetBefore(later as never, 'done')),
  ).toBe(0);
  expect(messenger.arrived.some(({ address }) => address.chat === SECRETARY)).toBe(false);
});
