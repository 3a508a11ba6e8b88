import { beforeEach, describe, expect, test } from 'vitest';
import { acknowledgeLaunch } from '../../src/app/launch/acknowledge-launch.ts';
import type { LaunchId } from '../../src/core/id.ts';
import { unitById } from '../../src/core/organisation/directory.ts';
import { launched, ordered } from '../support/launch.ts';
import type { Office } from '../support/office.ts';
import {
  APPROVER,
  DUC,
  HA,
  LAN,
  LEADER,
  MEMBER,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../support/sample-office.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const send = (by: string) => ordered(office, {}, { by });

const acknowledge = (user: string, id: LaunchId, chat = WARDS) =>
  acknowledgeLaunch(office.dependencies, office.request(user, chat), id);

async function acknowledged(id: LaunchId): Promise<string[]> {
  const directory = await office.directory();
  const receipts = await office.read.launches.receipts(id);
  return receipts
    .filter(({ acknowledgedAt }) => acknowledgedAt !== null)
    .map(({ unitId }) => unitById(directory, unitId).name);
}

describe('sending', () => {
  test('gives each unit of the clusters a receipt, each group a notice, the sender a panel', async () => {
    const launch = await launched(office);

    const directory = await office.directory();
    const notices = await office.read.notices.aboutLaunch(launch.id);
    const keyOf = (id: string) => directory.chats.find((chat) => chat.id === id)?.key;
    expect(await office.read.launches.receipts(launch.id)).toHaveLength(21);
    expect(notices.map(({ kind, addressee }) => `${kind} ${keyOf(addressee.id)}`).toSorted()).toEqual(
      [`launch ${WARDS}`, `launch ${SCHOOLS}`, `launch_panel ${SECRETARY}`].toSorted(),
    );
    expect(notices.every(({ state, at }) => state === 'planned' && at === office.clock.now())).toBe(true);
    expect(await office.read.audit.about(launch.id)).toHaveLength(1);
  });

  test('goes to the chosen clusters only', async () => {
    const launch = await launched(office, {}, { to: ['THCS1'] });

    expect(await office.read.launches.receipts(launch.id)).toHaveLength(7);
    expect(await office.read.notices.aboutLaunch(launch.id)).toHaveLength(2);
  });

  test('is done once by one update', async () => {
    const first = await launched(office, {}, { to: ['CUM1'], effectKey: 'update-1' });
    const second = await launched(office, {}, { to: ['CUM1'], effectKey: 'update-1' });

    expect(second).toEqual(first);
    expect(await office.read.notices.aboutLaunch(first.id)).toHaveLength(2);
    expect(await office.read.audit.about(first.id)).toHaveLength(1);
  });

  test('is for the secretariat and the approver', async () => {
    expect((await send(APPROVER)).kind).toBe('done');
    expect(await send(LAN)).toMatchObject({ code: 'ACCESS_STAFF_ONLY' });
    expect(await send(LEADER)).toMatchObject({ code: 'ACCESS_STAFF_ONLY' });
    expect(await send(STRANGER)).toMatchObject({ code: 'ACCESS_UNKNOWN_PERSON' });
  });

  test('needs a group to go to', async () => {
    expect(await ordered(office, {}, { to: [] })).toMatchObject({ code: 'LAUNCH_NO_GROUPS' });
  });
});

describe('acknowledging', () => {
  test('counts once a unit, whoever of it presses', async () => {
    const { id } = await launched(office);

    const first = await acknowledge(LAN, id);
    const at = office.clock.now();
    office.clock.advance(60_000);
    const second = await acknowledge(LEADER, id);

    expect(first).toMatchObject({ kind: 'done', value: { units: [{ changed: true, at }] } });
    expect(second).toMatchObject({ kind: 'done', value: { units: [{ changed: false, at }] } });
    expect(await acknowledged(id)).toEqual(['UBND phường Điện Biên']);
    expect(await office.read.audit.about(id)).toHaveLength(2);
  });

  test('counts each unit, wherever its people press', async () => {
    const { id } = await launched(office);

    await acknowledge(LAN, id);
    await acknowledge(DUC, id, DUC);
    await acknowledge(HA, id, SCHOOLS);

    expect((await acknowledged(id)).toSorted()).toEqual(
      ['Trường THCS Giảng Võ', 'UBND phường Kim Mã', 'UBND phường Điện Biên'].toSorted(),
    );
  });

  test('counts two presses of one unit at the same instant once', async () => {
    const { id } = await launched(office);

    const outcomes = await Promise.all([LAN, LEADER, LAN, LEADER].map((user) => acknowledge(user, id)));

    const changed = outcomes
      .flatMap((one) => (one.kind === 'done' ? one.value.units : []))
      .filter((one) => one.changed);
    expect(changed).toHaveLength(1);
    expect(await acknowledged(id)).toHaveLength(1);
  });

  test.each([
    ['a school’s focal point, whose cluster was not addressed', HA, 'LAUNCH_NOT_ADDRESSED'],
    ['the secretary, who serves no unit of it', SECRETARY, 'LAUNCH_NOT_ADDRESSED'],
    ['a member of the group who holds nothing', MEMBER, 'ACCESS_UNKNOWN_PERSON'],
    ['a stranger', STRANGER, 'ACCESS_UNKNOWN_PERSON'],
  ])('is refused to %s', async (_, user, code) => {
    const { id } = await launched(office, {}, { to: ['CUM1'] });

    expect(await acknowledge(user, id)).toMatchObject({ kind: 'refused', code });
    expect(await acknowledged(id)).toEqual([]);
  });

  test('finds no launch where there is none', async () => {
    expect(await acknowledge(LAN, 'no-such-id' as LaunchId)).toMatchObject({ code: 'LAUNCH_UNKNOWN' });
  });
});
