import type { DayRange } from '../../time/local-date.ts';
import { addDays } from '../../time/local-date.ts';
import { isQuestion } from '../cues/asking-cue.ts';
import { type Intent, type ReportMode, TIMED } from '../question.ts';
import type { Reading } from '../signs/reading.ts';
import type { Signals } from '../signs/signals.ts';
import { HORIZON_DAYS } from '../when/ahead.ts';
import type { TimeSpan } from '../when/time-span.ts';

/** The days asked about: those said, else 30 days ahead where "sắp" or the intent wants a horizon, else none. */
export function rangeOf(
  intent: Intent,
  mode: ReportMode | undefined,
  limit: number | undefined,
  reading: Reading,
  signals: Signals,
  times: readonly TimeSpan[],
): DayRange | null {
  if (!TIMED.includes(intent) || limit !== undefined) return null;
  if (intent === 'report_progress' && mode !== 'summary') return null;
  const first = narrowed(times, reading);
  if (first !== undefined && !(intent === 'events' && isDayAsked(first, signals))) {
    const { today } = reading;
    if (intent === 'overdue' && first.to === today) return null;
    const ahead = intent === 'due_in_range' || intent === 'events' || intent === 'my_tasks';
    const opens = ahead && signals.has('remaining') && first.from < today && today <= first.to;
    return { from: opens ? today : first.from, to: first.to };
  }
  const horizon =
    intent === 'due_in_range' ||
    ((intent === 'events' || intent === 'my_tasks' || intent === 'movement_list') && signals.has('soon'));
  return horizon ? { from: reading.today, to: addDays(reading.today, HORIZON_DAYS) } : null;
}

/** "22/12 là ngày nào", "kỷ niệm bao nhiêu năm": about the day itself, not about what lies in it. */
const isDayAsked = ({ from, to }: TimeSpan, { has }: Signals): boolean =>
  has('many') || (from === to && has('when'));

/**
 * "sau 15/12 … trong năm nay": stretches that overlap narrow the first one; single days do not. "t12 có gì, t1 có gì"
 * asks about both, one after the other.
 */
function narrowed([first, ...others]: readonly TimeSpan[], reading: Reading): TimeSpan | undefined {
  return others.reduce((span, other) => {
    if (span === undefined || span.from === span.to || other.from === other.to) return span;
    if (other.from === addDays(span.to, 1) && isAskedBetween(reading, span.next, other.start))
      return { ...span, to: other.to, next: other.next };
    const from = span.from > other.from ? span.from : other.from;
    const to = span.to < other.to ? span.to : other.to;
    return from <= to ? { ...span, from, to } : span;
  }, first);
}

const isAskedBetween = ({ phrases }: Reading, from: number, to: number): boolean =>
  phrases.some((phrase) => phrase.from >= from && phrase.to <= to && isQuestion(phrase));

/** True if bare months and days of this intent lie behind: results are spoken of, not duties. */
export function looksBack(intent: Intent, mode: ReportMode | undefined, signals: Signals): boolean {
  if (signals.has('past')) return true;
  return (
    (intent === 'report_progress' && mode !== 'extension_request') ||
    intent === 'overdue' ||
    intent === 'unit_status' ||
    intent === 'cluster_status'
  );
}
