import type { ReadingContext } from '../core/deadline/reading.ts';
import type { DeadlineRule } from '../core/deadline/rule.ts';
import type { Doubt } from '../core/plan/doubts/doubt.ts';
import { readRowDeadline } from '../core/plan/read-row-deadline.ts';
import { ImportRefused } from './import-refusal.ts';
import type { TaskDraft } from './plan-table/task-draft.ts';

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
    const read = readRowDeadline(task, context);
    rules.set(task.no, { rules: read.rules, inherited: false });
    if (read.doubt !== null) doubts.push(read.doubt);
  }
  return { rules, doubts };
}
