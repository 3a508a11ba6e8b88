// Messages of chatter a second of processor time, and the worst texts against the median per character. Of the build, as
// the program runs. Run from the checkout.
import { readFileSync } from 'node:fs';
import { buildNameIndex } from '../dist/core/question/name-index.js';
import { LONGEST_TEXT } from '../dist/core/question/token.js';
import { understand } from '../dist/core/question/understand.js';
import { instantOf, parseZone } from '../dist/core/time/instant.js';

const ROUNDS = 30;
const MONDAY = instantOf(Date.UTC(2024, 10, 4, 1));

const context = contextOf();
const lines = readFileSync('test/fixtures/questions.own.txt', 'utf8').split('\n');
const chatter = lines
  .filter((line) => line.startsWith('none|'))
  .map((line) => line.split('|').slice(2).join('|'));
if (chatter.length === 0) throw new Error('the benchmark read nothing');
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

function contextOf() {
  const zone = parseZone('Asia/Ho_Chi_Minh');
  if (zone === null) throw new Error('the runtime does not know Asia/Ho_Chi_Minh');
  const names = buildNameIndex(
    Array.from({ length: 5_000 }, (_, at) => ({
      kind: 'unit',
      id: String(at),
      names: [`Trường Tiểu học Số ${at}`],
    })),
  );
  return { now: MONDAY, zone, addressed: true, botNames: ['DungHanBot'], names };
}

function hardTexts() {
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

function secondsPerCharacter(text, context) {
  const rounds = Math.max(1, Math.ceil(20_000 / (text.length + 1)));
  const seconds = processorSeconds(() => {
    for (let round = 0; round < rounds; round++) understand(text, context);
  });
  return seconds / rounds / (text.length + 1);
}

function processorSeconds(work) {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1_000_000;
}

function medianOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
