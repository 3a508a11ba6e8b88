import { inTurns } from '../app/in-turns.ts';
import { readDeadline } from '../core/deadline/parse.ts';
import type { ReadingContext } from '../core/deadline/reading.ts';
import type { DeadlineRule } from '../core/deadline/rule.ts';
import { atTask, type DeadlineDoubt, type Doubt, doubtOf } from '../core/plan/doubts/doubt.ts';
import { readRowDeadline } from '../core/plan/read-row-deadline.ts';
import { ImportRefused } from './import-refusal.ts';
import { timeInTitle } from './plan-table/deadline-words.ts';
import { exchanged } from './plan-table/swapped-days.ts';
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
export async function readRules(tasks: readonly TaskDraft[], context: ReadingContext): Promise<RulesReading> {
  const rules = new Map<string, TaskRules>();
  const doubts: Doubt[] = [];
  const characters = tasks.reduce((sum, task) => sum + task.deadlineText.length, 0);
  if (characters > MAX_CHARACTERS)
    throw new ImportRefused('IMPORT_CELL_TOO_LONG', { limitCharacters: MAX_CHARACTERS });
  for await (const task of inTurns(tasks)) {
    if (task.deadlineText === '') {
      const above = task.parentNo === null ? undefined : rules.get(task.parentNo);
      rules.set(task.no, { rules: above?.rules ?? [], inherited: (above?.rules.length ?? 0) > 0 });
      continue;
    }
    const read = otherReading(readRowDeadline(task, context), task, context);
    rules.set(task.no, { rules: read.rules, inherited: false });
    if (read.doubt !== null) doubts.push(read.doubt);
  }
  return { rules, doubts };
}

type Read = ReturnType<typeof readRowDeadline>;

/** The reading with a doubt where the row has words that say another. */
function otherReading(read: Read, task: TaskDraft, context: ReadingContext): Read {
  if (read.doubt !== null && !task.maySwap) return read;
  const rules = task.maySwap ? ofSwapped(task, context) : ofTitle(read, task, context);
  if (rules.length === 0) return read;
  const reasons = read.doubt?.deadline?.reasons ?? ['SEVERAL_READINGS'];
  const readings = [...(read.doubt?.deadline?.readings ?? [read.rules]), rules];
  const deadline: DeadlineDoubt = { reasons, readings };
  return {
    rules: read.rules,
    doubt: { ...doubtOf('DEADLINE_REVIEW', atTask(task.no), task.deadlineText), deadline },
  };
}

/** The day that was meant if day and month stand in each other's place; none where it would be the same. */
function ofSwapped({ deadlineText }: TaskDraft, context: ReadingContext): readonly DeadlineRule[] {
  const other = exchanged(deadlineText);
  const { rules, review } = readDeadline(other, context);
  return other === deadlineText || review ? [] : rules;
}

/** "Ký giao ước thi đua trước ngày 25/01" in the row of "Tháng 1": a person says which of the two is due. */
function ofTitle(
  { rules: [span, ...more] }: Read,
  { title }: TaskDraft,
  context: ReadingContext,
): readonly DeadlineRule[] {
  const [words] = timeInTitle(title);
  if (span?.kind !== 'range' || more.length > 0 || words === undefined) return [];
  const { rules } = readDeadline(words, context);
  const isWithin = rules.every(
    (rule) => rule.kind === 'once' && rule.on >= (span.from ?? rule.on) && rule.on < span.to,
  );
  return isWithin ? rules : [];
}
