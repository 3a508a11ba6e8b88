import { tidySpaces } from '../../core/text/fold.ts';
import { isCapitals, unnamedTitleAt } from './head-capitals.ts';
import { withNames } from './proper-names.ts';
import { isAbbreviation } from './read-issuer.ts';

const KINDS =
  /^(kế hoạch|chương trình(?: (?:hành động|công tác|phối hợp))?|đề án|phương án|hướng dẫn|danh mục|lịch công tác|bảng phân công|phân công nhiệm vụ|lộ trình|nghị quyết|chỉ thị|thông báo|plan|action plan|work plan)(?!\p{L})/iu;
const ENDS =
  /^(phụ lục|biểu|bảng \d|căn cứ|để |nhằm|theo |[IVX]+\.|\d+\.|\(|[-_=*]{2,}|phần\s|kính gửi|ngày\s|số\s*:)|^(thực hiện|triển khai)\s.*(số\s*:?\s*\d|[:;,.]$)/iu;

/** What has an end of its own is no part of a title. */
const SENTENCE = /[\p{Ll}\d][)”"]?[.:;]$/u;
const CARRIES_OUT = /^(thực hiện|triển khai)\s.*[^:;,.]$/iu;

/** "KẾ HOẠCH" and the lines under it, as one title in running text with its names; null where the head has none. */
export function readTitle(lines: readonly string[], names: readonly string[]): string | null {
  const named = lines.findIndex(
    (line) => /^\p{Lu}/u.test(line) && KINDS.test(line) && line.length < 250 && !/[:;]$/.test(line),
  );
  const at = named === -1 ? unnamedTitleAt(lines) : named;
  if (at === -1) return subjectOfLetter(lines);
  const words = [lines[at] ?? ''];
  const further = lines.slice(at + 1);
  // One blank line may part the kind of the document from its subject.
  const subject =
    words[0] !== undefined && words[0].split(' ').length <= 3 && further[0] === ''
      ? further.slice(1)
      : further;
  for (const [position, line] of subject.slice(0, 5).entries()) {
    // What stands right under the bare word "KẾ HOẠCH" is its subject, though it names another document.
    const isFirst = position === 0 && words[0]?.length === KINDS.exec(words[0] ?? '')?.[0].length;
    const isSubject = isFirst && CARRIES_OUT.test(line);
    // Capitals under a subject in running text head the next part.
    if (words.slice(1).some((above) => !isCapitals(above)) && isCapitals(line)) break;
    if (
      line === '' ||
      (ENDS.test(line) && !isSubject) ||
      (SENTENCE.test(line) && !isFirst) ||
      line.length > 250
    )
      break;
    if (named === -1 && !isCapitals(line)) break;
    words.push(line);
  }
  return running(words, names);
}

/** "V/v triển khai nhiệm vụ năm 2026", under the number of a letter. */
function subjectOfLetter(lines: readonly string[]): string | null {
  const subject = lines.flatMap((line) => /^V\/v:?\s+(\S.*)$/iu.exec(line)?.[1] ?? []).at(0);
  return subject === undefined ? null : `Về việc ${lowerFirst(subject)}`;
}

function running(lines: readonly string[], names: readonly string[]): string {
  const [kind = '', ...subject] = lines.map((line) => tidySpaces(line));
  const rest = subject.join(' ');
  const lowered = (words: string): string => withNames(lowerCase(words), names);
  return tidySpaces(`${calm(kind, lowered)} ${isCapitals(rest) ? lowered(rest) : lowerFirst(rest)}`);
}

/** "Quý I", "khoá XVI" keep their figures, "UBND" its letters. */
const lowerCase = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => (isAbbreviation(word) ? word.toUpperCase() : word))
    .replace(/(?<=(?<!\p{L})(?:quý|kỳ|khoá|khóa|thứ|đợt|số) )[ivxlc]+(?!\p{L})/gu, (figure) =>
      figure.toUpperCase(),
    );

const calm = (words: string, lowered: (words: string) => string): string => {
  const sentence = (capitals: string): string => capitals.charAt(0) + lowered(capitals).slice(1);
  return isCapitals(words)
    ? sentence(words)
    : words.replace(KINDS, (kind) => (isCapitals(kind) ? sentence(kind) : kind));
};

const ABBREVIATION = /^(\p{Lu}{2,}|(?!Của |Về )\p{Lu}\p{Ll}*\s\p{Lu})/u;

const lowerFirst = (words: string): string =>
  ABBREVIATION.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
