import { foldVietnamese } from '../../text/fold.ts';
import { hasMarks, type Token } from './token.ts';

/** Words that make a deadline what it is. */
const WORDS =
  'ngày tháng quý năm tuần trước sau chậm muộn nhất hạn hết cuối đầu giữa hằng hàng mỗi từ đến trong vào và của tiếp giờ'.split(
    ' ',
  );
const NUMERALS = ['i', 'ii', 'iii', 'iv'];
const BESIDE = ['kế', 'theo', 'nay', 'xong'];

/** What one slip makes of them that is a word of its own. */
const OTHER_WORDS = new Set('này giữ tước rước hạ tứ đế cối tần hàn gờ hn sua dua cau giau'.split(' '));
/** None of which stands before a day. */
const NOT_BEFORE_DAY = new Set(['này', 'tước', 'rước', 'ruoc']);

/**
 * Spellings one slip away from a word of time: a letter lost, doubled or changed for its neighbour; or two words run
 * together.
 */
const MISSPELT: ReadonlySet<string> = new Set(
  [...WORDS, ...WORDS.map(foldVietnamese)]
    .flatMap(slips)
    .concat(pairs())
    .filter((word) => !OTHER_WORDS.has(word) && !WORDS.includes(word)),
);

/** Folded, and longer than any syllable: another word and one of time. */
const RUN_ON = /^(?:truoc|ngay|thang|tuan)[a-z]{3,}$|^[a-z]{2,}(?:truoc|ngay|thang|tuan)$/;
const LONGEST_SYLLABLE = 6;

/** Whether a word was meant as one about time, most likely, and was not written so. */
export function isMisspelt({ word, raw }: Token, following: Token | undefined): boolean {
  const written = raw.toLowerCase();
  if (NOT_BEFORE_DAY.has(written)) return following?.kind === 'number' || following?.word === 'ngay';
  return MISSPELT.has(written) || (word.length > LONGEST_SYLLABLE && RUN_ON.test(word));
}

function slips(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const following = letters[at + 1] ?? '';
    return [
      ...(isNoWord(before + after) ? [before + after] : []),
      before + letter + letter + after,
      ...(following === '' ? [] : [before + following + letter + after.slice(1)]),
    ];
  });
}

/** Without any mark it may be anything ("ca", "tong"), save without a vowel. */
function isNoWord(rest: string): boolean {
  return rest.length > 1 && (hasMarks(rest) || !/[aeiou]/.test(rest));
}

function pairs(): string[] {
  const joined = WORDS.flatMap((one) => [
    ...WORDS.map((other) => one + other),
    ...BESIDE.flatMap((other) => [one + other, other + one]),
    ...NUMERALS.map((numeral) => (one === 'quý' ? one + numeral : numeral + one)),
  ]);
  return [...joined, ...joined.map(foldVietnamese)];
}
