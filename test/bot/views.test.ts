import { beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '../../src/app/ports/notice-repository.ts';
import { reportProgress } from '../../src/app/report/report-progress.ts';
import { runTick } from '../../src/app/tick/run-tick.ts';
import { chatAt } from '../../src/core/organisation/directory.ts';
import type { Locale } from '../../src/core/organisation/locale.ts';
import { addMs, DAY_MS } from '../../src/core/time/instant.ts';
import { obligationOf } from '../app/obligation-of.ts';
import { instant, type Office } from '../support/office.ts';
import { livingNow, outcomeOf } from '../support/rendered.ts';
import { DUC, HA, LAN, SCHOOLS, SECRETARY, STRANGER, sampleOffice, WARDS } from '../support/sample-office.ts';
import { outcomeShown, pressed, replyShown, shown } from './shown.ts';

let office: Office;

describe.each(['vi', 'en'] as const)('in %s', (locale: Locale) => {
  beforeEach(async () => {
    office = await sampleOffice();
    await office.dependencies.unitOfWork.run(async (tx) => {
      const { settings } = await tx.organisation.directory();
      await tx.organisation.saveSettings({ ...settings, locale });
    });
    await runTick(office.dependencies, office.clock.now());
  });

  describe('answers', () => {
    test.each([
      ['help in private', SECRETARY, SECRETARY, '/help'],
      ['help in a group', LAN, WARDS, '/help'],
      ['a welcome', LAN, LAN, '/start'],
      ['a welcome of the secretariat', SECRETARY, SECRETARY, '/start'],
      ['a welcome of a stranger', STRANGER, STRANGER, '/start'],
      ['what is due in a month', LAN, WARDS, '/due 12/2024'],
      ['a month without anything', HA, SCHOOLS, '/due 10/2025'],
      ['a year', LAN, LAN, '/due 2025'],
      ['a week', LAN, WARDS, 'tuần này có gì đến hạn?'],
      ['one’s own work', LAN, LAN, '/tasks'],
      ['no work of one’s own', DUC, DUC, '/tasks'],
      ['how it stands, in private', LAN, LAN, '/status'],
      ['how it stands, in a group', LAN, WARDS, '/status'],
      ['nothing overdue', LAN, LAN, '/overdue'],
      ['movements', LAN, WARDS, '/movements'],
      ['events of a year', LAN, WARDS, '/events 2024'],
      ['an unknown command', LAN, LAN, '/abc'],
      ['what was not understood', LAN, LAN, 'ơ kìa'],
      ['clusters to bind a group to', SECRETARY, '-3003', '/register'],
      ['a cluster that is unknown', SECRETARY, '-3003', '/register CUM9'],
      ['a group bound', SECRETARY, '-3003', '/register CUM1'],
    ])('%s', async (_, user, chat, text) => {
      const reply = await office.say(user, chat, text);

      expect(replyShown(reply)).toMatchSnapshot();
    });

    test('overdue: a unit’s own by name, a group’s by count, the secretary’s all', async () => {
      office.moveTo('2025-01-20T09:00:00+07:00');

      for (const [user, chat] of [
        [LAN, LAN],
        [LAN, WARDS],
        [SECRETARY, SECRETARY],
      ] as const) {
        expect(replyShown(await office.say(user, chat, '/overdue'))).toMatchSnapshot();
      }
    });

    test('a group that the bot has joined', async () => {
      const joined = { kind: 'membership', present: true, wasPresent: false } as const;

      expect(replyShown(await office.tell(SECRETARY, '-3003', joined))).toMatchSnapshot();
    });

    test('a report done', async () => {
      const steps = await pressed(office, LAN, await office.say(LAN, LAN, '/tasks'), '6');
      const { id } = await obligationOf(office, {
        task: '6',
        owner: 'Cụm thi đua số 1',
        dueOn: '2024-12-19',
      });

      expect(replyShown(steps)).toMatchSnapshot('steps');
      expect(replyShown(await office.press(LAN, LAN, { kind: 'done', obligation: id }))).toMatchSnapshot(
        'done',
      );
      expect(replyShown(await office.press(LAN, LAN, { kind: 'done', obligation: id }))).toMatchSnapshot(
        'again',
      );
      expect(
        replyShown(await office.press(STRANGER, WARDS, { kind: 'done', obligation: id })),
      ).toMatchSnapshot('refused');
    });
  });

  describe('notices', () => {
    const privateLink = (_: string, payload: string) => `https://chat.example/bot?start=${payload}`;

    /** What is planned up to now to be said in the chat with this key, of this kind. */
    async function said(kind: Notice['kind'], key: string): Promise<string> {
      const directory = await office.directory();
      const chat = chatAt(directory, 'telegram', key);
      const now = office.clock.now();
      const planned = await office.read.notices.list({
        states: ['planned'],
        from: addMs(now, -90 * DAY_MS),
        to: now,
      });
      const notice = planned.findLast(
        (one) => one.kind === kind && (one.addressee.id === chat?.id || one.addressee.id === chat?.personId),
      );
      if (notice === undefined) return 'nothing planned';
      return outcomeShown(await outcomeOf(office, notice, { privateLink }));
    }

    /** Slots on the way are caught up at once, as after an outage that ends at this moment. */
    const tickAt = async (now: string): Promise<void> => {
      const before = addMs(instant(now), -60_000);
      await runTick(office.dependencies, before);
      office.moveTo(now);
      await runTick(office.dependencies, instant(now));
    };

    test.each([
      ['fourteen days before', '2024-12-05T08:30:00+07:00'],
      ['on the last safe day', '2024-12-19T08:30:00+07:00'],
      ['the working day after', '2024-12-23T08:30:00+07:00'],
    ])('a reminder %s', async (_, now) => {
      await tickAt(now);

      expect(await said('reminder', LAN)).toMatchSnapshot();
    });

    test('a reminder of a deadline on a day off, and one that comes late', async () => {
      // The sample's head stays: who comes next is told elsewhere.
      await office.press(SECRETARY, SECRETARY, { kind: 'set', name: 'rotation', value: 'none' });
      await tickAt('2025-03-14T08:30:00+07:00');
      expect(await said('reminder', LAN)).toMatchSnapshot('day off');
      office.moveTo('2025-03-20T14:00:00+07:00');
      await runTick(office.dependencies, office.clock.now());

      office.moveTo('2025-03-28T14:00:00+07:00');
      await runTick(office.dependencies, office.clock.now());
      expect(await said('reminder', LAN)).toMatchSnapshot('late');
    });

    test('a reminder of what was done meanwhile is not said', async () => {
      await tickAt('2024-12-05T08:30:00+07:00');
      const { id } = await obligationOf(office, {
        task: '6',
        owner: 'Cụm thi đua số 1',
        dueOn: '2024-12-19',
      });

      await reportProgress(office.dependencies, office.request(LAN), id, { kind: 'done' });

      expect(await said('reminder', LAN)).toBe('{"kind":"withheld","cause":"nothing_open"}');
    });

    test('a reminder outside office hours waits for the next morning’s', async () => {
      await tickAt('2024-12-05T08:30:00+07:00');
      office.moveTo('2024-12-06T17:30:00+07:00');

      expect(await said('reminder', LAN)).toBe(
        JSON.stringify({ kind: 'later', at: instant('2024-12-09T08:30:00+07:00') }),
      );
    });

    test('the digests of Monday 9 December, with a report counted, and the secretary’s overview', async () => {
      const { id } = await obligationOf(office, {
        task: '6',
        owner: 'Cụm thi đua số 1',
        dueOn: '2024-12-19',
      });
      await reportProgress(office.dependencies, office.request(LAN), id, {
        kind: 'blocked',
        reason: 'Chưa có <b>kinh phí</b> & 🌸',
      });
      await tickAt('2024-12-09T09:30:00+07:00');

      expect(await said('digest', WARDS)).toMatchSnapshot('wards');
      expect(await said('digest', SCHOOLS)).toMatchSnapshot('schools');
      // One morning, one message: it stands under the reminder.
      expect(await said('reminder', SECRETARY)).toMatchSnapshot('overview');
      expect(await said('digest', WARDS)).not.toMatch(/kinh phí|UBND phường/);
    });

    test('a launch in its group, and the panel as units acknowledge', async () => {
      await office.say(SECRETARY, SECRETARY, '/launch');
      await office.say(SECRETARY, SECRETARY, '80 năm <b>QĐND</b> & 🌸');
      await office.say(SECRETARY, SECRETARY, 'Chủ đề: thi đua.\n\nTiêu chí: 1) đúng hạn.');
      await office.press(SECRETARY, SECRETARY, { kind: 'dialogue', choice: 'skip' });
      await office.press(SECRETARY, SECRETARY, { kind: 'dialogue', choice: 'all' });
      await office.press(SECRETARY, SECRETARY, { kind: 'dialogue', choice: 'days-3' });
      await office.press(SECRETARY, SECRETARY, { kind: 'dialogue', choice: 'mark' });
      await office.press(SECRETARY, SECRETARY, { kind: 'dialogue', choice: 'send' });
      expect(await said('launch', SCHOOLS)).toMatchSnapshot('post');
      expect(await said('launch_panel', SECRETARY)).toMatchSnapshot('panel');

      const [notice] = await office.read.notices.list({
        states: ['planned'],
        from: office.clock.now(),
        to: office.clock.now(),
      });
      const launch = notice?.subject?.id ?? '';
      const directory = await office.directory();
      await office.press(HA, SCHOOLS, { kind: 'acknowledge', launch: launch as never });
      const chatId = chatAt(directory, 'telegram', SCHOOLS)?.id ?? ('' as never);
      const post = await livingNow(office, { kind: 'launch', subject: launch, chatId });

      expect(post === null ? '' : shown(post)).toContain('1/7');
    });
  });
});
