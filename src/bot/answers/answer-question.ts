import type { Dependencies } from '../../app/dependencies.ts';
import type { TaskId } from '../../core/id.ts';
import type { Intent, Question } from '../../core/question/question.ts';
import { addDays } from '../../core/time/local-date.ts';
import { type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { eventsMessage } from '../views/event.ts';
import { helpMessage } from '../views/help.ts';
import { saying } from '../views/message.ts';
import { movementsMessage } from '../views/movement.ts';
import { monthOfDay } from '../views/period.ts';
import { taskChoice } from '../views/task.ts';
import { answerDue } from './answer-due.ts';
import { answerMine } from './answer-mine.ts';
import { answerOverdue } from './answer-overdue.ts';
import { answerStatus } from './answer-status.ts';
import { answerTask } from './answer-task.ts';
import { nothingHere } from './nothing-here.ts';
import { personally } from './personally.ts';

type Answer = (dependencies: Dependencies, turn: Turn, question: Question) => Promise<Reply>;

/** How far "coming up" reaches where a question names no days. */
const SOON_DAYS = 30;

const ANSWERS: Record<Exclude<Intent, 'none'>, Answer> = {
  due_in_range: async (dependencies, turn, { range }) =>
    say(await answerDue(dependencies, turn, range ?? monthOfDay(turn.frame.today))),
  overdue: async (dependencies, turn) => say(await answerOverdue(dependencies, turn)),
  task_detail: answerAboutTask,
  who_leads: answerAboutTask,
  my_tasks: async (dependencies, turn) => personally(turn, await answerMine(dependencies, turn)),
  unit_status: async (dependencies, turn) => say(await answerStatus(dependencies, turn)),
  cluster_status: async (dependencies, turn) => say(await answerStatus(dependencies, turn)),
  movement_list: async (_, turn) => say(planned(turn, movementsMessage(turn.frame))),
  events: async (_, turn, { range }) => {
    const { today } = turn.frame;
    return say(
      planned(turn, eventsMessage(turn.frame, range ?? { from: today, to: addDays(today, SOON_DAYS) })),
    );
  },
  report_progress: async (dependencies, turn) => personally(turn, await answerMine(dependencies, turn)),
  help: async (_, turn) => say(helpMessage(turn)),
};

/** Answers a question that is for the bot; null where it is none. */
export async function answerQuestion(
  dependencies: Dependencies,
  turn: Turn,
  question: Question,
): Promise<Reply | null> {
  return question.intent === 'none' ? null : ANSWERS[question.intent](dependencies, turn, question);
}

async function answerAboutTask(dependencies: Dependencies, turn: Turn, question: Question): Promise<Reply> {
  const { frame, audience, incoming } = turn;
  if (audience === null) return say(nothingHere(frame, incoming.chat.kind));
  const { taskId, task_no: no } = question.slots;
  const fitting = frame.book.tasks.filter((task) =>
    taskId === undefined ? no !== undefined && task.no === no : task.id === taskId,
  );
  const offered = question.choices.filter((choice) => choice.slot === 'task').map((choice) => choice.id);
  const choices = fitting.length > 0 ? fitting : frame.book.tasks.filter((task) => offered.includes(task.id));
  const [only, ...others] = choices;
  if (only === undefined) return say(saying(frame.t('task.unknown')));
  if (others.length > 0) return say(taskChoice(frame, choices));
  return say(await answerTask(dependencies, turn, only.id as TaskId));
}

const planned = (turn: Turn, message: ReturnType<typeof saying>) =>
  turn.audience === null ? nothingHere(turn.frame, turn.incoming.chat.kind) : message;
