import { beforeEach, expect, test } from 'vitest';
import { askConversation } from '../../src/compose/ask.ts';
import type { Office as OpenOffice } from '../../src/compose/office.ts';
import type { Office } from '../support/office.ts';
import { emptyOffice, LAN, sampleOffice } from '../support/sample-office.ts';

let office: Office;

beforeEach(async () => {
  office = await sampleOffice();
});

const ask = (text: string, person: string | null = null, cluster: string | null = null, at = office) => {
  const opened: OpenOffice = { database: at.database, dependencies: at.dependencies };
  return askConversation(opened, { text, person, cluster });
};

test('without a person the secretariat asks, in private', async () => {
  expect(await ask('tháng 12 có gì')).toEqual({
    answer: expect.stringContaining('📌 Tháng 12/2024 · toàn bộ các Cụm') as string,
  });
});

test('whoever works at the machine is answered although nobody holds the office yet', async () => {
  const empty = await emptyOffice();

  expect(await ask('/quahan', null, null, empty)).toEqual({
    answer: expect.stringContaining('không có nhiệm vụ quá hạn') as string,
  });
});

test.each(['Nguyễn Thị Lan', 'Nguyễn Thị Lan'.normalize('NFD'), LAN])(
  'as %s, by name or id',
  async (person) => {
    expect(await ask('việc của tôi', person)).toEqual({
      answer: expect.stringContaining('UBND phường Điện Biên') as string,
    });
  },
);

test('in the group of a cluster that no chat is bound to, what its group would see', async () => {
  const directory = await office.directory();
  for (const chat of directory.chats.filter(({ kind }) => kind === 'group')) {
    await office.dependencies.unitOfWork.run((tx) => tx.organisation.saveChat({ ...chat, clusterId: null }));
  }

  expect(await ask('tháng 12 có gì', null, 'CUM1')).toEqual({
    answer: expect.stringContaining('Tháng 12/2024 · Cụm thi đua số 1') as string,
  });
  expect(await ask('việc của tôi', LAN, 'CUM1')).toEqual({ answer: 'Đã gửi vào tin riêng của đồng chí.' });
});

test('what is not for the bot is answered by nothing', async () => {
  expect(await ask('Cảm ơn bot nhé', LAN, 'CUM1')).toEqual({ answer: '' });
});

test('a person or cluster that nobody knows is refused', async () => {
  expect(await ask('/han', 'Nguyễn Văn Không')).toEqual({ problem: 'no person Nguyễn Văn Không' });
  expect(await ask('/han', null, 'CUM9')).toEqual({ problem: 'no cluster CUM9' });
});

test('asking writes nothing, neither what a command changes nor what was asked', async () => {
  const before = await office.directory();

  expect(await ask('/ngonngu en', LAN)).toEqual({ answer: 'The language is now English.' });
  await ask('tháng này có gì', LAN);

  expect(await office.directory()).toEqual(before);
  const chat = before.chats.find(({ key }) => key === LAN);
  const person = before.identities.find(({ user }) => user === LAN)?.personId;
  if (chat === undefined || person === undefined) throw new Error('the sample lacks Lan');
  expect(await office.read.dialogues.open(person, chat.id, office.clock.now())).toBeNull();
});
