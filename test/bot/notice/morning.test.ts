import { beforeEach, describe, expect, test } from 'vitest';
import { giveTask } from '../../../src/app/assignment/give-task.ts';
import { MERGED_CAUSE, TRIAL_CAUSE } from '../../../src/app/ports/notice-repository.ts';
import { reportProgress } from '../../../src/app/report/report-progress.ts';
import { beginTrial } from '../../../src/app/trial/begin-trial.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { launched } from '../../support/launch.ts';
import type { Office } from '../../support/office.ts';
import { relayOver } from '../../support/relay-over.ts';
import { DUC, LAN, SECRETARY, sampleOffice } from '../../support/sample-office.ts';
import { noticesOf, sweep, tickAt, walkTo } from '../../support/time-passes.ts';
import { pressed, replyShown, shown } from '../shown.ts';

let office: Office;
let relay: ReturnType<typeof relayOver>;

beforeEach(async () => {
  office = await sampleOffice();
  await tickAt(office, office.clock.now());
});

const begin = () =>
  office.dependencies.unitOfWork.run((tx) => beginTrial(tx, office.dependencies.ids, office.clock.now()));

const toLan = async () =>
  (await relay.drain()).filter(({ address }) => address.chat === LAN).map(({ message }) => message);

async function lanId() {
  const { identities } = await office.directory();
  const found = identities.find(({ user }) => user === LAN);
  if (found === undefined) throw new Error('the sample has changed');
  return found.personId;
}

/** A task of the day for Lan's unit, by that hour of 5 December. */
async function askedBy(time: string) {
  const ward = (await office.directory()).units.find(({ code }) => code === 'P-DIENBIEN');
  if (ward === undefined) throw new Error('the sample has changed');
  const outcome = await giveTask(office.dependencies, office.request(SECRETARY), {
    title: 'Gửi danh sách CSTĐ',
    recipients: [{ kind: 'unit', id: ward.id }],
    day: { kind: 'once', on: dateOf('2024-12-05'), inclusive: false, time, appliesTo: null },
    urgent: false,
    item: null,
  });
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.value.task;
}

test('a launch that was not received stands under the morning’s reminder, and is not said beside it', async () => {
  await walkTo(office, '2024-12-04T09:00:00+07:00');
  await launched(office);
  relay = relayOver(office);
  await relay.drain();

  await walkTo(office, '2024-12-05T08:30:00+07:00');
  const morning = await relay.drain();
  const of = (user: string) => morning.filter(({ address }) => address.chat === user);

  expect(of(LAN).map(({ message }) => shown(message))).toEqual([
    expect.stringMatching(/^\*🔔 [\s\S]*· Cập nhật\]/),
  ]);
  const [lan] = of(LAN).map(({ message }) => shown(message));
  expect(lan).toContain('\n\n*📣 UBND phường Điện Biên*');
  expect(lan).toContain('“80 năm QĐND”');
  expect(lan).toContain('[Đã tiếp nhận]');
  // Who has nothing else this morning hears of the launch alone.
  expect(of(DUC).map(({ message }) => shown(message))).toEqual([expect.stringMatching(/^\*📣 /)]);
});

test('an overview delayed past the hours of Friday comes with Monday’s own, as one', async () => {
  await walkTo(office, '2024-12-06T14:00:00+07:00');
  relay = relayOver(office);
  await relay.drain();
  await tickAt(office, '2024-12-06T15:00:00+07:00');
  office.moveTo('2024-12-06T17:30:00+07:00');
  const heard = async () =>
    (await relay.drain())
      .filter(({ address }) => address.chat === SECRETARY)
      .map(({ message }) => shown(message).match(/Tổng hợp ·/g)?.length);

  const evening = await heard();
  office.moveTo('2024-12-09T08:00:00+07:00');
  const opening = await heard();
  await tickAt(office, '2024-12-09T08:30:00+07:00');

  expect([evening, opening, await heard()]).toEqual([[], [], [1]]);
});

describe('what the minute of the morning’s reminder brings stands in its one message', () => {
  beforeEach(async () => {
    await walkTo(office, '2024-12-04T16:00:00+07:00');
    relay = relayOver(office);
    await relay.drain();
  });

  test('the word of a task two hours before its hour', async () => {
    await askedBy('10:30');
    await relay.drain();
    await tickAt(office, '2024-12-05T08:30:00+07:00');

    const [morning, ...others] = await toLan();
    if (morning === undefined) throw new Error('nothing was said');
    const copy = await pressed(office, LAN, morning, 'Bản Zalo');

    expect(others).toEqual([]);
    expect(shown(morning)).toMatch(/^\*⏰ [\s\S]*còn 2 giờ[\s\S]*\n\n\*🔔 Cụm thi đua số 1/);
    expect(shown(morning).match(/\[Bản Zalo\]/g)).toHaveLength(1);
    expect(replyShown(copy)).toMatch(/còn 2 giờ[\s\S]*6\. Tổ chức tổng kết/);
  });

  test('what is HỎA TỐC, too; delayed past the hours it goes by itself, and the rest waits', async () => {
    await launched(office, { urgent: true });
    await relay.drain();
    await tickAt(office, '2024-12-05T08:30:00+07:00');
    office.moveTo('2024-12-05T17:30:00+07:00');
    const evening = (await toLan()).map((message) => shown(message));
    office.moveTo('2024-12-06T08:30:00+07:00');
    const next = (await toLan()).map((message) => shown(message));

    expect(evening).toEqual([expect.stringMatching(/^\*📣 [^🔔]*$/u)]);
    expect(next).toEqual([expect.stringMatching(/^\*🔔 [^📣]*$/u)]);
  });

  test('what is HỎA TỐC, on time, under the reminder', async () => {
    await launched(office, { urgent: true });
    await relay.drain();
    await tickAt(office, '2024-12-05T08:30:00+07:00');

    expect((await toLan()).map((message) => shown(message))).toEqual([
      expect.stringMatching(/^\*🔔 [\s\S]*\n\n\*📣 /),
    ]);
  });

  test('in a trial what was shown under a reminder goes with it', async () => {
    await launched(office);
    await relay.drain();
    await begin();
    await tickAt(office, '2024-12-05T08:30:00+07:00');
    const rehearsal = (await relay.drain()).find(({ message }) => shown(message).includes('Nguyễn Thị Lan'));
    if (rehearsal === undefined) throw new Error('nothing was shown');
    await pressed(office, SECRETARY, rehearsal.message, 'Cho gửi');

    expect(shown(rehearsal.message)).toMatch(/\*🔔 [\s\S]*\*📣 /);
    expect((await toLan()).map((message) => shown(message))).toEqual([
      expect.stringMatching(/^\*🔔 [\s\S]*\n\n\*📣 /),
    ]);
  });
});

describe('what one says for others counts as said once that was sent', () => {
  beforeEach(async () => {
    await walkTo(office, '2024-12-04T16:00:00+07:00');
    relay = relayOver(office);
    await relay.drain();
  });

  const stateOf = async (kind: 'reminder' | 'assignment_reminder' | 'launch_reminder') => {
    const id = await lanId();
    const found = (await noticesOf(office, kind)).filter((one) => one.addressee.id === id);
    return found.map(({ state, cause }) => [state, cause]).at(-1);
  };

  /** The morning's first message is not taken, and nothing is sent for a while. */
  async function pausedMorning(): Promise<void> {
    await tickAt(office, '2024-12-05T08:30:00+07:00');
    await sweep(office, [await lanId()]);
    relay.messenger.plan({ kind: 'not_sent', cause: '429', retryAfterMs: 60_000 });
    expect(await relay.drain()).toEqual([]);
  }

  test('where part of it was answered during a pause, the rest is said after it', async () => {
    const task = await askedBy('10:30');
    await relay.drain();
    await pausedMorning();
    const [owed] = await office.read.obligations.ofTasks([task.id]);
    if (owed === undefined) throw new Error('nobody owes it');
    await reportProgress(office.dependencies, office.request(LAN), owed.id, { kind: 'done' });

    await relay.timer.advance(61_000);

    expect((await toLan()).map((message) => shown(message))).toEqual([
      expect.stringMatching(/^\*🔔 Cụm thi đua số 1[^⏰]*$/u),
    ]);
    expect(await stateOf('assignment_reminder')).toEqual(['withheld', 'nothing_open']);
  });

  test('where the one that says it was answered itself, the next in turn says the rest', async () => {
    await launched(office);
    await relay.drain();
    await pausedMorning();
    const [reminder] = (await noticesOf(office, 'reminder')).filter(({ slot }) => slot === '2024-12-05');
    const lines = reminder === undefined ? [] : await office.read.notices.linesOf(reminder.id);
    for (const { obligationId } of lines)
      await reportProgress(office.dependencies, office.request(LAN), obligationId, { kind: 'done' });

    await relay.timer.advance(61_000);

    expect((await toLan()).map((message) => shown(message))).toEqual([
      expect.stringMatching(/^\*📣 [^🔔]*$/u),
    ]);
  });

  test('where a pause lasts past the hours, all of it is said the next morning', async () => {
    await launched(office);
    await askedBy('10:30');
    await relay.drain();
    await pausedMorning();
    await relay.timer.advance(61_000);
    office.moveTo('2024-12-05T17:30:00+07:00');
    const evening = await toLan();
    office.moveTo('2024-12-06T08:30:00+07:00');

    const morning = (await toLan()).map((message) => shown(message));

    expect(evening).toEqual([]);
    expect(morning).toEqual([
      expect.stringMatching(/^\*⏰ [\s\S]*\n\n\*🔔 Cụm thi đua số 1[\s\S]*\n\n\*📣 /),
    ]);
    expect(await stateOf('reminder')).toEqual(['sent', null]);
    expect(await stateOf('launch_reminder')).toEqual(['withheld', MERGED_CAUSE]);
  });

  test('HỎA TỐC that went out after the hours says nothing for what waited for the morning', async () => {
    await launched(office, { urgent: true });
    await relay.drain();
    await tickAt(office, '2024-12-05T08:30:00+07:00');
    await sweep(office, [await lanId()]);
    office.moveTo('2024-12-05T17:30:00+07:00');
    const evening = (await toLan()).map((message) => shown(message));
    office.moveTo('2024-12-06T08:30:00+07:00');

    expect(evening).toEqual([expect.stringMatching(/^\*📣 [^🔔]*$/u)]);
    expect((await toLan()).map((message) => shown(message))).toEqual([
      expect.stringMatching(/^\*🔔 [^📣]*$/u),
    ]);
  });

  test('what was shown within what a trial shows was told to nobody', async () => {
    await askedBy('10:30');
    await relay.drain();
    await begin();
    await tickAt(office, '2024-12-05T08:30:00+07:00');
    await relay.drain();
    const states = [await stateOf('reminder'), await stateOf('assignment_reminder')];
    const all = (await noticesOf(office, 'assignment_reminder')).map(({ id }) =>
      office.read.notices.linesOf(id),
    );
    const obligations = (await Promise.all(all)).flat().map(({ obligationId }) => obligationId);

    expect(states).toEqual([
      ['withheld', TRIAL_CAUSE],
      ['withheld', TRIAL_CAUSE],
    ]);
    expect(obligations).toHaveLength(1);
    expect(await office.read.notices.linesAbout(obligations, { rehearsed: false })).toEqual([]);
    expect(await office.read.notices.linesAbout(obligations, { rehearsed: true })).toHaveLength(1);
  });
});
