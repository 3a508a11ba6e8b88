import { beforeEach, describe, expect, test } from 'vitest';
import type { LaunchId } from '../../../src/core/id.ts';
import type { Office } from '../../support/office.ts';
import { LAN, LEADER, sampleOffice } from '../../support/sample-office.ts';
import { pressed, replyShown } from '../shown.ts';
import { launchWriter } from './launch-writer.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const { write, press, approved, launchAtHand, renderedOf } = launchWriter(() => office);

describe('a registration', () => {
  let id: LaunchId;

  beforeEach(async () => {
    const details = await press(await approved(), 'Bổ sung');
    await press(await press(await press(details, '☐ Đề nghị'), '◀ Xem trước'), 'Gửi');
    id = await launchAtHand();
  });

  const begin = (user: string) => office.press(user, user, { kind: 'launch_register', launch: id });
  const waiting = async () => press(await write('/canxuly'), 'Từng việc');

  test('waits among what the secretariat has to decide', async () => {
    await begin(LAN);
    await office.say(LAN, LAN, '02 công trình');
    const inbox = await write('/canxuly');
    const item = await press(inbox, 'Từng việc');
    const approvedOne = await press(item, 'Duyệt');

    expect(replyShown(inbox)).toContain('đăng ký chờ duyệt 1');
    expect(replyShown(item)).toContain('UBND phường Điện Biên: Chờ duyệt\n02 công trình');
    expect(replyShown(approvedOne)).toContain('Không có đăng ký nào chờ duyệt');
    expect(replyShown(await write('/canxuly'))).not.toContain('đăng ký');
  });

  test('shows each of the unit what stands, and what becomes of their words', async () => {
    const first = await begin(LAN);
    await office.say(LAN, LAN, '02 công trình');
    const other = await begin(LEADER);
    await press(await waiting(), 'Đề nghị bổ sung');
    await write('Ghi rõ tên');
    office.moveTo('2024-11-04T09:00:00+07:00');
    const told = await renderedOf('registration');
    const more = await pressed(office, LAN, told, 'Bổ sung');

    expect(replyShown(first)).toContain('UBND phường Điện Biên\n\nĐề nghị gửi nội dung đăng ký.');
    expect(replyShown(other)).toContain('Chờ duyệt\n02 công trình');
    expect(replyShown(other)).toContain('thay nội dung trên');
    expect(replyShown(more)).toContain('Ý kiến của Thường trực HĐ TĐKT: Ghi rõ tên');
    expect(replyShown(more)).toContain('Đề nghị gửi phần bổ sung; nội dung đã gửi được giữ nguyên.');
  });

  test('that was approved meanwhile is not said to be sent back', async () => {
    await begin(LAN);
    await office.say(LAN, LAN, '02 công trình');
    const item = await waiting();
    await press(item, 'Đề nghị bổ sung');
    await press(item, 'Duyệt');

    expect(replyShown(await write('Ghi rõ tên'))).toContain('đã được xử lý trước đó');
  });
});
