import { beforeEach, describe, expect, test } from 'vitest';
import { bindGroup } from '../../src/app/groups/bind-group.ts';
import { notePresence } from '../../src/app/groups/note-presence.ts';
import { firstStart, OtherKindOfDatabase } from '../../src/app/office/first-start.ts';
import { setLanguage } from '../../src/app/office/set-language.ts';
import { importOrganisation } from '../../src/app/organisation/import-organisation.ts';
import { endDuty } from '../../src/app/people/end-duty.ts';
import { importPeople } from '../../src/app/people/import-people.ts';
import { dayAt } from '../../src/app/today.ts';
import { actorOf } from '../../src/core/access/actor.ts';
import { chatAt, clusterOf, officeHolders, personAt } from '../../src/core/organisation/directory.ts';
import type {
  OrganisationReading,
  PersonReading,
  UnitReading,
} from '../../src/core/organisation/organisation-reading.ts';
import type { Zone } from '../../src/core/time/instant.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import type { Office } from '../support/office.ts';
import {
  APPROVER,
  emptyOffice,
  LAN,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../support/sample-office.ts';

const unit = (code: string, cluster: string | null, office: 'lead' | 'member' = 'member'): UnitReading => ({
  code,
  name: `Đơn vị ${code}`,
  aliases: [],
  kind: 'ward',
  membership: cluster === null ? null : { cluster, office },
  contact: null,
});
const cluster = (code: string) => ({ code, name: `Cụm ${code}`, kind: 'administrative' });
const person = (some: Partial<PersonReading>): PersonReading => ({
  channel: 'telegram',
  user: '900',
  name: 'Nguyễn Văn A',
  title: 'Chuyên viên',
  address: 'đồng chí',
  role: 'focal_point',
  unit: 'P-KIMMA',
  cluster: '',
  row: 2,
  ...some,
});

describe('the organisation from a file', () => {
  let office: Office;

  beforeEach(async () => {
    office = await emptyOffice();
  });

  const take = (reading: OrganisationReading) => importOrganisation(office.dependencies, reading);

  test('taken twice changes nothing', async () => {
    const reading = { clusters: [cluster('C1')], units: [unit('A', 'C1', 'lead'), unit('B', 'C1')] };
    await take(reading);
    const once = await office.directory();

    await take(reading);

    expect(await office.directory()).toEqual(once);
  });

  test('renames what it knows by its code and keeps what it does not name', async () => {
    await take({ clusters: [cluster('C1')], units: [unit('A', 'C1', 'lead'), unit('B', null)] });
    const before = await office.directory();

    await take({
      clusters: [{ ...cluster('C1'), name: 'Cụm mới' }],
      units: [{ ...unit('A', 'C1', 'lead'), name: 'Mới' }],
    });

    const after = await office.directory();
    expect(after.units.map(({ id, name }) => [id, name])).toEqual(
      before.units.map(({ id, code, name }) => [id, code === 'A' ? 'Mới' : name]),
    );
    expect(after.clusters[0]).toMatchObject({ id: before.clusters[0]?.id, name: 'Cụm mới' });
    const was = before.units.find(({ code }) => code === 'A')?.name ?? '';
    expect(after.units.find(({ code }) => code === 'A')?.formerNames.map(({ name }) => name)).toEqual([was]);
  });

  test('a head that rotates holds from the day of the file on; before, the old one stays readable', async () => {
    await take({ clusters: [cluster('C1')], units: [unit('A', 'C1', 'lead'), unit('B', 'C1')] });
    office.moveTo('2025-01-10T08:00:00+07:00');

    await take({ clusters: [cluster('C1')], units: [unit('A', 'C1'), unit('B', 'C1', 'lead')] });

    const now = await office.directory();
    const id = now.clusters[0]?.id;
    const headOn = (day: string) =>
      id === undefined ? [] : officeHolders(now, id, 'lead', dateOf(day)).map(({ code }) => code);
    expect(headOn('2024-12-31')).toEqual(['A']);
    expect(headOn('2025-01-09')).toEqual(['A']);
    expect(headOn('2025-01-10')).toEqual(['B']);
  });

  test('a unit that moves to another cluster leaves the one before', async () => {
    await take({ clusters: [cluster('C1'), cluster('C2')], units: [unit('A', 'C1'), unit('B', 'C2')] });
    office.moveTo('2025-01-10T08:00:00+07:00');

    // The file need not name the cluster that is left.
    await take({ clusters: [cluster('C2')], units: [unit('A', 'C2'), unit('B', 'C2')] });

    const now = await office.directory();
    const a = now.units.find(({ code }) => code === 'A')?.id;
    const clusterOn = (day: string) => (a === undefined ? null : clusterOf(now, a, dateOf(day))?.code);
    expect(clusterOn('2025-01-09')).toBe('C1');
    expect(clusterOn('2025-01-10')).toBe('C2');
    expect(now.memberships.filter(({ unitId, to }) => unitId === a && to === null)).toHaveLength(1);
  });

  test('a unit without a code is the one that its name abbreviates, unless that may be two', async () => {
    const ward = { ...unit('PDB', 'C1'), name: 'UBND phường Điện Biên' };
    const twins = ['D1', 'D2'].map((code) => ({
      ...unit(code, 'C1'),
      name: `Phòng Nội vụ ${code}`,
      aliases: ['P. NV'],
    }));
    await take({ clusters: [cluster('C1')], units: [ward, ...twins] });
    const made = (code: string, name: string) => ({ ...unit(code, 'C1'), name, codeMade: true });

    await take({
      clusters: [cluster('C1')],
      units: [made('UBND-P-DIEN-BIEN', 'UBND P. Điện Biên'), made('P-NV', 'Phòng NV')],
    });

    const { units } = await office.directory();
    expect(units.map(({ code }) => code).sort()).toEqual(['D1', 'D2', 'P-NV', 'PDB']);
    expect(units.find(({ code }) => code === 'PDB')?.name).toBe('UBND phường Điện Biên');
  });

  test('a kind of cluster named for the first time goes by the calendar year', async () => {
    await take({ clusters: [{ ...cluster('C9'), kind: 'bloc' }], units: [] });

    expect((await office.directory()).clusterKinds).toContainEqual({
      code: 'bloc',
      names: { vi: 'bloc', en: 'bloc' },
      calendar: 'calendar_year',
    });
  });
});

describe('people from a list', () => {
  let office: Office;

  beforeEach(async () => {
    office = await sampleOffice();
  });

  test('who is known is renamed, never doubled, and keeps one appointment', async () => {
    const before = await office.directory();
    const row = person({ user: LAN, name: 'Nguyễn Thị Lan Anh', unit: 'P-DIENBIEN' });

    await importPeople(office.dependencies, [row]);
    await importPeople(office.dependencies, [row]);

    const after = await office.directory();
    expect(after.people).toHaveLength(before.people.length);
    expect(after.appointments).toHaveLength(before.appointments.length);
    expect(personAt(after, 'telegram', LAN)?.name).toBe('Nguyễn Thị Lan Anh');
  });

  test('a new person with two rows is one person who holds both', async () => {
    await importPeople(office.dependencies, [
      person({}),
      person({ unit: 'P-CONGVI', role: 'leader', row: 3 }),
    ]);

    const after = await office.directory();
    const known = personAt(after, 'telegram', '900');
    const held = known === null ? null : actorOf(after, known.id, dateOf('2024-11-04'));
    expect(after.people.filter(({ name }) => name === 'Nguyễn Văn A')).toHaveLength(1);
    expect(held?.unitIds).toHaveLength(2);
  });

  test('units and clusters may be called by their names', async () => {
    const rows = [
      person({ unit: 'UBND P. Cống Vị', role: 'leader' }),
      person({ unit: '', cluster: 'Cụm số 1' }),
    ];

    expect(await importPeople(office.dependencies, rows)).toEqual([]);

    const after = await office.directory();
    const known = personAt(after, 'telegram', '900');
    expect(known === null ? [] : actorOf(after, known.id, dateOf('2024-11-04')).unitIds).toHaveLength(1);
  });

  test('rows of an unknown unit or cluster are handed back and not taken', async () => {
    const rows = [person({ unit: 'NOWHERE' }), person({ user: '901', unit: '', cluster: 'NOWHERE' })];

    expect(await importPeople(office.dependencies, rows)).toEqual(rows);

    const after = await office.directory();
    expect(personAt(after, 'telegram', '900')).toBeNull();
  });
});

describe('the first start', () => {
  let office: Office;

  beforeEach(async () => {
    office = await emptyOffice();
  });

  const start = (kind: 'sandbox' | 'real' | null, users: string[] = []) =>
    firstStart(office.dependencies, {
      kind,
      zone: 'Asia/Bangkok' as Zone,
      locale: 'en',
      admins: { channel: 'telegram', users },
    });

  test('a database of the other kind is refused and left as it is', async () => {
    await expect(start('real', ['1'])).rejects.toThrow(OtherKindOfDatabase);

    expect((await office.directory()).people).toEqual([]);
  });

  test('a known database keeps its settings, whatever the environment says by now', async () => {
    expect(await start('sandbox')).toBe(false);
    expect(await start(null)).toBe(false);

    expect((await office.directory()).settings).toMatchObject({
      zone: 'Asia/Ho_Chi_Minh',
      locale: 'vi',
    });
  });

  test('admins are of the secretariat from then on, once, and welcomed without a name', async () => {
    await start('sandbox', ['1', '2']);
    await start('sandbox', ['1', '2', '3']);

    const { people, appointments } = await office.directory();
    expect(people).toHaveLength(3);
    expect(appointments.map(({ role }) => role)).toEqual(['secretariat', 'secretariat', 'secretariat']);
    const written = await office.read.audit.list({ actionPrefix: 'set_up.', skip: 0, limit: 9 });
    expect(written.map(({ subject }) => subject).toSorted()).toEqual(people.map(({ id }) => id).toSorted());
  });

  test('a known person becomes an admin beside what they are, and not again once they are no more', async () => {
    office = await sampleOffice();
    const seen = async () => {
      const directory = await office.directory();
      const lan = personAt(directory, 'telegram', LAN);
      if (lan === null) throw new Error('nobody');
      return { id: lan.id, roles: actorOf(directory, lan.id, dayAt(office.clock.now(), directory)).roles };
    };
    await start('sandbox', [LAN]);
    await start('sandbox', [LAN]);
    const during = await seen();

    const duty = { role: 'secretariat', unitId: null, clusterId: null } as const;
    const ended = await endDuty(office.dependencies, office.request(SECRETARY), during.id, duty);
    office.moveTo('2024-11-06T09:00:00+07:00');
    await start('sandbox', [LAN]);

    expect(during.roles.toSorted()).toEqual(['focal_point', 'secretariat']);
    expect(ended.kind).toBe('done');
    expect((await seen()).roles).toEqual(['focal_point']);
  });
});

describe('where the bot can speak', () => {
  let office: Office;

  beforeEach(async () => {
    office = await sampleOffice();
  });

  const see = (user: string, chat: string, present: boolean) =>
    notePresence(
      office.dependencies,
      office.request(user, chat),
      { kind: chat === user ? 'private' : 'group', title: 'Tên hiển thị', thread: null },
      present,
    );

  test('a new group is kept with its title, bound to nothing', async () => {
    expect(await see(STRANGER, '-3003', true)).toMatchObject({
      kind: 'group',
      title: 'Tên hiển thị',
      clusterId: null,
      personId: null,
      state: 'active',
    });
  });

  test('a stranger’s private chat is not kept, nor a messenger’s display name', async () => {
    expect(await see(STRANGER, STRANGER, true)).toBeNull();
    const { chats } = await office.directory();
    expect(chats.filter(({ kind }) => kind === 'private').map(({ title }) => title)).toEqual(
      chats.filter(({ kind }) => kind === 'private').map(() => ''),
    );
  });

  test('a chat left and joined again is the same chat, with its cluster', async () => {
    const before = chatAt(await office.directory(), 'telegram', WARDS);

    expect(await see(SECRETARY, WARDS, false)).toEqual({ ...before, state: 'lost' });
    expect(await see(SECRETARY, WARDS, true)).toEqual(before);
  });
});

describe('binding a group', () => {
  let office: Office;

  beforeEach(async () => {
    office = await sampleOffice();
  });

  const bind = (user: string, code: string, chat = '-3003') =>
    bindGroup(office.dependencies, office.request(user, chat), { title: 'Nhóm mới', thread: null }, code);

  test.each(['THCS1', 'thcs1', ' Cụm thi đua THCS số 1 '])('by the secretariat, as %j', async (code) => {
    expect(await bind(SECRETARY, code)).toMatchObject({ kind: 'done', value: { code: 'THCS1' } });

    const chat = chatAt(await office.directory(), 'telegram', '-3003');
    expect(chat).toMatchObject({ kind: 'group', title: 'Nhóm mới', state: 'active' });
    expect(chat === null ? [] : await office.read.audit.about(chat.id)).toHaveLength(1);
  });

  test('anew replaces the cluster and keeps the chat', async () => {
    const before = chatAt(await office.directory(), 'telegram', WARDS);

    await bind(SECRETARY, 'THCS1', WARDS);

    const after = chatAt(await office.directory(), 'telegram', WARDS);
    expect(after?.id).toBe(before?.id);
    expect(after?.clusterId).not.toBe(before?.clusterId);
  });

  test.each([
    [LAN, 'THCS1', 'ACCESS_SECRETARIAT_ONLY'],
    [APPROVER, 'THCS1', 'ACCESS_SECRETARIAT_ONLY'],
    [STRANGER, 'THCS1', 'ACCESS_UNKNOWN_PERSON'],
    [SECRETARY, 'CUM9', 'CLUSTER_UNKNOWN'],
  ])('by %s to %s is refused: %s', async (user, code, refusal) => {
    expect(await bind(user, code)).toMatchObject({ kind: 'refused', code: refusal });
    expect(chatAt(await office.directory(), 'telegram', '-3003')).toBeNull();
  });
});

describe('the language', () => {
  let office: Office;

  beforeEach(async () => {
    office = await sampleOffice();
  });

  const speak = (user: string, chat: string) =>
    setLanguage(office.dependencies, office.request(user, chat), 'en');
  const localeOf = async (key: string) => chatAt(await office.directory(), 'telegram', key)?.locale;

  test('of a private chat is its person’s to choose, of a group the secretariat’s', async () => {
    expect((await speak(LAN, LAN)).kind).toBe('done');
    expect(await speak(LAN, WARDS)).toMatchObject({ code: 'ACCESS_SECRETARIAT_ONLY' });
    expect(await speak(STRANGER, WARDS)).toMatchObject({ code: 'ACCESS_UNKNOWN_PERSON' });
    expect([await localeOf(LAN), await localeOf(WARDS)]).toEqual(['en', null]);

    expect((await speak(SECRETARY, WARDS)).kind).toBe('done');

    expect(await localeOf(WARDS)).toBe('en');
  });
});
