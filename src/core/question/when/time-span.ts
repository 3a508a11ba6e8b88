import type { LocalDate } from '../../time/local-date.ts';
import { after, before, since, until } from './bounded.ts';
import { plain } from './joined.ts';
import type { Days, Reader } from './reader.ts';

/** A run of tokens that names days. */
export type TimeSpan = {
  readonly start: number;
  readonly next: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

const BEGINNINGS = new Set(
  (
    'thang t tuan quy qui q qi qii qiii qiv quarter nam ngay hom mung mong thu chu cn nua dau giua cuoi trong within in the next last past ' +
    'this current coming previous rest remainder tu ke bat khoang from between since truoc before sau after den toi cho tinh until till by ' +
    'cham muon het xong nay mai mot sang trua chieu dem bua today tomorrow tmr tmrw yesterday tet dip nghi le ky ki hoc nien hk semester ' +
    'term school noel giang christmas xmas new quoc national khai gio lunar vai may few hai ba bon bay bay tam chin muoi sau chuc ' +
    'january jan february feb march mar april apr june jun july jul august aug september sept sep october oct november nov december dec ' +
    'monday mon tuesday tue wednesday wed thursday friday fri saturday sunday h first second end beginning start middle early late mid ' +
    'sang qua giai thoi nhiem khoa period thuong trung ha nha quoc phu week month the one two three four five six seven eight nine ten thirty kia'
  ).split(' '),
);

/** Every span, left to right; neighbours joined by "và" or a comma count as one. */
export function timeSpans(reader: Reader, blocked: ReadonlySet<number>): readonly TimeSpan[] {
  const spans: TimeSpan[] = [];
  let at = 0;
  while (at < reader.tokens.length) {
    const found = blocked.has(at) || !canBegin(reader, at) ? null : spanAt(reader, at);
    if (found === null || found.from > found.to) {
      at++;
      continue;
    }
    spans.push({ start: at, next: found.next, from: found.from, to: found.to });
    at = Math.max(found.next, at + 1);
  }
  return spans;
}

/** Most words begin no span; they are passed over at once. */
function canBegin(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return (
    token !== undefined && (token.kind === 'number' || (token.kind === 'word' && BEGINNINGS.has(token.plain)))
  );
}

function spanAt(reader: Reader, at: number): Days | null {
  return (
    since(reader, at) ?? before(reader, at) ?? after(reader, at) ?? until(reader, at) ?? plain(reader, at)
  );
}
