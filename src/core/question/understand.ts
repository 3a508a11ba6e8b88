import { courtesyOf } from './cues/courtesy.ts';
import { looksBack, rangeOf } from './intents/choose-range.ts';
import { commandQuestion } from './intents/command-question.ts';
import { fillSlots } from './intents/fill-slots.ts';
import type { IntentRule } from './intents/intent-rule.ts';
import { ASKING, NAMING } from './intents/rules-for-asking.ts';
import { DOING, HELPING } from './intents/rules-for-doing.ts';
import { type Context, NOT_FOR_THE_BOT, type Question, TOPICAL } from './question.ts';
import { entitiesIn } from './signs/entities.ts';
import { type Evidence, evidenceOf } from './signs/evidence.ts';
import { couldAsk, type Opening, open, type Reading, read, timesBehind } from './signs/reading.ts';
import { signalsOf } from './signs/signals.ts';
import { notForTheBot, ofOtherMatters } from './signs/silence.ts';
import { topicOf } from './signs/topic.ts';
import { unreadInQuestion } from './signs/unread.ts';

/** Reads a chat message. Pure and deterministic, in time linear in the text; never throws, whatever the text. */
export function understand(text: string, context: Context): Question {
  return commandQuestion(text, context) ?? understandOpened(open(text, context), context);
}

/** The same of a message that is no command; `known` where it has been read already. */
export function understandOpened(opening: Opening, context: Context, known: Reading | null = null): Question {
  const silentAtOnce = atOnce(opening);
  if (silentAtOnce !== null) return { ...NOT_FOR_THE_BOT, reasons: [silentAtOnce] };
  const reading = known ?? read(opening, context);
  const ofOthers = reading.audience.bot === 'called' ? null : ofOtherMatters(reading.cues);
  if (ofOthers !== null) return { ...NOT_FOR_THE_BOT, reasons: [ofOthers] };
  const entities = entitiesIn(reading);
  const evidence = evidenceOf(reading, signalsOf(settled(reading, entities.tokens)), entities);
  const silent = notForTheBot(evidence, reading.audience.people);
  if (silent !== null) return { ...NOT_FOR_THE_BOT, reasons: [silent] };
  const rule = ruleFor(evidence);
  if (rule === null) return { ...NOT_FOR_THE_BOT, reasons: [unanswered(evidence, reading)] };
  return answerable(rule, reading, entities, evidence, context);
}

/** Words beyond which a message is more than thanks or a greeting. */
const LONGEST_COURTESY = 12;

function unanswered(evidence: Evidence, { cues }: Reading): string {
  if (!evidence.called) return 'fits-no-intent';
  const courtesy = evidence.words > LONGEST_COURTESY ? null : courtesyOf(cues);
  return courtesy ?? 'asks-nothing';
}

/** Most chatter is known by its words alone, before days and names are looked for. */
function atOnce(opening: Opening): string | null {
  if (opening.audience.bot === 'called') return null;
  if (opening.audience.people !== null) return opening.audience.people;
  return couldAsk(opening) ? null : 'asks-nothing';
}

/** The words of a unit's name are explained by it. */
function settled(reading: Reading, taken: ReadonlySet<number>): Reading {
  return { ...reading, unexplained: reading.unexplained.filter((at) => !taken.has(at)) };
}

function ruleFor(evidence: Evidence): IntentRule | null {
  const rules = [...NAMING, ...HELPING, ...DOING, ...ASKING];
  const found = rules.find((rule) => rule.holds(evidence));
  if (found !== undefined) return found;
  return evidence.called &&
    (evidence.asks || evidence.requests || evidence.has('administer') || evidence.orders) &&
    !evidence.has('thanks', 'wish', 'laugh')
    ? NOT_SUPPORTED
    : null;
}

const NOT_SUPPORTED: IntentRule = {
  name: 'asks-what-is-not-supported',
  intent: 'help',
  slots: { out_of_scope: true, reason: 'not supported' },
  holds: () => true,
};

function answerable(
  rule: IntentRule,
  reading: Reading,
  entities: ReturnType<typeof entitiesIn>,
  evidence: Evidence,
  context: Context,
): Question {
  const { intent } = rule;
  const given = rule.slots ?? {};
  const times = looksBack(intent, given.mode, evidence) ? timesBehind(reading, context) : reading.times;
  const topic = TOPICAL.includes(intent) ? topicOf(reading, context.names, entities.tokens) : null;
  const filled = fillSlots(intent, given, reading, evidence, entities, topic, times);
  const unread = unreadInQuestion(intent, reading);
  return {
    intent,
    range: unread === null ? rangeOf(intent, given.mode, given.limit, reading, evidence, times) : null,
    slots: filled.slots,
    choices: filled.choices,
    ...(unread === null ? {} : { unread }),
    reasons: [...(evidence.called ? ['calls-the-bot'] : []), rule.name],
  };
}
