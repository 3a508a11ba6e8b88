import { type Movement, type PlanBook, planById } from '../../../core/plan/plan-book.ts';
import { foldedWords } from '../../../core/text/folded-words.ts';
import { type DayRange, yearOf } from '../../../core/time/local-date.ts';

/** Which movements are asked for, small enough for a button. */
export interface MovementFilter {
  /** The beginning of a launcher's name, folded and hyphenated; `-` for any. */
  readonly origin: string;
  /** Years, both inclusive; 0 for any. */
  readonly first: number;
  readonly last: number;
}

export const ALL_MOVEMENTS: MovementFilter = { origin: '-', first: 0, last: 0 };

const LONGEST_SLUG = 16;

export function movementFilter(origin: string | undefined, range: DayRange | null): MovementFilter {
  return {
    origin: origin === undefined ? '-' : slugOf(origin),
    first: range === null ? 0 : yearOf(range.from),
    last: range === null ? 0 : yearOf(range.to),
  };
}

/** `thanh-pho`; whole words up to the length that a button has room for. */
function slugOf(name: string): string {
  let slug = '';
  for (const word of foldedWords(name)) {
    const longer = slug === '' ? word.slice(0, LONGEST_SLUG) : `${slug}-${word}`;
    if (longer.length > LONGEST_SLUG) break;
    slug = longer;
  }
  return slug === '' ? '-' : slug;
}

/** The launcher's own name as the plan writes it, or null where no movement is noted as launched by it. */
export function launcherCalled(movements: readonly Movement[], slug: string): string | null {
  const launched = movements.filter((movement) => isLaunchedBy(movement, slug));
  const names = launched.flatMap(({ origin }) => launchersIn(origin ?? ''));
  return names.find((name) => slugOf(name).startsWith(slug)) ?? launched[0]?.origin ?? null;
}

/** All launchers that the plans note, each once. */
export const launchersOf = (movements: readonly Movement[]): string[] => [
  ...new Set(movements.flatMap(({ origin }) => launchersIn(origin ?? ''))),
];

/** "Trung ương, Thành phố" are two. */
const launchersIn = (origin: string): string[] =>
  origin
    .split(/,|\svà\s/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

export const isLaunchedBy = ({ origin }: Movement, slug: string): boolean =>
  slug === '-' || `-${foldedWords(origin ?? '').join('-')}-`.includes(`-${slug}-`);

/** By the years that its words name, else by those of its plan. */
export function runsIn(
  book: PlanBook,
  { periodWords, planId }: Movement,
  { first, last }: MovementFilter,
): boolean {
  if (first === 0) return true;
  const years = [...periodWords.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
  const plan = years.length > 0 ? null : planById(book, planId);
  const named = plan === null ? years : [yearOf(plan.periodFrom), yearOf(plan.periodTo)];
  return Math.min(...named) <= last && first <= Math.max(...named);
}
