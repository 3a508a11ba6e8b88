import { beforeEach, describe, expect, test } from 'vitest';
import { endUnit } from '../../../src/app/organisation/end-unit.ts';
import { unownedWork } from '../../../src/app/overview/unowned-work.ts';
import type { Message } from '../../../src/app/ports/message.ts';
import { reportProgress } from '../../../src/app/report/report-progress.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { actorOf } from '../../../src/core/access/actor.ts';
import type { UnitId } from '../../../src/core/id.ts';
import { isMissing } from '../../../src/core/launch/launch.ts';
import type { Obligation } from '../../../src/core/obligation/obligation.ts';
import {
  clusterOf,
  membersOf,
  officeHolders,
  personAt,
  unitById,
} from '../../../src/core/organisation/directory.ts';
import { remindedOf } from '../../../src/core/reminder/addressees.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { isOpen } from '../../../src/core/work/work-state.ts';
import { obligationOf } from '../../app/obligation-of.ts';
import { launched } from '../../support/launch.ts';
import type { Office } from '../../support/office.ts';
import { rendered } from '../../support/rendered.ts';
import { DUC, LAN, LEADER, SECRETARY, STRANGER, sampleOffice, WARDS } from '../../support/sample-office.ts';
import { noticesOf, tickAt } from '../../support/time-passes.ts';
import { pressed, replyShown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
});

const press = (user: string, reply: Reply | Message, label: string) => pressed(office, user, reply, label);

const unitCalled = async (code: string): Promise<UnitId> => {
  const id = (await office.directory()).units.find((unit) => unit.code === code)?.id;
  if (id === undefined) throw new Error(`no unit ${code}`);
  return id;
};

const begin = async (code: string, kind: 'unit_end' | 'unit_rename') =>
  office.press(SECRETARY, SECRETARY, { kind, unit: await unitCalled(code) });

/** Ends a unit by buttons and words: its last day, then who comes after it. */
async function end(code: string, lastOn: string, heirs: readonly string[]) {
  await begin(code, 'unit_end');
  let asked = await office.say(SECRETARY, SECRETARY, lastOn);
  for (const heir of heirs) asked = await office.say(SECRETARY, SECRETARY, heir);
  const check = await press(SECRETARY, asked, heirs.length === 0 ? 'Không có' : 'Tiếp');
  return press(SECRETARY, check, 'Xác nhận');
}

const openOf = async (code: string): Promise<Obligation[]> =>
  office.read.obligations.openOf([await unitCalled(code)]);

describe('a unit that is renamed', () => {
  test('is found by both names; what was written before keeps the old one', async () => {
    await office.press(SECRETARY, SECRETARY, {
      kind: 'invite_unit',
      unit: await unitCalled('P-KIMMA'),
      role: 'leader',
    });
    office.moveTo('2025-02-03T09:00:00+07:00');
    await begin('P-KIMMA', 'unit_rename');
    const renamed = await office.say(SECRETARY, SECRETARY, '  UBND phường   Ngọc Khánh Mới ');

    expect(replyShown(renamed)).toContain('UBND phường Kim Mã đổi tên thành UBND phường Ngọc Khánh Mới');
    expect(replyShown(renamed)).toContain('Trước đây: UBND phường Kim Mã (đến hết 02/02/2025)');
    for (const name of ['UBND phường Kim Mã', 'UBND phường Ngọc Khánh Mới']) {
      expect(replyShown(await office.say(SECRETARY, SECRETARY, `tiến độ ${name}`))).toContain(
        'Ngọc Khánh Mới',
      );
    }
    const audit = replyShown(await office.say(SECRETARY, SECRETARY, '/nhatky'));
    expect(audit).toContain('UBND phường Kim Mã · thủ trưởng');
    expect(audit).toContain('UBND phường Kim Mã → UBND phường Ngọc Khánh Mới');
    expect(await noticesOf(office, 'unit_changed')).toHaveLength(1);
  });

  test('twice in a day keeps the first name alone as its former one', async () => {
    for (const name of ['UBND phường A', 'UBND phường B']) {
      await begin('P-KIMMA', 'unit_rename');
      await office.say(SECRETARY, SECRETARY, name);
    }

    const unit = unitById(await office.directory(), await unitCalled('P-KIMMA'));
    expect(unit.formerNames).toEqual([{ name: 'UBND phường Kim Mã', until: '2024-11-03' }]);
  });

  test('not as another is called, nor with nothing', async () => {
    await begin('P-KIMMA', 'unit_rename');

    expect(replyShown(await office.say(SECRETARY, SECRETARY, '123'))).toContain('Tên cần có chữ');
    expect(replyShown(await office.say(SECRETARY, SECRETARY, 'ubnd phuong cong vi'))).toContain(
      'Đã có đơn vị',
    );
    expect(unitById(await office.directory(), await unitCalled('P-KIMMA')).name).toBe('UBND phường Kim Mã');
  });
});

test('the card of a unit names whom to call there', async () => {
  const card = await office.press(SECRETARY, SECRETARY, {
    kind: 'staff_unit',
    unit: await unitCalled('P-CONGVI'),
  });

  expect(replyShown(card)).toContain(
    '☎ Đặng Thu Trang · Công chức Văn phòng - Thống kê · 024 5550 0103\n☎ Trần Đình Sơn · Chủ tịch UBND phường',
  );
});

describe('a unit that is merged', () => {
  test('into one that is there, written short; namesakes are asked about, a new name founds', async () => {
    await begin('P-KIMMA', 'unit_end');
    await office.say(SECRETARY, SECRETARY, '31/12/2024');

    const asked = replyShown(await office.say(SECRETARY, SECRETARY, 'phường Ngọc Hà'));
    expect(asked).toContain('→ UBND phường Ngọc Hà\n');
    expect(asked).toContain('[✔ UBND phường Ngọc Hà]');
    expect(replyShown(await office.say(SECRETARY, SECRETARY, 'Giảng Võ'))).toContain('Đề nghị chọn ở dưới');
    expect(replyShown(await office.say(SECRETARY, SECRETARY, 'UBND phường Ba Đình'))).toContain(
      '→ UBND phường Ba Đình (thành lập mới)',
    );
  });

  test('into another: its places end, its open work passes, its people act no more', async () => {
    const before = (await openOf('P-KIMMA')).length;
    const ended = await end('P-KIMMA', '31/12/2024', ['UBND phường Cống Vị']);

    expect(replyShown(ended)).toContain('kết thúc sau ngày 31/12/2024; kế thừa: UBND phường Cống Vị');
    const all = await office.directory();
    const id = await unitCalled('P-KIMMA');
    expect(clusterOf(all, id, dateOf('2024-12-31'))?.code).toBe('CUM1');
    expect(clusterOf(all, id, dateOf('2025-01-01'))).toBeNull();
    const duc = personAt(all, 'telegram', DUC);
    if (duc === null) throw new Error('nobody');
    expect(actorOf(all, duc.id, dateOf('2024-12-31')).unitIds).toEqual([id]);
    expect(actorOf(all, duc.id, dateOf('2025-01-01')).unitIds).toEqual([]);
    expect(before).toBeGreaterThan(0);
    expect((await openOf('P-KIMMA')).filter(({ dueOn }) => dueOn !== null && dueOn > '2024-12-31')).toEqual(
      [],
    );
  });

  test('is asked about by its old name: those in its place answer, and what was before stays its own', async () => {
    await end('P-KIMMA', '31/12/2024', ['UBND phường Cống Vị']);
    await end('PNV', '31/12/2024', ['Phòng Văn hoá - Xã hội']);
    await end('P-TRUCBACH', '31/12/2024', ['UBND phường Ngọc Hà', 'UBND phường Giảng Võ']);
    office.moveTo('2025-01-06T09:00:00+07:00');
    const ask = async (text: string) => replyShown(await office.say(SECRETARY, SECRETARY, text));

    const now = await ask('phường Kim Mã tháng 1 có việc gì');
    expect(now).toContain('UBND phường Kim Mã nay là UBND phường Cống Vị');
    expect(now).toContain('7. Tổ chức Hội nghị');
    expect(await ask('phường Kim Mã tháng 11/2024 có việc gì')).not.toContain('nay là');
    expect(await ask('phường Cống Vị tháng 1 có việc gì')).not.toContain('nay là');
    expect(await ask('phường Trúc Bạch tháng 1 có việc gì')).toContain('[UBND phường Ngọc Hà]');
    expect(await ask('mục 10 ai chủ trì')).toContain('Phòng Nội vụ (nay là Phòng Văn hoá - Xã hội)');
    expect(await ask('UBND quận Kim Mã tháng 1 có việc gì')).not.toContain('UBND phường');
  });

  test('what was open on its last day passes when it is over, with where it stands', async () => {
    const mine = await obligationOf(office, { task: '7', owner: 'UBND phường Kim Mã' });
    await reportProgress(office.dependencies, office.request(DUC), mine.id, { kind: 'percent', percent: 50 });
    await end('P-KIMMA', '15/01/2025', ['UBND phường Kim Mã Mới']);
    expect((await office.read.obligations.byId(mine.id))?.state).toBe('in_progress');

    await tickAt(office, '2025-01-17T09:00:00+07:00');

    const old = await office.read.obligations.byId(mine.id);
    const heir = (await office.directory()).units.find(({ name }) => name === 'UBND phường Kim Mã Mới');
    const passed = heir === undefined ? [] : await office.read.obligations.openOf([heir.id]);
    expect(old?.state).toBe('withdrawn');
    expect(await office.read.reports.of(mine.id)).toHaveLength(1);
    expect(
      passed.find(({ taskId, periodKey }) => taskId === mine.taskId && periodKey === mine.periodKey),
    ).toMatchObject({
      state: 'in_progress',
      percent: 50,
      dueOn: mine.dueOn,
    });
  });

  test('with others into one new unit, which is offered once it is named', async () => {
    await end('P-KIMMA', '31/12/2024', ['UBND phường Ba Đình']);
    await begin('P-CONGVI', 'unit_end');
    const asked = await office.say(SECRETARY, SECRETARY, '31/12/2024');
    const check = await press(SECRETARY, await press(SECRETARY, asked, 'UBND phường Ba Đình'), 'Tiếp');
    await press(SECRETARY, check, 'Xác nhận');

    const { units } = await office.directory();
    const founded = units.filter(({ name }) => name === 'UBND phường Ba Đình');
    expect(founded).toHaveLength(1);
    for (const code of ['P-KIMMA', 'P-CONGVI']) {
      expect(unitById(await office.directory(), await unitCalled(code)).successorIds).toEqual([
        founded[0]?.id,
      ]);
    }
  });

  test('with others into one new unit, all bring their people, who are told', async () => {
    await end('P-CONGVI', '31/12/2024', ['UBND phường Ba Đình']);
    await begin('P-KIMMA', 'unit_end');
    const asked = await office.say(SECRETARY, SECRETARY, '31/12/2024');
    const check = await press(SECRETARY, await press(SECRETARY, asked, 'UBND phường Ba Đình'), 'Tiếp');
    const ended = await press(SECRETARY, check, 'Xác nhận');

    const all = await office.directory();
    const heir = all.units.find(({ name }) => name === 'UBND phường Ba Đình');
    const duc = personAt(all, 'telegram', DUC);
    if (duc === null) throw new Error('nobody');
    expect(actorOf(all, duc.id, dateOf('2025-01-01')).unitIds).toEqual([heir?.id]);
    const [told] = await noticesOf(office, 'unit_changed');
    if (told === undefined) throw new Error('nobody was told');
    office.moveTo('2024-11-04T08:30:00+07:00');
    expect(replyShown({ say: [await rendered(office, told)] })).toContain(
      'Từ 01/01/2025, đồng chí là đầu mối của UBND phường Ba Đình.',
    );

    await press(SECRETARY, ended, 'Hoàn tác');
    expect(actorOf(await office.directory(), duc.id, dateOf('2025-01-01')).unitIds).toEqual([
      await unitCalled('P-KIMMA'),
    ]);
  });

  test('with another that the same person serves: of the one taken back, the other brings them still', async () => {
    const duc = personAt(await office.directory(), 'telegram', DUC);
    if (duc === null) throw new Error('nobody');
    const held = { personId: duc.id, role: 'focal_point', clusterId: null, from: null, to: null } as const;
    const congvi = await unitCalled('P-CONGVI');
    await office.dependencies.unitOfWork.run(({ organisation }) =>
      organisation.addAppointment({ ...held, unitId: congvi, standsInFor: null }),
    );
    const first = await end('P-DOICAN', '31/12/2024', ['UBND phường Ba Đình']);
    const into = async (code: string) => {
      await begin(code, 'unit_end');
      const asked = await office.say(SECRETARY, SECRETARY, '31/12/2024');
      const check = await press(SECRETARY, await press(SECRETARY, asked, 'UBND phường Ba Đình'), 'Tiếp');
      return press(SECRETARY, check, 'Xác nhận');
    };
    const ended = await into('P-KIMMA');
    const last = await into('P-CONGVI');
    const actsFor = async () => {
      const all = await office.directory();
      return actorOf(all, duc.id, dateOf('2025-01-01')).unitIds.map((id) => unitById(all, id).name);
    };

    expect(replyShown(await press(SECRETARY, first, 'Hoàn tác'))).toContain('cũng nhập vào đơn vị mới này');
    await press(SECRETARY, ended, 'Hoàn tác');
    expect((await actsFor()).toSorted()).toEqual(['UBND phường Ba Đình', 'UBND phường Kim Mã']);
    await press(SECRETARY, last, 'Hoàn tác');
    expect((await actsFor()).toSorted()).toEqual(['UBND phường Cống Vị', 'UBND phường Kim Mã']);
  });

  test('into none, is said to have ended where it is asked about; its history is found by a part of its name', async () => {
    await end('P-KIMMA', '31/12/2024', []);
    office.moveTo('2025-01-06T09:00:00+07:00');

    const now = replyShown(await office.say(SECRETARY, SECRETARY, 'phường Kim Mã làm đến đâu'));
    const log = replyShown(await office.say(SECRETARY, SECRETARY, '/nhatky kim ma'));

    expect(now).toContain('UBND phường Kim Mã đã kết thúc sau ngày 31/12/2024.');
    expect(log).toContain('Nhật ký · UBND phường Kim Mã');
    expect(log).toContain('kết thúc đơn vị');
  });

  test('since yesterday: its people act for it no more, and are told', async () => {
    await end('P-KIMMA', '03/11/2024', ['UBND phường Điện Biên']);
    const all = await office.directory();
    const told = (await noticesOf(office, 'unit_changed')).map(
      ({ addressee }) => all.people.find(({ id }) => id === addressee.id)?.name,
    );

    expect(new Set(told)).toEqual(new Set(['Nguyễn Thị Lan', 'Nguyễn Văn Bình', 'Phạm Văn Đức']));
  });

  test('into one new unit, which takes its people and its office along', async () => {
    await end('P-DIENBIEN', '30/11/2024', ['UBND phường Ba Đình']);

    const all = await office.directory();
    const heir = all.units.find(({ name }) => name === 'UBND phường Ba Đình');
    const cluster = all.clusters.find(({ code }) => code === 'CUM1');
    const lan = personAt(all, 'telegram', LAN);
    if (heir === undefined || cluster === undefined || lan === null) throw new Error('no heir');
    expect(officeHolders(all, cluster.id, 'lead', dateOf('2024-11-30')).map(({ code }) => code)).toEqual([
      'P-DIENBIEN',
    ]);
    expect(officeHolders(all, cluster.id, 'lead', dateOf('2024-12-01')).map(({ name }) => name)).toEqual([
      'UBND phường Ba Đình',
    ]);
    expect(actorOf(all, lan.id, dateOf('2024-12-01')).unitIds).toEqual([heir.id]);
    expect(actorOf(all, lan.id, dateOf('2024-12-01')).headedClusterIds).toEqual([cluster.id]);
  });

  test('split in two new ones, each owes what it owed', async () => {
    const before = await openOf('P-KIMMA');
    await end('P-KIMMA', '30/11/2024', ['UBND phường Một', 'UBND phường Hai']);
    await tickAt(office, '2024-12-02T09:00:00+07:00');

    for (const name of ['UBND phường Một', 'UBND phường Hai']) {
      const unit = (await office.directory()).units.find((one) => one.name === name);
      const open = unit === undefined ? [] : await office.read.obligations.openOf([unit.id]);
      const dated = (list: readonly Obligation[]) =>
        new Set(
          list.filter(({ dueOn }) => dueOn !== null).map(({ taskId, periodKey }) => `${taskId} ${periodKey}`),
        );
      for (const key of dated(before)) expect([...dated(open)]).toContain(key);
    }
    expect(await openOf('P-KIMMA')).toEqual([]);
  });
});

describe('the end of a unit', () => {
  const everything = async () => {
    const { units, memberships, appointments } = await office.directory();
    const obligations = await office.read.obligations.inRange(dateOf('2024-11-01'), dateOf('2026-01-31'));
    const isNow = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) =>
      validFrom === null || validTo === null || validFrom <= validTo;
    return {
      units: units.filter(isNow).toSorted((a, b) => a.code.localeCompare(b.code)),
      memberships: memberships.map((row) => JSON.stringify(row)).toSorted(),
      appointments: appointments.map((row) => JSON.stringify(row)).toSorted(),
      open: obligations
        .filter(({ state }) => isOpen(state))
        .map(({ id, state, percent, nextStageOn, owner }) =>
          JSON.stringify([id, state, percent, nextStageOn, owner.id]),
        )
        .toSorted(),
    };
  };

  test.each([
    ['one that stood beside it', 'P-KIMMA', ['UBND phường Cống Vị']],
    ['one new unit', 'P-DIENBIEN', ['UBND phường Ba Đình']],
    ['two new units', 'P-KIMMA', ['UBND phường Một', 'UBND phường Hai']],
    ['nobody', 'VHTT', []],
  ])('that passes to %s is taken back by a button, and everything is as before', async (_, code, heirs) => {
    const mine = await obligationOf(office, { task: '7', owner: 'UBND phường Kim Mã' });
    await reportProgress(office.dependencies, office.request(DUC), mine.id, { kind: 'percent', percent: 50 });
    const before = await everything();
    const ended = await end(code, '31/12/2024', heirs);
    expect(await everything()).not.toEqual(before);

    office.moveTo('2024-12-31T16:00:00+07:00');
    const card = await press(SECRETARY, ended, 'Hoàn tác');
    const again = await press(SECRETARY, ended, 'Hoàn tác');

    expect(await everything()).toEqual(before);
    for (const reply of [card, again]) expect(reply.answer?.text).toContain('tiếp tục hoạt động');
    const audit = await office.read.audit.list({ actionPrefix: 'unit.restored', skip: 0, limit: 9 });
    expect(audit).toHaveLength(1);
  });

  test('is taken back no more once its last day is over, or said afterwards, a day has passed', async () => {
    await end('P-KIMMA', '10/11/2024', []);
    await end('VHTT', '01/11/2024', []);
    const back = async (code: string) =>
      office.press(SECRETARY, SECRETARY, { kind: 'unit_restore', unit: await unitCalled(code) });

    office.moveTo('2024-11-06T09:00:00+07:00');
    expect((await back('VHTT')).answer?.text).toContain('Đã quá thời gian hoàn tác');
    office.moveTo('2024-11-11T09:00:00+07:00');
    expect((await back('P-KIMMA')).answer?.text).toContain('Đã quá thời gian hoàn tác');
  });

  test('said again answers when it was said, and with what', async () => {
    const request = office.request(SECRETARY);
    const ending = {
      unitId: await unitCalled('P-KIMMA'),
      lastOn: dateOf('2024-12-31'),
      successors: [],
      founded: [],
    };
    const first = await endUnit(office.dependencies, request, {
      ...ending,
      successors: [await unitCalled('P-CONGVI')],
    });
    const again = await endUnit(office.dependencies, request, ending);

    if (first.kind === 'refused' || again.kind === 'refused') throw new Error('refused');
    expect(first.value).toMatchObject({ saidAt: null });
    expect(first.value.passed).toBeGreaterThan(0);
    expect(again.value).toEqual({ ...first.value, saidAt: office.clock.now() });
  });

  test('takes along to the new unit whoever is confirmed before its last day', async () => {
    await end('P-KIMMA', '31/12/2024', ['UBND phường Kim Mã Mới']);
    const invited = replyShown(
      await office.press(SECRETARY, SECRETARY, {
        kind: 'invite_unit',
        unit: await unitCalled('P-KIMMA'),
        role: 'focal_point',
      }),
    );
    const asked = await office.say(STRANGER, STRANGER, `/start ${/start=(\S+)/.exec(invited)?.[1] ?? ''}`);
    await press(STRANGER, asked, 'chị');
    for (const text of ['Đỗ Thị Mai', 'Công chức Văn hoá']) await office.say(STRANGER, STRANGER, text);
    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
    await press(SECRETARY, await press(SECRETARY, inbox, 'Từng việc'), 'Đúng');

    const all = await office.directory();
    const person = personAt(all, 'telegram', STRANGER);
    const heir = all.units.find(({ name }) => name === 'UBND phường Kim Mã Mới');
    if (person === null || heir === undefined) throw new Error('nobody');
    expect(actorOf(all, person.id, dateOf('2024-12-31')).unitIds).toEqual([await unitCalled('P-KIMMA')]);
    expect(actorOf(all, person.id, dateOf('2025-01-01')).unitIds).toEqual([heir.id]);
  });
});

describe('a unit without a successor', () => {
  test('leaves what names it to the secretariat; what every unit owes is owed no more', async () => {
    await end('VHTT', '30/11/2024', []);
    const left = (await openOf('VHTT')).filter(({ dueOn }) => dueOn !== null && dueOn > '2024-11-30');
    const gone = await unitCalled('VHTT');
    const book = await office.read.plans.book();
    const all = await office.directory();

    for (const one of left) {
      const task = book.tasks.find(({ id }) => id === one.taskId);
      expect(JSON.stringify(task?.parties)).toContain(gone);
      expect(remindedOf(one, all, dateOf('2024-12-01')).map(({ name }) => name)).toEqual(['Trần Thị Hương']);
    }
    const withdrawn = (
      await office.read.obligations.inRange(dateOf('2025-01-01'), dateOf('2025-01-31'))
    ).filter(({ owner, state }) => owner.id === gone && state === 'withdrawn');
    expect(withdrawn.length).toBeGreaterThan(0);
  });

  test('stands in the list of work without an owner, said kindly', async () => {
    await end('PNV', '10/11/2024', []);
    await tickAt(office, '2024-11-11T09:00:00+07:00');

    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
    const list = await press(SECRETARY, inbox, 'Chưa có chủ trì');

    expect(replyShown(list)).toContain('10. Xây dựng kế hoạch');
    expect(replyShown(list)).toContain('trước đây: Phòng Nội vụ');
    expect(replyShown(list)).not.toContain('quá hạn');
  });
});

test('what was asked of a unit that is merged is answered by those in its place; invitations to it end', async () => {
  const invited = replyShown(
    await office.press(SECRETARY, SECRETARY, {
      kind: 'invite_unit',
      unit: await unitCalled('P-KIMMA'),
      role: 'focal_point',
    }),
  );
  const code = /start=(\S+)/.exec(invited)?.[1] ?? '';
  const order = { acknowledgeBy: dateOf('2024-12-20'), unitIds: [await unitCalled('P-KIMMA')] };
  const { id: launch } = await launched(office, order, { to: ['CUM1'] });
  await end('P-KIMMA', '10/11/2024', ['UBND phường Điện Biên']);
  office.moveTo('2024-11-11T09:00:00+07:00');

  const calls = replyShown(await office.press(SECRETARY, SECRETARY, { kind: 'launch_callers', launch }));
  const refused = await office.press(DUC, WARDS, { kind: 'acknowledge', launch });
  await office.press(LAN, WARDS, { kind: 'acknowledge', launch });

  expect(calls).toContain('UBND phường Điện Biên');
  expect(calls).toContain('kế thừa UBND phường Kim Mã');
  expect(replyShown(refused)).toMatch(/^popup: /);
  expect((await office.read.launches.receipts(launch)).filter(isMissing)).toEqual([]);
  expect(await noticesOf(office, 'launch_list')).toHaveLength(2);
  expect(replyShown(await office.say(STRANGER, STRANGER, `/start ${code}`))).toContain('đã kết thúc');
});

test('the whole district ends on 30/6/2025: all that is due then has no owner, and groups are left in peace', async () => {
  const all = await office.directory();
  const last = dateOf('2025-06-30');
  await office.dependencies.unitOfWork.run(async (tx) => {
    for (const unit of all.units) await tx.organisation.saveUnit({ ...unit, validTo: last });
  });
  await tickAt(office, '2025-07-07T09:35:00+07:00');
  const after = await office.directory();
  const now = office.clock.now();

  for (const { id } of after.clusters) expect(membersOf(after, id, dateOf('2025-07-01'))).toEqual([]);
  expect((await noticesOf(office, 'digest')).filter(({ slot }) => slot >= '2025-07-01')).toEqual([]);
  const { obligations, occurrences } = await unownedWork(office.read, now);
  expect(obligations.length + occurrences.length).toBeGreaterThan(0);
  expect(obligations.every(({ state }) => isOpen(state))).toBe(true);
  expect(replyShown(await office.say(SECRETARY, SECRETARY, '/canxuly'))).toContain(
    'việc chưa có đơn vị chủ trì',
  );
  for (const text of ['/han', '/quahan', '/tiendo', '/bang']) {
    expect(replyShown(await office.say(SECRETARY, SECRETARY, text))).not.toBe('');
    expect(replyShown(await office.say(LAN, WARDS, text))).not.toContain('Có lỗi');
  }
});

test.each([LAN, LEADER, STRANGER])('units are not changed by %s', async (user) => {
  const unit = await unitCalled('P-KIMMA');
  const before = (await office.directory()).units;

  for (const kind of ['unit_end', 'unit_rename', 'staff_unit'] as const) {
    expect(replyShown(await office.press(user, user, { kind, unit }))).toMatch(/^popup: /);
  }
  await office.say(user, user, 'UBND phường Khác');
  expect((await office.directory()).units).toEqual(before);
});

describe('several units that end together', () => {
  const endOf = async (code: string) => unitById(await office.directory(), await unitCalled(code));
  /** Up to the question what else ends with it. */
  async function others(heirs: readonly string[]): Promise<Reply> {
    await begin('P-KIMMA', 'unit_end');
    let asked = await office.say(SECRETARY, SECRETARY, '30/06/2025');
    for (const heir of heirs) asked = await office.say(SECRETARY, SECRETARY, heir);
    const check = await press(SECRETARY, asked, heirs.length === 0 ? 'Không có' : 'Tiếp');
    return press(SECRETARY, check, 'Thêm đơn vị');
  }

  test('are chosen by button or name, and confirmed once', async () => {
    const asked = await others(['Phường Ba Đình']);
    const ticked = await press(SECRETARY, asked, 'UBND phường Cống Vị');
    const typed = await office.say(SECRETARY, SECRETARY, 'phuong doi can');
    const check = await press(SECRETARY, typed, 'Tiếp');
    const ended = await press(SECRETARY, check, 'Xác nhận');
    const [kimMa, congVi, doiCan] = await Promise.all(['P-KIMMA', 'P-CONGVI', 'P-DOICAN'].map(endOf));

    expect(replyShown(ticked)).toContain('[✔ UBND phường Cống Vị]');
    expect(replyShown(check)).toContain('Cùng kết thúc (2): UBND phường Cống Vị, UBND phường Đội Cấn.');
    expect(replyShown(ended)).toContain('3 đơn vị kết thúc sau ngày 30/06/2025');
    expect(replyShown(ended)).toContain('Kế thừa: Phường Ba Đình.');
    for (const one of [kimMa, congVi, doiCan]) {
      expect(one).toMatchObject({ validTo: '2025-06-30', successorIds: kimMa?.successorIds });
    }
    expect(kimMa?.successorIds).toHaveLength(1);
  });

  test('may have no successor; one that comes after is not offered, nor taken by name', async () => {
    const asked = await others(['UBND phường Cống Vị']);

    expect(replyShown(asked)).not.toContain('UBND phường Cống Vị]');
    expect(replyShown(await office.say(SECRETARY, SECRETARY, 'phường cống vị'))).toContain(
      'không phải đơn vị kế thừa',
    );
  });

  test('that another end was set for meanwhile are left, and named', async () => {
    const asked = await others([]);
    await press(SECRETARY, asked, 'UBND phường Cống Vị');
    const chosen = await press(SECRETARY, asked, 'UBND phường Đội Cấn');
    const check = await press(SECRETARY, chosen, 'Tiếp');
    await endUnit(office.dependencies, office.request(SECRETARY), {
      unitId: await unitCalled('P-DOICAN'),
      lastOn: dateOf('2025-03-31'),
      successors: [],
      founded: [],
    });
    const ended = await press(SECRETARY, check, 'Xác nhận');

    expect(replyShown(ended)).toContain('2 đơn vị kết thúc sau ngày 30/06/2025, không có đơn vị kế thừa');
    expect(replyShown(ended)).toContain('đã có ngày kết thúc khác: UBND phường Đội Cấn');
    expect((await endOf('P-DOICAN')).validTo).toBe('2025-03-31');
  });
});
