// Phrases a second of processor time on one core, and how many bare regex scans one reading costs. Bundled as the
// program is: what compiles on the way slows readers by a third. Run from the checkout.
import { readFileSync } from 'node:fs';
import { answerDeadline } from '../src/core/deadline/next.ts';
import { readDeadline } from '../src/core/deadline/parse.ts';
import { dateOf } from '../src/core/time/local-date.ts';

const NOW = dateOf('2024-11-04');
const ROUNDS = 100;
/** The floor: one scan for something that looks like a date, which every reader has to make. */
const FLOOR = /(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?/g;

const { phrases } = JSON.parse(readFileSync('test/fixtures/deadline-phrases.dev.json', 'utf8')) as {
  phrases: { phrase: string }[];
};
const texts = phrases.map(({ phrase }) => phrase);
const floor = rateOf(texts, (text) => [...text.matchAll(FLOOR)].length);
const read = rateOf(texts, (text) => readDeadline(text, { now: NOW }).rules.length);
const answer = rateOf(texts, (text) => answerDeadline(text, NOW).rules.length);
process.stdout.write(
  [
    `deadline floor   ${Math.round(floor)} phrases/s`,
    `deadline read    ${Math.round(read)} phrases/s, ${(floor / read).toFixed(1)} × the floor`,
    `deadline answer  ${Math.round(answer)} phrases/s, ${(floor / answer).toFixed(1)} × the floor`,
  ].join('\n'),
);

function rateOf(texts: readonly string[], work: (text: string) => number): number {
  for (let round = 0; round < ROUNDS; round++) for (const text of texts) work(text);
  const before = process.cpuUsage();
  let seen = 0;
  for (let round = 0; round < ROUNDS; round++) for (const text of texts) seen += work(text);
  const { user, system } = process.cpuUsage(before);
  if (seen === 0) throw new Error('the benchmark read nothing');
  return (texts.length * ROUNDS * 1_000_000) / (user + system);
}
