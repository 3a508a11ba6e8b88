import { beforeEach, expect, test } from 'vitest';
import type { ChatMenus, MenuCommand } from '../../../src/app/ports/chat-menus.ts';
import { menuOf } from '../../../src/bot/commands/command-list.ts';
import { MenuKeeper } from '../../../src/bot/commands/menu-keeper.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Office } from '../../support/office.ts';
import { APPROVER, LAN, SECRETARY, STRANGER, sampleOffice, WARDS } from '../../support/sample-office.ts';

class RecordingMenus implements ChatMenus {
  readonly channel = 'telegram';
  readonly calls: [chat: string, first: string | null][] = [];
  readonly menus = new Map<string, readonly MenuCommand[]>();
  isOpen = true;
  slow: Promise<void> = Promise.resolve();

  show(chat: string, commands: readonly MenuCommand[]): Promise<boolean> {
    return this.#take(chat, commands);
  }

  clear(chat: string): Promise<boolean> {
    return this.#take(chat, null);
  }

  async #take(chat: string, commands: readonly MenuCommand[] | null): Promise<boolean> {
    await this.slow;
    if (!this.isOpen) return false;
    this.calls.push([chat, commands?.[0]?.name ?? null]);
    if (commands === null) this.menus.delete(chat);
    else this.menus.set(chat, commands);
    return true;
  }
}

let office: Office;
let menus: RecordingMenus;
let keeper: MenuKeeper;

beforeEach(async () => {
  office = await sampleOffice();
  menus = new RecordingMenus();
  keeper = new MenuKeeper(office.dependencies, menus);
});

const namesIn = (chat: string) => menus.menus.get(chat)?.map(({ name }) => name);

test('the secretariat is offered what is theirs, before what all are; an approver launches; members nothing more', async () => {
  await keeper.look();

  const ofAll = menuOf('private', 'vi', ['council_member'])
    .map(({ name }) => name)
    .filter((name) => name !== 'viec');
  expect(ofAll).toEqual(expect.arrayContaining(['trogiup', 'han', 'caidat']));
  expect(namesIn(SECRETARY)).toEqual([
    'canxuly',
    'ghiho',
    'viec',
    'bang',
    'giaoban',
    'phatdong',
    'giaoviec',
    'nhatky',
    'moi',
    'dangky',
    'nhap',
    ...ofAll,
  ]);
  expect(namesIn(APPROVER)).toEqual(['bang', 'giaoban', 'phatdong', ...ofAll]);
  expect(namesIn(LAN)).toEqual(['viec', 'bang', ...ofAll]);
  expect(menus.menus.get(SECRETARY)?.every(({ description }) => description.length > 2)).toBe(true);
});

test('nothing is asked again while nothing changes', async () => {
  await keeper.look();
  const before = menus.calls.length;

  await keeper.look();

  expect(menus.calls).toHaveLength(before);
});

test('who becomes of the secretariat is offered more, and no longer once that ends', async () => {
  await keeper.look();
  const directory = await office.directory();
  const lan = directory.identities.find(({ user }) => user === LAN)?.personId;
  const own = directory.appointments.find(({ role }) => role === 'secretariat');
  if (lan === undefined || own === undefined) throw new Error('the sample has changed');
  await office.dependencies.unitOfWork.run((tx) =>
    tx.organisation.addAppointment({ ...own, personId: lan, from: null, to: dateOf('2024-11-10') }),
  );

  await keeper.look();
  expect(namesIn(LAN)?.[0]).toBe('canxuly');
  office.moveTo('2024-11-11T09:00:00+07:00');
  await keeper.look();
  expect(namesIn(LAN)?.[0]).toBe('viec');

  const afterRestart = new RecordingMenus();
  await new MenuKeeper(office.dependencies, afterRestart).look();
  expect(afterRestart.calls).toContainEqual([LAN, 'viec']);
});

test('what changes during a look is shown by the one that was asked for meanwhile', async () => {
  const directory = await office.directory();
  const lan = directory.identities.find(({ user }) => user === LAN)?.personId;
  const own = directory.appointments.find(({ role }) => role === 'secretariat');
  if (lan === undefined || own === undefined) throw new Error('the sample has changed');

  let goOn = (): void => undefined;
  menus.slow = new Promise((resolve) => {
    goOn = resolve;
  });

  const first = keeper.look();
  await office.dependencies.unitOfWork.run((tx) => tx.organisation.addAppointment({ ...own, personId: lan }));
  const second = keeper.look();
  goOn();
  await Promise.all([first, second]);

  expect(namesIn(LAN)?.[0]).toBe('canxuly');
});

test('a stranger is offered what a stranger may do; so is whoever has left', async () => {
  await office.say(STRANGER, STRANGER, '/start');
  await keeper.look();
  const directory = await office.directory();
  const lan = directory.appointments.find(
    ({ role, personId }) =>
      role === 'focal_point' && personId === directory.identities.find(({ user }) => user === LAN)?.personId,
  );
  if (lan === undefined) throw new Error('the sample has changed');
  const { personId, role, unitId, clusterId } = lan;
  await office.dependencies.unitOfWork.run((tx) =>
    tx.organisation.endAppointments(personId, dateOf('2024-11-03'), { role, unitId, clusterId }),
  );

  await keeper.look();

  expect(menuOf('private', 'vi').map(({ name }) => name)).toEqual(['trogiup', 'toi']);
  expect(namesIn(STRANGER)).toBeUndefined();
  expect(namesIn(LAN)).toBeUndefined();
});

test('in the language chosen in the chat, whoever it is, a group too; and back', async () => {
  await office.say(SECRETARY, SECRETARY, '/ngonngu en');
  await office.say(LAN, LAN, '/ngonngu en');
  await office.say(SECRETARY, WARDS, '/ngonngu en');
  await keeper.look();

  expect(namesIn(SECRETARY)?.[0]).toBe('inbox');
  expect(namesIn(LAN)).toEqual(menuOf('private', 'en', ['focal_point']).map(({ name }) => name));
  expect(namesIn(WARDS)).toEqual(menuOf('group', 'en').map(({ name }) => name));

  await office.say(LAN, LAN, '/ngonngu vi');
  await keeper.look();

  expect(namesIn(LAN)?.[0]).toBe('viec');
});

test('what could not be shown is shown at the next look', async () => {
  menus.isOpen = false;
  await keeper.look();
  menus.isOpen = true;
  await keeper.look();

  expect(namesIn(SECRETARY)?.[0]).toBe('canxuly');
});
