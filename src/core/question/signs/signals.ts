import { FRAGMENT_HEADS, isQuestion } from '../cues/asking-cue.ts';
import type { Cue, Found } from '../cues/cue.ts';
import type { Token } from '../token.ts';
import { isOneOf, means, wordSet } from '../words/word.ts';
import { isIndefinite } from './indefinite.ts';
import type { Reading } from './reading.ts';
import { unreadDay } from './unread.ts';

/** What the rules of intent look at. */
export type Signals = {
  readonly has: (...cues: readonly Cue[]) => boolean;
  readonly called: boolean;
  readonly mentioned: boolean;
  readonly people: boolean;
  /** Asks something: a question word, "không"/"chưa" at the end of a clause, or a question mark. */
  readonly asks: boolean;
  /** Ends a clause with "chưa". */
  readonly asksYet: boolean;
  /** Ends a clause with "không". */
  readonly asksWhether: boolean;
  /** Ends a clause with "nào". */
  readonly asksWhich: boolean;
  /** Asks what there is: "có gì", but not "có gì khác", "có gì vui". */
  readonly thereIs: boolean;
  /** Holds a "không" or "chưa" that denies instead of asking. */
  readonly denies: boolean;
  /** Asks for something to be shown or done. */
  readonly requests: boolean;
  /** A bare noun phrase of the field: `việc của tôi`, `deadline tháng 12`. */
  readonly fragment: boolean;
  /** Ends as an order does: "… đi", "… giúp em". */
  readonly orders: boolean;
  readonly hasTime: boolean;
  readonly unexplained: number;
  readonly rowNumber: string | null;
  /** "việc 3 với việc 6", "mục 3 và 6": further rows that are named. */
  readonly otherRows: readonly string[];
  readonly words: number;
};

const ENDING: readonly Cue[] = [
  'particle',
  'really',
  'already',
  'assent',
  'do_for_me',
  'mine',
  'greeting',
  'thanks',
];
const OWN_PRONOUNS = wordSet('em anh chị tôi mình cô bác chú a e c bạn');
const AUXILIARIES: ReadonlySet<string> = new Set(['is', 'are', 'do', 'does', 'did', 'has', 'have']);
const BINDERS = wordSet('của cho giúp đơn vị trường phường bên phòng cụm cơ quan với chúng hộ');
const STATEMENT: readonly Cue[] = ['already', 'promise', 'order', 'wish', 'thanks', 'told', 'doing'];
const LONGEST_FRAGMENT = 12;
const LONGEST_CALLED_FRAGMENT = 16;

export function signalsOf(reading: Reading): Signals {
  const { cues, phrases, audience } = reading;
  const has = (...wanted: readonly Cue[]): boolean => wanted.some((cue) => cues.has(cue));
  const asksYet = endsClause(reading, 'yet');
  const asksWhether = endsClause(reading, 'whether');
  const mayBeAsked = hasField(has) || (audience.bot === 'called' && has('done', 'submit'));
  const weak = mayBeAsked && phrases.some((phrase) => isReally(reading, phrase));
  const asks =
    phrases.some((phrase) => isQuestion(phrase) && !isIndefinite(reading, phrase)) ||
    asksYet ||
    asksWhether ||
    (reading.hasQuestionMark && reading.tokens.length > 1) ||
    weak;
  const [rowNumber = null, ...otherRows] = rowNumbersOf(reading);
  return {
    has,
    called: audience.bot === 'called',
    mentioned: audience.bot === 'mentioned',
    people: audience.people !== null,
    asks,
    asksYet,
    asksWhether,
    asksWhich: endsClause(reading, 'which'),
    thereIs: phrases.some((phrase) => phrase.cues.includes('there_is') && !isIndefinite(reading, phrase)),
    denies: !asksYet && !asksWhether && has('whether', 'yet'),
    requests: requests(reading, has),
    fragment: isFragment(reading, has),
    orders: orders(reading, has),
    hasTime: reading.times.length > 0 || (audience.bot === 'called' && unreadDay(reading) !== null),
    unexplained: reading.unexplained.length,
    rowNumber,
    otherRows,
    words: reading.tokens.length,
  };
}

function requests(reading: Reading, has: Signals['has']): boolean {
  if (has('ask_for') && !tells(reading, has)) return true;
  if (reading.audience.bot !== 'called') return false;
  // "nhắc việc tháng 12 đi"
  return has('do_for_me') || (has('told') && has('due', 'work') && orders(reading, has));
}

function orders(reading: Reading, has: Signals['has']): boolean {
  return has('do_for_me') || ['đi', 'hộ', 'giùm'].some((word) => isWordAt(reading, lastWord(reading), word));
}

/** True if a word that asks stands last in its clause but for particles, pronouns and the one called. */
function endsClause(reading: Reading, cue: Cue): boolean {
  return reading.phrases.some((phrase) => {
    if (!phrase.cues.includes(cue)) return false;
    let at = phrase.to;
    while (at < reading.tokens.length) {
      const token = reading.tokens[at];
      if (token === undefined || token.breakBefore) return true;
      if (!isEnding(reading, at)) return false;
      at++;
    }
    return true;
  });
}

function isEnding(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || reading.audience.tokens.has(at)) return true;
  if (isOneOf(token, OWN_PRONOUNS)) return true;
  const phrase = reading.phrases.find((found) => found.from <= at && at < found.to);
  return phrase?.cues.some((found) => ENDING.includes(found)) ?? false;
}

/** "hả", "nhỉ" ask wherever they stand; "is", "do" only where they begin: "is it late", but not "it is late". */
function isReally(reading: Reading, phrase: Found): boolean {
  if (!phrase.cues.includes('really')) return false;
  const first = reading.tokens[phrase.from];
  if (!AUXILIARIES.has(first?.plain ?? '') || phrase.from === 0 || first?.breakBefore === true) return true;
  const before = reading.phrases.find((found) => found.to === phrase.from);
  return (
    reading.audience.tokens.has(phrase.from - 1) ||
    (before?.cues.some((cue) => cue === 'particle' || cue === 'greeting') ?? false)
  );
}

function hasField(has: Signals['has']): boolean {
  return has(
    'due',
    'work',
    'late',
    'status',
    'topic',
    'movement',
    'event',
    'report',
    'lead',
    'head',
    'deputy',
  );
}

function isFragment(reading: Reading, has: Signals['has']): boolean {
  const longest = reading.audience.bot === 'called' ? LONGEST_CALLED_FRAGMENT : LONGEST_FRAGMENT;
  if (
    reading.tokens.length > longest ||
    (reading.unexplained.length > 0 && !(reading.audience.bot === 'called' && has('movement'))) ||
    (has(...STATEMENT) && !namesTheLate(reading, has))
  )
    return false;
  const uncertain =
    reading.times.some((time) => time.from === time.to) || reading.tokens.some((token) => token.breakBefore);
  if (uncertain && reading.audience.bot !== 'called') return false;
  if (reading.tokens.some((token, at) => isSubject(reading, token, at))) return false;
  const [head] = reading.phrases.filter(
    (phrase) => !phrase.cues.every((cue) => cue === 'particle' || cue === 'filler'),
  );
  if (head === undefined) return false;
  return head.cues.some((cue) => FRAGMENT_HEADS.includes(cue)) || namesRowOfPlan(reading, head);
}

/** "mục 6 kế hoạch 45": whoever says of which plan a row is means it. */
const namesRowOfPlan = (reading: Reading, { cues }: Found): boolean =>
  reading.plan !== null &&
  rowNumbersOf(reading).length > 0 &&
  cues.some((cue) => cue === 'row' || cue === 'work');

/** "các việc đã quá hạn": "đã" describes them, nobody tells anything. */
function namesTheLate(reading: Reading, has: Signals['has']): boolean {
  return has('late') && means(reading.tokens[0], 'các', 'những');
}

/** "em", "tôi" without "của" or "cho" before it: somebody tells something. */
function isSubject(reading: Reading, token: Token, at: number): boolean {
  const before = reading.tokens[at - 1];
  return (
    !reading.audience.tokens.has(at) &&
    !reading.phrases.some((phrase) => phrase.from <= at && at < phrase.to && phrase.to - phrase.from > 1) &&
    !reading.times.some((time) => time.start <= at && at < time.next) &&
    isOneOf(token, OWN_PRONOUNS) &&
    !isOneOf(before, BINDERS)
  );
}

/** "danh sách em gửi rồi": somebody tells of a list instead of asking for it. */
function tells(reading: Reading, has: Signals['has']): boolean {
  if (reading.audience.bot === 'called') return false;
  return (
    has('already', 'promise', 'order') ||
    reading.tokens.some((token, at) => isSubject(reading, token, at) && at > 2)
  );
}

/** The numbers of the rows of the plan that are named: `việc số 8`, `mục 9.7`, `nhiệm vụ 14 và 15`. */
function rowNumbersOf(reading: Reading): string[] {
  const found: string[] = [];
  for (const phrase of reading.phrases) {
    if (!phrase.cues.some((cue) => cue === 'row' || cue === 'work')) continue;
    let at = phrase.to;
    while (at < phrase.to + 2 && means(reading.tokens[at], 'số')) at++;
    for (let row = rowAt(reading, at); row !== null; row = rowAt(reading, at)) {
      found.push(row.number);
      if (!isJoint(reading, row.next)) break;
      at = row.next + 1;
    }
  }
  return [...new Set(found)];
}

function rowAt({ tokens }: Reading, at: number): { number: string; next: number } | null {
  const number = tokens[at];
  if (number?.kind !== 'number' || number.text.length > 3) return null;
  const sub = tokens[at + 1];
  return sub?.kind === 'number' && sub.gap === '.' && sub.text.length <= 2
    ? { number: `${number.text}.${sub.text}`, next: at + 2 }
    : { number: number.text, next: at + 1 };
}

/** "và", "với" before another number. */
const isJoint = ({ tokens, times }: Reading, at: number): boolean =>
  means(tokens[at], 'và', 'với', 'cùng', 'hoặc', 'and') &&
  tokens[at + 1]?.kind === 'number' &&
  !times.some(({ start, next }) => start <= at + 1 && at + 1 < next);

function lastWord(reading: Reading): number {
  let at = reading.tokens.length - 1;
  while (at > 0 && reading.audience.tokens.has(at)) at--;
  return at;
}

function isWordAt(reading: Reading, at: number, word: string): boolean {
  const token = reading.tokens[at];
  return means(token, word);
}
