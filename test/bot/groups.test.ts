import { beforeEach, describe, expect, test } from 'vitest';
import { noteTopic } from '../../src/app/groups/note-topic.ts';
import { dayAt } from '../../src/app/today.ts';
import { overviewOf } from '../../src/bot/notices/say-overview.ts';
import type { Chat } from '../../src/core/organisation/chat.ts';
import { translator } from '../../src/i18n/translator.ts';
import type { Office, Told } from '../support/office.ts';
import { LAN, SCHOOLS, SECRETARY, sampleOffice, WARDS } from '../support/sample-office.ts';
import { actionOf, messagesOf, pressed, replyShown, shown } from './shown.ts';

const NEW_GROUP = '-1005';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const say = async (user: string, text: string, chat: string, told: Told = {}) =>
  replyShown(await office.say(user, chat, text, told));

const groupAt = async (key: string): Promise<Chat | undefined> =>
  (await office.directory()).chats.find((chat) => chat.key === key);

const clusterNamed = async (name: string) => {
  const { clusters } = await office.directory();
  return clusters.find((cluster) => cluster.name === name)?.id;
};

const inTopic = (thread: string): Told => ({
  chat: { key: NEW_GROUP, kind: 'group', title: 'Nhóm mới', thread },
});

async function overview(): Promise<string> {
  const directory = await office.directory();
  const now = office.clock.now();
  const book = await office.read.plans.book();
  const frame = { t: translator('vi'), directory, book, now, today: dayAt(now, directory) };
  return shown(await overviewOf(office.dependencies, frame, false));
}

describe('a group is bound', () => {
  test('by the buttons of /dangky', async () => {
    const offered = await office.say(SECRETARY, NEW_GROUP, '/dangky');
    const bound = await office.press(SECRETARY, NEW_GROUP, actionOf(offered, 'Cụm thi đua số 1'));

    expect(replyShown(bound)).toContain('Nhóm đã được gắn với Cụm thi đua số 1');
    expect(await groupAt(NEW_GROUP)).toMatchObject({ clusterId: await clusterNamed('Cụm thi đua số 1') });
    expect(await say(LAN, '/han', NEW_GROUP)).toContain('Cụm thi đua số 1');
  });

  test('by its name without diacritics; what no cluster is called is answered with the clusters to press', async () => {
    const unknown = await office.say(SECRETARY, NEW_GROUP, '/dangky Cụm thi đua số 9');
    const named = await say(SECRETARY, '/dangky cum thi dua so 1', NEW_GROUP);

    expect(replyShown(unknown)).toContain('Không có cụm “Cụm thi đua số 9”');
    expect(actionOf(unknown, 'Cụm thi đua số 1')).toMatchObject({ kind: 'bind' });
    expect(named).toContain('Nhóm đã được gắn với Cụm thi đua số 1');
  });

  test('by a link that the secretariat opens: one a cluster', async () => {
    const [links] = messagesOf(await office.say(SECRETARY, SECRETARY, '/dangky'));
    const urls = links?.buttons.flat().map((one) => ('url' in one ? one.url : '')) ?? [];
    const payload = /startgroup=(\S+)/.exec(urls[0] ?? '')?.[1] ?? '';

    const { clusters } = await office.directory();
    expect(urls).toHaveLength(clusters.length);
    expect(await say(SECRETARY, `/start ${payload}`, NEW_GROUP)).toContain(`gắn với ${clusters[0]?.name}`);
    expect((await groupAt(NEW_GROUP))?.clusterId).toBe(clusters[0]?.id);
  });

  test('by a press, where the link is of a cluster that is no more', async () => {
    const offered = await office.say(SECRETARY, NEW_GROUP, '/start cum_01a22528-d6ed-777a-b517-6405f2c7a341');

    expect(replyShown(offered)).toContain('Nhóm này là của Cụm nào?');
    expect(replyShown(offered)).not.toContain('01a2');
  });

  test('not by the link alone: whoever opens it must be entitled', async () => {
    const cluster = await clusterNamed('Cụm thi đua số 1');

    expect(await say(LAN, `/start cum_${cluster}`, NEW_GROUP)).toContain('chỉ dành cho cán bộ');
    expect(await say(LAN, '/dangky', NEW_GROUP)).toContain('chỉ dành cho cán bộ');
    if (cluster === undefined) throw new Error('no cluster');
    const answered = await office.press(LAN, NEW_GROUP, { kind: 'bind', cluster });
    expect(replyShown(answered)).toContain('chỉ dành cho cán bộ');
    expect((await groupAt(NEW_GROUP))?.clusterId ?? null).toBeNull();
  });

  test('in the topic in which it is said, and anew in another', async () => {
    await say(SECRETARY, '/dangky CUM1', NEW_GROUP, inTopic('7'));
    expect(await groupAt(NEW_GROUP)).toMatchObject({ thread: '7' });

    expect(await say(SECRETARY, '/dangky CUM1', NEW_GROUP, inTopic('9'))).toContain('Chủ đề này');
    expect(await groupAt(NEW_GROUP)).toMatchObject({ thread: '9' });
  });

  test('beside others of the same cluster', async () => {
    await say(SECRETARY, '/dangky CUM1', NEW_GROUP);

    expect((await groupAt(WARDS))?.clusterId).toBe((await groupAt(NEW_GROUP))?.clusterId);
  });
});

test('a group that is called otherwise is known by its new name from what is next heard of it', async () => {
  const renamed = { chat: { key: WARDS, kind: 'group', title: 'Cụm 1 (mới)', thread: null } } as const;

  await office.tell(LAN, WARDS, { kind: 'other', addressed: false }, renamed);
  await office.tell(LAN, WARDS, { kind: 'other', addressed: false }, renamed);

  expect(await groupAt(WARDS)).toMatchObject({
    title: 'Cụm 1 (mới)',
    clusterId: await clusterNamed('Cụm thi đua số 1'),
  });
  const log = await say(SECRETARY, '/nhatky', SECRETARY);
  expect(log.match(/nhóm đổi tên/g)).toHaveLength(1);
  expect(log).toContain('“Cụm 1 (mới)”');
});

describe('a group is let go', () => {
  test('by a button of /dangky, by the secretariat alone; it is silent until it is bound again', async () => {
    const offered = await office.say(SECRETARY, WARDS, '/dangky');
    const refused = await office.press(LAN, WARDS, actionOf(offered, 'Thôi gắn với Cụm'));
    const before = await say(LAN, '/han', WARDS);
    const done = await office.press(SECRETARY, WARDS, actionOf(offered, 'Thôi gắn với Cụm'));
    const again = await office.press(SECRETARY, WARDS, actionOf(offered, 'Thôi gắn với Cụm'));

    expect(replyShown(refused)).toContain('chỉ dành cho cán bộ');
    expect(before).toContain('Cụm thi đua số 1');
    expect(replyShown(done)).toContain('Nhóm thôi gắn với Cụm thi đua số 1');
    expect(replyShown(again)).toBe(replyShown(done));
    expect(await say(LAN, '/han', WARDS)).toBe('');
    expect(await say(SECRETARY, '/dangky', WARDS)).not.toContain('Thôi gắn');
    await say(SECRETARY, '/dangky CUM1', WARDS);
    expect(await say(LAN, '/han', WARDS)).toContain('Cụm thi đua số 1');
  });

  test('from the list in private once the bot can no longer reach it, and is not shown as lost any more', async () => {
    await office.tell(LAN, WARDS, { kind: 'membership', present: false, wasPresent: true });
    const inbox = () => say(SECRETARY, '/canxuly', SECRETARY);
    const before = await inbox();
    const list = await office.say(SECRETARY, SECRETARY, '/dangky');
    const refused = await pressed(office, LAN, list, 'Bỏ: Cụm thi đua số 1');
    const after = await pressed(office, SECRETARY, list, 'Bỏ: Cụm thi đua số 1');
    const twice = await pressed(office, SECRETARY, list, 'Bỏ: Cụm thi đua số 1');

    expect(before).toContain('Nhóm không còn gửi được: Cụm thi đua số 1');
    expect(replyShown(refused)).toContain('chỉ dành cho cán bộ');
    expect(replyShown(after)).toContain('Cụm thi đua số 1: chưa có nhóm');
    expect(replyShown(after)).not.toContain('Không còn gửi được');
    expect(replyShown(twice)).toBe(replyShown(after));
    expect(await inbox()).not.toContain('Nhóm không còn gửi được');
    expect(await say(SECRETARY, '/nhatky', SECRETARY)).toContain('thôi gắn nhóm với Cụm');
  });
});

test('a group that was reached again is not let go from a list that still calls it lost', async () => {
  await office.tell(LAN, WARDS, { kind: 'membership', present: false, wasPresent: true });
  const list = await office.say(SECRETARY, SECRETARY, '/dangky');
  await office.tell(LAN, WARDS, { kind: 'membership', present: true, wasPresent: false });
  const late = await pressed(office, SECRETARY, list, 'Bỏ: Cụm thi đua số 1');

  expect(replyShown(late)).toContain('popup:');
  expect(await say(LAN, '/han', WARDS)).toContain('Cụm thi đua số 1');
});

describe('a group of no cluster', () => {
  test('is told once what to do, then the bot is silent, but for what leads out', async () => {
    expect(await say(LAN, '/han', NEW_GROUP)).toContain('chưa được gắn');
    expect(await say(LAN, '/han', NEW_GROUP)).toBe('');
    expect(await say(LAN, 'tháng này có gì đến hạn?', NEW_GROUP)).toBe('');
    // Not of commands that are not answered here.
    expect(await say(LAN, '/trogiup', NEW_GROUP)).toContain('chưa được gắn');
    expect(await say(LAN, '/trogiup', NEW_GROUP)).not.toContain('/han');
  });

  test('is not told again when the bot becomes an administrator, or is one no more', async () => {
    const change = { kind: 'membership', present: true } as const;
    const joined = await office.tell(SECRETARY, NEW_GROUP, { ...change, wasPresent: false });
    const promoted = await office.tell(SECRETARY, NEW_GROUP, { ...change, wasPresent: true });

    expect(replyShown(joined)).toContain('Kính chào các đồng chí');
    expect(replyShown(promoted)).toBe('');
  });

  test('is welcomed with what is first heard of it, where its joining was not heard', async () => {
    const change = { kind: 'membership', present: true, wasPresent: true } as const;

    expect(replyShown(await office.tell(LAN, NEW_GROUP, change))).toContain('chưa được gắn');
    expect(replyShown(await office.tell(LAN, NEW_GROUP, change))).toBe('');
  });

  const added = { kind: 'membership', present: true, wasPresent: false } as const;

  test('is told when the bot is added, and not again', async () => {
    const welcome = await office.tell(LAN, NEW_GROUP, added);

    expect(replyShown(welcome)).toContain('chưa được gắn');
    expect(await say(LAN, '/han', NEW_GROUP)).toBe('');
  });

  test('is not called unbound where whoever adds the bot may bind, and perhaps does so by a link', async () => {
    const welcome = replyShown(await office.tell(SECRETARY, NEW_GROUP, added));

    expect(welcome).not.toContain('chưa được gắn');
    expect(welcome).toContain('bằng liên kết của Cụm thì nhóm được gắn ngay; nếu không');
  });
});

describe('the topic of a group', () => {
  const topic = { channel: 'telegram', chat: NEW_GROUP, thread: '7' };
  const inbox = () => say(SECRETARY, '/canxuly', SECRETARY);
  const audit = () => office.read.audit.list({ actionPrefix: 'chat.topic', skip: 0, limit: 9 });

  beforeEach(async () => {
    await say(SECRETARY, '/dangky CUM1', NEW_GROUP, inTopic('7'));
  });

  test('that is closed or deleted is shown to the secretariat, until it is open again', async () => {
    await noteTopic(office.dependencies, topic, false);
    await noteTopic(office.dependencies, topic, false);
    const lost = 'Chủ đề đã đóng hoặc bị xoá, bot tạm nói ở chủ đề chung: Nhóm mới';
    expect(await inbox()).toContain(lost);
    expect(await overview()).toContain(lost);
    expect(await audit()).toHaveLength(1);

    await noteTopic(office.dependencies, topic, true);
    expect(await inbox()).not.toContain('Chủ đề đã đóng');
    expect(await audit()).toHaveLength(2);
  });

  test('is no concern any more once another is chosen', async () => {
    await noteTopic(office.dependencies, topic, false);
    await say(SECRETARY, '/dangky CUM1', NEW_GROUP, inTopic('9'));

    expect(await inbox()).not.toContain('Chủ đề đã đóng');
  });

  test('in which the bot only answers is not noted', async () => {
    await noteTopic(office.dependencies, { ...topic, thread: '8' }, false);
    await noteTopic(office.dependencies, { ...topic, chat: WARDS, thread: '7' }, false);

    expect(await audit()).toEqual([]);
  });
});

describe('a group is lost and found', () => {
  test('removed from it, the secretariat’s overview says so; back in it, all is as before', async () => {
    await office.tell(SECRETARY, WARDS, { kind: 'membership', present: false, wasPresent: true });
    expect(await groupAt(WARDS)).toMatchObject({ state: 'lost' });
    expect(await overview()).toContain('không còn gửi được: Cụm thi đua số 1');
    expect(await say(SECRETARY, '/canxuly', SECRETARY)).toContain('không còn gửi được: Cụm thi đua số 1');

    await office.tell(SECRETARY, WARDS, { kind: 'membership', present: true, wasPresent: false });
    expect(await groupAt(WARDS)).toMatchObject({ state: 'active' });
    expect((await groupAt(WARDS))?.clusterId).not.toBeNull();
    expect(await overview()).not.toContain('không còn gửi được');
  });

  test('left under the old id before it is heard that it goes on, it is not lost', async () => {
    await office.tell(SECRETARY, SCHOOLS, { kind: 'membership', present: false, wasPresent: true });
    await office.tell(SECRETARY, SCHOOLS, { kind: 'moved', to: '-1009' });
    await office.tell(SECRETARY, SCHOOLS, { kind: 'membership', present: false, wasPresent: true });

    expect(await groupAt('-1009')).toMatchObject({ state: 'active' });
    expect(await overview()).not.toContain('không còn gửi được');
  });

  test.each([true, false])(
    'it goes on under another id, heard from there before: %s',
    async (heardBefore) => {
      const before = await groupAt(SCHOOLS);
      if (heardBefore) await say(LAN, '/han', '-1009');
      const move = { kind: 'moved', to: '-1009' } as const;

      await office.tell(SECRETARY, SCHOOLS, move);
      await office.tell(SECRETARY, SCHOOLS, move);

      expect(await groupAt('-1009')).toMatchObject({ id: before?.id, clusterId: before?.clusterId });
      expect(await groupAt(SCHOOLS)).toBeUndefined();
      expect(await say(LAN, '/han', '-1009')).toContain('THCS');
      const history = await say(SECRETARY, '/nhatky', SECRETARY);
      expect(history.match(/nhóm thành siêu nhóm/g)).toHaveLength(1);
    },
  );
});
