import type { Directory } from '../organisation/directory.ts';
import type { NameIndex } from '../question/name-index.ts';
import { tidySpaces } from '../text/fold.ts';
import { type Instant, localDateAt } from '../time/instant.ts';
import { foldInPlace } from './fold-in-place.ts';
import { type DueReading, readDueTime } from './read-due-time.ts';
import { NOBODY, type RecipientReading, readRecipients } from './read-recipients.ts';

/** A task as somebody wrote it in one message: what, who, by when. */
export interface AssignmentReading {
  readonly title: string;
  readonly who: RecipientReading;
  readonly when: DueReading;
  readonly urgent: boolean;
}

/** Words that open an order and belong to none of its parts. */
const OPENERS =
  /^[\s.,:;!–-]*(?:(?:hoa toc|khan|gap|kinh gui|de nghi|yeu cau|nho|moi|giao|thong bao|nhac|please|urgent)(?:\s+(?:toi|den|cho))?(?!\w)[\s.,:;!–-]*)+/;
const URGENT = /(?<!\w)(?:hoa toc|urgent)(?!\w)[\s:!.,–-]*/;

/** What is asked begins with one of these. */
const VERB =
  /(?<!\w)(?:khan truong|gui|nop|bao cao|cung cap|dang ky|ra soat|hoan thanh|lap|cu|tham du|tham gia|chuan bi|tong hop|thuc hien|trien khai|cap nhat|phan hoi|cho y kien|gop y|xac nhan|dien|lam|hop|du|kiem tra|bo sung|de xuat|gioi thieu|to chuc|day|xem|send|submit|report|provide|register|confirm|complete|prepare)(?!\w)/g;

/**
 * Reads "Các trường gửi danh sách CSTĐ trước 16h thứ Tư 13/11": names before the first verb are who, words of time
 * when, the rest is what.
 */
export function readAssignment(
  said: string,
  now: Instant,
  directory: Directory,
  names: NameIndex,
): AssignmentReading {
  const text = said.normalize('NFC');
  const when = readDueTime(text, now, directory.settings);
  const timeless = withoutTime(text, when);
  const urgent = URGENT.exec(foldInPlace(timeless));
  const calm =
    urgent === null
      ? timeless
      : `${timeless.slice(0, urgent.index)} ${timeless.slice(urgent.index + urgent[0].length)}`;
  const rest = tidySpaces(calm);
  const opened = rest.slice(OPENERS.exec(foldInPlace(rest))?.[0].length ?? 0);
  const { head, title } = headAndTitle(opened, (words) =>
    readRecipients(words, directory, names, localDateAt(now, directory.settings.zone)),
  );
  return { title: asTitle(title), who: head, when, urgent: urgent !== null };
}

/** What was said beside its words of time. */
export const withoutTime = (said: string, { words }: DueReading): string =>
  words === null ? said : `${said.slice(0, words.from)} ${said.slice(words.to)}`;

/** Who stands before the verb. Words of names may be verbs too ("điện", "lập"): the first verb after somebody known wins. */
function headAndTitle(
  opened: string,
  read: (words: string) => RecipientReading,
): { readonly head: RecipientReading; readonly title: string } {
  const folded = foldInPlace(opened);
  const verbs = [...folded.matchAll(VERB)]
    .map(({ index }) => index)
    .filter((index) => index === 0 || !/\p{Lu}/u.test(opened.charAt(index)))
    .slice(0, MOST_VERBS);
  const [first] = verbs;
  if (first === undefined || first === 0) return { head: NOBODY, title: opened };
  const readings = verbs.map((verb) => ({
    head: read(opened.slice(addressAt(folded.slice(0, verb)), verb)),
    title: opened.slice(verb),
  }));
  return readings.find(({ head }) => isKnown(head)) ?? readings[0] ?? { head: NOBODY, title: opened };
}

const MOST_VERBS = 4;

const isKnown = ({ recipients, clusterIds, unknown }: RecipientReading): boolean =>
  unknown.length === 0 && recipients.length + clusterIds.length > 0;

/** "Kính gửi các đồng chí. Đề nghị các trường …": the last words that ask are what names follow. */
const addressAt = (folded: string): number => {
  const last = [...folded.matchAll(/(?<!\w)(?:de nghi|yeu cau)(?!\w)[\s:,]*/g)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
};

/** With a capital, without the punctuation that its neighbours left. */
export function asTitle(words: string): string {
  const bare = tidySpaces(words)
    .replace(/\s+([.,;:!?])/gu, '$1')
    .replace(/^[\s.,;:–-]+|[\s.,;:–(-]+$/gu, '');
  const [first = '', ...others] = Array.from(bare);
  return first.toUpperCase() + others.join('');
}
