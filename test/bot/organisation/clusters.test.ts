import { beforeEach, expect, test } from 'vitest';
import { unownedWork } from '../../../src/app/overview/unowned-work.ts';
import type { Message } from '../../../src/app/ports/message.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { ClusterId } from '../../../src/core/id.ts';
import { chatAt, clusterOf, membersOf } from '../../../src/core/organisation/directory.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import {
  HA,
  LAN,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  TUAN,
  WARDS,
} from '../../support/sample-office.ts';
import { tickAt } from '../../support/time-passes.ts';
import { pressed, replyShown, shown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
});

const press = (reply: Reply | Message, label: string) => pressed(office, SECRETARY, reply, label);

async function clusterCalled(code: string): Promise<ClusterId> {
  const id = (await office.directory()).clusters.find((cluster) => cluster.code === code)?.id;
  if (id === undefined) throw new Error(`no cluster ${code}`);
  return id;
}

/** From the clusters under /caidat to the card of one. */
async function card(name: string) {
  const offices = await press(await office.say(SECRETARY, SECRETARY, '/caidat'), 'Cụm trưởng');
  return press(offices, name);
}

async function end(name: string, lastOn: string, heir: string) {
  await press(await card(name), 'Kết thúc cụm');
  const check = await press(await office.say(SECRETARY, SECRETARY, lastOn), heir);
  return { check, done: await press(check, 'Xác nhận') };
}

/** Places, people, groups, open work, all that an end may touch. */
async function everything() {
  const { clusters, memberships, appointments, chats } = await office.directory();
  const open = await office.read.obligations.ofOwners(clusters.map(({ id }) => id));
  const units = await office.read.obligations.ofOwners(
    (await office.directory()).units.filter(({ code }) => code.startsWith('THCS')).map(({ id }) => id),
  );
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  return {
    clusters: sorted(clusters),
    places: sorted(memberships),
    people: sorted(appointments),
    chats: sorted(chats),
    work: sorted(
      [...open, ...units]
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ id, state, clusterId, nextStageOn }) => [id, state, clusterId, nextStageOn]),
    ),
  };
}

const boundAt = async (group: string) =>
  chatAt(await office.directory(), 'telegram', group)?.clusterId ?? null;

test('its units, work and group pass to another cluster after its last day', async () => {
  const schools = await clusterCalled('THCS1');
  const wards = await clusterCalled('CUM1');
  const { check, done } = await end('Cụm thi đua THCS số 1', '30/11/2024', 'Cụm thi đua số 1');
  const before = await boundAt(SCHOOLS);
  await tickAt(office, '2024-12-01T08:30:00+07:00');

  expect(replyShown(check)).toMatchSnapshot('check');
  expect(replyShown(done)).toMatchSnapshot('done');
  expect([before, await boundAt(SCHOOLS)]).toEqual([schools, wards]);
  const all = await office.directory();
  expect(membersOf(all, schools, dateOf('2024-11-30'))).toHaveLength(7);
  expect(membersOf(all, schools, dateOf('2024-12-01'))).toEqual([]);
  const [school] = membersOf(all, schools, dateOf('2024-11-30'));
  expect(school === undefined ? null : clusterOf(all, school.id, dateOf('2024-12-01'))?.id).toBe(wards);
  expect(await office.read.obligations.openOf([schools])).toEqual([]);
  expect(replyShown(await office.say(HA, SCHOOLS, '/tiendo'))).toContain('Cụm thi đua số 1');
});

test('with none in its place, its group is bound to none, and what is left goes to the secretariat', async () => {
  const schools = await clusterCalled('THCS1');
  const { check, done } = await end('Cụm thi đua THCS số 1', '30/11/2024', 'Không chuyển');
  await tickAt(office, '2024-12-01T08:30:00+07:00');

  expect(replyShown(check)).toContain('Nhóm không còn gắn với Cụm');
  expect(replyShown(done)).toContain('Đơn vị không thuộc Cụm nào: 7');
  expect(await boundAt(SCHOOLS)).toBeNull();
  expect(replyShown(await office.say(SECRETARY, SECRETARY, '/moi'))).not.toContain('Cụm thi đua THCS số 1');
  const { obligations } = await unownedWork(office.read, office.clock.now());
  const left = await office.read.obligations.openOf([schools]);
  expect(obligations.map(({ id }) => id)).toEqual(expect.arrayContaining(left.map(({ id }) => id)));
});

test.each(['Cụm thi đua số 1', 'Không chuyển'])(
  'passing to %s it is taken back by a button until its last day is over, and everything is as before',
  async (heir) => {
    const before = await everything();
    const { done } = await end('Cụm thi đua THCS số 1', '30/11/2024', heir);
    expect(await everything()).not.toEqual(before);

    office.moveTo('2024-11-30T16:00:00+07:00');
    const back = await press(done, 'Hoàn tác');
    const again = await press(done, 'Hoàn tác');

    expect(await everything()).toEqual(before);
    for (const reply of [back, again]) expect(reply.answer?.text).toContain('tiếp tục hoạt động');
    const audit = await office.read.audit.list({ actionPrefix: 'cluster.', skip: 0, limit: 9 });
    expect(audit.map(({ action }) => action)).toEqual(['cluster.restored', 'cluster.ended']);
  },
);

test('said of a day that has passed, all follows at once, and may be taken back until the next day is over', async () => {
  const schools = await clusterCalled('THCS1');
  const before = await everything();
  const { done } = await end('Cụm thi đua THCS số 1', '01/11/2024', 'Cụm thi đua số 1');
  const bound = await boundAt(SCHOOLS);
  await press(done, 'Hoàn tác');

  expect(bound).toBe(await clusterCalled('CUM1'));
  expect(await boundAt(SCHOOLS)).toBe(schools);
  expect(await everything()).toEqual(before);
  await end('Cụm thi đua THCS số 1', '01/11/2024', 'Cụm thi đua số 1');
  office.moveTo('2024-11-06T09:00:00+07:00');
  expect((await press(done, 'Hoàn tác')).answer?.text).toContain('không hoàn tác được');
});

test('the people of its units are told; that it goes on, only those who had been told of its end', async () => {
  office.moveTo('2024-11-04T19:00:00+07:00');
  const relay = relayOver(office);
  await relay.drain();
  const { done } = await end('Cụm thi đua THCS số 1', '30/11/2024', 'Cụm thi đua số 1');
  await press(done, 'Hoàn tác');
  office.moveTo('2024-11-05T08:00:00+07:00');
  const evening = await relay.drain();

  const { done: anew } = await end('Cụm thi đua THCS số 1', '30/11/2024', 'Cụm thi đua số 1');
  const ended = await relay.drain();
  await press(anew, 'Hoàn tác');
  const back = await relay.drain();

  const about = (sent: typeof back) =>
    sent
      .filter(({ message }) => shown(message).includes('Cụm thi đua THCS số 1'))
      .map(({ address }) => address.chat);
  expect(about(evening)).toEqual([]);
  expect(about(ended)).toEqual(expect.arrayContaining([HA, TUAN]));
  expect(about(back).toSorted()).toEqual(about(ended).toSorted());
  expect(about(ended)).not.toContain(LAN);
});

test('nobody but the secretariat, and never in a group', async () => {
  const cluster = await clusterCalled('THCS1');

  for (const [user, chat] of [
    [LAN, LAN],
    [HA, HA],
    [STRANGER, STRANGER],
    [SECRETARY, WARDS],
  ] as const) {
    const answered = await office.press(user, chat, { kind: 'cluster_end', cluster });
    expect(answered.answer?.popup).toBe(true);
  }
  expect((await office.press(LAN, LAN, { kind: 'cluster_restore', cluster })).answer?.popup).toBe(true);
  expect((await office.directory()).clusters.every(({ validTo }) => validTo === null)).toBe(true);
});
