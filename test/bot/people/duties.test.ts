import { beforeEach, describe, expect, test } from 'vitest';
import { adoptLivingMessage } from '../../../src/app/notices/living-kinds.ts';
import type { Message } from '../../../src/app/ports/message.ts';
import type { Delivery } from '../../../src/app/ports/notice-repository.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { actorOf } from '../../../src/core/access/actor.ts';
import type { PersonId } from '../../../src/core/id.ts';
import { type Directory, personAt, unitById } from '../../../src/core/organisation/directory.ts';
import type { HandOverId } from '../../../src/core/organisation/hand-over.ts';
import { remindedOf } from '../../../src/core/reminder/addressees.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import { livingNow, rendered } from '../../support/rendered.ts';
import {
  APPROVER,
  DUC,
  HA,
  LAN,
  LEADER,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  TUAN,
} from '../../support/sample-office.ts';
import { noticesOf, tickAt } from '../../support/time-passes.ts';
import { actionOf, pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const press = (user: string, reply: Reply | Message, label: string) => pressed(office, user, reply, label);

const failing = (why: string): never => {
  throw new Error(why);
};

/** A sheet as the relay leaves it, once it has arrived. */
const PART: Omit<Delivery, 'noticeId' | 'chatId'> = {
  id: 'd1' as Delivery['id'],
  part: 0,
  message: { entries: [], buttons: [] },
  state: 'sent',
  messageKey: '11',
  attempts: 1,
  doubts: 0,
};

const idOf = (all: Directory, user: string): PersonId => {
  const person = personAt(all, 'telegram', user);
  if (person === null) throw new Error(`nobody at ${user}`);
  return person.id;
};

/** The codes of the units that somebody acts for on a day. */
async function actsFor(user: string, day: string): Promise<string[]> {
  const all = await office.directory();
  return actorOf(all, idOf(all, user), dateOf(day)).unitIds.map((id) => unitById(all, id).code);
}

async function heardOf(code: string, day: string): Promise<string[]> {
  const all = await office.directory();
  const id = all.units.find((unit) => unit.code === code)?.id;
  if (id === undefined) throw new Error(`no unit ${code}`);
  return remindedOf({ owner: { kind: 'unit', id }, clusterId: null }, all, dateOf(day)).map(
    ({ name }) => name,
  );
}

/** From /toi of the holder to the choice of who takes over. */
async function ownDuty(user: string) {
  const me = await office.say(user, user, '/toi');
  return press(user, me, 'Bàn giao');
}

describe('handing a duty over', () => {
  test('by its holder to a colleague, from a day on, with a sheet for both', async () => {
    const who = await press(LAN, await ownDuty(LAN), 'Bàn giao');
    const from = await press(LAN, who, 'Nguyễn Văn Bình');
    const check = await office.say(LAN, LAN, '11/11/2024');
    const done = await press(LAN, check, 'Xác nhận');

    expect(replyShown(from)).toContain('Từ ngày nào?');
    expect(replyShown(check)).toContain('Đồng chí Nguyễn Văn Bình làm đầu mối của UBND phường Điện Biên');
    expect(replyShown(done)).toContain('hiệu lực từ 11/11/2024');
    expect(await actsFor(LAN, '2024-11-10')).toEqual(['P-DIENBIEN']);
    expect(await actsFor(LAN, '2024-11-11')).toEqual([]);
    expect(await heardOf('P-DIENBIEN', '2024-11-11')).toEqual(['Nguyễn Văn Bình']);
    office.moveTo('2024-11-04T08:30:00+07:00');
    const sheets = await noticesOf(office, 'hand_over');
    expect(sheets).toHaveLength(2);
    const drawn = await Promise.all(sheets.map((sheet) => rendered(office, sheet)));
    const giver = drawn.find((one) => replyShown({ say: [one] }).includes('[Đã bàn giao]'));
    const taker = drawn.find((one) => replyShown({ say: [one] }).includes('[Đã nhận]'));
    if (giver === undefined || taker === undefined) throw new Error('no sheet');
    await press(LAN, giver, 'Đã bàn giao');
    expect(replyShown(await press(LEADER, taker, 'Đã nhận'))).toContain('Bên giao: ✔');
    expect(await office.read.handOvers.open()).toEqual([]);
    expect(replyShown(await office.say(SECRETARY, SECRETARY, '/nhatky'))).toContain(
      'đầu mối của UBND phường Điện Biên: đồng chí Nguyễn Thị Lan → đồng chí Nguyễn Văn Bình',
    );
  });

  test('the sheet that the other side has shows who has confirmed', async () => {
    const who = await press(LAN, await ownDuty(LAN), 'Bàn giao');
    await press(LAN, who, 'Nguyễn Văn Bình');
    await press(LAN, await office.say(LAN, LAN, '11/11/2024'), 'Xác nhận');
    const all = await office.directory();
    const sheets = await noticesOf(office, 'hand_over');
    const chatOf = (id: string) =>
      all.chats.find(({ personId }) => personId === id)?.id ?? failing('no chat');
    const subject = sheets[0]?.subject?.id ?? '';
    await office.dependencies.unitOfWork.run(async (tx) => {
      for (const sheet of sheets) {
        const chatId = chatOf(sheet.addressee.id);
        await adoptLivingMessage(tx, sheet, [{ ...PART, noticeId: sheet.id, chatId }], 0);
      }
    });
    const own = await office.press(LAN, LAN, {
      kind: 'hand_over',
      handOver: subject as HandOverId,
      side: 'given',
    });
    const living = await office.dependencies.unitOfWork.run((tx) => tx.living.of('hand_over', subject));
    const others = living.find(({ chatId }) => chatId === chatOf(idOf(all, LEADER))) ?? failing('no sheet');
    const shown = await livingNow(office, others);

    expect(replyShown(own)).toContain('Bên giao: ✔ đồng chí Nguyễn Thị Lan');
    expect(living.map(({ wanted, shown: seen }) => wanted > seen)).toEqual([true, true]);
    expect(replyShown({ say: [shown ?? failing('nothing shown')] })).toContain(
      'Bên giao: ✔ đồng chí Nguyễn Thị Lan',
    );
    expect(replyShown({ say: [shown ?? failing('nothing shown')] })).toContain('[Đã nhận]');
  });

  test('the sheet lists the files that were given, with work that is done too', async () => {
    const work = await press(LAN, await office.say(LAN, LAN, '/viec'), '6 · Cập nhật');
    await press(LAN, await press(LAN, work, 'Đã hoàn thành'), 'Thêm văn bản');
    await office.send(LAN, LAN, 'tong-ket.pdf', new TextEncoder().encode('tổng kết'));
    const who = await press(LAN, await ownDuty(LAN), 'Bàn giao');
    await press(LAN, who, 'Nguyễn Văn Bình');
    await press(LAN, await office.say(LAN, LAN, '11/11/2024'), 'Xác nhận');
    office.moveTo('2024-11-04T08:30:00+07:00');

    const [sheet] = await noticesOf(office, 'hand_over');
    const drawn = replyShown({ say: [await rendered(office, sheet ?? failing('no sheet'))] });

    expect(drawn).toContain('*Văn bản, tệp đã gửi*\n• Tệp: tong-ket.pdf (04/11)');
    expect(drawn.split('Văn bản, tệp đã gửi')[0]).not.toContain('6. Tổ chức tổng kết');
  });

  test('by the secretary, found from /caidat', async () => {
    const units = await press(
      SECRETARY,
      await press(SECRETARY, await office.say(SECRETARY, SECRETARY, '/caidat'), 'Đơn vị, người'),
      'Cụm thi đua số 1',
    );
    const unit = await press(SECRETARY, units, 'UBND phường Kim Mã');
    const duty = await press(SECRETARY, unit, 'đồng chí Phạm Văn Đức');
    await press(SECRETARY, duty, 'Bàn giao');
    const unclear = replyShown(await office.say(SECRETARY, SECRETARY, 'Nguyễn'));
    const from = await office.say(SECRETARY, SECRETARY, 'le thu ha');
    const check = await press(SECRETARY, from, 'Thứ Hai 04/11/2024');
    await press(SECRETARY, check, 'Xác nhận');

    expect(replyShown(unit)).toContain('đầu mối: đồng chí Phạm Văn Đức');
    expect(unclear).toContain('Chưa rõ người nào');
    expect(await actsFor(HA, '2024-11-04')).toEqual(['THCS-GIANGVO', 'P-KIMMA']);
    expect(await actsFor(DUC, '2024-11-04')).toEqual([]);
  });

  test('to somebody new, who takes over once the secretary has confirmed them', async () => {
    const who = await press(LAN, await ownDuty(LAN), 'Bàn giao');
    await press(LAN, who, 'Người mới');
    const check = await office.say(LAN, LAN, '11/11/2024');
    const issued = replyShown(await press(LAN, check, 'Xác nhận'));
    expect(issued).toContain('Thường trực HĐ TĐKT xác nhận rồi mới có quyền');
    const code = /start=(moi_\S+)/.exec(issued)?.[1] ?? '';
    const opened = await office.say(STRANGER, STRANGER, `/start ${code}`);
    await press(STRANGER, opened, 'chị');
    await office.say(STRANGER, STRANGER, 'Đỗ Thị Mai');
    await office.say(STRANGER, STRANGER, 'Công chức Văn hoá');

    expect(await heardOf('P-DIENBIEN', '2024-11-11')).toEqual(['Nguyễn Thị Lan']);
    const [invitation] = await office.read.invitations.inState('asked');
    if (invitation === undefined) throw new Error('nobody has asked');
    const decided = await office.press(SECRETARY, SECRETARY, {
      kind: 'join',
      invitation: invitation.id,
      answer: 'yes',
    });
    expect(replyShown(decided)).toContain('Thay: đồng chí Nguyễn Thị Lan, từ 11/11/2024');

    expect(await heardOf('P-DIENBIEN', '2024-11-10')).toEqual(['Nguyễn Thị Lan']);
    expect(await heardOf('P-DIENBIEN', '2024-11-11')).toEqual(['Đỗ Thị Mai']);
    expect(await office.read.handOvers.open()).toHaveLength(1);
  });

  test('the secretariat’s office too: the new one is secretary from that day', async () => {
    const who = await press(SECRETARY, await ownDuty(SECRETARY), 'Bàn giao');
    await press(SECRETARY, who, 'Người mới');
    const check = await office.say(SECRETARY, SECRETARY, '11/11/2024');
    const issued = replyShown(await press(SECRETARY, check, 'Xác nhận'));
    const code = /start=(moi_\S+)/.exec(issued)?.[1] ?? '';
    await press(STRANGER, await office.say(STRANGER, STRANGER, `/start ${code}`), 'chị');
    await office.say(STRANGER, STRANGER, 'Đỗ Thị Mai');
    await office.say(STRANGER, STRANGER, 'Chuyên viên');
    const [invitation] = await office.read.invitations.inState('asked');
    if (invitation === undefined) throw new Error('nobody has asked');
    await office.press(SECRETARY, SECRETARY, { kind: 'join', invitation: invitation.id, answer: 'yes' });

    expect(issued).toContain('cán bộ thường trực của Phòng Nội vụ');
    const [answer] = await noticesOf(office, 'join_answer');
    if (answer === undefined) throw new Error('nobody was told');
    const told = replyShown({ say: [await rendered(office, answer)] });
    expect(told).toContain('đã xác nhận: cán bộ thường trực của Phòng Nội vụ từ 11/11/2024.');
    expect(told).toContain('/canxuly');
    expect(replyShown(await office.say(STRANGER, STRANGER, '/canxuly'))).toContain('chỉ dành cho');
    office.moveTo('2024-11-11T09:00:00+07:00');
    expect(replyShown(await office.say(STRANGER, STRANGER, '/canxuly'))).not.toContain('chỉ dành cho');
    expect(replyShown(await office.say(SECRETARY, SECRETARY, '/canxuly'))).toContain(
      'đã kết thúc sau ngày 10/11/2024',
    );
  });

  test('the same update again is the same hand-over', async () => {
    const who = await press(LAN, await ownDuty(LAN), 'Bàn giao');
    await press(LAN, who, 'Nguyễn Văn Bình');
    const yes = actionOf(await office.say(LAN, LAN, '11/11/2024'), 'Xác nhận');
    const first = replyShown(await office.press(LAN, LAN, yes, { effectKey: 'once' }));
    const again = replyShown(await office.press(LAN, LAN, yes, { effectKey: 'once', again: true }));

    expect(again).toBe(first);
    expect(await office.read.handOvers.open()).toHaveLength(1);
    expect(replyShown(await office.press(LAN, LAN, yes))).toContain('popup');
  });

  test('somebody chosen from another unit by its holder is refused', async () => {
    const all = await office.directory();
    const unitId = all.units.find(({ code }) => code === 'P-DIENBIEN')?.id ?? null;
    const { handOverDuty } = await import('../../../src/app/people/hand-over-duty.ts');

    const outcome = await handOverDuty(office.dependencies, office.request(LAN), {
      duty: { role: 'focal_point', unitId, clusterId: null },
      from: idOf(all, LAN),
      to: idOf(all, DUC),
      on: dateOf('2024-11-11'),
    });

    expect(outcome).toMatchObject({ kind: 'refused', code: 'DUTY_STRANGER' });
    expect((await office.directory()).appointments).toEqual(all.appointments);
  });

  test.each([DUC, TUAN, STRANGER, APPROVER])('the duty of others is not passed on by %s', async (user) => {
    const card = actionOf(await office.say(LAN, LAN, '/toi'), 'Bàn giao');
    const before = (await office.directory()).appointments;
    if (card.kind !== 'duty') throw new Error('no duty');
    const { person, role, where } = card;

    for (const action of [
      card,
      { kind: 'duty_pass', person, role, where, act: 'hand_over' },
      { kind: 'duty_pass', person, role, where, act: 'stand_in' },
      { kind: 'duty_end', person, role, where, answer: 'yes' },
      { kind: 'duty_end', person, role, where, answer: 'back' },
    ] as const) {
      expect(replyShown(await office.press(user, user, action))).toMatch(/^popup: /);
    }
    expect((await office.directory()).appointments).toEqual(before);
  });

  test('a leader hands over for the unit’s focal point, in private alone', async () => {
    const card = actionOf(await office.say(LAN, LAN, '/toi'), 'Bàn giao');

    expect(replyShown(await office.press(LEADER, LEADER, card))).toContain('[Bàn giao]');
    expect(replyShown(await office.press(LEADER, SCHOOLS, card))).toContain('popup');
  });
});

describe('a stand-in', () => {
  test('hears instead of whoever is away, and acts beside them, from day to day; it ends by itself', async () => {
    const who = await press(LAN, await ownDuty(LAN), 'Nhờ trực thay');
    await press(LAN, who, 'Nguyễn Văn Bình');
    await office.say(LAN, LAN, '11/11/2024');
    const tooEarly = replyShown(await office.say(LAN, LAN, '10/11/2024'));
    const check = await office.say(LAN, LAN, '15/11/2024');
    const done = await press(LAN, check, 'Xác nhận');

    expect(tooEarly).toContain('trước ngày bắt đầu');
    expect(replyShown(done)).toContain('Từ 11/11/2024 đến hết 15/11/2024');
    expect(replyShown(check)).toContain('\nĐồng chí Nguyễn Văn Bình trực thay đồng chí Nguyễn Thị Lan');
    expect(replyShown(await office.say(LEADER, LEADER, '/toi'))).toContain(
      'đầu mối của UBND phường Điện Biên, trực thay đồng chí Nguyễn Thị Lan (từ 11/11/2024 đến 15/11/2024)',
    );
    for (const [day, heard] of [
      ['2024-11-10', ['Nguyễn Thị Lan']],
      ['2024-11-11', ['Nguyễn Văn Bình']],
      ['2024-11-15', ['Nguyễn Văn Bình']],
      ['2024-11-16', ['Nguyễn Thị Lan']],
    ] as const) {
      expect(await heardOf('P-DIENBIEN', day)).toEqual([...heard]);
    }
    expect(await actsFor(LAN, '2024-11-11')).toEqual(['P-DIENBIEN']);
    const told = await noticesOf(office, 'stand_in');
    office.moveTo('2024-11-04T08:30:00+07:00');
    const [notice] = told;
    if (notice === undefined) throw new Error('nobody was told');
    expect(replyShown({ say: [await rendered(office, notice)] })).toContain(
      'đồng chí trực thay đồng chí Nguyễn Thị Lan',
    );
  });

  test('who has switched reminders off leaves them to whoever is away', async () => {
    const who = await press(LAN, await ownDuty(LAN), 'Nhờ trực thay');
    await press(LAN, who, 'Nguyễn Văn Bình');
    await office.say(LAN, LAN, '11/11/2024');
    await press(LAN, await office.say(LAN, LAN, '15/11/2024'), 'Xác nhận');
    await press(LEADER, await office.say(LEADER, LEADER, '/toi'), 'Tắt nhắc việc');

    expect(await heardOf('P-DIENBIEN', '2024-11-11')).toEqual(['Nguyễn Thị Lan']);
  });

  test('named by the secretary from another unit, acts for it meanwhile; back again, it ends', async () => {
    const all = await office.directory();
    const unit = all.units.find(({ code }) => code === 'P-KIMMA')?.id;
    if (unit === undefined) throw new Error('no unit');
    const card = await office.press(SECRETARY, SECRETARY, {
      kind: 'duty',
      person: idOf(all, DUC),
      role: 'focal_point',
      where: { kind: 'unit', id: unit },
    });
    await press(SECRETARY, card, 'Nhờ trực thay');
    const from = await office.say(SECRETARY, SECRETARY, 'Nguyễn Thị Lan');
    const until = await press(SECRETARY, from, 'Thứ Hai 04/11/2024');
    await press(SECRETARY, await press(SECRETARY, until, 'Chủ nhật 10/11/2024'), 'Xác nhận');
    expect(await actsFor(LAN, '2024-11-10')).toEqual(['P-DIENBIEN', 'P-KIMMA']);
    expect(await actsFor(LAN, '2024-11-11')).toEqual(['P-DIENBIEN']);

    const back = actionOf(
      await office.press(SECRETARY, SECRETARY, {
        kind: 'duty',
        person: idOf(all, DUC),
        role: 'focal_point',
        where: { kind: 'unit', id: unit },
      }),
      'Đã trở lại',
    );
    office.moveTo('2024-11-05T08:30:00+07:00');
    await office.press(SECRETARY, SECRETARY, back);
    // Twice ends it once.
    await office.press(SECRETARY, SECRETARY, back);

    const ended = (await noticesOf(office, 'stand_in')).filter(({ slot }) => slot.startsWith('ended'));
    expect(ended.map(({ addressee }) => addressee.id)).toEqual([idOf(all, LAN), idOf(all, DUC)]);
    const [toLan, toDuc] = await Promise.all(ended.map(async (one) => [await rendered(office, one)]));
    expect(replyShown({ say: toLan ?? [] })).toContain(
      'Từ 05/11/2024, đồng chí thôi trực thay đồng chí Phạm Văn Đức: đầu mối của UBND phường Kim Mã.',
    );
    expect(replyShown({ say: toDuc ?? [] })).toContain('đồng chí Nguyễn Thị Lan thôi trực thay');
    expect(await actsFor(LAN, '2024-11-05')).toEqual(['P-DIENBIEN']);
    expect(await actsFor(DUC, '2024-11-05')).toEqual(['P-KIMMA']);
  });
});

test('whoever stood in acts no more once the one who was away has themselves erased', async () => {
  const who = await press(LAN, await ownDuty(LAN), 'Nhờ trực thay');
  await press(LAN, who, 'Nguyễn Văn Bình');
  await office.say(LAN, LAN, '04/11/2024');
  await press(LAN, await office.say(LAN, LAN, '15/11/2024'), 'Xác nhận');
  const standing = async () =>
    (await office.directory()).appointments.filter(
      ({ standsInFor, to }) => standsInFor !== null && to !== null && to >= '2024-11-04',
    );
  expect(await standing()).toHaveLength(1);

  await office.press(LAN, LAN, { kind: 'me', choice: 'erase-yes' });

  expect(await standing()).toEqual([]);
  const ended = (await noticesOf(office, 'stand_in')).find(({ slot }) => slot.startsWith('ended'));
  if (ended === undefined) throw new Error('nobody was told');
  office.moveTo('2024-11-04T08:30:00+07:00');
  expect(replyShown({ say: [await rendered(office, ended)] })).toContain(
    'Việc trực thay đầu mối của UBND phường Điện Biên (đã xoá)',
  );
});

describe('a leaver orphans nothing', () => {
  test('what was theirs goes to the leader, and when nobody is left to the secretariat', async () => {
    const all = await office.directory();
    const unit = all.units.find(({ code }) => code === 'P-DIENBIEN')?.id;
    if (unit === undefined) throw new Error('no unit');
    const where = { kind: 'unit', id: unit } as const;
    for (const [user, role, next] of [
      [LAN, 'focal_point', ['Nguyễn Văn Bình']],
      [LEADER, 'leader', ['Trần Thị Hương']],
    ] as const) {
      const ask = { kind: 'duty_end', person: idOf(all, user), role, where, answer: 'ask' } as const;
      const asked = await office.press(SECRETARY, SECRETARY, ask);
      await press(SECRETARY, asked, 'Đúng');
      expect(await heardOf('P-DIENBIEN', '2024-11-05')).toEqual(next);
    }
    expect(await heardOf('P-DIENBIEN', '2024-11-04')).toEqual(['Nguyễn Thị Lan']);
  });

  test('until the day is over it is taken back, and whoever was told hears so', async () => {
    const all = await office.directory();
    const unit = all.units.find(({ code }) => code === 'P-DIENBIEN')?.id;
    if (unit === undefined) throw new Error('no unit');
    const where = { kind: 'unit', id: unit } as const;
    const ask = {
      kind: 'duty_end',
      person: idOf(all, LAN),
      role: 'focal_point',
      where,
      answer: 'ask',
    } as const;
    const ended = await press(SECRETARY, await office.press(SECRETARY, SECRETARY, ask), 'Đúng');
    const stay = actionOf(ended, 'Hoàn tác');
    expect(replyShown(await office.press(LAN, LAN, stay))).toMatch(/^popup/);
    office.moveTo('2024-11-04T08:30:00+07:00');
    const back = await office.press(SECRETARY, SECRETARY, stay);
    await office.press(SECRETARY, SECRETARY, stay);

    expect(replyShown(back)).toContain('Thôi nhiệm vụ');
    expect(await heardOf('P-DIENBIEN', '2024-11-05')).toEqual(['Nguyễn Thị Lan']);
    const told = await noticesOf(office, 'duty_ended');
    const texts = await Promise.all(
      told
        .filter(({ slot }) => slot.startsWith('stays'))
        .map(async (one) => replyShown({ say: [await rendered(office, one)] })),
    );
    expect(texts.toSorted()).toEqual([
      expect.stringContaining('Nguyễn Thị Lan tiếp tục làm đầu mối'),
      expect.stringContaining('Đồng chí tiếp tục làm đầu mối'),
    ]);

    const again = await press(SECRETARY, await office.press(SECRETARY, SECRETARY, ask), 'Đúng');
    office.moveTo('2024-11-05T08:30:00+07:00');
    expect(replyShown(await pressed(office, SECRETARY, again, 'Hoàn tác'))).toContain(
      'Người này không còn giữ nhiệm vụ đó',
    );
  });

  test('by mistake, whoever stood in does so again', async () => {
    const who = await press(LAN, await ownDuty(LAN), 'Nhờ trực thay');
    await press(LAN, who, 'Nguyễn Văn Bình');
    await office.say(LAN, LAN, '04/11/2024');
    await press(LAN, await office.say(LAN, LAN, '15/11/2024'), 'Xác nhận');
    const all = await office.directory();
    const unit = all.units.find(({ code }) => code === 'P-DIENBIEN')?.id ?? failing('no unit');
    const where = { kind: 'unit', id: unit } as const;
    const end = { kind: 'duty_end', person: idOf(all, LAN), role: 'focal_point', where } as const;

    const ended = await office.press(SECRETARY, SECRETARY, { ...end, answer: 'yes' });
    office.moveTo('2024-11-04T08:30:00+07:00');
    const back = await press(SECRETARY, ended, 'Hoàn tác');

    expect(replyShown(back)).toContain('Trực thay: đồng chí Nguyễn Văn Bình, 04/11/2024–15/11/2024');
    expect(await heardOf('P-DIENBIEN', '2024-11-15')).toEqual(['Nguyễn Văn Bình']);
    const [, told, again] = await noticesOf(office, 'stand_in');
    expect(replyShown({ say: [await rendered(office, again ?? failing('nobody was told'))] })).toContain(
      'Từ 04/11/2024 đến hết 15/11/2024, đồng chí trực thay',
    );
    await expect(rendered(office, told ?? failing('nobody was told'))).rejects.toThrow('changed');
  });

  test('whose only focal point presses [Đổi đầu mối] is asked at once who comes instead', async () => {
    const unit = (await office.directory()).units.find(({ code }) => code === 'P-DIENBIEN')?.id;
    if (unit === undefined) throw new Error('no unit');
    const asked = await office.press(LAN, LAN, { kind: 'contacts', unit, answer: 'other' });

    expect(asked.edit).toBeUndefined();
    expect(replyShown(asked)).toContain('Nguyễn Văn Bình');
    expect(replyShown(asked)).toContain('Bàn giao');
  });

  const toldOf = async (): Promise<Record<string, string>> => {
    const { people } = await office.directory();
    const told = await noticesOf(office, 'duty_ended');
    const said = told.map(async (notice) => [
      people.find(({ id }) => id === notice.addressee.id)?.name ?? '',
      replyShown({ say: [await rendered(office, notice)] }),
    ]);
    return Object.fromEntries(await Promise.all(said));
  };

  test('whoever leaves and whoever has the work from then on are told', async () => {
    const all = await office.directory();
    const unit = all.units.find(({ code }) => code === 'P-DIENBIEN')?.id;
    if (unit === undefined) throw new Error('no unit');
    const where = { kind: 'unit', id: unit } as const;
    const end = {
      kind: 'duty_end',
      person: idOf(all, LAN),
      role: 'focal_point',
      where,
      answer: 'yes',
    } as const;

    await office.press(SECRETARY, SECRETARY, end);
    await office.press(SECRETARY, SECRETARY, end);

    office.moveTo('2024-11-04T08:30:00+07:00');
    expect(await toldOf()).toEqual({
      'Nguyễn Thị Lan': expect.stringContaining(
        'Đồng chí thôi làm đầu mối của UBND phường Điện Biên sau ngày',
      ),
      'Nguyễn Văn Bình': expect.stringContaining('các việc đang mở của đơn vị do đồng chí theo dõi'),
    });
  });

  test('the secretariat hears of whoever erased themselves, and is led to invite somebody', async () => {
    await office.press(LAN, LAN, { kind: 'me', choice: 'erase-yes' });

    office.moveTo('2024-11-04T08:30:00+07:00');
    const { 'Nguyễn Văn Bình': leader, 'Trần Thị Hương': secretary, ...others } = await toldOf();
    expect(leader).toContain('Đầu mối của UBND phường Điện Biên đã xoá thông tin của mình');
    expect(secretary).toContain('[Mời đầu mối]');
    expect(others).toEqual({});
  });

  test('a unit that never had anybody is not the secretariat’s to be reminded of', async () => {
    expect(await heardOf('P-CONGVI', '2024-11-05')).toEqual([]);
  });

  test('the last secretary does not leave; one who only stands in is no successor', async () => {
    const all = await office.directory();
    const held = all.appointments.find(({ role }) => role === 'secretariat');
    if (held === undefined || held.unitId === null) throw new Error('no secretary');
    const where = { kind: 'unit', id: held.unitId } as const;
    const leave = { kind: 'duty_end', person: held.personId, role: held.role, where, answer: 'yes' } as const;
    await office.dependencies.unitOfWork.run((tx) =>
      tx.organisation.addAppointment({
        ...held,
        personId: idOf(all, APPROVER),
        from: dateOf('2024-11-04'),
        to: dateOf('2024-12-04'),
        standsInFor: held.personId,
      }),
    );

    expect(replyShown(await office.press(SECRETARY, SECRETARY, leave))).toMatch(/^popup: /);
    await press(SECRETARY, await office.say(SECRETARY, SECRETARY, '/toi'), 'Bàn giao');
    const me = await office.press(SECRETARY, SECRETARY, { kind: 'me', choice: 'erase-yes' });
    expect(replyShown(me)).toMatch(/^popup: /);
    expect(
      (await office.directory()).appointments.find(
        ({ personId, to }) => personId === held.personId && to === null,
      ),
    ).toBeDefined();
  });

  test('the secretary’s office passes to somebody else, who is secretary from that day', async () => {
    const who = await press(SECRETARY, await ownDuty(SECRETARY), 'Bàn giao');
    await press(SECRETARY, who, 'Bùi Văn Thắng');
    const check = await office.say(SECRETARY, SECRETARY, '11/11/2024');
    await press(SECRETARY, check, 'Xác nhận');

    office.moveTo('2024-11-11T09:00:00+07:00');
    expect(replyShown(await office.say(SECRETARY, SECRETARY, '/canxuly'))).toContain(
      'đã kết thúc sau ngày 10/11/2024',
    );
    expect(replyShown(await office.say(APPROVER, APPROVER, '/canxuly'))).not.toContain('chỉ dành cho');
  });
});

describe('schools in August', () => {
  let relay: ReturnType<typeof relayOver>;

  beforeEach(async () => {
    relay = relayOver(office);
    await tickAt(office, '2025-07-31T09:00:00+07:00');
    await relay.drain();
  });

  /** All that a morning brings somebody. */
  const morningOf = async (user: string, day: string): Promise<Message[]> => {
    await tickAt(office, `${day}T08:30:00+07:00`);
    return (await relay.drain()).filter(({ address }) => address.chat === user).map(({ message }) => message);
  };
  const onlyOne = ([first, ...others]: readonly Message[]): Message => {
    if (first === undefined || others.length > 0) throw new Error(`${others.length} more than one`);
    return first;
  };
  const askedOf = async (user: string) => {
    const id = idOf(await office.directory(), user);
    return (await noticesOf(office, 'contact_check')).filter(({ addressee }) => addressee.id === id);
  };

  test('are asked, and once more; the answer is kept and ends the asking', async () => {
    expect(await noticesOf(office, 'contact_check')).toEqual([]);
    const question = onlyOne(await morningOf(HA, '2025-08-01'));

    expect(await noticesOf(office, 'contact_check')).toHaveLength(2);
    expect(replyShown(await press(LAN, question, 'Vẫn như cũ'))).toMatch(/^popup: /);
    const kept = await press(HA, question, 'Vẫn như cũ');
    const twice = await press(HA, question, 'Vẫn như cũ');
    await morningOf(HA, '2025-08-04');
    const again = onlyOne(await morningOf(TUAN, '2025-08-18'));

    expect(replyShown(kept)).toContain('vẫn như cũ (01/08/2025)');
    expect(replyShown(twice)).toMatch(/^popup: .*vẫn như cũ \(01\/08\/2025\)/);
    expect(replyShown({ say: [again] })).toMatch(/^Kính gửi Trường THCS Ba Đình/);
    expect(await askedOf(HA)).toHaveLength(1);
    expect((await askedOf(TUAN)).map(({ slot }) => slot)).toEqual(['2025-08-01', '2025-08-16']);
  });

  test('are asked under what they are reminded of that morning, which an answer leaves there', async () => {
    const morning = onlyOne(await morningOf(HA, '2025-08-01'));
    const kept = await press(HA, morning, 'Vẫn như cũ');
    const steps = await press(HA, morning, '7 · Cập nhật');

    expect(replyShown({ say: [morning] })).toMatch(
      /^\*🔔 [\s\S]*\n\nKính gửi Trường THCS Giảng Võ[\s\S]*\[Mai nhắc lại\][^\n]*\n\[Vẫn như cũ\] \[Đổi đầu mối\]$/,
    );
    expect(replyShown({ say: kept.say ?? [] })).toContain('vẫn như cũ');
    expect(replyShown({ say: steps.say ?? [] })).toContain('[Đã hoàn thành]');
    expect([kept.edit, steps.edit]).toEqual([undefined, undefined]);
  });

  test('somebody else leads to a hand-over or an invitation', async () => {
    const next = await press(HA, onlyOne(await morningOf(HA, '2025-08-01')), 'Đổi đầu mối');

    expect(replyShown(next)).toContain('[Người mới]');
  });

  test('who serves two of them is asked of both at once; whoever serves none any more is not asked', async () => {
    const all = await office.directory();
    const two = all.units.find(({ code }) => code === 'THCS-BADINH');
    if (two === undefined) throw new Error('the sample has changed');
    const held = { role: 'focal_point', unitId: two.id, clusterId: null, standsInFor: null } as const;
    await tickAt(office, '2025-08-15T09:00:00+07:00');
    await relay.drain();
    await office.dependencies.unitOfWork.run(({ organisation }) =>
      organisation.addAppointment({ ...held, personId: idOf(all, HA), from: null, to: null }),
    );
    const both = onlyOne(await morningOf(HA, '2025-08-18'));
    const answered = await press(HA, both, '2 · Vẫn như cũ');

    const text = replyShown({ say: [both] });
    expect(text).toContain('*1 · Trường THCS Giảng Võ*\n• đầu mối: cô Lê Thu Hà');
    expect(text).toContain('*2 · Trường THCS Ba Đình*');
    expect(text).toContain('[2 · Vẫn như cũ]');
    expect(replyShown(answered)).toContain('Trường THCS Ba Đình vẫn như cũ');
    const [toTuan] = (await askedOf(TUAN)).filter(({ slot }) => slot === '2025-08-16');
    expect(toTuan).toBeDefined();
  });

  test('are foreseen in what will be sent: opened, skipped, and then not asked', async () => {
    await tickAt(office, '2025-08-14T09:00:00+07:00');
    await relay.drain();
    const open = () => office.press(SECRETARY, SECRETARY, { kind: 'upcoming', skip: 0 });
    const lineOf = (list: Reply) =>
      replyShown(list)
        .split('\n')
        .find((line) => line.includes('Xác nhận đầu mối') && line.includes('Lê Thu Hà')) ?? '';
    const list = await open();
    const one = await press(SECRETARY, list, /^\d+/.exec(lineOf(list))?.[0] ?? 'not listed');
    await press(SECRETARY, one, 'Bỏ qua');
    const after = lineOf(await open());

    expect(replyShown(one)).toContain('Gửi lúc 08:30, Thứ Hai 18/08/2025');
    expect(replyShown(one)).toContain('• đầu mối: cô Lê Thu Hà');
    expect(replyShown(one)).toContain('[Gửi ngay] [Bỏ qua]');
    expect(after).toContain('đã bỏ qua');
    expect(await morningOf(HA, '2025-08-18')).toEqual([]);
  });
});
