import type { ClusterId, PlanId } from '../id.ts';
import type { WorkKind } from '../work/work-kind.ts';

/** How many calendar days before the last safe day, and working days after `overdueFrom`, a stage speaks. */
export interface Ladder {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Of a deadline that names an hour: how many hours before it. */
  readonly hours: readonly number[];
}

/** `hour`: a deadline that names an hour; `monthly`: what is owed for each month; `usual`: all else. */
export const LADDER_NAMES = ['usual', 'monthly', 'hour'] as const;
export type LadderName = (typeof LADDER_NAMES)[number];
export type Ladders = Readonly<Record<LadderName, Ladder>>;

/** For what a ladder holds: everything, or in its place some of it. */
export type LadderScope =
  | { readonly kind: 'office' }
  | { readonly kind: 'plan'; readonly id: PlanId }
  | { readonly kind: 'work'; readonly work: WorkKind }
  | { readonly kind: 'cluster'; readonly id: ClusterId };

/** A ladder in place of the office's: one a scope and name. */
export interface LadderRule {
  readonly scope: Exclude<LadderScope, { kind: 'office' }>;
  readonly of: LadderName;
  readonly ladder: Ladder;
}

/** What settings say of ladders. */
export interface LadderSettings {
  readonly ladders: Ladders;
  readonly ladderRules: readonly LadderRule[];
}

/** What a new organisation begins with. */
export const DEFAULT_LADDERS: Ladders = {
  usual: { before: [14, 3], after: [1, 3, 7], hours: [] },
  monthly: { before: [3], after: [1, 3, 7], hours: [] },
  hour: { before: [1], after: [1, 3, 7], hours: [2] },
};

/** The nearer a scope is to those who owe, the more it says: cluster, kind of work, plan, organisation. */
const NEAREST_FIRST: readonly LadderRule['scope']['kind'][] = ['cluster', 'work', 'plan'];

/** What is owed where. */
interface LadderPlace {
  readonly clusterId: ClusterId | null;
  readonly work: WorkKind;
  readonly planId: PlanId | null;
}

export function ladderAt(of: LadderName, place: LadderPlace, settings: LadderSettings): Ladder {
  const fitting = settings.ladderRules.filter((rule) => rule.of === of && fits(rule.scope, place));
  const nearest = NEAREST_FIRST.flatMap((kind) => fitting.find(({ scope }) => scope.kind === kind) ?? []);
  return nearest[0]?.ladder ?? settings.ladders[of];
}

function fits(scope: LadderRule['scope'], { clusterId, work, planId }: LadderPlace): boolean {
  switch (scope.kind) {
    case 'cluster':
      return clusterId === scope.id;
    case 'work':
      return work === scope.work;
    case 'plan':
      return planId === scope.id;
  }
}

export const isSameScope = (one: LadderScope, other: LadderScope): boolean => {
  switch (one.kind) {
    case 'office':
      return other.kind === 'office';
    case 'work':
      return other.kind === 'work' && one.work === other.work;
    case 'cluster':
    case 'plan':
      return other.kind === one.kind && other.id === one.id;
  }
};

/** A scope's own ladder; null where it follows one farther away. The office always has its own. */
export const ownLadder = (
  { ladders, ladderRules }: LadderSettings,
  scope: LadderScope,
  of: LadderName,
): Ladder | null =>
  scope.kind === 'office'
    ? ladders[of]
    : (ladderRules.find((rule) => rule.of === of && isSameScope(rule.scope, scope))?.ladder ?? null);

/** With one scope's ladder replaced; null follows what is farther away, for the office what it began with. */
export function withLadder<Of extends LadderSettings>(
  settings: Of,
  scope: LadderScope,
  of: LadderName,
  ladder: Ladder | null,
): Of {
  if (scope.kind === 'office') {
    return { ...settings, ladders: { ...settings.ladders, [of]: ladder ?? DEFAULT_LADDERS[of] } };
  }
  const others = settings.ladderRules.filter((rule) => rule.of !== of || !isSameScope(rule.scope, scope));
  return { ...settings, ladderRules: [...others, ...(ladder === null ? [] : [{ scope, of, ladder }])] };
}
