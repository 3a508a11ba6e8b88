import type { Token } from '../token.ts';
import { means } from '../words/word.ts';

/** A cluster called by its number or its schools, whether or not an index holds it. */
export type SaidCluster = { readonly name: string; readonly start: number; readonly next: number };

const SCHOOL_LEVELS: readonly (readonly [shown: string, said: readonly string[]])[] = [
  ['mầm non', ['mầm non', 'mn', 'mẫu giáo', 'preschool', 'nursery']],
  ['tiểu học', ['tiểu học', 'th', 'tháng', 'primary']],
  ['THCS', ['thcs', 'trung học cơ sở', 'cấp 2', 'secondary']],
  ['THPT', ['thpt', 'trung học phổ thông', 'cấp 3']],
];
const MOST_DIGITS = 2;

/** Reads `cụm 3`, `cụm thi đua số 3`, `cluster 2`, `cụm trường mầm non` at a token. */
export function saidClusterAt(tokens: readonly Token[], start: number): SaidCluster | null {
  if (!means(tokens[start], 'cụm', 'khối', 'cluster')) return null;
  let next = start + 1;
  while (means(tokens[next], 'số', 'thi', 'đua', 'trường', 'các')) next++;
  const number = tokens[next];
  if (number?.kind === 'number' && number.text.length <= MOST_DIGITS && !isOfDate(tokens, next)) {
    return { name: `Cụm số ${Number(number.text)}`, start, next: next + 1 };
  }
  for (const [shown, forms] of SCHOOL_LEVELS) {
    const form = forms.find((words) =>
      words.split(' ').every((word, offset) => isWord(tokens[next + offset], word)),
    );
    if (form === undefined || (form === 'tháng' && isOfMonth(tokens[next + 1]))) continue;
    const after = next + form.split(' ').length;
    const numbered = means(tokens[after], 'số') && tokens[after + 1]?.kind === 'number';
    return numbered
      ? { name: `Cụm trường ${shown} số ${tokens[after + 1]?.text}`, start, next: after + 2 }
      : { name: `Cụm trường ${shown}`, start, next: after };
  }
  return null;
}

/** `cụm 5/12`: the number begins a date. */
function isOfDate(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  return after?.kind === 'number' && /^[/.-]$/u.test(after.gap);
}

/** "th" is short for both: a month goes on with a number, "mấy", "này". */
function isOfMonth(after: Token | undefined): boolean {
  return (
    after?.kind === 'number' || means(after, 'mấy', 'nào', 'này', 'nay', 'sau', 'tới', 'trước', 'bao', 'mười')
  );
}

function isWord(token: Token | undefined, word: string): boolean {
  return /^\d+$/u.test(word) ? token?.text === word : means(token, word);
}
