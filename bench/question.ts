// Messages of chatter a second of processor time, and the worst texts against the median per character. Bundled
// as the program is. Run from the checkout.
import { readFileSync } from 'node:fs';
import { buildNameIndex } from '../src/core/question/name-index.ts';
import type { Context } from '../src/core/question/question.ts';
import { LONGEST_TEXT } from '../src/core/question/token.ts';
import { understand } from '../src/core/question/understand.ts';
import { instantOf, parseZone } from '../src/core/time/instant.ts';
import { medianOf } from './measure.ts';

const ROUNDS = 30;
const MONDAY = instantOf(Date.UTC(2024, 10, 4, 1));

const context = contextOf();
const lines = readFileSync('test/fixtures/questions.own.txt', 'utf8').split('\n');
const chatter = lines
  .filter((line) => line.startsWith('none|'))
  .map((line) => line.split('|').slice(2).join('|'));
for (let round = 0; round < ROUNDS; round++) for (const text of chatter) understand(text, context);
const seconds = processorSeconds(() => {
  for (let round = 0; round < ROUNDS; round++) for (const text of chatter) understand(text, context);
});
const median = medianOf(chatter.map((text) => secondsPerCharacter(text, context)));
const worst = Math.max(...hardTexts().map((text) => secondsPerCharacter(text, context) / median));
process.stdout.write(
  [
    `question chatter   ${Math.round((chatter.length * ROUNDS) / seconds)} messages/s (10,000 asked for)`,
    `question worst   ${worst.toFixed(1)} × the median per character (20 allowed)`,
  ].join('\n'),
);

function contextOf(): Context {
  const zone = parseZone('Asia/Ho_Chi_Minh');
  if (zone === null) throw new Error('the runtime does not know Asia/Ho_Chi_Minh');
  const names = buildNameIndex(
    Array.from({ length: 5_000 }, (_, at) => ({
      kind: 'unit' as const,
      id: String(at),
      names: [`Trường Tiểu học Số ${at}`],
    })),
  );
  return { now: MONDAY, zone, addressed: true, botNames: ['DungHanBot'], names };
}

function hardTexts(): string[] {
  const pieces = [
    'a',
    '12 ',
    '15/11 ',
    '15-',
    'tháng 4, ',
    'hết tháng ',
    'từ ',
    'gì nào ',
    'ai thì ',
    'cụm số ',
    'xyzt ',
    'bot ơi ',
    'tổng kết cụm ',
  ];
  return pieces.map((piece) => piece.repeat(Math.floor(LONGEST_TEXT / piece.length)));
}

function secondsPerCharacter(text: string, context: Context): number {
  const rounds = Math.max(1, Math.ceil(20_000 / (text.length + 1)));
  const seconds = processorSeconds(() => {
    for (let round = 0; round < rounds; round++) understand(text, context);
  });
  return seconds / rounds / (text.length + 1);
}

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1_000_000;
}
