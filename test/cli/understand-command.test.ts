import { expect, test } from 'vitest';
import { understandCommand } from '../../src/cli/understand-command.ts';
import { understand } from '../../src/core/question/understand.ts';
import { contextAt } from '../core/question/sample.ts';

const { now } = contextAt();

/** The intents of the lines, in order. */
async function intentsOf(...lines: readonly string[]): Promise<string[]> {
  const said: string[] = [];
  const read = (text: string, spokenTo: boolean) => understand(text, contextAt(undefined, spokenTo));
  await understandCommand(() => Promise.resolve(read)).run({
    args: [],
    readInput: () =>
      (async function* () {
        yield* lines;
      })(),
    print: (line) => void said.push(line),
    complain: () => {},
    office: () => Promise.reject(new Error('reading a message needs no office')),
    clock: { now: () => now },
  });
  return said.map((line) => (JSON.parse(line) as { intent: string }).intent);
}

const json = (text: string, addressed: boolean): string => JSON.stringify({ text, addressed });

test('a plain line is addressed: bare words ask for help and for days', async () => {
  expect(await intentsOf('help', 'tháng 11', 'Hội nghị điển hình tiên tiến')).toEqual([
    'help',
    'due_in_range',
    'task_detail',
  ]);
});

test('a plain line of people among themselves stays theirs', async () => {
  expect(await intentsOf('Mọi người về đến nhà chưa ạ', 'Em nộp rồi chị nhé')).toEqual(['none', 'none']);
});

test('a line said to be addressed is read as in a private chat, one that is not as in a group', async () => {
  const texts = ['help', 'tháng 11', 'phường Kim Mã nộp rồi'];

  expect(await intentsOf(...texts.map((text) => json(text, true)))).toEqual([
    'help',
    'due_in_range',
    'report_progress',
  ]);
  expect(await intentsOf(...texts.map((text) => json(text, false)))).toEqual(['none', 'none', 'none']);
});
