import { beforeEach, describe, expect, test } from 'vitest';
import type { LaunchId } from '../../../src/core/id.ts';
import { personAt } from '../../../src/core/organisation/directory.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import {
  APPROVER,
  LAN,
  LEADER,
  MEMBER,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../../support/sample-office.ts';
import { noticesOf, walkTo } from '../../support/time-passes.ts';
import { actionOf, pressed, replyShown, shown } from '../shown.ts';
import { launchWriter } from './launch-writer.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const { write, press, preview, sendPlan, launchAtHand, renderedOf, countPlanned } = launchWriter(
  () => office,
);

test('asked for approval, an approver sends it by one press', async () => {
  const asked = await press(await preview(), 'Trình duyệt');
  const launch = await launchAtHand();
  const before = await countPlanned();
  const early = await office.press(SECRETARY, SECRETARY, { kind: 'launch_approve', launch, answer: 'yes' });
  const agreed = await office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'yes' });

  expect(replyShown(asked)).toContain('Đã trình duyệt');
  expect(before).toBe(1);
  expect(replyShown(early)).toBe('popup: Chỉ người phê duyệt được quyết định việc này.');
  expect(replyShown(agreed)).toContain('Đã đồng ý gửi');
  expect(await countPlanned()).toBe(5);
});

describe('whose approver leaves', () => {
  const endsToday = (user: string) =>
    office.dependencies.unitOfWork.run(async ({ organisation }) => {
      const all = await organisation.directory();
      const held = all.appointments.find(({ personId }) => personId === personAt(all, 'telegram', user)?.id);
      if (held === undefined) throw new Error(`nothing held by ${user}`);
      await organisation.endAppointments(held.personId, dateOf('2024-11-04'), held);
      return held;
    });
  const askedNow = async () => {
    const { people } = await office.directory();
    return (await noticesOf(office, 'launch_approval')).map(
      ({ addressee }) => people.find(({ id }) => id === addressee.id)?.name,
    );
  };

  test('is put to whoever comes after, once', async () => {
    await press(await preview(), 'Trình duyệt');
    const { unitId, clusterId } = await endsToday(APPROVER);
    await office.dependencies.unitOfWork.run(async ({ organisation }) => {
      const leader = personAt(await organisation.directory(), 'telegram', LEADER);
      if (leader === null) throw new Error('no leader');
      const from = dateOf('2024-11-05');
      const held = { role: 'approver', unitId, clusterId, from, to: null, standsInFor: null } as const;
      await organisation.addAppointment({ personId: leader.id, ...held });
    });
    await walkTo(office, '2024-11-07T09:00:00+07:00');

    expect(await askedNow()).toEqual(['Bùi Văn Thắng', 'Nguyễn Văn Bình']);
    expect(replyShown(await office.say(SECRETARY, SECRETARY, '/canxuly'))).not.toContain('phát động');
  });

  test('is the secretariat’s to see to while nobody comes after', async () => {
    await press(await preview(), 'Trình duyệt');
    await endsToday(APPROVER);
    await walkTo(office, '2024-11-05T09:00:00+07:00');
    const inbox = await office.say(SECRETARY, SECRETARY, '/canxuly');
    const first = await press(inbox, 'Từng việc');

    expect(await askedNow()).toEqual(['Bùi Văn Thắng']);
    expect(replyShown(inbox)).toContain('phát động chưa có người duyệt 1');
    expect(replyShown(first)).toContain('[Rút lại]');
  });
});

test('is read again in private, with its files, by those whom it concerns', async () => {
  await preview();
  await press(await sendPlan(), 'Trình duyệt');
  const [question] = await noticesOf(office, 'launch_approval');
  const launch = question?.subject?.id as LaunchId;
  const read = (user: string, chat = user, part: 'all' | 'files' = 'all') =>
    office.press(user, chat, { kind: 'launch_read', launch, part });
  const asked = await renderedOf('launch_approval');
  const before = await read(LAN);
  const byApprover = await pressed(office, APPROVER, asked, 'Xem tệp (1)');
  await pressed(office, APPROVER, asked, 'Đồng ý gửi');
  const byUnit = await read(LAN);

  expect(replyShown(before)).toContain('không còn trên hệ thống');
  expect(byApprover.say?.map(({ attachment }) => attachment?.name)).toEqual(['KH-45.pdf']);
  expect(byUnit.say?.map(({ attachment }) => attachment?.name)).toEqual([undefined, 'KH-45.pdf']);
  expect(replyShown(byUnit)).toContain('80 năm <b>QĐND</b> & 🌸');
  expect(replyShown(byUnit)).toContain('[Đã tiếp nhận]');
  expect(replyShown(await read(APPROVER))).not.toContain('[Đã tiếp nhận]');
  for (const other of [await read(MEMBER), await read(STRANGER)]) {
    expect(replyShown(other)).toContain('không còn trên hệ thống');
  }
  expect(replyShown(await read(LAN, WARDS))).not.toContain('80 năm');
});

describe('what an approver gives back', () => {
  /** The launch that waits, with the question to the approver. */
  async function asked(): Promise<LaunchId> {
    await press(await preview(), 'Trình duyệt');
    return launchAtHand();
  }
  const decline = (launch: LaunchId) =>
    office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'no' });
  const told = () => renderedOf('launch_declined');

  test('comes with their words, and waits for as long as they write them', async () => {
    const launch = await asked();
    const why = await decline(launch);
    const meanwhile = (await office.read.launches.byId(launch))?.state;
    const said = await office.say(APPROVER, APPROVER, 'Bổ sung chỉ tiêu.');
    const late = await office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'yes' });

    expect(replyShown(why)).toContain('Đề nghị đồng chí cho ý kiến về “80 năm');
    expect(meanwhile).toBe('awaiting');
    expect(replyShown(said)).toContain('Chưa đồng ý gửi');
    expect(replyShown(late)).toContain('Chưa đồng ý gửi');
    expect(shown(await told())).toContain('Ý kiến: Bổ sung chỉ tiêu.');
  });

  test('may come without a word', async () => {
    const launch = await asked();
    const silent = actionOf(await decline(launch), 'Không ghi ý kiến');
    const said = await office.press(APPROVER, APPROVER, silent);
    const again = await office.press(APPROVER, APPROVER, silent);

    expect(replyShown(said)).toContain('in place:\nChưa đồng ý gửi');
    expect(replyShown(again)).toBe(replyShown(said));
    expect(shown(await told())).not.toContain('Ý kiến');
  });

  test('is asked about no more once it is agreed to after all', async () => {
    const launch = await asked();
    await decline(launch);
    await office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'yes' });

    expect(replyShown(await office.say(APPROVER, APPROVER, 'tháng này có gì đến hạn?'))).toContain(
      '29/KH-UBND',
    );
  });

  test('is written anew from what it was, once, however often that is begun', async () => {
    const launch = await asked();
    await decline(launch);
    await office.say(APPROVER, APPROVER, 'Bổ sung chỉ tiêu.');
    const action = actionOf(await told(), 'Sửa, trình lại');
    const byOther = await office.press(LAN, LAN, action);
    const again = await office.press(SECRETARY, SECRETARY, action);
    await press(again, 'Tiêu chí');
    await write('100 % đơn vị');
    const twice = await office.press(SECRETARY, SECRETARY, action);
    const last = await press(twice, '◀ Xem trước');
    await press(last, 'Trình duyệt');

    expect(replyShown(byOther)).toContain('popup: Chức năng này chỉ dành cho');
    expect(replyShown(again)).toContain('80 năm <b>QĐND</b> & 🌸');
    expect(replyShown(last)).toContain('Tiêu chí: 100 % đơn vị');
    expect(replyShown(last)).toContain('2 nhóm');
    expect(replyShown(await write('/phatdong'))).not.toContain('Soạn tiếp');
    expect(replyShown(again)).not.toContain('soạn lại');
    expect(replyShown(await office.press(SECRETARY, SECRETARY, action))).toContain(
      'Nội dung này đã được soạn lại, chưa gửi: “80 năm',
    );
  });

  test('is no longer agreed to once nobody could acknowledge in time', async () => {
    const launch = await asked();
    office.moveTo('2024-11-08T08:00:00+07:00');

    const late = await office.press(APPROVER, APPROVER, { kind: 'launch_approve', launch, answer: 'yes' });

    expect(replyShown(late)).toContain('popup: Hạn tiếp nhận đã qua');
  });
});

test('taken back before an approver decides, it is not sent, and is written anew', async () => {
  const submitted = await press(await preview(), 'Trình duyệt');
  const question = await renderedOf('launch_approval');
  const asked = await press(submitted, 'Rút lại');
  const withdrawn = await press(asked, 'Rút tin');
  const late = await pressed(office, APPROVER, question, 'Đồng ý gửi');
  const declined = await pressed(office, APPROVER, question, 'Chưa đồng ý');
  const again = await press(withdrawn, 'Soạn lại');

  expect(replyShown(asked)).toContain('Tin chưa gửi tới nhóm nào');
  expect(replyShown(withdrawn)).toContain('Chưa có nhóm nào nhận tin');
  for (const reply of [late, declined]) expect(replyShown(reply)).toContain('đã được rút lại');
  expect(await noticesOf(office, 'launch')).toEqual([]);
  expect(replyShown(await press(again, '◀ Xem trước'))).toContain('80 năm <b>QĐND</b> & 🌸');
});
