import { type Found, longestPhrase } from './cue.ts';
import { LEXICON } from './lexicon.ts';
import type { Token } from './token.ts';
import { canMean, wordOf } from './word.ts';

/** Whom a message speaks to, as far as its words tell. */
export type Audience = {
  /** `called`: the bot is spoken to; `mentioned`: it is spoken of. */
  readonly bot: 'called' | 'mentioned' | null;
  /** Why the message speaks to, or about, a person or the people of the group; null if it does not. */
  readonly people: string | null;
  /** Tokens that name the bot or a person. */
  readonly tokens: ReadonlySet<number>;
};

const set = (words: string): readonly ReturnType<typeof wordOf>[] => words.split(' ').map(wordOf);
const KIN = set('anh chị em cô chú bác cậu dì thầy bạn sếp ông bà đ/c đc đồngchí');
const KIN_LETTERS = set('a c e');
const TITLES = set('chí');
const OI = set('ơi ời êi ey');
const ENDINGS = set(
  'ạ nhé nha nhỉ nhở à ư hả ơi với vậy thế hen nghen nhá ha đi luôn đấy đó này nào z b hè á thôi chứ',
);
const CALLS = set(
  'giúp cho làm xem nhắc check list show liệt tổng gửi tra báo ghi cập xoá xóa huỷ tìm kiểm trả tính lập tạo xuất thống in nói kể hãy đọc so sánh rà đánh xác tắt dừng sửa đổi thêm tell give please what when who how which are do is can any help hướng ơi còn có tháng tuần quý năm hôm mai gia xin',
);
const NOT_BOT_BEFORE = set('thêm giảm bánh con máy mua ít');
const NOT_BOT_AFTER = set('giặt mì gạo ngọt năng nở màu canh bột đi chút tí ồn');
// Before one of these, "em", "chị" … is an object or a possessor, not somebody called.
const BINDS = set(
  'của giúp cho bên với đơn vị trường phường phòng xin việc cơ quan hộ nhà chỗ tụi bọn các cả giùm dùm cụm xã tổ nhóm mấy khối và lớp hỏi vụ ban ngành',
);
const ASKING_START = set('hỏi xin cần muốn đang có phải còn');

/** Reads who is spoken to, without regard to what is said. */
export function audienceOf(tokens: readonly Token[], botNames: readonly string[]): Audience {
  const named = new Set<number>();
  const bots = botNames.map((name) => name.toLowerCase().replace(/^@/u, ''));
  const bot = botOf(tokens, bots, named);
  const people = peopleOf(tokens, bots, named);
  return { bot, people, tokens: named };
}

function botOf(tokens: readonly Token[], bots: readonly string[], named: Set<number>): Audience['bot'] {
  let found: Audience['bot'] = null;
  for (const [at, token] of tokens.entries()) {
    if (!isBot(tokens, at, bots)) continue;
    named.add(at);
    found = found === 'called' || token.kind === 'mention' || isCalled(tokens, at) ? 'called' : 'mentioned';
  }
  return found;
}

function isBot(tokens: readonly Token[], at: number, bots: readonly string[]): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'mention') return bots.includes(token.plain.slice(1)) || token.plain.endsWith('bot');
  if (token.kind !== 'word') return false;
  if (bots.includes(token.plain)) return true;
  if (token.marked !== 'bot') return false;
  return (
    !isOne(tokens[at - 1], NOT_BOT_BEFORE) &&
    !(isOne(tokens[at + 1], NOT_BOT_AFTER) && tokens[at + 2] !== undefined)
  );
}

function isCalled(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.breakBefore || isOne(next, OI)) return true;
  if (onlyEndings(tokens, at + 1)) return true;
  const starts =
    at === 0 ||
    tokens[at]?.breakBefore === true ||
    isOne(tokens[at - 1], set('nhờ ê hey hi này')) ||
    (at <= 2 &&
      tokens
        .slice(0, at)
        .every((token) => isOne(token, ENDINGS) || token.plain === 'alo' || token.plain === 'chao'));
  return starts && (next.kind === 'number' || isOne(next, CALLS) || isOne(tokens[at - 1], set('nhờ')));
}

function peopleOf(tokens: readonly Token[], bots: readonly string[], named: Set<number>): string | null {
  let reason: string | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || named.has(at)) continue;
    const found =
      otherMention(token, bots) ??
      crowd(tokens, at, named) ??
      calledByOi(tokens, at, named) ??
      kinName(tokens, at, named) ??
      kinAtTheEnd(tokens, at) ??
      kinFirst(tokens, at) ??
      ofAnother(tokens, at);
    reason ??= found;
  }
  return reason;
}

function otherMention(token: Token, bots: readonly string[]): string | null {
  return token.kind === 'mention' && !bots.includes(token.plain.slice(1)) && !token.plain.endsWith('bot')
    ? 'mentions-somebody'
    : null;
}

function crowd(tokens: readonly Token[], at: number, named: Set<number>): string | null {
  const found = longestPhrase(LEXICON, tokens, at, tokens.length);
  if (found === null || !found.cues.includes('crowd')) return null;
  // "cụm mn" is a cluster of nursery schools, not everybody.
  if (isOne(tokens[at - 1], set('cụm trường khối của'))) return null;
  for (let index = found.from; index < found.to; index++) named.add(index);
  return 'speaks-to-the-group';
}

function calledByOi(tokens: readonly Token[], at: number, named: Set<number>): string | null {
  const token = tokens[at];
  if (token === undefined || !isOne(tokens[at + 1], OI) || token.kind !== 'word') return null;
  if (isOne(token, set('trời ôi thôi giời chời'))) return null;
  if (
    isKin(tokens, at) ||
    isOne(token, KIN_LETTERS) ||
    isOne(token, set('nhà nhóm team người chị hội')) ||
    token.capital ||
    isUnknown(tokens, at)
  ) {
    named.add(at);
    return 'calls-somebody';
  }
  return null;
}

/** `anh Nam`, `chị Hà`; in lower case, `chi lan` with a word that means nothing else. */
function kinName(tokens: readonly Token[], at: number, named: Set<number>): string | null {
  const next = tokens[at + 1];
  if (next === undefined || next.breakBefore || next.kind !== 'word' || named.has(at + 1)) return null;
  const short = isOne(tokens[at], KIN_LETTERS);
  if (!isKin(tokens, at) && !short) return null;
  const name = next.capital && next.text !== next.text.toUpperCase();
  if (!name && (short || !isUnknown(tokens, at + 1))) return null;
  if (!name && tokens[at]?.plain === 'em') return null;
  named.add(at);
  named.add(at + 1);
  return 'names-somebody';
}

function kinAtTheEnd(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (token === undefined || at === 0) return null;
  const next = tokens[at + 1];
  const ends =
    next === undefined || next.breakBefore || (onlyEndings(tokens, at + 1) && !isOne(next, set('à')));
  if (!ends || isOne(tokens[at - 1], BINDS)) return null;
  return isKin(tokens, at) || (isOne(token, KIN_LETTERS) && token.text.length === 1 && next !== undefined)
    ? 'ends-with-somebody'
    : null;
}

/** `Chị gửi em …`: an elder first in the message is spoken to; `Em …`, `Mình …` speaks of itself. */
function kinFirst(tokens: readonly Token[], at: number): string | null {
  if (at !== 0 || isOne(tokens[0], set('em')) || !isKin(tokens, 0)) return null;
  return tokens[1] === undefined || isOne(tokens[1], ASKING_START) ? null : 'begins-with-somebody';
}

function ofAnother(tokens: readonly Token[], at: number): string | null {
  if (!isOne(tokens[at], set('của bên')) || isOne(tokens[at + 1], set('em')) || !isKin(tokens, at + 1))
    return null;
  return 'asks-about-somebody';
}

function isKin(tokens: readonly Token[], at: number): boolean {
  return isOne(tokens[at], KIN) || (isOne(tokens[at], TITLES) && isOne(tokens[at - 1], set('đồng')));
}

function onlyEndings(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !isOne(token, ENDINGS) || at - from > 4) return false;
  }
  return true;
}

function isUnknown(tokens: readonly Token[], at: number): boolean {
  const found: Found | null = longestPhrase(LEXICON, tokens, at, tokens.length);
  return found === null && tokens[at]?.kind === 'word';
}

function isOne(token: Token | undefined, words: readonly ReturnType<typeof wordOf>[]): boolean {
  return token !== undefined && words.some((word) => canMean(token, word));
}
