import type { Token } from '../token.ts';
import { isOneOf, means, wordOf, wordSet } from '../words/word.ts';
import { type Cue, type Found, longestPhrase } from './cue.ts';
import { LEXICON } from './lexicon.ts';
import { PEOPLE } from './lexicon-people.ts';

/** Whom a message speaks to, as far as its words tell. */
export type Audience = {
  /** `called`: the bot is spoken to; `mentioned`: it is spoken of. */
  readonly bot: 'called' | 'mentioned' | null;
  /** Why the message speaks to, or about, a person or the people of the group; null if it does not. */
  readonly people: string | null;
  /** Tokens that name the bot or a person. */
  readonly tokens: ReadonlySet<number>;
};

export const KIN = wordSet('anh chị em bác sếp đ/c đc');
// Without their marks these are commoner words: "có", "chủ", "thấy", "ban", "đi".
const MARKED_KIN = wordSet('cô chú cậu dì thầy bạn ông bà');
const KIN_LETTERS = wordSet('a c e');
const TITLES = wordSet('chí');
const OI = wordSet('ơi ời êi ey');
const ENDINGS = wordSet(
  'ạ nhé nha nhỉ nhở à ư hả ơi với vậy thế hen nghen nhá ha đi luôn đấy đó này nào z b hè á thôi chứ',
);
const CROWD_BEGINNINGS: ReadonlySet<string> = new Set(
  PEOPLE.filter(([cues]) => cues === 'crowd').flatMap(([, phrases]) =>
    phrases.split('|').map((phrase) => wordOf(phrase.split(' ')[0] ?? '').plain),
  ),
);
const ORDERS: ReadonlySet<Cue> = new Set([
  'ask_for',
  'administer',
  'record',
  'make',
  'detail',
  'summary',
  'correct',
]);
const BEFORE_NAME = wordSet('ạ nhé nhỉ à hả vậy thế chưa không rồi');
const OPENERS = wordSet('dạ alo chào ê hey hi hello này xin ơi à ừ vâng thưa kính nhờ hỏi');
const CALLERS = wordSet('nhờ ê hey hi cáo báo phiền phép nghị cầu mong');
// After the bot's name these begin talk about it: "bot này hay thế", "bot bị lỗi".
const SPEAKS_OF = wordSet(
  'này ấy đó kia thông hay giỏi im nói bị rất vừa mình nhà của mới lỗi hỏng lại cứ toàn đúng ngu khôn dở thật hơi nhiệt chăm vẫn không chưa đã quá trả gửi gì nào nhiều ít siêu đỉnh tốt dễ khó chậm nhanh với và cũng thì mà tự đáng lag treo chết is was',
);
const REMINDING = wordSet('nhắc thông nói');
const REMINDED = wordSet(
  'các cả phường em anh chị giúp đơn cụm lại tôi mình hộ trường phòng cho báo rõ về được',
);
const NOT_BOT_BEFORE = wordSet('thêm giảm bánh máy mua');
const NOT_BOT_AFTER = wordSet('giặt mì gạo ngọt năng nở màu canh bột đi chút tí ồn');
// Before one of these, "em", "chị" … is an object or a possessor, not somebody called.
const BINDS = wordSet(
  'của giúp cho bên với đơn vị trường phường phòng xin việc cơ quan hộ nhà chỗ tụi bọn các cả giùm dùm cụm xã tổ nhóm mấy khối và lớp hỏi vụ ban ngành',
);
const ASKING_START = wordSet('hỏi xin cần muốn đang có phải còn');

const CLUSTER_BEFORE = wordSet('cụm trường khối của');
const EXCLAMATIONS = wordSet('trời ôi thôi giời chời');
const GROUPS = wordSet('nhà nhóm team người chị hội');
const WELL = wordSet('à');
const SPOKEN_OF = wordSet('sếp');
const JUNIOR = wordSet('em');
const OF = wordSet('của bên');
const COMRADE = wordSet('đồng');

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
    !isOneOf(tokens[at - 1], NOT_BOT_BEFORE) &&
    !(isOneOf(tokens[at + 1], NOT_BOT_AFTER) && tokens[at + 2] !== undefined)
  );
}

function isCalled(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.breakBefore || isOneOf(next, OI) || onlyEndings(tokens, at + 1)) return true;
  if (isOneOf(tokens[at - 1], CALLERS)) return true;
  if (!opens(tokens, at)) return false;
  if (isOrderAt(tokens, at + 1)) return true;
  return isOneOf(next, REMINDING) ? isOneOf(tokens[at + 2], REMINDED) : !isOneOf(next, SPEAKS_OF);
}

/** "thống kê", "nói rõ", "nhắc cụm": a phrase that asks for something. */
function isOrderAt(tokens: readonly Token[], at: number): boolean {
  const found = longestPhrase(LEXICON, tokens, at, tokens.length);
  return found !== null && found.to > at + 1 && found.cues.some((cue) => ORDERS.has(cue));
}

/** Nothing but a greeting stands before. */
function opens(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.breakBefore === true ||
    (at <= 3 && tokens.slice(0, at).every((token) => isOneOf(token, OPENERS)))
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
      nameAtTheEnd(tokens, at) ??
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
  if (!CROWD_BEGINNINGS.has(tokens[at]?.plain ?? '')) return null;
  const found = longestPhrase(LEXICON, tokens, at, tokens.length);
  if (found === null || !found.cues.includes('crowd')) return null;
  // "cụm mn" is a cluster of nursery schools, not everybody.
  if (isOneOf(tokens[at - 1], CLUSTER_BEFORE)) return null;
  for (let index = found.from; index < found.to; index++) named.add(index);
  return 'speaks-to-the-group';
}

function calledByOi(tokens: readonly Token[], at: number, named: Set<number>): string | null {
  const token = tokens[at];
  if (token === undefined || !isOneOf(tokens[at + 1], OI) || token.kind !== 'word') return null;
  if (isOneOf(token, EXCLAMATIONS)) return null;
  if (
    isKin(tokens, at) ||
    isOneOf(token, KIN_LETTERS) ||
    isOneOf(token, GROUPS) ||
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
  const short = isOneOf(tokens[at], KIN_LETTERS);
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
    next === undefined || next.breakBefore || (onlyEndings(tokens, at + 1) && !isOneOf(next, WELL));
  if (!ends || isOneOf(tokens[at - 1], BINDS)) return null;
  return isKin(tokens, at) || (isOneOf(token, KIN_LETTERS) && token.text.length === 1 && next !== undefined)
    ? 'ends-with-somebody'
    : null;
}

/** `… hôm nào vậy Lan`: a name behind what ends a sentence. */
function nameAtTheEnd(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  const isName =
    at + 1 === tokens.length && token?.capital === true && token.text !== token.text.toUpperCase();
  return isName && isOneOf(tokens[at - 1], BEFORE_NAME) && !isOneOf(token, ENDINGS)
    ? 'ends-with-somebody'
    : null;
}

/** `Chị gửi em …`: an elder first in the message is spoken to; `Em …`, `Mình …` speaks of itself. */
function kinFirst(tokens: readonly Token[], at: number): string | null {
  if (at !== 0 || isOneOf(tokens[0], JUNIOR) || !isKin(tokens, 0) || startsPhrase(tokens, 0)) return null;
  const ownQuestion = isOneOf(tokens[1], ASKING_START) && !isOneOf(tokens[0], SPOKEN_OF);
  return tokens[1] === undefined || ownQuestion ? null : 'begins-with-somebody';
}

function ofAnother(tokens: readonly Token[], at: number): string | null {
  if (means(tokens[at], 'của') && means(tokens[at + 1], 'con')) return 'asks-about-somebody';
  if (!isOneOf(tokens[at], OF) || isOneOf(tokens[at + 1], JUNIOR) || !isKin(tokens, at + 1)) return null;
  return 'asks-about-somebody';
}

function isKin(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token !== undefined && token.marked !== token.plain && isOneOf(token, MARKED_KIN)) return true;
  return isOneOf(token, KIN) || (isOneOf(tokens[at], TITLES) && isOneOf(tokens[at - 1], COMRADE));
}

function onlyEndings(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || !isOneOf(token, ENDINGS) || at - from > 4) return false;
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
