import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ADMINISTRATIVE_GROUP,
  type RunningProgram,
  runningProgram,
  SCHOOL_GROUP,
} from '../support/program.ts';
import { type SeenMessage, saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const FOCAL_POINT = 103;
const SCHOOL_FOCAL_POINT = 105;
const OTHER_FOCAL_POINT = 104;
const APPROVER = 109;
const STRANGER = 108;

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const labels = (message: SeenMessage): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text);

test('a group is told what falls due, each its own, in the words of the plan', async () => {
  await program.say(FOCAL_POINT, ADMINISTRATIVE_GROUP, '@dung_han_bot tháng này có gì đến hạn?');
  const november = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Tháng 11/2024'));
  await program.say(FOCAL_POINT, ADMINISTRATIVE_GROUP, '@dung_han_bot thang 12 co viec gi');
  const december = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('Tháng 12/2024', '6. '));
  await program.say(SCHOOL_FOCAL_POINT, SCHOOL_GROUP, '/han@dung_han_bot tháng 5');
  const may = await program.waitForMessage(SCHOOL_GROUP, saying('Tháng 5/2025', '6. '));

  expect(november.text).toMatchInlineSnapshot(`
    "📌 Tháng 11/2024 · Cụm thi đua số 1
    1 nhiệm vụ đến hạn

    Trước ngày 30/11/2024 (hết Thứ Sáu 29/11/2024) · còn 25 ngày
    10. Xây dựng kế hoạch và triển khai các nội dung, nhiệm vụ chuẩn bị tổ chức Hội nghị điển…
    Phòng Nội vụ chủ trì · 29/KH-UBND, PL mục 10

    Tiếp theo: Trước ngày 20/12 hằng năm · 6. Tổ chức tổng kết, bình xét đề nghị khen thưởng đề nghị khen thưởng các Cụm thi đua thuộc… (còn 45 ngày)"
  `);
  expect(december.text).toContain('Trước ngày 20/12 hằng năm (hết Thứ Năm 19/12/2024) · còn 45 ngày');
  expect(may.text).toContain('Trước 30/5 hằng năm (hết Thứ Năm 29/05/2025)');
  expect(december.text).not.toContain('30/5');
  expect(may.text).not.toContain('20/12');
});

test('a focal point reports by two presses; a second press changes nothing; others are refused', async () => {
  await program.say(FOCAL_POINT, FOCAL_POINT, '/viec');
  const mine = await program.waitForMessage(FOCAL_POINT, saying('nhiệm vụ chưa hoàn thành'));
  const update = labels(mine).find((label) => label.startsWith('6 ')) ?? '';
  await program.press(FOCAL_POINT, FOCAL_POINT, mine.message_id, update);
  const steps = await program.waitForMessage(FOCAL_POINT, (message) =>
    labels(message).includes('Đã hoàn thành'),
  );
  const done = dataOf(steps, 'Đã hoàn thành');
  await program.press(FOCAL_POINT, FOCAL_POINT, steps.message_id, 'Đã hoàn thành');
  const recorded = await program.waitForMessage(FOCAL_POINT, saying('đã hoàn thành', 'Ghi nhận'));
  const again = await program.press(FOCAL_POINT, FOCAL_POINT, recorded.message_id, { data: done });
  const stranger = await program.press(STRANGER, SCHOOL_GROUP, await anyMessage(SCHOOL_GROUP), {
    data: done,
  });

  expect(steps.message_id).toBe(mine.message_id);
  expect(recorded.message_id).toBe(mine.message_id);
  expect(recorded.text).toContain('Cụm thi đua số 1 · mục 6: đã hoàn thành');
  expect(again?.text).toContain('Không có thay đổi');
  expect(stranger).toMatchObject({ alert: true });
  expect(stranger?.text).toContain('Nút này dành cho đầu mối Cụm thi đua số 1');
});

async function anyMessage(chat: number): Promise<number> {
  await program.say(SCHOOL_FOCAL_POINT, chat, '/han@dung_han_bot');
  return (await program.waitForMessage(chat, saying('📌'))).message_id;
}

const dataOf = (message: SeenMessage, label: string): string =>
  (message.reply_markup?.inline_keyboard ?? []).flat().find(({ text }) => text === label)?.callback_data ??
  '';

test('a launch reaches the groups, and the secretary sees who has received it', async () => {
  await program.say(SECRETARY, SECRETARY, '/phatdong');
  await program.waitForMessage(SECRETARY, saying('(1/5)'));
  await program.say(SECRETARY, SECRETARY, '80 năm xây dựng & trưởng thành');
  await program.waitForMessage(SECRETARY, saying('(2/5)'));
  await program.say(SECRETARY, SECRETARY, 'Chủ đề: <b>thi đua</b>\n\nTiêu chí: 1) … 2) …');
  await program.waitForMessage(SECRETARY, saying('(3/5)'));
  await program.say(SECRETARY, SECRETARY, 'Kế hoạch số 45/KH-UBND ngày 04/11/2024');
  const audience = await program.waitForMessage(SECRETARY, saying('(4/5)'));
  await program.press(SECRETARY, SECRETARY, audience.message_id, 'Tất cả các Cụm');
  const cutOff = await program.waitForMessage(SECRETARY, saying('(5/5)'));
  await program.press(SECRETARY, SECRETARY, cutOff.message_id, '3 ngày');
  const preview = await program.waitForMessage(SECRETARY, saying('Xem trước'));
  await program.press(SECRETARY, SECRETARY, preview.message_id, '☐ Đã có phê duyệt bằng văn bản');
  const marked = await program.waitForMessage(SECRETARY, (message) => labels(message).includes('Gửi'));
  await program.press(SECRETARY, SECRETARY, marked.message_id, 'Gửi');
  const post = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('PHÁT ĐỘNG', '0/14'));
  await program.waitForMessage(SCHOOL_GROUP, saying('PHÁT ĐỘNG', '0/7'));
  await program.waitForMessage(SECRETARY, saying('Tiếp nhận 0/21'));
  const answer = await program.press(FOCAL_POINT, ADMINISTRATIVE_GROUP, post.message_id, 'Đã tiếp nhận');
  const again = await program.press(FOCAL_POINT, ADMINISTRATIVE_GROUP, post.message_id, 'Đã tiếp nhận');
  await program.waitForMessage(SECRETARY, saying('Tiếp nhận 1/21'));
  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('1/14'));
  const refused = await program.press(107, ADMINISTRATIVE_GROUP, post.message_id, 'Đã tiếp nhận');

  expect(answer?.text).toContain('UBND phường Điện Biên đã tiếp nhận lúc');
  expect(again?.text).toContain('UBND phường Điện Biên đã tiếp nhận trước đó, lúc');
  expect(refused?.text).toContain('chưa có trong danh sách');
  expect(post.text).toContain('Chủ đề: <b>thi đua</b>');
});

test('who has not received a launch is reminded; it is corrected in place, listed at the cut-off, and withdrawn', async () => {
  const press = async (user: number, words: string, label: string) => {
    const message = await program.waitForMessage(
      user,
      (one) => saying(words)(one) && labels(one).includes(label),
    );
    return program.press(user, user, message.message_id, label);
  };
  await program.say(SECRETARY, SECRETARY, '/phatdong');
  await program.waitForMessage(SECRETARY, saying('(1/5)'));
  await program.say(SECRETARY, SECRETARY, 'Thi đua cao điểm');
  await program.waitForMessage(SECRETARY, saying('(2/5)'));
  await program.say(SECRETARY, SECRETARY, 'Nội dung phát động');
  await press(SECRETARY, '(3/5)', 'Không có văn bản');
  await press(SECRETARY, '(4/5)', 'Tất cả các Cụm');
  await press(SECRETARY, '(5/5)', '2 ngày');
  await press(SECRETARY, 'Xem trước', 'Trình duyệt');
  await press(APPROVER, 'Xin ý kiến phê duyệt', 'Đồng ý gửi');
  const post = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('PHÁT ĐỘNG', 'Thi đua cao điểm'));
  await program.press(FOCAL_POINT, ADMINISTRATIVE_GROUP, post.message_id, 'Đã tiếp nhận');
  await program.waitForMessage(SECRETARY, saying('Tiếp nhận 1/21'));

  await press(SECRETARY, 'Tiếp nhận 1/21', 'Đính chính');
  await press(SECRETARY, 'bổ sung hoặc sửa', '✔ Tên');
  await program.say(SECRETARY, SECRETARY, 'Thi đua 80 ngày cao điểm');
  await press(SECRETARY, '“Thi đua 80 ngày cao điểm”', '◀ Xem trước');
  await press(SECRETARY, 'bản đính chính', '☐ Đã có phê duyệt bằng văn bản');
  await press(SECRETARY, 'bản đính chính', 'Gửi đính chính');
  const corrected = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('“Thi đua 80 ngày cao điểm”'));

  await program.advance({ to: '2024-11-06T17:30:00+07:00' });
  const list = await program.waitForMessage(SECRETARY, ({ caption = '' }) => caption.includes('Hết hạn'));
  const reminded = (await program.messages(OTHER_FOCAL_POINT)).filter(saying('xác nhận tiếp nhận'));
  const spared = (await program.messages(FOCAL_POINT)).filter(saying('xác nhận tiếp nhận'));

  await press(SECRETARY, 'Tiếp nhận 1/21', 'Rút lại');
  await press(SECRETARY, 'Rút tin phát động “', 'Rút tin phát động');
  const withdrawn = await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('ĐÃ RÚT'));

  expect(corrected.message_id).toBe(post.message_id);
  expect(list.document?.file_name).toBe('tiep-nhan-2024-11-06.xlsx');
  expect(list.caption).toContain('Tiếp nhận 1/21');
  expect(reminded).toHaveLength(2);
  expect(spared).toEqual([]);
  expect(withdrawn.message_id).toBe(post.message_id);
});

test('time passes: digests on Monday, reminders before deadlines, and a restart loses and repeats nothing', async () => {
  await program.advance({ until: 'digest' });
  await program.waitForMessage(ADMINISTRATIVE_GROUP, saying('🗓', 'Tuần 04–10/11/2024'));
  await program.waitForMessage(SCHOOL_GROUP, saying('🗓'));
  await program.waitForMessage(SECRETARY, saying('📋'));
  program = await program.restart();
  await program.advance({ to: '2024-12-10T10:00:00+07:00' });
  const messages = await program.messages(FOCAL_POINT);
  const reminders = messages.filter(saying('🔔'));
  const digests = (await program.messages(ADMINISTRATIVE_GROUP)).filter(saying('🗓'));

  expect(reminders.map(({ text = '' }) => text.split('\n')[0])).toMatchInlineSnapshot(`
    [
      "🔔 Cụm thi đua số 1 · Thứ Năm 05/12/2024",
    ]
  `);
  expect(digests).toHaveLength(6);
  expect(new Set(digests.map(({ text }) => text)).size).toBe(6);
});
