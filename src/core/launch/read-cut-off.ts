import { readDeadline } from '../deadline/parse.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';

export type CutOffReading =
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'past'; readonly day: LocalDate }
  | { readonly kind: 'unclear' };

/**
 * The last day that typed words allow: `8/11` is that day, `trước ngày 8/11` the day before. Words that fit several
 * days, or none, are unclear.
 */
export function readCutOff(text: string, today: LocalDate): CutOffReading {
  const { rules, review } = readDeadline(text, { now: today });
  const [rule, ...others] = rules;
  if (review || rule?.kind !== 'once' || others.length > 0) return { kind: 'unclear' };
  const day = rule.inclusive || rule.time !== null ? rule.on : addDays(rule.on, -1);
  return { kind: day > today ? 'day' : 'past', day };
}
