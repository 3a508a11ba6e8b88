import { readDeadline } from '../core/deadline/parse.ts';
import type { ReadingContext } from '../core/deadline/reading.ts';
import type { DeadlineRule } from '../core/deadline/rule.ts';
import { atTask, type Doubt } from '../core/plan/doubt.ts';
import type { PlanHead } from '../core/plan/plan-reading.ts';
import { dateOf, type LocalDate } from '../core/time/local-date.ts';
import { ImportRefused } from './import-refusal.ts';
import type { TaskDraft } from './task-draft.ts';

export interface TaskRules {
  readonly rules: readonly DeadlineRule[];
  readonly inherited: boolean;
}

export interface RulesReading {
  /** By number of the task. */
  readonly rules: ReadonlyMap<string, TaskRules>;
  readonly doubts: readonly Doubt[];
}

/** Characters about time: those of ten thousand rows, or of some that never end. */
const MAX_CHARACTERS = 500_000;

/** Reads the words about time; a sub-row without any is measured by those of the row above it. */
export function readRules(tasks: readonly TaskDraft[], context: ReadingContext): RulesReading {
  const rules = new Map<string, TaskRules>();
  const doubts: Doubt[] = [];
  const characters = tasks.reduce((sum, task) => sum + task.deadlineText.length, 0);
  if (characters > MAX_CHARACTERS)
    throw new ImportRefused('IMPORT_CELL_TOO_LONG', { limitCharacters: MAX_CHARACTERS });
  for (const task of tasks) {
    if (task.deadlineText === '') {
      const above = task.parentNo === null ? undefined : rules.get(task.parentNo);
      rules.set(task.no, { rules: above?.rules ?? [], inherited: (above?.rules.length ?? 0) > 0 });
      continue;
    }
    const reading = readDeadline(task.deadlineText, context);
    rules.set(task.no, { rules: reading.rules, inherited: false });
    if (reading.review) {
      doubts.push({
        code: 'DEADLINE_REVIEW',
        where: atTask(task.no),
        words: task.deadlineText,
        alternatives: [],
        deadline: { reasons: reading.reasons, readings: [reading.rules, ...reading.alternatives] },
      });
    }
  }
  return { rules, doubts };
}

/** What days without a year are read against: the plan's years, seen from its own date. */
export function readingContext(head: PlanHead, today: LocalDate): ReadingContext {
  const now = head.issuedOn ?? today;
  if (head.period === null) return { now };
  const { from, to } = head.period;
  const period = { from: dateOf(`${from}-01-01`), to: dateOf(`${to}-12-31`) };
  return from === to ? { now, period, planYear: from } : { now, period };
}
