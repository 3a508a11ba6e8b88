import { expect, test } from 'vitest';
import { runTick } from '../../src/app/tick/run-tick.ts';
import { isWorkingDay } from '../../src/core/calendar/work-calendar.ts';
import { calendarsOf } from '../../src/core/organisation/calendars.ts';
import type { Settings } from '../../src/core/organisation/settings.ts';
import { mayWait } from '../../src/core/reminder/turn.ts';
import { nextSlotAfter } from '../../src/core/slot/slots.ts';
import { type Instant, localDateAt, minuteOfDayAt } from '../../src/core/time/instant.ts';
import { dateOf, type LocalDate, mondayOf } from '../../src/core/time/local-date.ts';
import { fullDate } from '../../src/i18n/days.ts';
import { textOf } from '../support/message-text.ts';
import { instant } from '../support/office.ts';
import { relayOver } from '../support/relay-over.ts';
import { HA, SCHOOLS, SECRETARY, sampleOffice, TUAN, WARDS } from '../support/sample-office.ts';
import { noticesOf } from '../support/time-passes.ts';

/** One message as somebody reads it. */
interface Read {
  readonly at: Instant;
  readonly on: LocalDate;
  readonly chat: string;
  readonly text: string;
}

/** All that arrives within a window while nobody reports anything. */
interface Window {
  readonly read: readonly Read[];
  readonly settings: Settings;
  /** Names of units and people. */
  readonly names: readonly string[];
  /** How many reminders of what may wait somebody heard in a week, by person and week. */
  readonly mild: ReadonlyMap<string, number>;
}

const WINDOWS = {
  'over Tết': ['2025-01-13', '2025-02-14'],
  'around the swapped days of April and May': ['2025-04-21', '2025-05-07'],
  'over the end of a year': ['2024-12-16', '2025-01-10'],
  'over the summer': ['2025-06-02', '2025-08-05'],
} as const;
type WindowName = keyof typeof WINDOWS;

const lived = new Map<WindowName, Promise<Window>>();

/** Each window is lived once. */
function windowOf(name: WindowName): Promise<Window> {
  const known = lived.get(name) ?? live(WINDOWS[name]);
  lived.set(name, known);
  return known;
}

async function live([from, to]: readonly [string, string]): Promise<Window> {
  const office = await sampleOffice({ now: `${from}T07:00:00+07:00` });
  const relay = relayOver(office);
  const { settings, units, people } = await office.directory();
  const { work } = calendarsOf(settings);
  const read: Read[] = [];
  for (let at = office.clock.now(); at <= instant(`${to}T23:00:00+07:00`); ) {
    office.clock.moveTo(at);
    await runTick(office.dependencies, at);
    for (const { address, message } of await relay.drain()) {
      read.push({ at, on: localDateAt(at, settings.zone), chat: address.chat, text: textOf(message) });
    }
    at = nextSlotAfter(at, settings, work);
  }
  const mild = new Map<string, number>();
  for (const { id, addressee, slot } of await noticesOf(office, 'reminder')) {
    const lines = await office.read.notices.linesOf(id);
    if (!lines.every(({ stage }) => mayWait(stage))) continue;
    const week = `${addressee.id} ${mondayOf(dateOf(slot))}`;
    mild.set(week, (mild.get(week) ?? 0) + 1);
  }
  return { read, settings, names: [...units, ...people].map(({ name }) => name), mild };
}

const isGroup = ({ chat }: Read) => chat === WARDS || chat === SCHOOLS;
const daysOf = (read: readonly Read[]) => [...new Set(read.map(({ on }) => on))];

test.each(Object.keys(WINDOWS) as WindowName[])(
  '%s everybody is spoken to at work, once a morning, a group once a week and without names',
  async (name) => {
    const { read, settings, names } = await windowOf(name);
    const { work } = calendarsOf(settings);
    const outside = read.filter(({ at, on }) => {
      const minute = minuteOfDayAt(at, settings.zone);
      return !isWorkingDay(work, on) || minute < settings.hours.from || minute >= settings.hours.to;
    });
    const groups = read.filter(isGroup);
    const reminders = read.filter((one) => !isGroup(one) && one.text.includes('🔔'));

    expect(read.length).toBeGreaterThan(10);
    expect(outside).toEqual([]);
    expect(new Set(groups.map(({ chat, on }) => `${chat} ${mondayOf(on)}`)).size).toBe(groups.length);
    expect(groups.filter(({ text }) => names.some((one) => text.includes(one)))).toEqual([]);
    expect(new Set(reminders.map(({ chat, on }) => `${chat} ${on}`)).size).toBe(reminders.length);
    expect(reminders.filter(({ text, on }) => !text.includes(fullDate(on)))).toEqual([]);
  },
  120_000,
);

test('nobody hears more than twice a week of what may wait', async () => {
  const counts = [];
  for (const name of Object.keys(WINDOWS) as WindowName[])
    counts.push(...(await windowOf(name)).mild.values());

  expect(Math.max(...counts)).toBeGreaterThan(0);
  expect(Math.max(...counts)).toBeLessThanOrEqual(2);
});

test('after Tết nobody is called late before the third working day', async () => {
  const { read } = await windowOf('over Tết');

  const late = read.filter(({ text }) => text.includes('chưa nhận được kết quả'));
  expect(daysOf(late).filter((on) => on >= '2025-01-25' && on < '2025-02-05')).toEqual([]);
  expect(daysOf(late)).toContain('2025-02-05');
  const eve = read.find(({ text, on }) => on === '2025-01-24' && text.includes('Hạn rơi vào ngày nghỉ'));
  expect(eve?.text).toContain(
    'Hạn rơi vào ngày nghỉ, Thứ Tư 29/01/2025. Đề nghị hoàn thành trong Thứ Sáu 24/01/2025',
  );
});

test('in summer schools and their group hear only of what names them', async () => {
  const { read } = await windowOf('over the summer');

  const summer = read.filter(({ on }) => on >= '2025-06-05' && on <= '2025-07-31');
  const schools = summer.filter(({ chat }) => [SCHOOLS, HA, TUAN].includes(chat));
  expect(schools.length).toBeGreaterThan(0);
  expect(schools.filter(({ text }) => !text.includes('6. Tổ chức tổng kết'))).toEqual([]);
  expect(summer.filter(({ chat }) => chat === WARDS).length).toBeGreaterThan(3);
  expect(summer.filter(({ chat }) => chat === SECRETARY).length).toBeGreaterThan(10);
});
