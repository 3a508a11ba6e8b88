import { afterEach, beforeEach, expect, test } from 'vitest';
import { ADMINISTRATIVE_GROUP, type RunningProgram, runningProgram } from '../support/program.ts';
import { saying } from '../support/sandbox.ts';

const SECRETARY = 101;
const FOCAL_POINT = 103;
const WARDS = 'Cụm thi đua số 1';
const SCHOOLS = 'Cụm thi đua THCS số 1';

let program: RunningProgram;

beforeEach(async () => {
  program = await runningProgram();
});

afterEach(() => program.close());

const group = ADMINISTRATIVE_GROUP;

test('a group is bound to another cluster by the secretary alone, answers for that one, and is bound back', async () => {
  await program.say(FOCAL_POINT, group, '/dangky');
  await program.waitForMessage(group, saying('chỉ dành cho cán bộ'));
  await program.say(SECRETARY, group, '/dangky');
  const offer = await program.waitForMessage(group, saying('Nhóm này là của Cụm nào?'));

  const refused = await program.press(FOCAL_POINT, group, offer.message_id, SCHOOLS);
  await program.press(SECRETARY, group, offer.message_id, SCHOOLS);
  const bound = await program.waitForMessage(group, saying(`Nhóm đã được gắn với ${SCHOOLS}`));
  await program.say(FOCAL_POINT, group, '/tiendo');
  const asSchools = await program.waitForMessage(group, saying('📊'));
  await program.advance({ until: 'digest' });
  const digest = await program.waitForMessage(group, saying('🗓'));

  expect(offer.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).toEqual([
    `✔ ${WARDS}`,
    SCHOOLS,
    'Thôi gắn với Cụm',
  ]);
  expect(refused).toMatchObject({ alert: true });
  expect(bound.text).toContain(`Trước đó nhóm là của ${WARDS}`);
  expect(asSchools.text).toContain(SCHOOLS);
  expect(digest.text).toContain(SCHOOLS);
  expect(digest.text).not.toContain(WARDS);

  await program.say(SECRETARY, group, '/dangky CUM1');
  await program.waitForMessage(group, saying(`Nhóm đã được gắn với ${WARDS}`));
  await program.say(FOCAL_POINT, group, '/han thang 12');
  const asWards = await program.waitForMessage(group, saying('📌', WARDS));
  expect(asWards.text).not.toContain(SCHOOLS);
});
