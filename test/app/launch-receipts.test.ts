import { beforeEach, describe, expect, test } from 'vitest';
import { unbindGroup } from '../../src/app/groups/unbind-group.ts';
import { acknowledgeLaunch } from '../../src/app/launch/acknowledge-launch.ts';
import { approveLaunch, declineLaunch } from '../../src/app/launch/decide-launch.ts';
import { orderReview } from '../../src/app/launch/order-review.ts';
import { recordReceipts } from '../../src/app/launch/record-receipts.ts';
import { decideRegistration, registerForLaunch } from '../../src/app/launch/register-for-launch.ts';
import { remindOfLaunch, requestReceiptList } from '../../src/app/launch/remind-of-launch.ts';
import { correctLaunch, withdrawLaunch } from '../../src/app/launch/revise-launch.ts';
import type { LaunchOrder } from '../../src/app/launch/send-launch.ts';
import type { Message } from '../../src/app/ports/message.ts';
import type { RenderedNotice } from '../../src/app/ports/notice-renderer.ts';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import type { ReceiptRow } from '../../src/app/ports/receipt-list.ts';
import { runTick } from '../../src/app/tick/run-tick.ts';
import type { PersonId } from '../../src/core/id.ts';
import type { Launch } from '../../src/core/launch/launch.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { outcomeShown, shown } from '../bot/shown.ts';
import { LAUNCH_ORDER, launched } from '../support/launch.ts';
import { instant, type Office } from '../support/office.ts';
import { FULL_CAPABILITIES } from '../support/recording-messenger.ts';
import { livingNow, outcomeOf } from '../support/rendered.ts';
import {
  APPROVER,
  DUC,
  HA,
  LAN,
  LEADER,
  SCHOOLS,
  SECRETARY,
  sampleOffice,
  WARDS,
} from '../support/sample-office.ts';
import { allSent } from '../support/time-passes.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
  await runTick(office.dependencies, office.clock.now());
});

const ORDER: LaunchOrder = { ...LAUNCH_ORDER, acknowledgeBy: dateOf('2024-11-07') };

const sent = (change: Partial<LaunchOrder> = {}, by = SECRETARY, to = ['CUM1']): Promise<Launch> =>
  launched(office, { acknowledgeBy: ORDER.acknowledgeBy, ...change }, { by, to });

/** Notices of a kind, planned by now, in the order in which they fall due. */
async function planned(kind: Notice['kind']): Promise<Notice[]> {
  const notices = await office.read.notices.list({
    states: ['planned'],
    from: instant('2024-11-04T00:00:00+07:00'),
    to: office.clock.now(),
  });
  return notices.filter((notice) => notice.kind === kind);
}

const rendered = (notice: Notice | undefined, capabilities = FULL_CAPABILITIES): Promise<RenderedNotice> => {
  if (notice === undefined) throw new Error('no such notice');
  return outcomeOf(office, notice, { capabilitiesOf: () => capabilities });
};

async function userOf(notice: Notice): Promise<string> {
  const directory = await office.directory();
  return directory.identities.find(({ personId }) => personId === notice.addressee.id)?.user ?? '';
}

const acknowledge = (user: string, { id }: Launch) =>
  acknowledgeLaunch(office.dependencies, office.request(user, WARDS), id);

async function tickAt(time: string): Promise<void> {
  office.moveTo(time);
  await runTick(office.dependencies, office.clock.now());
}

/** Every unit acknowledges, in the name of one of its people or another's. */
async function acknowledgeAll(launch: Launch, except: readonly string[] = []): Promise<void> {
  const { units, people } = await office.directory();
  const [person] = people;
  if (person === undefined) throw new Error('nobody');
  for (const { unitId } of await office.read.launches.receipts(launch.id)) {
    const name = units.find((unit) => unit.id === unitId)?.name ?? '';
    if (except.includes(name)) continue;
    await office.dependencies.unitOfWork.run((tx) =>
      tx.launches.acknowledge(launch.id, unitId, person.id, office.clock.now()),
    );
  }
}

describe('who has not acknowledged', () => {
  test('is reminded in private after one working day and on the day of the cut-off, nobody else', async () => {
    const launch = await sent();
    await acknowledge(LAN, launch);

    await tickAt('2024-11-04T17:00:00+07:00');
    expect(await planned('launch_reminder')).toEqual([]);
    await tickAt('2024-11-05T09:00:00+07:00');
    const first = await planned('launch_reminder');
    const text = outcomeShown(await rendered(first[0]));
    await tickAt('2024-11-06T09:00:00+07:00');
    const between = await planned('launch_reminder');
    await tickAt('2024-11-07T09:00:00+07:00');
    const last = await planned('launch_reminder');

    expect(await Promise.all(first.map(userOf))).toEqual([DUC]);
    expect(text).toContain('UBND phường Kim Mã');
    expect(text).toContain('17:00, Thứ Năm 07/11/2024');
    expect(text).toContain('[Đã tiếp nhận]');
    expect(between).toHaveLength(1);
    expect(last).toHaveLength(2);
  });

  test('is reminded once on a day, though the launch is corrected after that', async () => {
    const launch = await sent();
    await tickAt('2024-11-05T08:30:00+07:00');
    const first = await planned('launch_reminder');
    office.moveTo('2024-11-05T09:00:00+07:00');
    await correctLaunch(office.dependencies, office.request(SECRETARY), launch.id, {
      ...ORDER,
      title: 'Tên đúng',
    });
    await tickAt('2024-11-06T08:30:00+07:00');
    const between = await planned('launch_reminder');
    await tickAt('2024-11-07T08:30:00+07:00');

    expect(between).toEqual(first);
    expect((await planned('launch_reminder')).length).toBeGreaterThan(first.length);
  });

  test('is reminded on the day, though the launch is corrected early that morning', async () => {
    const launch = await sent();
    office.moveTo('2024-11-05T08:00:00+07:00');
    await correctLaunch(office.dependencies, office.request(SECRETARY), launch.id, {
      ...ORDER,
      title: 'Tên đúng',
    });
    await tickAt('2024-11-05T08:30:00+07:00');

    expect(await planned('launch_reminder')).not.toEqual([]);
  });

  test('is not reminded of what was acknowledged before the reminder went out', async () => {
    const launch = await sent();
    await tickAt('2024-11-05T09:00:00+07:00');
    const notices = await planned('launch_reminder');
    await acknowledge(LAN, launch);
    await acknowledge(DUC, launch);

    for (const notice of notices) {
      expect(await rendered(notice)).toEqual({ kind: 'withheld', cause: 'nothing_missing' });
    }
    expect(notices.length).toBeGreaterThan(1);
  });

  test('hears of two launches in one message', async () => {
    await sent();
    await sent({ title: 'Ngày vì người nghèo' });
    await tickAt('2024-11-05T09:00:00+07:00');
    const notices = await planned('launch_reminder');

    const text = outcomeShown(await rendered(notices[0]));

    expect(new Set(notices.map(({ addressee }) => addressee.id)).size).toBe(notices.length);
    expect(text).toContain('1. “80 năm QĐND');
    expect(text).toContain('2. “Ngày vì người nghèo');
    expect(text).toContain('[1 · Đã tiếp nhận] [1 · Xem nội dung]\n[2 · Đã tiếp nhận] [2 · Xem nội dung]');
  });

  test('is asked no more after the cut-off, however late the tick comes', async () => {
    await sent();

    await tickAt('2024-11-11T09:00:00+07:00');

    expect(await planned('launch_reminder')).toEqual([]);
  });

  test('is reminded at once when the secretary says so; others may not say so', async () => {
    const launch = await sent();
    await acknowledge(LAN, launch);
    office.moveTo('2024-11-04T10:00:00+07:00');
    const request = office.request(SECRETARY);

    const first = await remindOfLaunch(office.dependencies, request, launch.id);
    await remindOfLaunch(office.dependencies, request, launch.id);
    const other = await remindOfLaunch(office.dependencies, office.request(LAN), launch.id);
    const notices = await planned('launch_reminder');

    expect(first).toMatchObject({ kind: 'done', value: { reached: 1 } });
    expect(other).toMatchObject({ code: 'ACCESS_STAFF_ONLY' });
    expect(await Promise.all(notices.map(userOf))).toEqual([DUC]);
    expect(outcomeShown(await rendered(notices[0]))).toContain('80 năm QĐND');
  });
});

describe('the list of receipt', () => {
  const lists = async () => {
    const notices = await planned('launch_list');
    return Promise.all(notices.map((notice) => rendered(notice)));
  };

  test('comes at the cut-off as a file, with who has not', async () => {
    const launch = await sent();
    await acknowledge(LAN, launch);
    office.moveTo('2024-11-07T16:59:00+07:00');
    expect(await lists()).toEqual([]);
    office.moveTo('2024-11-07T17:00:00+07:00');

    const [said] = await lists();

    if (said?.kind !== 'said') throw new Error('not said');
    expect(said.parts).toHaveLength(1);
    expect(said.parts[0]?.attachment?.name).toBe('tiep-nhan-2024-11-07.xlsx');
    expect(outcomeShown(said)).toContain('Tiếp nhận 1/14 đơn vị');
    expect(outcomeShown(said)).toContain('Chưa: ');
    expect(outcomeShown(said)).not.toContain('UBND phường Điện Biên');
    expect(outcomeShown(said)).toContain('[Danh sách gọi]');
  });

  test('says for which units the secretariat recorded it', async () => {
    const launch = await sent();
    await acknowledge(LAN, launch);
    const { units } = await office.directory();
    const others = units.filter(({ name }) => name === 'UBND phường Kim Mã').map(({ id }) => id);
    await recordReceipts(office.dependencies, office.request(SECRETARY), launch.id, others, 'phone');
    office.moveTo('2024-11-07T17:00:00+07:00');
    const [notice] = await planned('launch_list');
    const rows: ReceiptRow[] = [];
    if (notice === undefined) throw new Error('no list');
    await outcomeOf(office, notice, {
      receiptList: async (list) => {
        rows.push(...list.rows);
        return { name: '', type: '', bytes: new Uint8Array() };
      },
    });

    expect(rows.map(({ acknowledgedBy }) => acknowledgedBy).filter((one) => one !== '')).toEqual([
      'Nguyễn Thị Lan, Công chức Văn phòng - Thống kê',
      'Trần Thị Hương, Chuyên viên (ghi hộ)',
    ]);
  });

  test('comes once all have acknowledged, and not again at the cut-off', async () => {
    const launch = await sent();
    await acknowledgeAll(launch, ['UBND phường Điện Biên']);
    expect(await lists()).toEqual([]);

    await acknowledge(LAN, launch);
    await acknowledge(LEADER, launch);
    const complete = await lists();
    office.moveTo('2024-11-07T17:00:00+07:00');
    const all = await lists();

    expect(complete.map(outcomeShown)).toEqual([
      '*Tất cả các đơn vị đã tiếp nhận “80 năm QĐND”*\nTiếp nhận 14/14 đơn vị',
    ]);
    expect(all.filter(({ kind }) => kind === 'withheld')).toEqual([
      { kind: 'withheld', cause: 'said_before' },
    ]);
  });

  test('comes on the next working morning where the cut-off falls on a day off', async () => {
    await sent({ acknowledgeBy: dateOf('2024-11-09') });
    office.moveTo('2024-11-10T12:00:00+07:00');
    const weekend = await lists();
    office.moveTo('2024-11-11T08:00:00+07:00');

    expect([weekend.length, (await lists()).map(outcomeShown)]).toEqual([
      0,
      [expect.stringContaining('Hết hạn tiếp nhận')],
    ]);
  });

  test('goes to the secretariat once its author has left', async () => {
    const launch = await sent({}, APPROVER);
    const directory = await office.directory();
    const idOf = (user: string) =>
      directory.identities.find((identity) => identity.user === user)?.personId ?? ('' as PersonId);
    await office.dependencies.unitOfWork.run((tx) =>
      tx.organisation.endAppointments(idOf(APPROVER), dateOf('2024-11-05')),
    );

    office.moveTo('2024-11-07T17:00:00+07:00');
    const atCutOff = await lists();
    await acknowledgeAll(launch, ['UBND phường Điện Biên']);
    await acknowledge(LAN, launch);
    const complete = (await planned('launch_list')).filter(({ slot }) => slot.endsWith('complete'));

    expect(atCutOff[0]).toEqual({ kind: 'passed_on', to: [idOf(SECRETARY)] });
    expect(await Promise.all(complete.map(userOf))).toEqual([SECRETARY]);
  });

  test('comes when it is asked for, to whoever asks, once an update', async () => {
    const launch = await sent();
    const request = office.request(APPROVER);

    await requestReceiptList(office.dependencies, request, launch.id);
    await requestReceiptList(office.dependencies, request, launch.id);

    const notices = await planned('launch_list');
    expect(await Promise.all(notices.map(userOf))).toEqual([APPROVER]);
  });

  test('moves with a cut-off that is corrected', async () => {
    const launch = await sent();
    await correctLaunch(office.dependencies, office.request(SECRETARY), launch.id, {
      ...ORDER,
      acknowledgeBy: dateOf('2024-11-12'),
    });
    office.moveTo('2024-11-07T17:00:00+07:00');
    const early = await lists();
    office.moveTo('2024-11-12T17:00:00+07:00');
    const both = await lists();

    expect(early).toEqual([{ kind: 'withheld', cause: 'moved' }]);
    expect(both.map(({ kind }) => kind)).toEqual(['withheld', 'said']);
  });
});

describe('approval', () => {
  test('an approver’s word sends it, once, whoever presses and how often', async () => {
    const launch = await sent({ approval: 'asked' });
    const [asked] = await planned('launch_approval');
    const question = outcomeShown(await rendered(asked));
    const before = await planned('launch');

    const decided = await approveLaunch(office.dependencies, office.request(APPROVER), launch.id);
    const again = await declineLaunch(office.dependencies, office.request(APPROVER), launch.id, '');

    expect(before).toEqual([]);
    expect(question).toContain('80 năm QĐND');
    expect(question).toContain('[Đồng ý gửi]');
    expect(decided).toMatchObject({ value: { changed: true, launch: { state: 'sent' } } });
    expect(again).toMatchObject({ value: { changed: false, launch: { state: 'sent' } } });
    expect(await planned('launch')).toHaveLength(1);
    expect(await rendered(asked)).toEqual({ kind: 'withheld', cause: 'decided' });
  });

  test('refused, nothing is sent, nobody can acknowledge, and the writer is told', async () => {
    const launch = await sent({ approval: 'asked' });

    const early = await acknowledge(LAN, launch);
    await declineLaunch(office.dependencies, office.request(APPROVER), launch.id, '');
    const [told] = await planned('launch_declined');

    expect(early).toMatchObject({ kind: 'refused' });
    expect(await planned('launch')).toEqual([]);
    expect(told === undefined ? '' : await userOf(told)).toBe(SECRETARY);
    expect(outcomeShown(await rendered(told))).toContain('Chưa có gì được gửi');
  });

  test.each([SECRETARY, LAN, LEADER])('is not for %s to give', async (user) => {
    const launch = await sent({ approval: 'asked' });

    const outcome = await approveLaunch(office.dependencies, office.request(user), launch.id);

    expect(outcome).toMatchObject({ code: 'LAUNCH_APPROVERS_ONLY' });
    expect(await planned('launch')).toEqual([]);
  });

  test('is not taken where every group was let go meanwhile', async () => {
    const launch = await sent({ approval: 'asked' });
    const { chats } = await office.directory();
    for (const { id } of chats.filter(({ clusterId }) => clusterId !== null)) {
      await unbindGroup(office.dependencies, office.request(SECRETARY), id);
    }

    const agreed = await approveLaunch(office.dependencies, office.request(APPROVER), launch.id);
    const waiting = await office.read.launches.byId(launch.id);
    const declined = await declineLaunch(office.dependencies, office.request(APPROVER), launch.id, '');

    expect(agreed).toMatchObject({ code: 'LAUNCH_NO_GROUPS' });
    expect(waiting?.state).toBe('awaiting');
    expect(declined).toMatchObject({ value: { changed: true, launch: { state: 'declined' } } });
  });

  test('given early, it goes out at the instant asked for', async () => {
    const launch = await sent({ approval: 'asked', sendAt: instant('2024-11-05T08:00:00+07:00') });
    await approveLaunch(office.dependencies, office.request(APPROVER), launch.id);
    const [told] = await planned('launch_approved');

    expect(await planned('launch')).toEqual([]);
    expect(outcomeShown(await rendered(told))).toBe(
      '“80 năm QĐND” đã được đồng ý gửi; hẹn gửi tới 1 nhóm lúc 08:00, 05/11.\n[Sửa] [Rút lại]',
    );
    office.moveTo('2024-11-05T08:00:00+07:00');
    expect(await planned('launch')).toHaveLength(1);
  });
});

test('chosen units alone have a receipt, and only their groups hear', async () => {
  const { clusters, units } = await office.directory();
  const unit = units.find(({ name }) => name === 'UBND phường Điện Biên');
  if (unit === undefined) throw new Error('no such unit');
  const launch = await sent({ clusterIds: clusters.map(({ id }) => id), unitIds: [unit.id] });
  const [post, ...others] = await planned('launch');

  expect((await office.read.launches.receipts(launch.id)).map(({ unitId }) => unitId)).toEqual([unit.id]);
  expect(others).toEqual([]);
  expect(outcomeShown(await rendered(post))).toContain('Kính gửi: UBND phường Điện Biên');
  expect(outcomeShown(await rendered(post))).toContain('Đã tiếp nhận: 0/1 đơn vị');
  expect(await acknowledge(DUC, launch)).toMatchObject({ code: 'LAUNCH_NOT_ADDRESSED' });
});

test('files follow the post to each group', async () => {
  const bytes = new TextEncoder().encode('KH-45');
  await office.dependencies.unitOfWork.run((tx) =>
    tx.files.save({ sha256: 'aa', name: 'kh.pdf', type: 'application/pdf', bytes }),
  );
  await sent({ files: [{ sha256: 'aa', name: 'KH-45.pdf' }] }, SECRETARY, ['CUM1', 'THCS1']);
  const notices = await office.read.notices.list({
    states: ['planned'],
    from: office.clock.now(),
    to: office.clock.now(),
  });
  const toGroups = notices.filter(({ kind }) => kind === 'launch' || kind === 'launch_file');
  const said = await rendered(toGroups.find(({ kind }) => kind === 'launch_file'));

  expect(toGroups.map(({ kind }) => kind)).toEqual(['launch', 'launch_file', 'launch', 'launch_file']);
  if (said.kind !== 'said') throw new Error('not said');
  expect(said.parts[0]?.attachment).toEqual({ name: 'KH-45.pdf', type: 'application/pdf', bytes });
});

describe('what was sent', () => {
  const withoutEditing = { ...FULL_CAPABILITIES, edit: false };

  async function postIn(key: string, launch: Launch, isAnew = false): Promise<string> {
    const directory = await office.directory();
    const chat = directory.chats.find((one) => one.key === key);
    if (chat === undefined) throw new Error('no such chat');
    const post = { kind: 'launch', subject: launch.id, chatId: chat.id };
    const message = await livingNow(office, { ...post, ...(isAnew ? { messageKey: null } : {}) });
    return message === null ? '' : shown(message);
  }

  test('is edited when corrected; groups that cannot be edited are told, and only those that read it', async () => {
    const launch = await sent({}, SECRETARY, ['CUM1']);
    await allSent(office);
    const corrected = { ...ORDER, title: '80 năm thành lập QĐND' };

    await correctLaunch(office.dependencies, office.request(SECRETARY), launch.id, corrected);
    const notices = await planned('launch_correction');

    expect(await postIn(WARDS, launch)).toContain('“80 năm thành lập QĐND”');
    expect(await postIn(WARDS, launch)).toContain('Đã đính chính lúc');
    expect(notices).toHaveLength(1);
    expect(await rendered(notices[0])).toEqual({ kind: 'withheld', cause: 'edited' });
    expect(outcomeShown(await rendered(notices[0], withoutEditing))).toContain('ĐÍNH CHÍNH');
  });

  test('posted anew, beside a text that can no longer be edited, says first that it is a correction', async () => {
    const launch = await sent({}, SECRETARY, ['CUM1']);
    await allSent(office);
    const before = await postIn(WARDS, launch, true);

    await correctLaunch(office.dependencies, office.request(SECRETARY), launch.id, {
      ...ORDER,
      title: '80 năm thành lập QĐND',
    });

    expect(before).not.toContain('ĐÍNH CHÍNH');
    expect(await postIn(WARDS, launch, true)).toMatch(/^\*📣 ĐÍNH CHÍNH\*\nTin phát động lúc /);
    expect(await postIn(WARDS, launch)).not.toContain('ĐÍNH CHÍNH');
  });

  test('not yet sent, is sent right: nobody needs to be told', async () => {
    const launch = await sent();
    await correctLaunch(office.dependencies, office.request(SECRETARY), launch.id, {
      ...ORDER,
      title: 'Tên đúng',
    });

    expect(await planned('launch_correction')).toEqual([]);
    expect(outcomeShown(await rendered((await planned('launch'))[0]))).toContain('“Tên đúng”');
  });

  test('too long for one message, goes on in its last part, as it was posted', async () => {
    const launch = await sent({ body: 'Nội dung phát động. '.repeat(230) });
    const [post] = await planned('launch');
    const posted = await rendered(post);
    if (posted.kind !== 'said') throw new Error('not said');

    expect(posted.parts.length).toBeGreaterThan(1);
    expect(await postIn(WARDS, launch)).toBe(shown(posted.parts.at(-1) as Message));
  });

  test('withdrawn while it is about to be sent to a group, tells that group', async () => {
    const launch = await sent({}, SECRETARY, ['CUM1', 'THCS1']);
    const now = office.clock.now();
    await office.dependencies.unitOfWork.run(({ notices }) =>
      notices.claim({ most: 1, holder: 'h', now, nowMs: 0, leaseUntilMs: 1, exceptAddressees: [] }),
    );

    const outcome = await withdrawLaunch(office.dependencies, office.request(SECRETARY), launch.id);

    expect(outcome).toMatchObject({ value: { wasRead: true } });
    expect(await planned('launch_correction')).toHaveLength(1);
  });

  test('withdrawn, says so, takes no more acknowledgements, and what waits is not sent', async () => {
    const launch = await sent({}, SECRETARY, ['CUM1', 'THCS1']);

    const outcome = await withdrawLaunch(office.dependencies, office.request(SECRETARY), launch.id);
    const again = await withdrawLaunch(office.dependencies, office.request(SECRETARY), launch.id);
    const posts = await planned('launch');
    await tickAt('2024-11-05T09:00:00+07:00');

    expect(outcome).toMatchObject({
      kind: 'done',
      value: { launch: { state: 'withdrawn' }, wasRead: false },
    });
    expect(again).toMatchObject({ value: { launch: { state: 'withdrawn' }, wasRead: false } });
    expect((await office.read.audit.about(launch.id)).map(({ action }) => action)).toEqual([
      'launch.withdrawn',
      'launch.sent',
    ]);
    expect(await rendered(posts[0])).toEqual({ kind: 'withheld', cause: 'withdrawn' });
    expect(await postIn(SCHOOLS, launch)).toContain('ĐÃ RÚT');
    expect(await postIn(SCHOOLS, launch)).not.toContain('[');
    expect(await acknowledge(LAN, launch)).toMatchObject({ code: 'LAUNCH_WITHDRAWN' });
    expect(await planned('launch_reminder')).toEqual([]);
  });
});

describe('registration', () => {
  const stateOf = async (launch: Launch, name: string) => {
    const { units } = await office.directory();
    const receipts = await office.read.launches.receipts(launch.id);
    return receipts.find(({ unitId }) => units.find(({ id }) => id === unitId)?.name === name);
  };
  const UNIT = 'UBND phường Điện Biên';

  test('waits, is sent back for more, waits again, is approved; the unit hears each time', async () => {
    const launch = await sent({ asksRegistration: true });
    const register = (text: string) =>
      registerForLaunch(office.dependencies, office.request(LAN), launch.id, text);
    const decide = async (note: string | null) => {
      const unitId = (await stateOf(launch, UNIT))?.unitId;
      if (unitId === undefined) throw new Error('no receipt');
      return decideRegistration(office.dependencies, office.request(SECRETARY), launch.id, unitId, note);
    };

    await register('02 công trình');
    await decide('Ghi rõ tên công trình');
    const returned = await stateOf(launch, UNIT);
    office.moveTo('2024-11-04T09:00:00+07:00');
    const heard = outcomeShown(await rendered((await planned('registration'))[0]));
    await register('A, B');
    // Taken up again after a death, it is added once.
    await register('A, B');
    const anew = await stateOf(launch, UNIT);
    const twice = [await decide(null), await decide('nữa')];
    const late = await register('thêm');

    expect(returned?.registration).toEqual({
      state: 'returned',
      text: '02 công trình',
      note: 'Ghi rõ tên công trình',
    });
    expect(heard).toContain('Đề nghị bổ sung');
    expect(heard).toContain('Ghi rõ tên công trình');
    // Who registers has received it.
    expect(returned?.acknowledgedAt).toBe(instant('2024-11-04T07:55:00+07:00'));
    expect(anew?.registration.text).toBe('02 công trình\nA, B');
    expect(twice).toMatchObject([{ value: true }, { value: false }]);
    expect((await stateOf(launch, UNIT))?.registration.state).toBe('approved');
    expect(late).toMatchObject({ code: 'LAUNCH_REGISTERED' });
  });

  test('is for the addressed units, where it was asked for', async () => {
    const asked = await sent({ asksRegistration: true });
    const plain = await sent();
    const register = (user: string, { id }: Launch) =>
      registerForLaunch(office.dependencies, office.request(user), id, 'x');

    expect(await register(HA, asked)).toMatchObject({ code: 'LAUNCH_NOT_ADDRESSED' });
    expect(await register(LAN, plain)).toMatchObject({ code: 'LAUNCH_UNKNOWN' });
    expect(await register(SECRETARY, asked)).toMatchObject({ code: 'LAUNCH_NOT_ADDRESSED' });
  });
});

test('reviews of one name are owed anew for each launch', async () => {
  const lastYear = await sent();
  const thisYear = await sent();
  const order = (launch: Launch, on: string) =>
    orderReview(office.dependencies, office.request(SECRETARY), launch.id, {
      title: 'Sơ kết',
      day: { kind: 'once', on: dateOf(on), inclusive: true, time: null, appliesTo: null },
      words: on,
    });

  const first = await order(lastYear, '2024-12-20');
  const second = await order(thisYear, '2025-12-20');
  const again = await order(thisYear, '2025-12-25');

  if (first.kind === 'refused' || second.kind === 'refused') throw new Error('refused');
  const owed = await office.read.obligations.ofTasks([second.value.id]);
  expect(second.value).toMatchObject({ deadlineWords: '2025-12-20' });
  expect(owed).toHaveLength(14);
  expect(again).toEqual(second);
});
