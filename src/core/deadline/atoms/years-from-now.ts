import { yearOf } from '../../time/local-date.ts';
import type { ReadingContext } from '../reading.ts';
import type { Atom, Meaning } from './atom.ts';
import { place } from './lex-date.ts';

/**
 * "Năm nay 15/11, sang năm 10/11": the years that are counted from the one it is, or that the plan is for, by their
 * numbers; beside them "năm sau" is the next one. In a plan of several years a person must look.
 */
export function withYearsFromNow(atoms: readonly Atom[], context: ReadingContext): readonly Atom[] {
  if (!atoms.some(isFromNow)) return atoms;
  const { planYear, period, now } = context;
  const several = planYear === undefined && period !== undefined && yearOf(period.from) < yearOf(period.to);
  return atoms.flatMap((atom) => {
    const ahead = yearsAhead(atom);
    if (ahead === null) return [atom];
    const year = (planYear ?? yearOf(period?.to ?? now)) + ahead;
    const meanings: Meaning[] = several ? [{ kind: 'unclear' }] : [place({ kind: 'year', year })];
    return meanings.map((meaning) => ({ ...atom, meaning }));
  });
}

const isFromNow = ({ meaning }: Atom): boolean => meaning.kind === 'year_from_now';

function yearsAhead({ meaning }: Atom): number | null {
  const counted = meaning.kind === 'year_from_now' || (meaning.kind === 'shift' && meaning.years === 1);
  return counted ? meaning.years : null;
}
