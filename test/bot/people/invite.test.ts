import { beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../../support/office.ts';
import { LAN, SECRETARY, STRANGER, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { actionOf, messagesOf, pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const say = async (user: string, text: string, chat = user) => replyShown(await office.say(user, chat, text));

async function invited(unit = 'P-KIMMA'): Promise<string> {
  const said = await say(SECRETARY, `/moi ${unit}`);
  return /start=(\S+)/.exec(said)?.[1] ?? '';
}

async function introduced(user: string, code: string): Promise<void> {
  const asked = await office.say(user, user, `/start ${code}`);
  await pressed(office, user, asked, 'chị');
  await office.say(user, user, '  Đỗ Thị   Mai ');
  await office.say(user, user, 'Công chức Văn hoá');
}

async function asked() {
  const [invitation] = await office.read.invitations.inState('asked');
  if (invitation === undefined) throw new Error('nobody has asked');
  return invitation;
}

const personOf = async (user: string) =>
  (await office.directory()).identities.find((known) => known.user === user)?.personId;

const roleOf = async (user: string) => {
  const { identities, appointments } = await office.directory();
  const personId = identities.find((known) => known.user === user)?.personId;
  return appointments.filter((held) => held.personId === personId).map(({ role }) => role);
};

test('who confirms somebody sees who is in that place already', async () => {
  await introduced(STRANGER, await invited());

  const { id } = await asked();
  const confirmed = await office.press(SECRETARY, SECRETARY, { kind: 'join', invitation: id, answer: 'yes' });

  expect(replyShown(confirmed)).toContain('Hiện đang là đầu mối: đồng chí Phạm Văn Đức');
});

describe('inviting', () => {
  test('leads by buttons from clusters to units to a link', async () => {
    const clusters = await office.say(SECRETARY, SECRETARY, '/moi');
    const units = await pressed(office, SECRETARY, clusters, 'Cụm thi đua số 1');
    const issued = await pressed(office, SECRETARY, units, 'UBND phường Kim Mã');

    expect(replyShown(issued)).toContain('đầu mối của UBND phường Kim Mã');
    expect(replyShown(issued)).toMatch(/https:\/\/chat\.example\/bot\?start=moi_[\w-]{24}\n/);
    expect(replyShown(issued)).toContain('đến hết 18/11/2024');
  });

  test('a leader is invited by the button beside it', async () => {
    const issued = await office.say(SECRETARY, SECRETARY, '/invite UBND phường Kim Mã');
    const leader = await pressed(office, SECRETARY, issued, 'Mời thủ trưởng');

    expect(replyShown(leader)).toContain('thủ trưởng của UBND phường Kim Mã');
  });

  test('an approver or one more secretary is invited from the card of a unit outside the clusters', async () => {
    const { units } = await office.directory();
    const cardOf = async (code: string) => {
      const unit = units.find((one) => one.code === code)?.id;
      if (unit === undefined) throw new Error(`no unit ${code}`);
      return office.press(SECRETARY, SECRETARY, { kind: 'staff_unit', unit });
    };
    const issued = replyShown(await pressed(office, SECRETARY, await cardOf('PNV'), 'Mời người duyệt'));
    await introduced(STRANGER, /start=(\S+)/.exec(issued)?.[1] ?? '');
    const yes = { kind: 'join', invitation: (await asked()).id, answer: 'yes' } as const;
    const confirmed = replyShown(await office.press(SECRETARY, SECRETARY, yes));

    expect(replyShown(await cardOf('PNV'))).toContain('[Mời cán bộ thường trực]');
    expect(replyShown(await cardOf('P-KIMMA'))).not.toContain('Mời người duyệt');
    expect(issued).toContain('Lời mời làm người duyệt của Phòng Nội vụ');
    expect(confirmed).toContain('✔ Đã xác nhận, có hiệu lực từ hôm nay.');
    expect(await roleOf(STRANGER)).toEqual(['approver']);
  });

  test('a sheet holds a link for every unit that lacks somebody, as a table and as QR codes', async () => {
    const clusters = await office.say(SECRETARY, SECRETARY, '/moi');
    const sheet = await pressed(office, SECRETARY, clusters, 'Đơn vị chưa');
    const files = messagesOf(sheet).map(({ attachment }) => attachment);
    const { units } = await office.directory();
    const page = new TextDecoder().decode(files[1]?.bytes);
    const served = ['P-DIENBIEN', 'P-KIMMA', 'THCS-GIANGVO', 'THCS-BADINH', 'PNV'];
    const missing = units.filter(({ code }) => !served.includes(code));

    expect(files.map((file) => file?.name)).toEqual(['loi-moi.xlsx', 'loi-moi.html']);
    expect(page.match(/<svg/g)).toHaveLength(missing.length);
    expect(new Set(page.match(/start=moi_[\w-]{24}/g))).toHaveProperty('size', missing.length);
    expect(await office.read.invitations.inState('open')).toHaveLength(missing.length);
    expect(page).toContain('Lời mời làm đầu mối');
    expect(page).not.toContain('UBND phường Kim Mã');
  });

  test('the sheet of leaders is a press away', async () => {
    const clusters = await office.say(SECRETARY, SECRETARY, '/moi');
    const sheet = await pressed(office, SECRETARY, clusters, 'Đơn vị chưa');
    const leaders = await pressed(office, SECRETARY, sheet, 'Tệp mời thủ trưởng');
    const page = new TextDecoder().decode(messagesOf(leaders)[1]?.attachment?.bytes);

    expect(page).toContain('Lời mời làm thủ trưởng');
    expect(page).toContain('UBND phường Kim Mã');
    expect(page).not.toContain('UBND phường Điện Biên');
  });

  test('is for the secretariat, and never in a group', async () => {
    const issued = actionOf(await office.say(SECRETARY, SECRETARY, '/moi'), 'Đơn vị chưa');

    expect(await say(LAN, '/moi')).toContain('chỉ dành cho cán bộ');
    expect(replyShown(await office.press(LAN, LAN, issued))).toContain('chỉ dành cho cán bộ');
    expect(await say(SECRETARY, '/moi P-KIMMA', WARDS)).toContain('tin riêng');
    expect(await office.read.invitations.inState('open')).toEqual([]);
  });

  test('an unknown unit is said, and the clusters are offered', async () => {
    expect(await say(SECRETARY, '/moi Phường Không Có')).toContain('Chưa tìm thấy đơn vị');
  });

  test('a unit is found as people write it; of namesakes one is chosen', async () => {
    expect(await say(SECRETARY, '/moi phuong cong vi')).toContain('đầu mối của UBND phường Cống Vị');
    const both = await office.say(SECRETARY, SECRETARY, '/moi Giảng Võ');
    const school = await pressed(office, SECRETARY, both, 'Trường THCS Giảng Võ');

    expect(replyShown(both)).toContain('“Giảng Võ” là đơn vị nào?');
    expect(replyShown(both)).toContain('[UBND phường Giảng Võ]');
    expect(replyShown(school)).toContain('đầu mối của Trường THCS Giảng Võ');
  });
});

describe('using an invitation', () => {
  test('asks who somebody is, then the secretariat, and gives no right before that', async () => {
    await introduced(STRANGER, await invited());
    const invitation = await asked();
    const notices = await office.read.notices.list({
      states: ['planned'],
      from: office.clock.now(),
      to: office.clock.now(),
    });
    const { people } = await office.directory();

    expect(await roleOf(STRANGER)).toEqual([]);
    expect(people.find(({ id }) => id === invitation.personId)).toMatchObject({
      name: 'Đỗ Thị Mai',
      title: 'Công chức Văn hoá',
      address: 'chị',
    });
    expect(notices.filter(({ kind }) => kind === 'join_request')).toHaveLength(1);
    expect(await say(STRANGER, '/viec')).toContain('chưa được ghi nhận là đầu mối');
  });

  test('confirmed, the person serves the unit, once however often it is pressed', async () => {
    await introduced(STRANGER, await invited());
    const { id } = await asked();
    const yes = { kind: 'join', invitation: id, answer: 'yes' } as const;

    const first = replyShown(await office.press(SECRETARY, SECRETARY, yes));
    const second = replyShown(await office.press(SECRETARY, SECRETARY, { ...yes, answer: 'no' }));

    expect(first).toContain('✔ Đã xác nhận');
    expect(second).toContain('đã được xử lý trước đó');
    expect(await roleOf(STRANGER)).toEqual(['focal_point']);
    expect(await say(STRANGER, '/viec')).not.toContain('chưa được ghi nhận là đầu mối');
  });

  test('of two requests of one person both are confirmed, and the duty is held once', async () => {
    const [one, two] = [await invited(), await invited()];
    await office.say(STRANGER, STRANGER, `/start ${two}`);
    await introduced(STRANGER, one);
    await office.say(STRANGER, STRANGER, `/start ${two}`);
    const requests = await office.read.invitations.inState('asked');
    for (const { id } of requests) {
      await office.press(SECRETARY, SECRETARY, { kind: 'join', invitation: id, answer: 'yes' });
    }

    expect(requests).toHaveLength(2);
    expect(await roleOf(STRANGER)).toEqual(['focal_point']);
  });

  test('declined, nothing is given', async () => {
    await introduced(STRANGER, await invited());
    const { id } = await asked();

    const decided = await office.press(SECRETARY, SECRETARY, { kind: 'join', invitation: id, answer: 'no' });
    const again = await pressed(office, SECRETARY, decided, 'Mời đầu mối khác');

    expect(await roleOf(STRANGER)).toEqual([]);
    expect(replyShown(again)).toMatch(/đầu mối của UBND phường Kim Mã:\n\nhttps/);
  });

  test('who has themselves erased asks for nothing any more', async () => {
    await introduced(STRANGER, await invited());
    const { id } = await asked();
    await office.press(STRANGER, STRANGER, { kind: 'me', choice: 'erase-yes' });

    const yes = await office.press(SECRETARY, SECRETARY, { kind: 'join', invitation: id, answer: 'yes' });

    expect(replyShown(yes)).toContain('đã được xử lý trước đó');
    expect(await office.read.invitations.inState('confirmed')).toEqual([]);
  });

  test('nobody but the secretariat decides, the person least of all', async () => {
    await introduced(STRANGER, await invited());
    const { id } = await asked();

    for (const user of [STRANGER, LAN]) {
      const reply = await office.press(user, user, { kind: 'join', invitation: id, answer: 'yes' });
      expect(replyShown(reply)).toContain('chỉ dành cho cán bộ');
    }
    expect(await roleOf(STRANGER)).toEqual([]);
  });

  test('the same update again repeats the question', async () => {
    const code = await invited();
    const opening = office.incoming(STRANGER, STRANGER, {
      kind: 'text',
      text: `/start ${code}`,
      message: 'm1',
      addressed: true,
      repliesTo: null,
    });

    expect(replyShown(await office.converse(opening))).toBe(replyShown(await office.converse(opening)));
  });

  test('left and opened again, it goes on', async () => {
    const code = await invited();
    const first = await office.say(STRANGER, STRANGER, `/start ${code}`);
    await pressed(office, STRANGER, first, 'Huỷ');

    expect(await say(STRANGER, `/start ${code}`)).toContain('1/3');
  });

  test('posted in a group, it is not used up by whoever only opens it', async () => {
    const code = await invited();
    await say('999', `/start ${code}`);
    await introduced(STRANGER, code);

    expect((await asked()).personId).toBe(await personOf(STRANGER));
    expect(await say('998', `/start ${code}`)).toContain('đã được dùng');
    expect(await say(STRANGER, `/start ${code}`)).toContain('Đã chuyển đề nghị');
  });

  test('of two who have opened it the first to say who they are uses it up', async () => {
    const code = await invited();
    const first = await office.say('999', '999', `/start ${code}`);
    const second = await office.say(STRANGER, STRANGER, `/start ${code}`);
    await pressed(office, '999', first, 'anh');
    await pressed(office, STRANGER, second, 'chị');
    await say('999', 'Vũ Văn Khánh');
    await say(STRANGER, 'Đỗ Thị Mai');

    expect(await say('999', 'Công chức Văn hoá')).toContain('Đã chuyển đề nghị');
    expect(await say(STRANGER, 'Công chức Văn phòng')).toContain('đã được dùng');
    expect(await office.read.invitations.inState('asked')).toHaveLength(1);
    expect((await asked()).personId).toBe(await personOf('999'));
  });

  test('whoever serves the unit already needs none, and does not use it up', async () => {
    const code = await invited('P-DIENBIEN');

    expect(await say(LAN, `/start ${code}`)).toContain('đã nhận nhiệm vụ này rồi');
    expect(await say(STRANGER, `/start ${code}`)).toContain('1/3');
  });

  test('somebody with a name is not asked again: another unit goes straight to the secretariat', async () => {
    const said = await say(LAN, `/start ${await invited()}`);

    expect(said).toContain('Đã chuyển đề nghị');
    expect(said).not.toContain('hỏi ba điều');
    expect((await asked()).state).toBe('asked');
  });

  test.each(['moi_', 'moi_AAAAAAAAAAAAAAAAAAAAAAAA', 'moi_../../x'])(
    'a forged code, %s, opens nothing',
    async (code) => {
      expect(await say(STRANGER, `/start ${code}`)).toContain('không có trong hệ thống');
      expect(await roleOf(STRANGER)).toEqual([]);
    },
  );

  test('it may be used until the last day that it names is over', async () => {
    const code = await invited();
    office.moveTo('2024-11-18T23:59:59+07:00');
    expect(await say('999', `/start ${code}`)).toContain('1/3');
    office.moveTo('2024-11-19T00:00:00+07:00');

    expect(await say(STRANGER, `/start ${code}`)).toContain('hết hạn');
  });

  test('in a group it is not opened', async () => {
    expect(await say(STRANGER, `/start ${await invited()}`, WARDS)).toContain('tin riêng');
  });
});
