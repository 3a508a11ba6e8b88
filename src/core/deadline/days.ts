import type { LocalDate } from '../time/local-date.ts';
import { addDays } from '../time/local-date.ts';

/** How an organisation takes "trước ngày X": with X itself still accepted, or not. */
export type DeadlineStrictness = 'lenient' | 'strict';

interface DeadlineDays {
  /** The last safe day, to which countdowns run. */
  readonly dueOn: LocalDate;
  /** The first day of "quá hạn". */
  readonly overdueFrom: LocalDate;
}

/**
 * The days that matter for a day named in the words: "trước ngày X" leaves out X, which the strict reading calls
 * overdue already. "Trước 17h00 ngày X" still allows work on X, so a named hour after midnight makes X the last safe
 * day under either strictness.
 */
export function deadlineDays(
  named: { readonly namedOn: LocalDate; readonly inclusive: boolean; readonly time: string | null },
  strictness: DeadlineStrictness,
): DeadlineDays {
  const { namedOn, inclusive, time } = named;
  if (inclusive || (time !== null && time !== '00:00'))
    return { dueOn: namedOn, overdueFrom: addDays(namedOn, 1) };
  return {
    dueOn: addDays(namedOn, -1),
    overdueFrom: strictness === 'strict' ? namedOn : addDays(namedOn, 1),
  };
}
