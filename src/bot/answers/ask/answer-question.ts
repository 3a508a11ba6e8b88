import type { Subject } from '../../../app/asking/subject.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { TaskId } from '../../../core/id.ts';
import { clustersOn } from '../../../core/organisation/directory.ts';
import type { Task } from '../../../core/plan/plan-book.ts';
import type { Intent, Question } from '../../../core/question/question.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Action } from '../../buttons/action.ts';
import { personally } from '../../personally.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { choiceMessage } from '../../views/ask/choice.ts';
import { strangerMessage } from '../../views/ask/welcome.ts';
import { saying } from '../../views/message.ts';
import { monthOfDay } from '../../views/period.ts';
import { subjectName } from '../../views/subject-name.ts';
import { inPrivate } from '../in-private.ts';
import { nothingHere } from '../nothing-here.ts';
import { aboutWhom } from './about.ts';
import { answerAboutTask } from './answer-about-task.ts';
import { answerDueOf, answerNearest } from './answer-due.ts';
import { answerEvents } from './answer-events.ts';
import { answerHelp } from './answer-help.ts';
import { answerLeads } from './answer-leads.ts';
import { answerMine } from './answer-mine.ts';
import { answerMovements } from './answer-movements.ts';
import { answerOverdue } from './answer-overdue.ts';
import { answerReport } from './answer-report.ts';
import { answerStatus, type Extent, usualExtent } from './answer-status.ts';
import type { Asked } from './asked.ts';
import { heirsOf, lastDayBefore, withHead } from './heirs.ts';
import { unreadWords } from './not-understood.ts';
import { taskChoices, tasksMeant } from './which-task.ts';

type Answer = (dependencies: Dependencies, turn: Turn, asked: Asked) => Promise<Reply>;

const ANSWERS: Record<Exclude<Intent, 'none'>, Answer> = {
  due_in_range: aboutSubject(dueAnswer, (about, { question }, { frame }) => ({
    kind: 'due_of',
    about,
    ...(question.range ?? monthOfDay(frame.today)),
    skip: 0,
  })),
  overdue: aboutSubject(overdueAnswer, (about) => ({ kind: 'overdue', about, skip: 0 })),
  task_detail: answerAboutTask,
  who_leads: answerLeads,
  my_tasks: async (dependencies, turn) => {
    const alone = inPrivate(turn);
    return alone === null
      ? say(strangerMessage(turn.frame))
      : personally(turn, await answerMine(dependencies, alone));
  },
  unit_status: aboutSubject(statusAnswer, statusAction),
  cluster_status: aboutSubject(statusAnswer, statusAction),
  movement_list: async (_, turn, asked) => answerMovements(turn, asked),
  events: answerEvents,
  report_progress: answerReport,
  help: async (_, turn, asked) => say(answerHelp(turn, asked)),
};

/** Answers a question that is for the bot; null where it is none. */
export async function answerQuestion(
  dependencies: Dependencies,
  turn: Turn,
  asked: Asked,
): Promise<Reply | null> {
  const { intent, unread } = asked.question;
  if (intent === 'none') return null;
  return unread === undefined
    ? ANSWERS[intent](dependencies, turn, asked)
    : say(unreadWords(turn, intent, unread));
}

type AboutSubject = (
  dependencies: Dependencies,
  turn: Turn,
  subject: Subject,
  asked: Asked,
) => Promise<Reply>;

/** Finds out whom a question is about, or offers what its words fit; `action` answers it once that is chosen. */
function aboutSubject(
  answer: AboutSubject,
  action: (about: Subject, asked: Asked, turn: Turn) => Action,
): Answer {
  return async (dependencies, turn, asked) => {
    const { frame, actor } = turn;
    const about = turn.audience === null ? null : aboutWhom(turn, asked);
    if (about === null) return say(nothingHere(turn));
    const choices = (subjects: readonly Subject[]) =>
      subjects.map((subject) => ({
        name: subjectName(frame, subject, actor),
        action: action(subject, asked, turn),
      }));
    if (about.kind === 'subject') {
      const { subject } = about;
      const { range } = asked.question;
      const name = subjectName(frame, subject, actor);
      const heirs = heirsOf(frame, subject, range);
      const [heir, ...others] = heirs.map(({ id }): Subject => ({ kind: 'unit', id }));
      if (heir === undefined) {
        const reply = await answer(dependencies, turn, subject, asked);
        const lastOn = lastDayBefore(frame, subject, range);
        if (lastOn === null) return reply;
        return withHead(reply, frame.t('answer.unitEnded', { unit: name, to: fullDate(lastOn) }));
      }
      if (others.length > 0) return say(choiceMessage(frame, choices([heir, ...others])));
      const reply = await answer(dependencies, turn, heir, asked);
      return withHead(
        reply,
        frame.t('answer.nowCalled', { was: name, now: subjectName(frame, heir, actor) }),
      );
    }
    if (about.kind === 'choices') return say(choiceMessage(frame, choices(about.choices)));
    return say(unknownName(turn, about.name, asked));
  };
}

function unknownName({ frame }: Turn, name: string, { question }: Asked) {
  const clusters = clustersOn(frame.directory, frame.today)
    .map((cluster) => cluster.name)
    .join(', ');
  return saying(
    question.slots.cluster !== undefined
      ? frame.t('answer.unknownCluster', { name, clusters })
      : frame.t('answer.unknownName', { name }),
  );
}

function dueAnswer(
  dependencies: Dependencies,
  turn: Turn,
  subject: Subject,
  { question }: Asked,
): Promise<Reply> {
  const { range, slots } = question;
  return range === null && slots.limit !== undefined
    ? answerNearest(dependencies, turn, subject, slots.limit)
    : answerDueOf(dependencies, turn, subject, range ?? monthOfDay(turn.frame.today));
}

async function overdueAnswer(
  dependencies: Dependencies,
  turn: Turn,
  subject: Subject,
  asked: Asked,
): Promise<Reply> {
  const { taskId, task_no: no } = asked.question.slots;
  const tasks = taskId === undefined && no === undefined ? [] : tasksMeant(turn.frame, asked);
  const [task, another] = tasks;
  if (task === undefined) return answerOverdue(dependencies, turn, subject);
  if (another !== undefined) return say(whichStatus(turn, subject, tasks));
  const extent: Extent = { kind: 'task', taskId: task.id };
  return answerStatus(dependencies, turn, { subject, extent, filter: 'not_done', skip: 0 });
}

async function statusAnswer(
  dependencies: Dependencies,
  turn: Turn,
  subject: Subject,
  asked: Asked,
): Promise<Reply> {
  const { slots, range } = asked.question;
  // "Đơn vị nào xong rồi" is about the units of a cluster, also where a unit's own chat asks.
  if (slots.filter !== undefined && subject.kind === 'own' && slots.unit === undefined) {
    const cluster = aboutWhom(turn, withSlots(asked, { cluster: 'SELF' }));
    if (cluster?.kind === 'subject' && cluster.subject.kind === 'cluster') {
      return statusAnswer(dependencies, turn, cluster.subject, asked);
    }
  }
  const tasks = slots.topic === undefined && slots.task_no === undefined ? [] : tasksMeant(turn.frame, asked);
  // Of words that fit several tasks a question for shares and states of all says nothing.
  const isVague = slots.filter === undefined && slots.task_no === undefined && tasks.length > 1;
  const [task, another] = isVague ? [] : tasks;
  if (another !== undefined) return say(whichStatus(turn, subject, tasks));
  const filter = slots.filter ?? null;
  const extent = task === undefined ? extentOf(turn, range) : ({ kind: 'task', taskId: task.id } as const);
  return answerStatus(dependencies, turn, { subject, extent, filter, skip: 0 });
}

/** A number that stands in several plans is asked back. */
function whichStatus({ frame }: Turn, about: Subject, tasks: readonly Task[]): Message {
  const into = (id: TaskId): Action => ({ kind: 'task_status', about, task: id, skip: 0 });
  return choiceMessage(frame, taskChoices(frame, tasks, into));
}

const withSlots = (asked: Asked, slots: Question['slots']): Asked => ({
  ...asked,
  question: { ...asked.question, slots, choices: [] },
});

function statusAction(about: Subject, { question }: Asked, turn: Turn): Action {
  const extent = extentOf(turn, question.range);
  return { kind: 'status', about, ...extent.range, skip: 0 };
}

const extentOf = (turn: Turn, range: Question['range']) =>
  range === null ? usualExtent(turn) : ({ kind: 'range', range } as const);
