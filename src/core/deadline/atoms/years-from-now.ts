import { yearOf } from '../../time/local-date.ts';
import type { ReadingContext } from '../reading.ts';
import type { Atom } from './atom.ts';
import { place } from './lex-date.ts';

/**
 * "Năm nay 15/11, sang năm 10/11": the years that are counted from the one it is, or that the plan is for, by their
 * numbers; beside them "năm sau" is the next one. In a plan of several years a person must look.
 */
export function withYearsFromNow(atoms: readonly Atom[], context: ReadingContext): readonly Atom[] {
  if (!atoms.some(isFromNow)) return atoms;
  const { planYear, period, now } = context;
  const several = planYear === undefined && period !== undefined && yearOf(period.from) < yearOf(period.to);
  const result: Atom[] = [];
  for (const atom of atoms) {
    const ahead = yearsAhead(atom);
    const year = (planYear ?? yearOf(period?.to ?? now)) + (ahead ?? 0);
    const last = result.at(-1);
    const dated = last === undefined || ahead === null ? null : inYear(last, atom, year);
    if (ahead === null) result.push(atom);
    else if (several) result.push({ ...atom, meaning: { kind: 'unclear' } });
    else if (dated === null) result.push({ ...atom, meaning: place({ kind: 'year', year }) });
    else result[result.length - 1] = dated;
  }
  return result;
}

/** " của ". */
const LONGEST_OF = 5;

/** "15/12 năm nay": the year hard behind a place that has none. */
function inYear({ meaning, from, to }: Atom, year: Atom, value: number): Atom | null {
  if (meaning.kind !== 'place' || year.from - to > LONGEST_OF) return null;
  const { place: found } = meaning;
  if (!('year' in found) || found.year !== null || found.kind === 'year') return null;
  return { meaning: place({ ...found, year: value }), from, to: year.to };
}

const isFromNow = ({ meaning }: Atom): boolean => meaning.kind === 'year_from_now';

function yearsAhead({ meaning }: Atom): number | null {
  const counted = meaning.kind === 'year_from_now' || (meaning.kind === 'shift' && meaning.years === 1);
  return counted ? meaning.years : null;
}
