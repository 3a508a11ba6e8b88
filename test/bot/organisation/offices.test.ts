import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/app/ports/message.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { actorOf } from '../../../src/core/access/actor.ts';
import type { Office as ClusterOffice } from '../../../src/core/organisation/cluster.ts';
import { membersOf, officeHolders, personAt } from '../../../src/core/organisation/directory.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { instant, type Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import { rendered } from '../../support/rendered.ts';
import { DUC, LAN, LEADER, SECRETARY, STRANGER, sampleOffice } from '../../support/sample-office.ts';
import { linesTold, noticesOf, tickAt, walkTo } from '../../support/time-passes.ts';
import { pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
});

const press = (user: string, reply: Reply | Message, label: string) => pressed(office, user, reply, label);

const clusterCalled = async (code: string) => {
  const found = (await office.directory()).clusters.find((cluster) => cluster.code === code);
  if (found === undefined) throw new Error(`no cluster ${code}`);
  return found.id;
};

const holders = async (kind: ClusterOffice, day: string, code = 'CUM1') => {
  const all = await office.directory();
  return officeHolders(all, await clusterCalled(code), kind, dateOf(day)).map((unit) => unit.code);
};

/** What the secretary is asked, as it is drawn at that moment: under what else they are reminded of that morning. */
async function question() {
  const [notice] = (await noticesOf(office, 'rotation')).slice(-1);
  if (notice === undefined) throw new Error('nobody was asked');
  const beside = await office.read.notices.bySlot('reminder', notice.addressee, notice.slot);
  return rendered(office, beside ?? notice);
}

describe('before the year ends', () => {
  test('the secretary is asked in December, in office hours, and again a week later', async () => {
    await tickAt(office, '2024-11-29T10:00:00+07:00');
    expect(await noticesOf(office, 'rotation')).toEqual([]);

    await walkTo(office, '2024-12-09T10:00:00+07:00');

    const asked = await noticesOf(office, 'rotation');
    expect(asked.map(({ slot }) => slot)).toEqual(['2024-12-02', '2024-12-09']);
    expect(asked.every(({ at }) => at >= instant('2024-12-02T08:30:00+07:00'))).toBe(true);
    expect(replyShown({ say: [await question()] })).toContain('Từ 01/01/2025 đơn vị nào làm Cụm trưởng');
  });

  test('answered by buttons, it holds from the day; the old head goes on as a member', async () => {
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const card = await press(SECRETARY, await question(), 'Cụm thi đua số 1');
    const units = await press(SECRETARY, card, 'Cụm trưởng');
    const asked = await press(SECRETARY, units, 'UBND phường Kim Mã');
    const named = await press(SECRETARY, asked, 'Xác nhận');

    expect(replyShown(asked)).toContain('UBND phường Kim Mã làm Cụm trưởng Cụm thi đua số 1 từ 01/01/2025?');
    expect(replyShown(named)).toContain(
      'Từ 01/01/2025 đến hết 31/12/2025, UBND phường Kim Mã làm Cụm trưởng',
    );
    expect(await holders('lead', '2024-12-31')).toEqual(['P-DIENBIEN']);
    expect(await holders('lead', '2025-01-01')).toEqual(['P-KIMMA']);
    const members = membersOf(await office.directory(), await clusterCalled('CUM1'), dateOf('2025-01-01'));
    expect(members.map(({ code }) => code)).toContain('P-DIENBIEN');
    expect((await office.read.audit.about(await clusterCalled('CUM1'))).map(({ action }) => action)).toEqual([
      'office.named',
      'office.term_set',
    ]);
  });

  test('once answered nobody is asked again', async () => {
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const card = await press(SECRETARY, await question(), 'Cụm thi đua số 1');
    const kept = await press(SECRETARY, card, 'Vẫn như cũ');
    const twice = await press(SECRETARY, card, 'Vẫn như cũ');
    await tickAt(office, '2025-01-10T09:00:00+07:00');

    expect(replyShown(kept)).toContain('UBND phường Điện Biên làm Cụm trưởng');
    expect(twice.answer?.popup).toBe(true);
    expect(twice.edit?.buttons).toEqual(kept.edit?.buttons);
    expect(await noticesOf(office, 'rotation')).toHaveLength(1);
    expect(await holders('lead', '2025-06-01')).toEqual(['P-DIENBIEN']);
    expect(await holders('deputy', '2025-06-01')).toEqual(['P-KIMMA']);
  });

  test('two deputies stay both', async () => {
    await office.dependencies.unitOfWork.run(async ({ organisation }) => {
      const { memberships, units } = await organisation.directory();
      const cluster = await clusterCalled('CUM1');
      const second = units.find(({ code }) => code === 'P-CONGVI')?.id;
      const rows = memberships.filter(({ clusterId }) => clusterId === cluster);
      await organisation.replaceMemberships(
        cluster,
        rows.map((row) => (row.unitId === second ? { ...row, office: 'deputy' } : row)),
      );
    });
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const kept = await press(
      SECRETARY,
      await press(SECRETARY, await question(), 'Cụm thi đua số 1'),
      'Vẫn như cũ',
    );

    expect((await holders('deputy', '2025-06-01')).toSorted()).toEqual(['P-CONGVI', 'P-KIMMA']);
    expect(replyShown(kept)).not.toContain('chưa có');
  });

  test('whoever was named first hears when another is named instead', async () => {
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const card = await press(SECRETARY, await question(), 'Cụm thi đua số 1');
    for (const name of ['UBND phường Kim Mã', 'UBND phường Cống Vị']) {
      const units = await press(SECRETARY, card, 'Cụm trưởng');
      await press(SECRETARY, await press(SECRETARY, units, name), 'Xác nhận');
    }
    const duc = personAt(await office.directory(), 'telegram', DUC)?.id;
    const [told] = (await noticesOf(office, 'office_named')).filter(({ addressee }) => addressee.id === duc);
    if (told === undefined) throw new Error('not told');

    expect(replyShown({ say: [await rendered(office, told)] })).toContain(
      'UBND phường Cống Vị làm Cụm trưởng',
    );
  });

  test('of a new head’s cluster it is said that nobody is deputy yet', async () => {
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const card = await press(SECRETARY, await question(), 'Cụm thi đua số 1');
    const asked = await press(SECRETARY, await press(SECRETARY, card, 'Cụm trưởng'), 'UBND phường Kim Mã');
    const named = await press(SECRETARY, asked, 'Xác nhận');
    const deputy = await press(SECRETARY, await press(SECRETARY, named, 'Cụm phó'), 'UBND phường Cống Vị');
    const other = await press(SECRETARY, await press(SECRETARY, named, 'Cụm trưởng'), 'UBND phường Cống Vị');

    expect(replyShown(named)).toContain('Từ 01/01/2025 chưa có Cụm phó.');
    for (const asks of [deputy, other]) expect(replyShown(asks)).toContain('từ 01/01/2025?');
    expect(replyShown(await press(SECRETARY, deputy, 'Xác nhận'))).not.toContain('chưa có Cụm phó');
  });

  test('a question that was answered meanwhile is not said', async () => {
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const [notice] = await noticesOf(office, 'rotation');
    const card = await press(SECRETARY, await question(), 'Cụm thi đua số 1');
    await press(SECRETARY, card, 'Vẫn như cũ');

    if (notice === undefined) throw new Error('nobody was asked');
    await expect(rendered(office, notice)).rejects.toThrow('answered');
  });

  test('the same press twice, and the same update again, change nothing more', async () => {
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const cluster = await clusterCalled('CUM1');
    const unit = (await office.directory()).units.find(({ code }) => code === 'P-KIMMA')?.id;
    if (unit === undefined) throw new Error('no unit');
    const set = { kind: 'office_set', cluster, unit, office: 'lead', from: dateOf('2025-01-01') } as const;

    const first = replyShown(await office.press(SECRETARY, SECRETARY, set, { effectKey: 'once' }));
    const before = (await office.directory()).memberships;
    const again = replyShown(
      await office.press(SECRETARY, SECRETARY, set, { effectKey: 'once', again: true }),
    );
    await office.press(SECRETARY, SECRETARY, set);

    expect(again).toBe(first);
    expect((await office.directory()).memberships).toEqual(before);
    expect(await office.read.handOvers.open()).toHaveLength(1);
  });

  test('another day is typed', async () => {
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const card = await press(SECRETARY, await question(), 'Cụm thi đua số 1');
    const units = await press(SECRETARY, card, 'Cụm phó');
    const asked = await press(SECRETARY, units, 'UBND phường Cống Vị');
    await press(SECRETARY, asked, 'Ngày khác');

    const unclear = replyShown(await office.say(SECRETARY, SECRETARY, 'để sau'));
    const typed = await office.say(SECRETARY, SECRETARY, '16/01/2025');
    await press(SECRETARY, typed, 'Xác nhận');

    expect(unclear).toContain('Chưa đọc được ngày');
    expect(replyShown(typed)).toContain('từ 16/01/2025?');
    expect(await holders('deputy', '2025-01-16')).toEqual(['P-CONGVI']);
  });

  test('it stands among what waits for the secretary', async () => {
    await tickAt(office, '2024-12-02T09:00:00+07:00');

    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');

    expect(replyShown(inbox)).toContain('Cụm cần biết Cụm trưởng 1');
  });
});

describe('while nobody is named', () => {
  test('the cluster’s tasks go to the secretary, never to the old head', async () => {
    await tickAt(office, '2025-03-18T10:00:00+07:00');

    const told = (await linesTold(office, 'reminder')).filter((line) => /: 3 of Cụm thi đua số 1/.test(line));
    expect(told).not.toEqual([]);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((line) => !line.includes('Trần Thị Hương'))).toEqual([]);
    const lan = personAt(await office.directory(), 'telegram', LAN);
    const held = lan === null ? null : actorOf(await office.directory(), lan.id, dateOf('2025-03-18'));
    expect(held?.headedClusterIds).toEqual([]);
  });

  test('who asks for the head is told that there is none, and whom to ask', async () => {
    await tickAt(office, '2025-01-06T10:00:00+07:00');

    expect(replyShown(await office.say(LAN, LAN, 'cum truong cum 1 la ai'))).toBe(
      'Cụm thi đua số 1: hiện chưa có Cụm trưởng. Đề nghị liên hệ Thường trực HĐ TĐKT.',
    );
  });

  test('a head named late hears from then on, and the secretary no more', async () => {
    await tickAt(office, '2025-01-20T10:00:00+07:00');
    const card = await press(SECRETARY, await question(), 'Cụm thi đua số 1');
    expect(replyShown(card)).toContain('Từ 20/01/2025 chưa có Cụm trưởng');
    const asked = await press(SECRETARY, await press(SECRETARY, card, 'Cụm trưởng'), 'UBND phường Kim Mã');
    await press(SECRETARY, asked, 'Xác nhận');
    await tickAt(office, '2025-03-18T10:00:00+07:00');

    const told = (await linesTold(office, 'reminder')).filter((line) => /: 3 of Cụm thi đua số 1/.test(line));
    expect(told.map((line) => line.slice(11, 24))).toEqual(['Phạm Văn Đức:']);
  });

  test('a program that was away over New Year ends the term before it reminds', async () => {
    await tickAt(office, '2025-03-18T10:00:00+07:00');

    expect(await holders('lead', '2025-03-18')).toEqual([]);
    expect(await holders('lead', '2025-03-17')).toEqual(['P-DIENBIEN']);
    const told = (await linesTold(office, 'reminder')).filter((line) => /: 3 of Cụm thi đua số 1/.test(line));
    expect(told.every((line) => line.includes('Trần Thị Hương'))).toBe(true);
  });
});

test('schools are asked in August, from 1 September', async () => {
  await tickAt(office, '2025-08-01T09:00:00+07:00');

  const read = (await relayOver(office).drain()).filter(({ address }) => address.chat === SECRETARY);
  expect(replyShown({ say: read.map(({ message }) => message) })).toContain(
    'Cụm thi đua THCS số 1: nhiệm kỳ đến hết 31/08/2025. Từ 01/09/2025',
  );
});

test('an office that does not rotate is not asked', async () => {
  const page = await office.say(SECRETARY, SECRETARY, '/caidat');
  const options = await press(SECRETARY, page, 'Luân phiên');
  await press(SECRETARY, options, 'không luân phiên');

  await tickAt(office, '2025-01-20T10:00:00+07:00');

  expect(await noticesOf(office, 'rotation')).toEqual([]);
  expect(await holders('lead', '2025-01-20')).toEqual(['P-DIENBIEN']);
});

describe('the units concerned', () => {
  async function kimMaNamed() {
    await tickAt(office, '2024-12-02T09:00:00+07:00');
    const card = await press(SECRETARY, await question(), 'Cụm thi đua số 1');
    const asked = await press(SECRETARY, await press(SECRETARY, card, 'Cụm trưởng'), 'UBND phường Kim Mã');
    await press(SECRETARY, asked, 'Xác nhận');
    const sheets = await noticesOf(office, 'hand_over');
    const people = (await office.directory()).people;
    return new Map(
      await Promise.all(
        sheets.map(async (notice) => {
          const name = people.find(({ id }) => id === notice.addressee.id)?.name ?? '';
          return [name, await rendered(office, notice)] as const;
        }),
      ),
    );
  }

  test('both get the sheet, each with its own button, and both confirm', async () => {
    const sheets = await kimMaNamed();
    const [giver, taker] = [sheets.get('Nguyễn Thị Lan'), sheets.get('Phạm Văn Đức')];
    if (giver === undefined || taker === undefined) throw new Error('no sheet');

    expect([...sheets.keys()].toSorted()).toEqual(['Nguyễn Thị Lan', 'Nguyễn Văn Bình', 'Phạm Văn Đức']);
    expect(replyShown({ say: [giver] })).toContain('[Đã bàn giao]');
    expect(replyShown({ say: [giver] })).toContain('20/12 · 6.'.replace('20', '19'));
    expect(replyShown({ say: [giver] })).toContain('Nhóm: Cụm thi đua số 1');
    expect(replyShown({ say: [taker] })).toContain('[Đã nhận]');

    await press(LEADER, giver, 'Đã bàn giao');
    const done = await press(DUC, taker, 'Đã nhận');

    expect(replyShown(done)).toContain('Bên giao: ✔ đồng chí Nguyễn Văn Bình');
    expect(replyShown(done)).toContain('Bên nhận: ✔ đồng chí Phạm Văn Đức');
    expect(await office.read.handOvers.open()).toEqual([]);
  });

  test('neither side confirms for the other, nor does anybody else', async () => {
    const giver = (await kimMaNamed()).get('Nguyễn Thị Lan');
    if (giver === undefined) throw new Error('no sheet');

    expect(replyShown(await press(DUC, giver, 'Đã bàn giao'))).toContain('bên kia');
    expect(replyShown(await press(STRANGER, giver, 'Đã bàn giao'))).toContain('popup');
    expect(await office.read.handOvers.open()).toHaveLength(1);
  });

  test('a second naming takes the first hand-over back', async () => {
    const taker = (await kimMaNamed()).get('Phạm Văn Đức');
    const cluster = await clusterCalled('CUM1');
    const unit = (await office.directory()).units.find(({ code }) => code === 'P-CONGVI')?.id;
    if (taker === undefined || unit === undefined) throw new Error('no sheet');
    const from = dateOf('2025-01-01');
    await office.press(SECRETARY, SECRETARY, { kind: 'office_set', cluster, unit, office: 'lead', from });

    expect(replyShown(await press(DUC, taker, 'Đã nhận'))).toContain('không còn hiệu lực');
  });
});

describe('others', () => {
  test.each([LAN, LEADER, STRANGER])('do not name heads: %s', async (user) => {
    const cluster = await clusterCalled('CUM1');
    const before = (await office.directory()).memberships;
    const unit = before[1]?.unitId;
    if (unit === undefined) throw new Error('no unit');
    const of = { cluster, unit, office: 'lead', from: dateOf('2025-01-01') } as const;

    for (const action of [
      { kind: 'offices' },
      { kind: 'office_cluster', cluster },
      { kind: 'office_ask', ...of },
      { kind: 'office_set', ...of },
      { kind: 'office_keep', cluster },
    ] as const) {
      expect(replyShown(await office.press(user, user, action))).toMatch(/popup: .*(cán bộ|chưa)/);
    }
    expect((await office.directory()).memberships).toEqual(before);
  });

  test('a unit of another cluster is not named', async () => {
    const cluster = await clusterCalled('CUM1');
    const unit = (await office.directory()).units.find(({ code }) => code === 'THCS-BADINH')?.id;
    if (unit === undefined) throw new Error('no unit');

    const reply = await office.press(SECRETARY, SECRETARY, {
      kind: 'office_set',
      cluster,
      unit,
      office: 'lead',
      from: dateOf('2025-01-01'),
    });

    expect(replyShown(reply)).toContain('không thuộc Cụm');
  });
});
