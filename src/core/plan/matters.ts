import type { Directory } from '../organisation/directory.ts';
import { dateOf, type LocalDate } from '../time/local-date.ts';
import { applyDecisions } from './apply-decisions.ts';
import { type Decision, doubtKey, isAboutKind, type MatterKey, partyDecision, partyKey } from './decision.ts';
import type { Doubt, DoubtCode } from './doubts/doubt.ts';
import { kindDoubts } from './doubts/kind-doubts.ts';
import { matchLeads, type Organisation } from './match-leads.ts';
import type { NamedParty } from './plan-book.ts';
import type { PlanReading } from './plan-reading.ts';
import { readInPeriod } from './read-in-period.ts';

/** What may be typed instead of choosing. */
export type TypedAnswer = 'deadline' | 'lead' | 'unit' | 'number' | 'issued_on' | 'period';

/** Something of a reading that waits for a person, or was settled by one. */
export interface Matter {
  readonly key: MatterKey;
  readonly about:
    | { readonly kind: 'doubt'; readonly doubt: Doubt }
    /** A lead that the organisation does not know, with those that it may be. */
    | { readonly kind: 'party'; readonly words: string; readonly leads: readonly string[] };
  /** Possible decisions, the reading's own first. */
  readonly options: readonly Decision[];
  readonly typed: TypedAnswer | null;
  readonly decided: Decision | null;
}

/**
 * Everything of a reading that a person must decide, in the order of the document: what holds rows back, then leads
 * that nobody known answers to. Settled matters stay in their place, so that they can be decided anew.
 */
export function mattersOf(
  reading: PlanReading,
  decisions: readonly Decision[],
  directory: Organisation & Pick<Directory, 'clusters' | 'clusterKinds'>,
  today: LocalDate,
): Matter[] {
  const settled = new Map(decisions.map((decision) => [decision.about, decision]));
  // Asked about anew as long as the answer is not of this doubt itself, so that the settled stay in their place.
  const forKinds = applyDecisions(
    reading,
    decisions.filter(({ about }) => !isAboutKind(about)),
  );
  const { undecided } = readInPeriod(reading, decisions);
  const doubts = inOrder(reading, [...undecided, ...kindDoubts(forKinds, directory)]).map((doubt): Matter => {
    const about = doubtKey(doubt);
    return {
      key: about,
      about: { kind: 'doubt', doubt },
      options: OPTIONS[doubt.code]?.(doubt, about) ?? [{ about, kind: 'accept' }],
      typed: TYPED[doubt.code] ?? null,
      decided: settled.get(about) ?? null,
    };
  });
  const unknown = matchLeads(applyDecisions(reading, decisions), directory, today).flatMap(
    ({ words, leads, match }): Matter[] =>
      leads.length === 0 || match.kind !== 'unmatched'
        ? []
        : [partyMatter(words, leads, match.choices, settled)],
  );
  return [...doubts, ...unknown];
}

function partyMatter(
  words: string,
  leads: readonly string[],
  choices: readonly NamedParty[],
  settled: ReadonlyMap<MatterKey, Decision>,
): Matter {
  const about = partyKey(words);
  return {
    key: about,
    about: { kind: 'party', words, leads },
    options: [...choices, null].map((party) => partyDecision(words, party)),
    typed: 'unit',
    decided: settled.get(about) ?? null,
  };
}

const taskNo = ({ where }: Doubt): string => (where.kind === 'task' ? where.no : '');

type Options = (doubt: Doubt, about: MatterKey) => Decision[];

const anyLead: Options = (doubt, about) =>
  doubt.alternatives.map((name) => ({ about, kind: 'lead', no: taskNo(doubt), names: [name] }));

const anyReading: Options = (doubt, about) => {
  const readings = [...(doubt.deadline?.readings.filter((rules) => rules.length > 0) ?? []), []];
  return readings.map((rules) => ({ about, kind: 'deadline', no: taskNo(doubt), rules }));
};

const OPTIONS: { readonly [Code in DoubtCode]?: Options } = {
  HEAD_NUMBER_MISSING: (doubt, about) =>
    doubt.alternatives.map((number) => ({ about, kind: 'number', number })),
  HEAD_DATE_MISSING: (doubt, about) =>
    doubt.alternatives.map((day) => ({ about, kind: 'issued_on', issuedOn: dateOf(day) })),
  HEAD_PERIOD_MISSING: () => [],
  LEAD_MISSING: anyLead,
  LEAD_BY_POSITION: anyLead,
  LEAD_NAMES_UNEVEN: (doubt, about) => [
    ...anyLead(doubt, about),
    { about, kind: 'lead', no: taskNo(doubt), names: doubt.alternatives },
  ],
  DEADLINE_REVIEW: anyReading,
  DEADLINE_FOR_UNKNOWN_KIND: anyReading,
  DEADLINE_CYCLE_UNCLEAR: (doubt, about) =>
    (['next_year', 'same_year'] as const).map((cycle) => ({
      about,
      kind: 'cycle',
      no: taskNo(doubt),
      cycle,
    })),
  DEADLINE_ALONE_AMONG_ROWS: (doubt, about) =>
    doubt.alternatives.map((of) =>
      of === taskNo(doubt)
        ? { about, kind: 'accept' }
        : { about, kind: 'deadline_of', no: taskNo(doubt), of },
    ),
  ROW_DUPLICATED: (doubt, about) => [
    ...doubt.alternatives.map((of): Decision => ({ about, kind: 'duplicate', no: taskNo(doubt), of })),
    { about, kind: 'accept' },
  ],
  ANNIVERSARY_WRONG: (doubt, about) =>
    doubt.alternatives.map((count) => ({
      about,
      kind: 'anniversary',
      event: doubt.words,
      count: Number(count),
    })),
};

const TYPED: { readonly [Code in DoubtCode]?: TypedAnswer } = {
  HEAD_NUMBER_MISSING: 'number',
  HEAD_DATE_MISSING: 'issued_on',
  HEAD_PERIOD_MISSING: 'period',
  LEAD_MISSING: 'lead',
  LEAD_BY_POSITION: 'lead',
  LEAD_NAMES_UNEVEN: 'lead',
  DEADLINE_REVIEW: 'deadline',
  DEADLINE_FOR_UNKNOWN_KIND: 'deadline',
  DEADLINE_ALONE_AMONG_ROWS: 'deadline',
};

/** Of the head, then of the rows as they follow one another, then of the rest. */
function inOrder(reading: PlanReading, doubts: readonly Doubt[]): Doubt[] {
  const position = new Map(reading.tasks.map((task, at) => [task.no, at]));
  const rank = ({ where }: Doubt): number => {
    if (where.kind === 'head') return -1;
    return where.kind === 'task' ? (position.get(where.no) ?? reading.tasks.length) : reading.tasks.length;
  };
  return [...doubts].sort((one, other) => rank(one) - rank(other));
}
