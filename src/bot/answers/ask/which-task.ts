import type { TaskId } from '../../../core/id.ts';
import { type PlanBook, planById, type Task } from '../../../core/plan/plan-book.ts';
import { oncePerDuty } from '../../../core/plan/same-duty.ts';
import type { Action } from '../../buttons/action.ts';
import type { Choosable } from '../../views/ask/choice.ts';
import type { Frame } from '../../views/frame.ts';
import { taskLine } from '../../views/task-line.ts';
import type { Asked } from './asked.ts';

/** The tasks that a question may mean: one where it is sure, else those to choose between, best first; of each duty one. */
export const tasksMeant = ({ book }: Frame, { question }: Pick<Asked, 'question'>): Task[] =>
  oncePerDuty(book, tasksNamed(book, question));

function tasksNamed(book: PlanBook, question: Asked['question']): Task[] {
  const { taskId, task_no: no, other_rows: others = [], movementId } = question.slots;
  const rows = no === undefined ? [] : [no, ...others];
  const inForce = book.tasks.filter(({ withdrawnOn }) => withdrawnOn === null);
  if (taskId !== undefined) return inForce.filter(({ id }) => id === taskId);
  const movement = book.movements.find(({ id }) => id === movementId);
  const ofMovement = inForce.filter(({ id }) => id === movement?.taskId);
  if (ofMovement.length > 0) return ofMovement;
  if (no !== undefined)
    return ofPlan(
      book,
      question.slots.plan,
      inForce.filter((task) => rows.includes(task.no)),
    );
  const ids = question.choices.flatMap(({ slot, id }) =>
    slot === 'task' ? [id] : slot === 'movement' ? [book.movements.find((one) => one.id === id)?.taskId] : [],
  );
  return [...new Set(ids)].flatMap((id) => inForce.filter((task) => task.id === id));
}

/** Those of the plan that was named; all where no plan of them is of that number. */
function ofPlan({ plans }: PlanBook, number: string | undefined, tasks: readonly Task[]): Task[] {
  const named = plans.filter((plan) => number !== undefined && figuresOf(plan.number) === figuresOf(number));
  const own = tasks.filter(({ planId }) => named.some(({ id }) => id === planId));
  return own.length > 0 ? own : [...tasks];
}

/** `45` of "045/KH-UBND". */
const figuresOf = (number: string): string => /^0*(\d+)/.exec(number)?.[1] ?? number;

/** Tasks as choices, each told by its plan where they lie in several. */
export function taskChoices(
  frame: Frame,
  tasks: readonly Task[],
  action: (id: TaskId) => Action,
): Choosable[] {
  const plans = new Set(tasks.map(({ planId }) => planId)).size;
  return tasks.map((task) => {
    const plan = plans > 1 && task.planId !== null ? planById(frame.book, task.planId) : null;
    const line = taskLine(frame, task);
    return { name: plan === null ? line : `${plan.number} · ${line}`, action: action(task.id) };
  });
}
