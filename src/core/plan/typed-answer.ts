import { readDeadline } from '../deadline/parse.ts';
import type { DeadlineReading } from '../deadline/reading.ts';
import { isDated } from '../deadline/rule.ts';
import { tidySpaces } from '../text/fold.ts';
import type { LocalDate } from '../time/local-date.ts';
import { type Decision, type MatterKey, partyDecision } from './decision.ts';
import { matchParty, type Organisation, type PartyMatch } from './match-leads.ts';
import type { Matter, TypedAnswer } from './matters.ts';
import { officeMilestone } from './office-milestone.ts';
import { partiesIn } from './party-words.ts';
import type { NamedParty } from './plan-book.ts';
import type { PlanHead } from './plan-reading.ts';
import { readingContext } from './read-row-deadline.ts';

/**
 * What typed words decide, or why they decide nothing: `unclear` has a reading that a person would have to check,
 * `stranger` those that may be meant; `nearest` is what a person may take instead.
 */
export type TypedDecision =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'unclear'; readonly reading: DeadlineReading; readonly nearest: readonly Decision[] }
  | {
      readonly kind: 'stranger';
      readonly words: string;
      readonly choices: readonly NamedParty[];
      readonly nearest: readonly Decision[];
    }
  | { readonly kind: 'unfit' };

export interface TypedContext {
  readonly head: PlanHead;
  readonly directory: Organisation;
  readonly today: LocalDate;
}

const UNFIT: TypedDecision = { kind: 'unfit' };
const decided = (decision: Decision): TypedDecision => ({ kind: 'decided', decision });

/** Reads what was typed to a matter that takes it. */
export function readTyped(
  typed: TypedAnswer,
  matter: Pick<Matter, 'key' | 'about'>,
  text: string,
  context: TypedContext,
): TypedDecision {
  return READ[typed](matter, tidySpaces(text), context);
}

/** A day of the office's own for a row, which its words say. */
export function readMilestone(no: string, text: string, context: TypedContext): TypedDecision {
  return ofRules(tidySpaces(text), context, (rules) => officeMilestone(no, rules));
}

type Read = (matter: Pick<Matter, 'key' | 'about'>, text: string, context: TypedContext) => TypedDecision;

const READ: { readonly [Typed in TypedAnswer]: Read } = {
  deadline: (matter, text, context) => {
    const no = noOf(matter);
    return no === null
      ? UNFIT
      : ofRules(text, context, (rules) => ({ about: matter.key, kind: 'deadline', no, rules }));
  },
  lead: (matter, text, { directory, today }) => {
    const no = noOf(matter);
    if (no === null || text === '') return UNFIT;
    const names = knownNames(text, (name) => matchParty(name, directory, today).kind !== 'unmatched');
    // An office that has no units yet keeps the names, and matches them later.
    if (names === null && directory.units.length > 0) {
      // Of several names that were typed, one alone is not what is meant.
      const isOne = text.search(JOINTS) === -1;
      return stranger(text, directory, today, (party) =>
        isOne ? [{ about: matter.key, kind: 'lead', no, names: [nameOf(party, directory)] }] : [],
      );
    }
    const called = names?.map((name) => properName(name, directory, today)) ?? partiesIn(text);
    return decided({ about: matter.key, kind: 'lead', no, names: called });
  },
  unit: ({ about }, text, { directory, today }) => {
    const [party, another] = partiesMatched(matchParty(text, directory, today));
    if (about.kind !== 'party' || another !== undefined) return UNFIT;
    return party === undefined
      ? stranger(text, directory, today, (nearest) => [partyDecision(about.words, nearest)])
      : decided(partyDecision(about.words, party));
  },
  number: ({ key }, text) =>
    /^\d+[\p{L}\d]*\/[\p{L}\d][\p{L}\d.&/-]*$/u.test(text)
      ? decided({ about: key, kind: 'number', number: text })
      : UNFIT,
  issued_on: ({ key }, text, { today }) => {
    const { rules, review } = readDeadline(text, { now: today });
    const [rule] = rules;
    return review || rule?.kind !== 'once'
      ? UNFIT
      : decided({ about: key, kind: 'issued_on', issuedOn: rule.on });
  },
  period: ({ key }, text) => {
    const [from, to = from, more] = (text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []).map(Number);
    return from === undefined || to === undefined || more !== undefined || to < from
      ? UNFIT
      : decided({ about: key, kind: 'period', period: { from, to } });
  },
};

/** Whom a match points at. */
function partiesMatched(match: PartyMatch): NamedParty[] {
  if (match.kind === 'cluster') return [match];
  return match.kind === 'units' ? match.unitIds.map((unitId) => ({ kind: 'unit', unitId })) : [];
}

/** A unit by its own name, however it was typed; sorts of units, clusters and offices in them as they were typed. */
function properName(name: string, directory: Organisation, today: LocalDate): string {
  const [party, another] = partiesMatched(matchParty(name, directory, today));
  const unitId = party?.kind === 'unit' && another === undefined ? party.unitId : null;
  return directory.units.find(({ id }) => id === unitId)?.name ?? name;
}

const nameOf = (party: NamedParty, { units, clusters = [] }: Organisation): string =>
  (party.kind === 'cluster'
    ? clusters.find(({ id }) => id === party.clusterId)
    : units.find(({ id }) => id === party.unitId)
  )?.name ?? '';

function stranger(
  words: string,
  directory: Organisation,
  today: LocalDate,
  decisions: (party: NamedParty) => Decision[],
): TypedDecision {
  const match = matchParty(words, directory, today);
  const choices = match.kind === 'unmatched' ? match.choices : [];
  return { kind: 'stranger', words, choices, nearest: choices.flatMap(decisions) };
}

/**
 * The known names that a text lists, however they are joined, the longest first; null where something else stands
 * there.
 */
function knownNames(text: string, isKnown: (name: string) => boolean): string[] | null {
  if (isKnown(text)) return [text];
  for (const joint of [...text.matchAll(JOINTS)].reverse()) {
    const name = text.slice(0, joint.index);
    const rest = isKnown(name) ? knownNames(text.slice(joint.index + joint[0].length), isKnown) : null;
    if (rest !== null) return [name, ...rest];
  }
  return null;
}

const JOINTS = /\s*(?:[,;]|(?<!\p{L})(?:và|va|cùng|cung|and|&)(?!\p{L}))\s*/giu;

const noOf = ({ about }: Pick<Matter, 'about'>): string | null =>
  about.kind === 'doubt' && about.doubt.where.kind === 'task' ? about.doubt.where.no : null;

function ofRules(
  text: string,
  { head, today }: TypedContext,
  decision: (rules: DeadlineReading['rules']) => Decision,
): TypedDecision {
  // Days typed today are of the plan's years, and seen from today.
  const reading = readDeadline(text, readingContext(head, today));
  if (reading.reasons.includes('NOT_UNDERSTOOD') || !reading.rules.every(isDated)) return UNFIT;
  if (!reading.review) return reading.rules.length === 0 ? UNFIT : decided(decision(reading.rules));
  const readings = [reading.rules, ...reading.alternatives];
  const nearest = readings.filter((rules) => rules.length > 0 && rules.every(isDated)).map(decision);
  return { kind: 'unclear', reading, nearest };
}

/** The matter or row that is being typed about, as a dialogue keeps it. */
export type TypedAbout =
  | { readonly kind: 'matter'; readonly key: MatterKey }
  | { readonly kind: 'milestone'; readonly no: string };
