import { type Cue, type Found, longestPhrase } from '../cues/cue.ts';
import { LEXICON } from '../cues/lexicon.ts';
import type { Mention } from '../name-index.ts';
import type { TimeSpan } from '../when/time-span.ts';
import { isOneOf, means, type WordSet, wordSet } from '../words/word.ts';
import type { Entities } from './entities.ts';
import { type Reading, range } from './reading.ts';
import type { Signals } from './signals.ts';

/** All that the rules of intent may look at. */
export type Evidence = Signals & {
  readonly unit: boolean;
  readonly cluster: boolean;
  /** The asker's own unit or self. */
  readonly self: boolean;
  /** "em", "tôi" stands as the one who owes or must. */
  readonly selfActs: boolean;
  /** It is "mình" or "ta" that stands so: perhaps all of us. */
  readonly weActs: boolean;
  /** "phong trào nào", "các phong trào": movements as a list, not one of them. */
  readonly movementsAtLarge: boolean;
  /** "cụm nào chủ trì", "ai là cụm trưởng": something stands to be led. */
  readonly topical: boolean;
  /** The same, by words of the field or of a stored name. */
  readonly knownTopic: boolean;
  /** "Quốc khánh": days that are an event of their own. */
  readonly feast: boolean;
  readonly deictic: boolean;
  /** "Phong trào này": the one just spoken of, which no name tells. */
  readonly pointsAtMovement: boolean;
  /** "Lan Điện Biên", "đường Kim Mã": a word that nothing explains, hard before the bare name of a unit. */
  readonly namesAnother: boolean;
  /** "gửi về phòng nào", "nộp cho ai", "nộp ở đâu": where to, not who. */
  readonly destination: boolean;
  /** "thêm 3 ngày", "thêm ít hôm": time is asked for. */
  readonly moreTime: boolean;
  /** "xin phép cho trường em nộp chậm": to be late is asked for. */
  readonly asksToBeLate: boolean;
  /** "ai nộp rồi", "còn ai chưa xong": who has done it and who has not. */
  readonly whoActed: boolean;
  /** "tháng 12 phường A nộp gì": what is to be handed in, not whether it was. */
  readonly asksWhatToSubmit: boolean;
  /** The title of a task as the plan writes it, nearly whole. */
  readonly isTitle: boolean;
  /** "tháng này", "20/12" and no more. */
  readonly bareTime: boolean;
  /** "70 %": how much of it is done, as told. */
  readonly share: number | null;
  /** "hội nghị điển hình tiên tiến" and no more: the name of a task or movement. */
  readonly bareTopic: boolean;
  /** "tôi phụ trách": the asker leads. */
  readonly selfLeads: boolean;
  /** "tối nay", "sáng mai": hours of a day, not days of a plan. */
  readonly partOfDay: boolean;
};

const SELVES = wordSet('em e tôi mình tui anh chị i');
const ACTS: readonly Cue[] = ['must', 'owe', 'remaining', 'work', 'do'];
const LEADS: readonly Cue[] = ['lead'];
const UNITS_OF_TIME = wordSet('ngày hôm bữa tuần tháng');
const MORE_AMOUNTS = wordSet('vài ít mấy một hai ba');
const TOWARDS = wordSet('về cho qua ở tại lên');
const WE = wordSet('mình ta');
const NO_SELF_AFTER = wordSet('cho giúp hỏi với bên giùm cụm khối hộ quận');
const ENGLISH_MOVEMENTS = new Set(['movement', 'campaign']);
const PARTS_OF_DAY = wordSet('sáng trưa chiều tối đêm');
const INSIDE_NAMES = wordSet('vì về');
const BEHIND_NAMES = wordSet('của do thuộc trong ở tại từ cấp by');
const SEVERAL = wordSet('các những list sách nhiêu mấy what which any all kê');

export function evidenceOf(reading: Reading, signals: Signals, entities: Entities): Evidence {
  const { has, called } = signals;
  const knownTopic =
    has('topic', 'report', 'movement', 'event') || reading.nameWords.size > 0 || signals.rowNumber !== null;
  return {
    unit: entities.unit !== null,
    cluster: entities.cluster !== null || has('all_clusters', 'own_cluster') || entities.clusterType !== null,
    self: has('mine', 'self_unit'),
    selfActs: whoActs(reading, SELVES, ACTS),
    weActs: whoActs(reading, WE, ACTS),
    selfLeads: whoActs(reading, SELVES, LEADS),
    whoActed:
      has('who') &&
      (has('missing') || (has('submit', 'done') && has('already', 'yet', 'not'))) &&
      !has('lead', 'coordinate', 'follow', 'must', 'owe'),
    asksWhatToSubmit:
      signals.hasTime &&
      has('submit') &&
      has('what') &&
      !has('already', 'yet', 'done', 'remaining', 'missing'),
    isTitle: called && isTitle(reading),
    bareTime: called && isBareTime(reading),
    share: called ? shareIn(reading) : null,
    bareTopic: called && isBareTopic(reading),
    moreTime: moreTime(reading),
    asksToBeLate: asksToBeLate(reading, has),
    destination: destination(reading),
    movementsAtLarge: movementsAtLarge(reading),
    topical: knownTopic || signals.unexplained > 0,
    knownTopic,
    feast: called && reading.times.some((time) => isFeast(reading, time)),
    partOfDay: reading.times.some(
      ({ start, from, to }) => from === to && isOneOf(reading.tokens[start], PARTS_OF_DAY),
    ),
    pointsAtMovement: reading.phrases.some(
      ({ cues, to }) => cues.includes('movement') && means(reading.tokens[to], 'này'),
    ),
    namesAnother: reading.mentions.some(({ start, entries }) => isOfAnother(reading, start, entries)),
    deictic: reading.tokens.some((token, at) => means(token, 'này') && isNoun(reading, at - 1)),
    // Behind the others: in front, they were added one by one, and the reading of chatter took nearly twice as long.
    ...signals,
  };
}

const SHORTEST_TITLE = 6;
const SHARE_OF_TITLE = 0.9;

function isTitle({ tokens, nameWords, audience, hasQuestionMark }: Reading): boolean {
  const words = [...tokens.keys()].filter((at) => tokens[at]?.kind === 'word' && !audience.tokens.has(at));
  const named = words.filter((at) => nameWords.has(at)).length;
  return !hasQuestionMark && words.length >= SHORTEST_TITLE && named >= words.length * SHARE_OF_TITLE;
}

function isBareTime({ times, phrases, unexplained }: Reading): boolean {
  const says = phrases.filter(({ cues }) => !cues.every((cue) => cue === 'particle' || cue === 'filler'));
  return times.length === 1 && says.length === 0 && unexplained.length === 0;
}

function shareIn({ tokens }: Reading): number | null {
  const sign = tokens.findIndex(({ kind }, at) => kind === 'percent' && tokens[at - 1]?.kind === 'number');
  return sign === -1 ? null : Number(tokens[sign - 1]?.text);
}

const SUBJECTS: ReadonlySet<Cue> = new Set(['topic', 'movement']);
const BESIDE_SUBJECTS: ReadonlySet<Cue> = new Set([
  ...SUBJECTS,
  'filler',
  'particle',
  'greeting',
  'cluster_word',
  'school',
  'administrative',
]);

/** Every word is of a name or beside one, and most are of it. */
function isBareTopic({ tokens, phrases, nameWords, audience, times, unexplained }: Reading): boolean {
  if (times.length > 0 || unexplained.length > 0) return false;
  const outside = phrases.filter(({ from, to }) => !range(from, to).every((at) => nameWords.has(at)));
  if (!outside.every(({ cues }) => cues.every((cue) => BESIDE_SUBJECTS.has(cue)))) return false;
  const named = new Set(nameWords);
  for (const { cues, from, to } of phrases)
    if (cues.some((cue) => SUBJECTS.has(cue)) && !cues.includes('report'))
      for (const at of range(from, to)) named.add(at);
  return named.size > 1 && named.size * 2 > tokens.length - audience.tokens.size;
}

function isFeast({ tokens }: Reading, { start, next }: TimeSpan): boolean {
  return range(start, next).some(
    (at) => longestPhrase(LEXICON, tokens, at, next)?.cues.includes('event') ?? false,
  );
}

/** "em còn nợ việc nào", "tôi phải nộp gì": a pronoun, then at once an obligation. */
function whoActs(reading: Reading, pronouns: WordSet, acts: readonly Cue[]): boolean {
  return reading.phrases.some((phrase) => {
    if (!phrase.cues.some((cue) => acts.includes(cue))) return false;
    for (let at = phrase.from - 1; at >= Math.max(0, phrase.from - 3); at--) {
      const token = reading.tokens[at];
      if (token === undefined || reading.times.some((time) => time.start <= at && at < time.next)) continue;
      if (isOneOf(token, pronouns) && !isInsidePhrase(reading, at)) {
        const before = reading.tokens[at - 1];
        return !isOneOf(before, NO_SELF_AFTER);
      }
    }
    return false;
  });
}

/** "việc chi": no "chị". */
function isInsidePhrase({ phrases }: Reading, at: number): boolean {
  return phrases.some(({ from, to, cues }) => from < at && at < to && !cues.includes('self_unit'));
}

function destination({ phrases, tokens }: Reading): boolean {
  const isWhereTo = ({ cues, from }: Found): boolean =>
    cues.includes('where') || (cues.includes('who') && isOneOf(tokens[from - 1], TOWARDS));
  return phrases.some(({ cues }) => cues.includes('submit')) && phrases.some(isWhereTo);
}

function moreTime({ tokens }: Reading): boolean {
  return tokens.some((token, at) => {
    if (!means(token, 'thêm')) return false;
    const amount = tokens[at + 1];
    return (
      (amount?.kind === 'number' || isOneOf(amount, MORE_AMOUNTS)) && isOneOf(tokens[at + 2], UNITS_OF_TIME)
    );
  });
}

const HANDS_IN = wordSet('nộp gửi trình xong thành báo làm');
const LATE = wordSet('chậm muộn trễ');
const BEGS = wordSet('xin phép cho');

/** Somebody (their unit, a name) is to hand in late, and leave is asked for it: "cho", "xin phép", "được không". */
function asksToBeLate(reading: Reading, has: Signals['has']): boolean {
  const { tokens, mentions, phrases } = reading;
  if (has('ask_for', 'already')) return false;
  return tokens.some((token, at) => {
    if (!isOneOf(token, LATE) || !isOneOf(tokens[at - 1], HANDS_IN)) return false;
    const subject = tokens[at - 2];
    const named =
      isOneOf(subject, SELVES) ||
      isOneOf(subject, BEGS) ||
      mentions.some(({ next }) => next === at - 1) ||
      phrases.some(({ to, cues }) => to === at - 1 && cues.includes('self_unit'));
    const begs = tokens.slice(0, at - 1).some((word) => isOneOf(word, BEGS));
    return named && (begs || has('permission'));
  });
}

/** Movements as a list: "các phong trào", "phong trào nào", or no name after the word. */
function movementsAtLarge(reading: Reading): boolean {
  const phrase = reading.phrases.find((found) => found.cues.includes('movement'));
  if (phrase === undefined) return false;
  const before = reading.tokens[phrase.from - 1];
  const several =
    isOneOf(before, SEVERAL) ||
    /^(?:cac|movements|campaigns)$/u.test(reading.tokens[phrase.from]?.plain ?? '');
  return several || !(isNameAt(reading, phrase.to) || isNameBefore(reading, phrase.from));
}

/** "the food safety movement": the name stands first. */
function isNameBefore(reading: Reading, from: number): boolean {
  if (!ENGLISH_MOVEMENTS.has(reading.tokens[from]?.plain ?? '')) return false;
  const before = reading.phrases.find((found) => found.to === from);
  return before === undefined ? reading.unexplained.includes(from - 1) : before.cues.includes('topic');
}

/** True if a name goes on at a token: a word that is no cue, or words of the field that stand in a name. */
function isNameAt(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || token.kind !== 'word' || reading.audience.tokens.has(at)) return false;
  if (means(token, 'này')) return true;
  if (isOneOf(token, INSIDE_NAMES) && !token.breakBefore) return isNameAt(reading, at + 1);
  if (/["“”]/u.test(token.gap)) return true;
  if (isOneOf(token, BEHIND_NAMES)) return false;
  if (reading.times.some((time) => time.start === at)) return false;
  if (reading.nameWords.has(at)) return true;
  const phrase = reading.phrases.find((found) => found.from === at);
  return phrase === undefined || phrase.cues.includes('topic');
}

function isOfAnother({ tokens, unexplained }: Reading, start: number, entries: Mention['entries']): boolean {
  const isUnit = entries.every(({ kind }) => kind === 'unit');
  return isUnit && unexplained.includes(start - 1) && tokens[start]?.breakBefore === false;
}

function isNoun(reading: Reading, at: number): boolean {
  const phrase = reading.phrases.find((found) => found.from <= at && at < found.to);
  return (
    phrase?.cues.some((cue) => cue === 'due' || cue === 'work' || cue === 'topic' || cue === 'row') ?? false
  );
}
