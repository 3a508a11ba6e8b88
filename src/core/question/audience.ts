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
const OPENERS = set('dạ alo chào ê hey hi hello này xin ơi à ừ vâng thưa kính nhờ hỏi');
const CALLERS = set('nhờ ê hey hi cáo báo phiền');
// After the bot's name these begin talk about it: "bot này hay thế", "bot bị lỗi".
const SPEAKS_OF = set(
  'này ấy đó kia thông hay giỏi im nói bị rất vừa mình nhà của mới lỗi hỏng lại cứ toàn đúng ngu khôn dở xịn thật hơi nhiệt chăm vẫn không chưa đã quá trả gửi gì nào nhiều ít siêu đỉnh tốt dễ khó chậm nhanh với và cũng thì mà tự đáng lag treo chết is was',
);
const REMINDING = set('nhắc thông nói');
const REMINDED = set('các cả phường em anh chị giúp đơn cụm lại tôi mình hộ trường phòng cho báo rõ về');
const NOT_BOT_BEFORE = set('thêm giảm bánh máy mua');
const NOT_BOT_AFTER = set('giặt mì gạo ngọt năng nở màu canh bột đi chút tí ồn');
// Before one of these, "em", "chị" … is an object or a possessor, not somebody called.
const BINDS = set(
  'của giúp cho bên với đơn vị trường phường phòng xin việc cơ quan hộ nhà chỗ tụi bọn các cả giùm dùm cụm xã tổ nhóm mấy khối và lớp hỏi vụ ban ngành',
);
const ASKING_START = set('hỏi xin cần muốn đang có phải còn');

const CLUSTER_BEFORE = set('cụm trường khối của');
const EXCLAMATIONS = set('trời ôi thôi giời chời');
const GROUPS = set('nhà nhóm team người chị hội');
const WELL = set('à');
const JUNIOR = set('em');
const OF = set('của bên');
const COMRADE = set('đồng');

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
  if (next === undefined || next.breakBefore || isOne(next, OI) || onlyEndings(tokens, at + 1)) return true;
  if (isOne(tokens[at - 1], CALLERS)) return true;
  if (!opens(tokens, at)) return false;
  return isOne(next, REMINDING) ? isOne(tokens[at + 2], REMINDED) : !isOne(next, SPEAKS_OF);
}

/** Nothing but a greeting stands before. */
function opens(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.breakBefore === true ||
    (at <= 3 && tokens.slice(0, at).every((token) => isOne(token, OPENERS)))
  );
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
  if (isOne(tokens[at - 1], CLUSTER_BEFORE)) return null;
  for (let index = found.from; index < found.to; index++) named.add(index);
  return 'speaks-to-the-group';
}

function calledByOi(tokens: readonly Token[], at: number, named: Set<number>): string | null {
  const token = tokens[at];
  if (token === undefined || !isOne(tokens[at + 1], OI) || token.kind !== 'word') return null;
  if (isOne(token, EXCLAMATIONS)) return null;
  if (
    isKin(tokens, at) ||
    isOne(token, KIN_LETTERS) ||
    isOne(token, GROUPS) ||
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
  if (startsPhrase(tokens, at)) return null;
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
  const ends = next === undefined || next.breakBefore || (onlyEndings(tokens, at + 1) && !isOne(next, WELL));
  if (!ends || isOne(tokens[at - 1], BINDS)) return null;
  return isKin(tokens, at) || (isOne(token, KIN_LETTERS) && token.text.length === 1 && next !== undefined)
    ? 'ends-with-somebody'
    : null;
}

/** `Chị gửi em …`: an elder first in the message is spoken to; `Em …`, `Mình …` speaks of itself. */
function kinFirst(tokens: readonly Token[], at: number): string | null {
  if (at !== 0 || isOne(tokens[0], JUNIOR) || !isKin(tokens, 0) || startsPhrase(tokens, 0)) return null;
  return tokens[1] === undefined || isOne(tokens[1], ASKING_START) ? null : 'begins-with-somebody';
}

function ofAnother(tokens: readonly Token[], at: number): string | null {
  if (!isOne(tokens[at], OF) || isOne(tokens[at + 1], JUNIOR) || !isKin(tokens, at + 1)) return null;
  return 'asks-about-somebody';
}

function isKin(tokens: readonly Token[], at: number): boolean {
  return isOne(tokens[at], KIN) || (isOne(tokens[at], TITLES) && isOne(tokens[at - 1], COMRADE));
}

function onlyEndings(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !isOne(token, ENDINGS) || at - from > 4) return false;
  }
  return true;
}

/** "chi tiết", "ban hành": the word of kinship is part of another word. */
function startsPhrase(tokens: readonly Token[], at: number): boolean {
  const found = longestPhrase(LEXICON, tokens, at, tokens.length);
  return found !== null && found.to > at + 1;
}

function isUnknown(tokens: readonly Token[], at: number): boolean {
  const found: Found | null = longestPhrase(LEXICON, tokens, at, tokens.length);
  return found === null && tokens[at]?.kind === 'word';
}

function isOne(token: Token | undefined, words: readonly ReturnType<typeof wordOf>[]): boolean {
  return token !== undefined && words.some((word) => canMean(token, word));
}
