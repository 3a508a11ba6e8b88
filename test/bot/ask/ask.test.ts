import { beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/core/time/instant.ts';
import type { Office } from '../../support/office.ts';
import {
  HA,
  LAN,
  MEMBER,
  SCHOOLS,
  SECRETARY,
  STRANGER,
  sampleOffice,
  WARDS,
} from '../../support/sample-office.ts';
import { actionOf, pressed, replyShown, shown } from '../shown.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const ask = async (user: string, chat: string, text: string): Promise<string> =>
  replyShown(await office.say(user, chat, text));

const DECEMBER_OF_WARDS = `*📌 Tháng 12/2024 · Cụm thi đua số 1*
2 nhiệm vụ đến hạn

Trước ngày 20/12 hằng năm (hết Thứ Năm 19/12/2024) · còn 45 ngày
*6. Tổ chức tổng kết, bình xét đề nghị khen thưởng đề nghị khen thưởng các Cụm thi đua thuộc…*
Cụm trưởng chủ trì · 29/KH-UBND, PL mục 6

Trước ngày 31/12 hằng năm (hết Thứ Hai 30/12/2024) · còn 56 ngày
*1. Xây dựng và triển khai Kế hoạch công tác thi đua, khen thưởng hằng năm của UBND-Hội đồng…*
Phòng Nội vụ chủ trì · 29/KH-UBND, PL mục 1

Tiếp theo: Trước ngày 15/01 hằng năm · 7. Tổ chức Hội nghị tổng kết công tác thi đua khen thưởng và phát động thi đua hằng năm của… (còn 71 ngày)
[Chi tiết 6] [Chi tiết 1]
[◀ Tháng 11] [Tháng 1 ▶]`;

describe('what is due in December, in the administrative group', () => {
  test.each([
    'tháng 12 có việc gì?',
    'thang 12 co viec gi',
    "what's due in December",
    '/han thang 12',
    '/han tháng 12',
    '/due december',
  ])('%s', async (text) => {
    expect(await ask(LAN, WARDS, text)).toBe(DECEMBER_OF_WARDS);
  });

  test('is answered to anybody in the group: the chat decides what may be shown', async () => {
    expect(await ask(MEMBER, WARDS, '/han thang 12')).toBe(DECEMBER_OF_WARDS);
    expect(await ask(HA, WARDS, '/han thang 12')).toBe(DECEMBER_OF_WARDS);
  });
});

describe('what is due this month, in the administrative group', () => {
  test.each(['tháng này có gì đến hạn?', 'thang nay co gi den han', "what's due this month", '/han', '/due'])(
    '%s',
    async (text) => {
      expect(await ask(LAN, WARDS, text)).toBe(`*📌 Tháng 11/2024 · Cụm thi đua số 1*
1 nhiệm vụ đến hạn

Trước ngày 30/11/2024 (hết Thứ Sáu 29/11/2024) · còn 25 ngày
*10. Xây dựng kế hoạch và triển khai các nội dung, nhiệm vụ chuẩn bị tổ chức Hội nghị điển…*
Phòng Nội vụ chủ trì · 29/KH-UBND, PL mục 10

Tiếp theo: Trước ngày 20/12 hằng năm · 6. Tổ chức tổng kết, bình xét đề nghị khen thưởng đề nghị khen thưởng các Cụm thi đua thuộc… (còn 45 ngày)
[Chi tiết 10]
[◀ Tháng 10] [Tháng 12 ▶]`);
    },
  );
});

test('the schools’ review of the year is due before 30 May, and in December they hear nothing of it', async () => {
  const may = await ask(HA, SCHOOLS, 'tháng 5 có gì đến hạn?');
  const december = await ask(HA, SCHOOLS, '/han thang 12');

  expect(may).toContain(`*📌 Tháng 5/2025 · Cụm thi đua THCS số 1*
1 nhiệm vụ đến hạn

Trước 30/5 hằng năm (hết Thứ Năm 29/05/2025) · còn 206 ngày
*6. Tổ chức tổng kết`);
  expect(december).not.toContain('6. Tổ chức tổng kết');
  expect(december).not.toContain('20/12');
});

test('the same question in private is answered for the asker’s own cluster', async () => {
  expect(await ask(LAN, LAN, 'thang 12 co viec gi')).toContain('hết Thứ Năm 19/12/2024');
  expect(await ask(HA, HA, 'thang 12 co viec gi')).not.toContain('19/12/2024');
  expect(await ask(HA, HA, 'tháng 5 có gì đến hạn')).toContain('hết Thứ Năm 29/05/2025');
});

test('the secretary sees both clusters', async () => {
  expect(await ask(SECRETARY, SECRETARY, '/han thang 12')).toContain('19/12/2024');
  expect(await ask(SECRETARY, SECRETARY, '/han thang 5')).toContain('29/05/2025');
});

test('a month is left through by its buttons, in place', async () => {
  const november = await office.say(LAN, WARDS, '/han');

  const december = await office.press(LAN, WARDS, actionOf(november, 'Tháng 12'));
  const back = await office.press(MEMBER, WARDS, actionOf(december, '◀ Tháng 11'));

  expect(replyShown(december)).toBe(`in place:\n${DECEMBER_OF_WARDS}`);
  expect(back.edit).toEqual(november.say?.[0]);
});

test.each([
  ['quý này có gì', 'Quý IV/2024', '[◀ Quý III/2024] [Quý I/2025 ▶]'],
  ['6 tháng đầu năm 2025 có hạn nào', 'Từ 01/01/2025 đến 30/06/2025', '[◀ 07–12/2024] [07–12/2025 ▶]'],
  ['năm 2024-2025 có hạn nào', 'Năm 2024–2025', '[◀ 2022–2023]'],
])('%s: whole months, with as many before and after', async (text, heading, buttons) => {
  const answer = await ask(LAN, LAN, text);

  expect(answer).toContain(`📌 ${heading}`);
  expect(answer).toContain(buttons);
});

test('the details of a task show its whole text, parties, words, next day and source', async () => {
  const december = await office.say(LAN, WARDS, '/han thang 12');

  const details = await office.press(LAN, WARDS, actionOf(december, 'Chi tiết 6'));

  expect(details.quietly === undefined ? '' : shown(details.quietly)).toMatchSnapshot();
  expect(await ask(LAN, WARDS, 'mục 6 ai chủ trì?')).toContain('Chủ trì: Cụm trưởng (UBND phường Điện Biên)');
});

test('in a group they come to the presser alone, however often; whoever holds nothing here reads their beginning', async () => {
  const december = await office.say(LAN, WARDS, '/han thang 12');
  const detail = actionOf(december, 'Chi tiết 6');

  const [first, again] = [await office.press(LAN, WARDS, detail), await office.press(LAN, WARDS, detail)];
  const stranger = await office.press(STRANGER, WARDS, detail);

  for (const answered of [first, again]) {
    expect(answered.say).toBeUndefined();
    expect(answered.answer?.text).toContain('tin riêng');
  }
  expect(stranger.quietly).toBeUndefined();
  expect(stranger.answer).toMatchObject({ popup: true, text: expect.stringContaining('Tổ chức tổng kết') });
});

test('the month under a group digest comes to the presser alone; the digest stays for all', async () => {
  const digest = await office.say(LAN, WARDS, '/tonghop');
  const month = actionOf(digest, 'Tháng này');

  const answered = await office.press(LAN, WARDS, month);
  const stranger = await office.press(STRANGER, WARDS, month);

  expect([answered.edit, answered.say]).toEqual([undefined, undefined]);
  expect(answered.quietly === undefined ? '' : shown(answered.quietly)).toContain('Tháng 11/2024');
  expect(stranger).toMatchObject({ answer: { popup: true, text: expect.stringContaining('Tháng 11/2024') } });
});

describe('a task around its deadline', () => {
  const rowSix = async (instant: string): Promise<string> => {
    office.clock.moveTo(instantOf(Date.parse(instant)));
    return ask(LAN, WARDS, 'mục 6');
  };

  test('shows the day named while it lasts, not that of next year', async () => {
    expect(await rowSix('2024-12-20T10:00:00+07:00')).toContain('Lần tới: trước 20/12/2024');
  });

  test('shows afterwards the last day and the next one', async () => {
    const after = await rowSix('2024-12-25T10:00:00+07:00');

    expect(after).toContain('Mốc vừa qua: Thứ Năm 19/12/2024\nLần tới: trước 20/12/2025');
  });
});

test('a deadline that nobody has decided how to read is not called none', async () => {
  expect(await ask(LAN, LAN, 'mục 9.10')).toContain(
    'Thường trực HĐ TĐKT chưa xác nhận cách tính thời hạn này.',
  );
});

test('beyond its plans it says how far they reach', async () => {
  expect(await ask(LAN, WARDS, '/han 2031')).toContain('29/KH-UBND thực hiện đến hết 31/12/2025');
});

test('the long list of units that have not done theirs is paged by buttons', async () => {
  office.clock.moveTo(instantOf(Date.parse('2024-12-20T10:00:00+07:00')));

  const first = await office.say(SECRETARY, SECRETARY, 'còn ai chưa nộp không');
  const second = await pressed(office, SECRETARY, first, 'Xem tiếp');

  expect(replyShown(first).match(/^• /gm)).toHaveLength(12);
  expect(replyShown(second)).toContain('in place:');
  expect(replyShown(second)).not.toContain(replyShown(first).match(/^• .*$/m)?.[0]);
});

describe('the past before the plan came here', () => {
  test('is shown without calling anybody late', async () => {
    const march = await ask(LAN, LAN, '/han thang 3/2024');

    expect(march).toContain('3. Tổ chức ký kết giao ước');
    expect(march).not.toMatch(/quá hạn|đến mốc/);
  });
});

describe('whom the bot does not answer, or not with the plan', () => {
  test('a stranger in private is told whom to turn to, in the language that the messenger reports', async () => {
    const vietnamese = await office.say(STRANGER, STRANGER, 'thang 12 co viec gi');
    const english = await office.say(STRANGER, STRANGER, "what's due", {
      sender: { user: STRANGER, language: 'en-GB' },
    });

    expect(replyShown(vietnamese)).toBe(
      'Bot phục vụ các đơn vị tham gia Kế hoạch thi đua. Đồng chí chưa có trong danh sách đầu mối; đề nghị liên hệ Thường trực HĐ TĐKT (nếu đã gửi đề nghị, xin chờ xác nhận).',
    );
    expect(replyShown(english)).toContain('please contact the Standing Agency');
  });

  test.each(['/han', '/viec', '/quahan', '/tiendo', '/phongtrao', '/sukien', 'mục 6 ai chủ trì?'])(
    'a stranger learns nothing of the plan by %s',
    async (text) => {
      expect(await ask(STRANGER, STRANGER, text)).toContain('Đồng chí chưa có trong danh sách đầu mối');
    },
  );

  test.each(['/han', '/quahan', '/tiendo', '/phongtrao', '/sukien', 'mục 6 ai chủ trì?'])(
    'a group bound to no cluster is asked to be bound: %s',
    async (text) => {
      expect(await ask(SECRETARY, '-3003', text)).toBe(
        'Nhóm này chưa được gắn với Cụm thi đua nào. Đề nghị cán bộ Thường trực HĐ TĐKT dùng lệnh /dangky trong nhóm.',
      );
    },
  );

  test('an anonymous administrator is asked to write as themselves', async () => {
    const asked = await office.say('0', WARDS, '/han', { sender: null });
    const overheard = await office.say('0', WARDS, 'chào buổi sáng', { sender: null, addressed: false });

    expect(replyShown(asked)).toBe(
      'Bot không nhận biết được quản trị viên ẩn danh. Đề nghị đồng chí gửi lại bằng tài khoản của mình.',
    );
    expect(overheard).toEqual({ forget: true });
  });
});

describe('free questions', () => {
  const switchOn = () =>
    office.dependencies.unitOfWork.run(async (tx) => {
      const { chats } = await tx.organisation.directory();
      for (const chat of chats.filter(({ key }) => key === WARDS)) {
        await tx.organisation.saveChat({ ...chat, freeQuestions: true });
      }
    });
  const overhear = async (text: string) =>
    replyShown(await office.say(LAN, WARDS, text, { addressed: false }));

  test('are not answered where the group has not switched them on', async () => {
    expect(await overhear('thang 12 co viec gi')).toBe('');
    expect(await overhear('/han thang 12')).toBe('');
  });

  test('are answered where it has', async () => {
    await switchOn();

    expect(await overhear('tháng 12 có việc gì đến hạn?')).toBe(DECEMBER_OF_WARDS);
  });

  test.each([
    'Mọi người ơi tháng 12 có việc gì?',
    'Các đồng chí cho hỏi tháng 12 có việc gì đến hạn?',
    'Phường tôi đã hoàn thành mục 6 rồi ạ',
    'Chúc cả nhà cuối tuần vui vẻ 🌸',
  ])('but never what speaks to people or tells something: %s', async (text) => {
    await switchOn();

    expect(await overhear(text)).toBe('');
  });
});

describe('what cannot be answered', () => {
  test('an unknown command is named, with the way on', async () => {
    expect(await ask(LAN, LAN, '/abc 12')).toBe('Không có lệnh /abc. Đề nghị gửi /trogiup để xem các lệnh.');
  });

  test.each([
    ['an empty text', ''],
    ['spaces', '   \n '],
    ['a single emoji', '🌸'],
    ['marks of markup', '<b>&</b> &amp; **'],
    ['4,096 characters', 'đ'.repeat(4096)],
    ['4,096 words’ worth of nothing', 'xin chào '.repeat(455)],
    ['half a surrogate pair', '\ud83c'],
  ])('%s in private gets examples of what to ask', async (_, text) => {
    expect(await ask(LAN, LAN, text)).toContain('Đồng chí có thể hỏi');
  });

  test('a photo where words are expected is declined; in a group it is not for the bot', async () => {
    const send = (user: string, chat: string, addressed: boolean) =>
      office.send(user, chat, 'anh.jpg', new Uint8Array(10), {
        addressed,
        fetch: () => Promise.reject(new Error('not fetched')),
      });

    const inPrivate = await send(MEMBER, MEMBER, true);
    const inGroup = await send(LAN, WARDS, false);

    expect(replyShown(inPrivate)).toContain('tệp này chưa được lưu');
    expect(inGroup).toEqual({ forget: true });
  });
});

test('what is one’s own is answered in private, even when asked in the group', async () => {
  const reply = await office.say(LAN, WARDS, '/viec');

  expect(reply.say).toBeUndefined();
  expect(reply.privately?.notice.entries).toEqual([['Đã gửi vào tin riêng của đồng chí.']]);
  expect(replyShown(await office.say(LAN, WARDS, '/start viec'))).toBe(replyShown(reply));
});

test('who was listed after having written is reached in private from then on', async () => {
  await office.dependencies.unitOfWork.run(async (tx) => {
    const { chats, people } = await tx.organisation.directory();
    const lost = chats.filter(({ key }) => key === LAN);
    for (const chat of lost) await tx.organisation.saveChat({ ...chat, state: 'lost' });
    const personId = people.find(({ name }) => name === 'Phạm Văn Đức')?.id;
    if (personId !== undefined)
      await tx.organisation.saveIdentity({ channel: 'telegram', user: '777', personId });
  });

  await office.say(LAN, LAN, '/viec');
  await office.say('777', '777', '/viec');
  await office.say(STRANGER, STRANGER, '/viec');

  const { chats } = await office.directory();
  expect(chats.find(({ key }) => key === LAN)?.state).toBe('active');
  expect(chats.find(({ key }) => key === '777')).toMatchObject({
    kind: 'private',
    title: '',
    state: 'active',
  });
  expect(chats.some(({ key }) => key === STRANGER)).toBe(false);
});
