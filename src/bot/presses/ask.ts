import { isKnownSubject, type Subject } from '../../app/asking/subject.ts';
import type { Message } from '../../app/ports/message.ts';
import { type DayRange, daysBetween, yearOf } from '../../core/time/local-date.ts';
import { answerDue, answerDueOf } from '../answers/ask/answer-due.ts';
import { answerMeetings } from '../answers/ask/answer-meetings.ts';
import { answerMine } from '../answers/ask/answer-mine.ts';
import { movementsOf } from '../answers/ask/answer-movements.ts';
import { answerOverdue } from '../answers/ask/answer-overdue.ts';
import { answerStatus } from '../answers/ask/answer-status.ts';
import { answerTask } from '../answers/ask/answer-task.ts';
import { ALL_MOVEMENTS } from '../answers/ask/movement-filter.ts';
import { inPrivate } from '../answers/in-private.ts';
import { nothingHere } from '../answers/nothing-here.ts';
import type { ASK_BUTTONS } from '../buttons/ask.ts';
import { outdated } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { entriesText } from '../split-message.ts';
import type { Turn } from '../turn.ts';
import { eventsMessage } from '../views/ask/event.ts';
import type { HandlersOf } from './handlers.ts';
import { toPresser } from './to-presser.ts';

/** Each answers as the same question in words would, for whoever pressed, by the rights that they hold now. */
export const ASK_HANDLERS: HandlersOf<typeof ASK_BUTTONS> = {
  due: async (dependencies, turn, { from, to, skip }) =>
    isPeriod({ from, to })
      ? { edit: await answerDue(dependencies, turn, { from, to }, skip) }
      : outdated(turn.frame),
  due_aside: async (dependencies, turn, range) =>
    isPeriod(range) ? aside(turn, (place) => answerDue(dependencies, place, range, 0)) : outdated(turn.frame),
  due_of: (dependencies, turn, { about, from, to, skip }) =>
    ifKnown(turn, about, { from, to }, () => answerDueOf(dependencies, turn, about, { from, to }, skip)),
  task: (dependencies, turn, { task }) => aside(turn, (place) => answerTask(dependencies, place, task)),
  mine: async (dependencies, turn, { skip }) =>
    toPresser(turn, () => answerMine(dependencies, turn, skip), 'edit'),
  leads: async (dependencies, turn, { task }) =>
    say(await answerTask(dependencies, turn, task, { side: 'lead' })),
  overdue: (dependencies, turn, { about, skip }) =>
    ifKnown(turn, about, null, () => answerOverdue(dependencies, turn, about, skip)),
  status: (dependencies, turn, { about, from, to, skip }) =>
    ifKnown(turn, about, { from, to }, () =>
      answerStatus(dependencies, turn, {
        subject: about,
        extent: { kind: 'range', range: { from, to } },
        filter: null,
        skip,
      }),
    ),
  units: (dependencies, turn, { about, filter, from, to, skip }) =>
    ifKnown(turn, about, { from, to }, () =>
      answerStatus(dependencies, turn, {
        subject: about,
        extent: { kind: 'range', range: { from, to } },
        filter,
        skip,
      }),
    ),
  task_status: (dependencies, turn, { about, task, skip }) =>
    turn.frame.book.tasks.some(({ id }) => id === task)
      ? ifKnown(turn, about, null, () =>
          answerStatus(dependencies, turn, {
            subject: about,
            extent: { kind: 'task', taskId: task },
            filter: null,
            skip,
          }),
        )
      : outdated(turn.frame),
  movements: (_, turn, { about, skip }) =>
    ifKnown(turn, about, null, async () => say(movementsOf(turn, about, ALL_MOVEMENTS, skip))),
  movements_of: (_, turn, { about, origin, first, last, skip }) =>
    ifKnown(turn, about, null, async () => say(movementsOf(turn, about, { origin, first, last }, skip))),
  events: (_, turn, { from, to, skip }) =>
    ifKnown(turn, { kind: 'everyone' }, { from, to }, async () =>
      say(turn.audience === null ? nothingHere(turn) : eventsMessage(turn.frame, { from, to }, skip)),
    ),
  meetings: async (dependencies, turn, { skip }) => say(await answerMeetings(dependencies, turn, skip)),
};

const LONGEST_PERIOD_DAYS = 3660;

/** Buttons lead through periods of a plan; a forged one may name any days. */
const isPeriod = ({ from, to }: DayRange): boolean =>
  from <= to && yearOf(from) >= 1900 && yearOf(to) < 2200 && daysBetween(from, to) <= LONGEST_PERIOD_DAYS;

/** In place of the list under which the button stood; an old button may name what is gone, a forged one anything. */
async function ifKnown(
  turn: Turn,
  about: Subject,
  range: DayRange | null,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  if (!isKnownSubject(about, turn.frame.directory) || (range !== null && !isPeriod(range))) {
    return outdated(turn.frame);
  }
  const reply = await answer();
  const [edit, ...others] = reply.say ?? [];
  return edit === undefined || others.length > 0 ? reply : { edit };
}

/**
 * More than a list holds. In a group it comes to the presser alone, so that nothing piles up there; whoever holds
 * nothing here reads the beginning of it in passing.
 */
async function aside(turn: Turn, answer: (place: Turn) => Promise<Message>): Promise<Reply> {
  const alone = inPrivate(turn);
  if (alone !== null) return toPresser(turn, () => answer(alone), 'say');
  return popup(entriesText((await answer(turn)).entries));
}
