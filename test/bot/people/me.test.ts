import { beforeEach, expect, test } from 'vitest';
import { dayAt } from '../../../src/app/today.ts';
import { namedInHistory } from '../../../src/bot/views/person-name.ts';
import type { NoticeId } from '../../../src/core/id.ts';
import { remindedOf } from '../../../src/core/reminder/addressees.ts';
import { translator } from '../../../src/i18n/translator.ts';
import { partsOf } from '../../../src/outbox/say-as-of-now.ts';
import type { Office } from '../../support/office.ts';
import { LAN, SECRETARY, STRANGER, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const say = async (user: string, text: string, chat = user) => replyShown(await office.say(user, chat, text));
const personOf = async (user: string) => {
  const { identities, people } = await office.directory();
  const personId = identities.find((known) => known.user === user)?.personId;
  return people.find(({ id }) => id === personId);
};

async function remindedOfWards(): Promise<string[]> {
  const now = await office.directory();
  const unit = now.units.find(({ code }) => code === 'P-DIENBIEN');
  if (unit === undefined) throw new Error('no such unit');
  const owner = { kind: 'unit', id: unit.id } as const;
  const today = dayAt(office.clock.now(), now);
  return remindedOf({ owner, clusterId: null }, now, today).map(({ name }) => name);
}

test('/toi shows all that is kept, to that person alone', async () => {
  expect(await say(LAN, '/toi')).toBe(`*Thông tin của đồng chí trên hệ thống*
Xưng hô: đồng chí
Họ tên: Nguyễn Thị Lan
Chức vụ: Công chức Văn phòng - Thống kê

Vai trò:
• đầu mối của UBND phường Điện Biên

Nhận biết qua: telegram 103. Không lưu tên hiển thị, số điện thoại, ảnh.
Nhắc việc riêng: đang bật
[Sửa thông tin] [Tắt nhắc việc]
[Bàn giao, trực thay]
[Xoá thông tin của tôi]`);
  expect(await say(LAN, '/me', WARDS)).toContain('privately:');
});

test('several duties are told apart by number', async () => {
  const unitId = (await office.directory()).units.find(({ code }) => code === 'P-KIMMA')?.id;
  const lan = await personOf(LAN);
  if (unitId === undefined || lan === undefined) throw new Error('not there');
  await office.dependencies.unitOfWork.run(({ organisation }) =>
    organisation.addAppointment({
      personId: lan.id,
      role: 'focal_point',
      unitId,
      clusterId: null,
      from: null,
      to: null,
      standsInFor: null,
    }),
  );

  const me = await office.say(LAN, LAN, '/toi');
  const second = await pressed(office, LAN, me, 'Bàn giao 2');

  expect(replyShown(me)).toContain('1. đầu mối của UBND phường Điện Biên\n2. đầu mối của UBND phường Kim Mã');
  expect(replyShown(me)).toContain('[Bàn giao 1] [Bàn giao 2]');
  expect(replyShown(second)).toContain('Đầu mối của UBND phường Kim Mã');
  office.moveTo('2024-12-02T09:00:00+07:00');
  const work = await say(LAN, '/viec');
  for (const label of ['[7 · Điện Biên]', '[7 · Kim Mã]', '[6 · Cập nhật]']) expect(work).toContain(label);
});

test('of a stranger nothing is known', async () => {
  expect(await say(STRANGER, '/toi')).toContain('chưa có thông tin nào');
  expect(await personOf(STRANGER)).toBeUndefined();
});

test('name, title and form of address are corrected by answering', async () => {
  const me = await office.say(LAN, LAN, '/toi');
  const address = await pressed(office, LAN, me, 'Sửa thông tin');
  await pressed(office, LAN, address, 'chị');
  await office.say(LAN, LAN, 'Nguyễn Thị Ngọc Lan');
  const kept = await office.say(LAN, LAN, 'Phó Chánh Văn phòng');

  expect(replyShown(kept)).toContain('Đã cập nhật');
  expect(await personOf(LAN)).toMatchObject({
    address: 'chị',
    name: 'Nguyễn Thị Ngọc Lan',
    title: 'Phó Chánh Văn phòng',
  });
  expect(await office.read.invitations.inState('asked')).toEqual([]);
});

test('private reminders are switched off and on', async () => {
  const me = await office.say(LAN, LAN, '/toi');
  const off = await pressed(office, LAN, me, 'Tắt nhắc việc');
  expect(await personOf(LAN)).toMatchObject({ reminders: false });
  expect(await remindedOfWards()).toEqual([]);

  await pressed(office, LAN, off, 'Bật nhắc việc');
  expect(await personOf(LAN)).toMatchObject({ reminders: true });
  expect(await remindedOfWards()).toEqual(['Nguyễn Thị Lan']);
});

async function saidToSecretary(text: string): Promise<NoticeId> {
  const { chats } = await office.directory();
  const chat = chats.find(({ key }) => key === SECRETARY);
  const { ids, unitOfWork, clock } = office.dependencies;
  const id = ids.next<'notice'>();
  if (chat === undefined || chat.personId === null) throw new Error('the sample has changed');
  const addressee = { kind: 'person', id: chat.personId } as const;
  await unitOfWork.run(async ({ notices }) => {
    const at = clock.now();
    await notices.plan({ id, kind: 'rehearsal', addressee, slot: 'shown', at, subject: null, late: false });
    const lease = { holder: 'test', leaseUntilMs: 1 };
    await notices.claim({ ...lease, most: 1, now: at, nowMs: 0, exceptAddressees: [] });
    const parts = partsOf(id, chat.id, [{ entries: [[text]], buttons: [] }], ids);
    const [partId] = parts.map((part) => part.id);
    if (partId === undefined) throw new Error('no part');
    const frozen = { parts, told: [], merged: [], again: false };
    await notices.begin({ holder: 'test', noticeId: id, partId, frozen });
    await notices.settle(id, 'test', 'sent', null);
  });
  return id;
}

test('erased, a person is nobody, and history names what they held', async () => {
  const before = await personOf(LAN);
  if (before === null || before === undefined) throw new Error('the sample has changed');
  const draft = { title: '', form: {}, step: 'title', changedAt: office.clock.now() };
  await office.dependencies.unitOfWork.run(({ launches }) =>
    launches.keepDraft({ ...draft, id: office.dependencies.ids.next(), personId: before.id }),
  );
  const naming = await saidToSecretary('Người nhận: đồng chí Nguyễn Thị Lan');
  const me = await office.say(LAN, LAN, '/toi');
  const question = await pressed(office, LAN, me, 'Xoá thông tin');
  const erased = await pressed(office, LAN, question, 'Xoá');
  const after = await office.directory();
  const person = after.people.find(({ id }) => id === before?.id);
  const now = office.clock.now();
  const frame = {
    t: translator('vi'),
    directory: after,
    book: await office.read.plans.book(),
    now,
    today: dayAt(now, after),
  };

  expect(replyShown(erased)).toContain('Đã xoá');
  expect(person).toMatchObject({ name: '', title: '', address: '' });
  expect(after.identities.some(({ user }) => user === LAN)).toBe(false);
  expect(after.chats.some(({ key }) => key === LAN)).toBe(false);
  expect(JSON.stringify(after.people)).not.toContain('Thị Lan');
  expect(await office.read.notices.deliveriesOf(naming)).toEqual([]);
  expect(await office.read.launches.draftsOf(before.id)).toEqual([]);
  expect(person === undefined ? '' : namedInHistory(frame, person.id)).toBe(
    'đầu mối của UBND phường Điện Biên (đã xoá)',
  );
  expect(await say(LAN, '/viec')).not.toContain('Điện Biên');
});

test('the only secretary stays until there is another', async () => {
  const refused = await office.press(SECRETARY, SECRETARY, { kind: 'me', choice: 'erase-yes' });

  expect(replyShown(refused)).toContain('duy nhất');
  expect(await personOf(SECRETARY)).toMatchObject({ name: 'Trần Thị Hương' });
});
