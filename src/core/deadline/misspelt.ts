import { foldVietnamese } from '../text/fold.ts';
import { hasMarks, type Token } from './token.ts';

/** Words that make a deadline what it is. */
const WORDS =
  'ngày tháng quý năm tuần trước sau chậm muộn nhất hạn hết cuối đầu giữa hằng hàng mỗi từ đến trong vào và của'.split(
    ' ',
  );
const NUMERALS = ['i', 'ii', 'iii', 'iv'];
const BESIDE = ['kế', 'tiếp', 'theo', 'nay', 'xong'];

/** What one slip makes of them that is a word of its own. */
const OTHER_WORDS = new Set('này giữ tước rước hạ tứ đế cối tần hàn sua'.split(' '));

/** Spellings one slip away from a word of time: a letter lost, doubled or changed for its neighbour; or two words run together. */
const MISSPELT: ReadonlySet<string> = new Set(
  [...WORDS.flatMap(slips), ...pairs()].filter((word) => !OTHER_WORDS.has(word) && !WORDS.includes(word)),
);

/** Folded, and longer than any syllable: another word and one of time. */
const RUN_ON = /^(?:truoc|ngay|thang|tuan)[a-z]{3,}$|^[a-z]{2,}(?:truoc|ngay|thang|tuan)$/;
const LONGEST_SYLLABLE = 6;

/** Whether a word was meant as one about time, most likely, and was not written so. */
export function isMisspelt({ word, raw }: Token): boolean {
  return MISSPELT.has(raw.toLowerCase()) || (word.length > LONGEST_SYLLABLE && RUN_ON.test(word));
}

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
  const joined = WORDS.flatMap((one) => [
    ...WORDS.map((other) => one + other),
    ...BESIDE.flatMap((other) => [one + other, other + one]),
    ...NUMERALS.map((numeral) => (one === 'quý' ? one + numeral : numeral + one)),
  ]);
  return [...joined, 'kếtiếp', 'tiếptheo', ...joined.map(foldVietnamese)];
}
