import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/app/ports/message.ts';
import type { Reception } from '../../src/bot/reception.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { obligationOf } from '../app/obligation-of.ts';
import type { Office } from '../support/office.ts';
import { PlainChannel } from '../support/plain-channel.ts';
import { anUpdate, receptionOver } from '../support/reception-over.ts';
import { relayOver } from '../support/relay-over.ts';
import { SECRETARY, sampleOffice } from '../support/sample-office.ts';
import { pressed, replyShown } from './shown.ts';

/** People of the sample as they are known on a channel that has text alone. */
const LAN = 'lan@plain';
const HUONG = 'huong@plain';

let office: Office;
let plain: PlainChannel;
let receiving: Reception;
let updates: number;

beforeEach(async () => {
  office = await sampleOffice();
  plain = new PlainChannel();
  updates = 0;
  await office.dependencies.unitOfWork.run(async (tx) => {
    const { people } = await tx.organisation.directory();
    for (const { id, name } of people) {
      const user = { 'Nguyễn Thị Lan': LAN, 'Trần Thị Hương': HUONG }[name];
      if (user !== undefined) await tx.organisation.saveIdentity({ channel: 'plain', user, personId: id });
    }
  });
  receiving = receptionOver(office, plain, ({ key, lane, payload, attempts }) => ({
    ...office.incoming(lane, lane, {
      kind: 'text',
      text: payload as string,
      message: key,
      addressed: true,
      repliesTo: null,
    }),
    channel: 'plain',
    effectKey: `plain:${key}`,
    again: attempts > 0,
  }));
});

/** Writes and returns what was answered, every word of it. */
async function write(user: string, text: string): Promise<string> {
  const before = plain.texts(user).length;
  updates += 1;
  const update = anUpdate(office, { channel: 'plain', key: String(updates), lane: user, payload: text });
  await receiving.takeIn([update]);
  await receiving.idle();
  return plain.texts(user).slice(before).join('\n---\n');
}

const codeIn = (text: string): string => / ([A-Z]\d) /.exec(text)?.[1] ?? '';

describe('a channel without edits', () => {
  /** The group of the first cluster on this channel. */
  const GROUP = 'cum1@plain';

  beforeEach(async () => {
    await office.dependencies.unitOfWork.run(async (tx) => {
      const { clusters, chats } = await tx.organisation.directory();
      const [group] = chats.filter(({ kind }) => kind === 'group');
      if (group === undefined) throw new Error('the sample has no group');
      const clusterId = clusters.find(({ code }) => code === 'CUM1')?.id ?? null;
      const id = office.dependencies.ids.next<'chat'>();
      await tx.organisation.saveChat({ ...group, id, channel: 'plain', key: GROUP, clusterId });
    });
  });

  /** Gives what has arrived in the group since. */
  const heard = async (relay: { readonly drain: () => Promise<unknown> }): Promise<string[]> => {
    const before = plain.texts(GROUP).length;
    await relay.drain();
    return plain.texts(GROUP).slice(before);
  };

  const press = (reply: Reply | Message, label: string) => pressed(office, SECRETARY, reply, label);

  test('reads a correction as a message of its own, once; and what it had not read yet it reads right', async () => {
    office.moveTo('2024-11-04T09:00:00+07:00');
    const relay = relayOver(office, plain);
    const words = [
      '/phatdong',
      '80 năm xây dựng',
      'Chủ đề: thi đua.',
      '1',
      '1',
      'trước ngày 08/11',
      '1',
      '2',
    ];
    for (const one of words) await write(HUONG, one);
    const { units } = await office.directory();
    const [launch] = await office.read.launches.missingFrom(units.map(({ id }) => id));
    if (launch === undefined) throw new Error('nothing was sent');
    const correct = async (title: string): Promise<string> => {
      const details = await office.press(SECRETARY, SECRETARY, { kind: 'launch_correct', launch: launch.id });
      await press(details, '✔ Tên');
      await office.say(SECRETARY, SECRETARY, title);
      const preview = await office.press(SECRETARY, SECRETARY, { kind: 'dialogue', choice: 'back' });
      return replyShown(await press(await press(preview, '☐ Đã có phê duyệt'), 'Gửi đính chính'));
    };

    await correct('80 năm xây dựng, trưởng thành');
    const first = await heard(relay);
    const corrected = await correct('80 năm thành lập QĐND');
    const second = await heard(relay);

    expect(first).toHaveLength(1);
    expect(first[0]).toContain('“80 năm xây dựng, trưởng thành”');
    expect(first[0]).not.toContain('ĐÍNH CHÍNH');
    expect(corrected).toContain('Đã đính chính');
    expect(second).toHaveLength(1);
    expect(second[0]).toContain('ĐÍNH CHÍNH');
    expect(second[0]).toContain('“80 năm thành lập QĐND”');
    expect(await heard(relay)).toEqual([]);
  });
});

describe('a channel without buttons', () => {
  test('offers its choices by number, under a code', async () => {
    const answer = await write(LAN, '/viec');

    expect(answer).toContain('1. 6 · Cập nhật');
    expect(answer).toContain('2. 7 · Cập nhật');
    expect(codeIn(answer)).toMatch(/^[A-Z]\d$/);
    expect(plain.arrived.flatMap(({ message }) => message.buttons)).toEqual([]);
  });

  test('takes a report from the list to the record by numbers alone', async () => {
    await write(LAN, '/viec');
    const steps = await write(LAN, '1');
    const recorded = await write(LAN, '1');

    const reported = await obligationOf(office, {
      task: '6',
      owner: 'Cụm thi đua số 1',
      dueOn: '2024-12-19',
    });
    expect(steps).toContain('1. Có kế hoạch');
    expect(recorded).toContain('mục 6: có kế hoạch');
    expect(reported).toMatchObject({ state: 'in_progress', step: 'planned', percent: 25 });
  });

  test('takes a number with its code for an older list', async () => {
    const mine = await write(LAN, '/viec');
    await write(LAN, '/han');

    expect(await write(LAN, `${codeIn(mine).toLowerCase()} 2`)).toContain('7. Tổ chức Hội nghị tổng kết');
  });

  test('takes a number that is on no list for what it is: nothing', async () => {
    await write(LAN, '/viec');

    expect(await write(LAN, '99')).toContain('chưa hiểu');
    expect(await write(LAN, '0')).toContain('chưa hiểu');
  });

  test('takes a reason in words where one is asked for by number', async () => {
    await write(LAN, '/viec');
    const steps = await write(LAN, '1');
    const blocked = /(\d+)\. Vướng mắc/.exec(steps)?.[1] ?? '';
    await write(LAN, blocked);

    expect(await write(LAN, 'Chưa có kinh phí')).toContain('Lý do: Chưa có kinh phí');
  });

  test('guides a launch to its end by words and numbers', async () => {
    await write(HUONG, '/phatdong');
    await write(HUONG, '80 năm xây dựng và trưởng thành');
    const document = await write(HUONG, 'Chủ đề: thi đua.');
    const audience = await write(HUONG, '1');
    const cutOff = await write(HUONG, '1');
    const preview = await write(HUONG, 'trước ngày 08/11');
    const marked = await write(HUONG, '1');
    const sent = await write(HUONG, '2');

    expect(document).toContain('1. Không có văn bản');
    expect(audience).toContain('1. Tất cả các Cụm');
    expect(cutOff).toContain('4. Không đặt hạn');
    expect(preview).toContain('PHÁT ĐỘNG PHONG TRÀO THI ĐUA');
    expect(marked).toContain('2. Gửi');
    expect(sent).toContain('Đang gửi “80 năm xây dựng và trưởng thành” tới 2 nhóm');
  });

  test('says what a popup would', async () => {
    await write(HUONG, '/viec');
    await write(LAN, '/viec');
    await write(LAN, '1');
    await write(LAN, '4');
    const again = await write(LAN, `${codeIn(plain.texts(LAN)[1] ?? '')} 4`);

    expect(again).toContain('đã được ghi nhận lúc 07:55, 04/11');
  });
});
