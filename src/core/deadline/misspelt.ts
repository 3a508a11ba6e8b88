import { hasMarks } from './token.ts';

/** Words that make a deadline what it is. */
const WORDS =
  'ngày tháng quý năm tuần trước sau chậm muộn nhất hạn hết cuối đầu giữa hằng hàng mỗi từ đến trong vào và của'.split(
    ' ',
  );
const NUMERALS = ['i', 'ii', 'iii', 'iv'];

/** What one slip makes of them that is a word of its own. */
const OTHER_WORDS = new Set('này giữ tước rước hạ tứ đế cối tần hàn sua'.split(' '));

/** Spellings one slip away from a word of time: a letter lost, doubled or changed for its neighbour; or two words run together. */
const MISSPELT: ReadonlySet<string> = new Set(
  [...WORDS.flatMap(slips), ...pairs()].filter((word) => !OTHER_WORDS.has(word) && !WORDS.includes(word)),
);

/** Whether a word was meant as one about time, most likely, and was not written so. */
export const isMisspelt = (raw: string): boolean => MISSPELT.has(raw.toLowerCase());

function slips(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const following = letters[at + 1] ?? '';
    return [
      // Without any mark it may be anything ("ca", "tong").
      ...(word.length > 2 && hasMarks(before + after) ? [before + after] : []),
      before + letter + letter + after,
      ...(following === '' ? [] : [before + following + letter + after.slice(1)]),
    ];
  });
}

function pairs(): string[] {
  return WORDS.flatMap((one) => [
    ...WORDS.map((other) => one + other),
    ...NUMERALS.map((numeral) => (one === 'quý' ? one + numeral : numeral + one)),
  ]);
}
