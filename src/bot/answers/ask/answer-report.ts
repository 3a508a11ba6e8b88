import { type ListedObligation, listObligations } from '../../../app/asking/list-obligations.ts';
import { owedBy, type Subject } from '../../../app/asking/subject.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import { mayActFor } from '../../../core/access/actor.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { kinOf } from '../../../core/plan/same-duty.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { personally } from '../../personally.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { strangerMessage } from '../../views/ask/welcome.ts';
import { withSecretariat } from '../../views/frame.ts';
import { bold, button, entry, message, saying, shortTitle } from '../../views/message.ts';
import { stepsMessage } from '../../views/report/report.ts';
import { subjectName } from '../../views/subject-name.ts';
import { taskLine } from '../../views/task-line.ts';
import { inPrivate } from '../in-private.ts';
import { nothingHere } from '../nothing-here.ts';
import { aboutWhom } from './about.ts';
import { answerMine } from './answer-mine.ts';
import { answerStatus, usualExtent } from './answer-status.ts';
import type { Asked } from './asked.ts';
import { askingOf } from './asking-of.ts';
import { atHand } from './at-hand.ts';
import { tasksMeant } from './which-task.ts';

/** How far back what was reported may still be mended, and how far ahead work is reported before its day. */
const BEHIND_DAYS = 90;
const AHEAD_DAYS = 400;
const MOST_OFFERED = 6;
const LONGEST_LABEL = 40;

/**
 * What somebody tells of their work is never recorded from their words: they get the buttons for it, in private.
 * A summary is how things stand.
 */
export async function answerReport(dependencies: Dependencies, turn: Turn, asked: Asked): Promise<Reply> {
  const { mode = 'submit' } = asked.question.slots;
  const about = aboutWhom(turn, asked);
  if (mode === 'summary') return summary(dependencies, turn, asked, about);
  const alone = inPrivate(turn);
  if (alone === null || alone.actor === null || alone.audience === null) {
    return say(strangerMessage(turn.frame));
  }
  if (about?.kind === 'unknown') {
    return say(saying(turn.frame.t('answer.unknownName', { name: about.name })));
  }
  const subject = namedSubject(about, asked);
  const fitting = await reportable(dependencies, alone, asked, subject);
  if (fitting === null) return say(notOwn(turn, subject ?? { kind: 'own' }));
  const [only, ...others] = fitting;
  if (only === undefined)
    return personally(turn, prefaced(alone, mode, await answerMine(dependencies, alone)));
  if (others.length > 0) return personally(turn, offered(alone, mode, fitting));
  return personally(turn, prefaced(alone, mode, stepsMessage(alone.frame, only)));
}

/** What leads to the buttons; nothing does where there are none. */
const prefaced = (turn: Turn, mode: string, said: Message): Message =>
  said.buttons.length === 0 ? said : { ...said, entries: [entry(leading(turn, mode)), ...said.entries] };

function notOwn({ frame, actor }: Turn, subject: Subject): Message {
  return subject.kind === 'own'
    ? saying(frame.t('mine.notServing', withSecretariat(frame)))
    : saying(frame.t('reporting.notOwn', { name: subjectName(frame, subject, actor) }));
}

async function summary(
  dependencies: Dependencies,
  turn: Turn,
  { question }: Asked,
  about: ReturnType<typeof aboutWhom>,
): Promise<Reply> {
  if (turn.audience === null) return say(nothingHere(turn));
  const subject: Subject = about?.kind === 'subject' ? about.subject : { kind: 'everyone' };
  const extent =
    question.range === null ? usualExtent(turn) : ({ kind: 'range', range: question.range } as const);
  return answerStatus(dependencies, turn, { subject, extent, filter: null, skip: 0 });
}

/** The unit or cluster that the report names; null where it names none. */
const namedSubject = (about: ReturnType<typeof aboutWhom>, { question }: Asked): Subject | null =>
  about?.kind === 'subject' && (question.slots.unit ?? question.slots.cluster) !== undefined
    ? about.subject
    : null;

/** What the asker may report on and may mean, by day; null where they name somebody else's work. */
async function reportable(
  { unitOfWork }: Dependencies,
  turn: Turn,
  asked: Asked,
  subject: Subject | null,
): Promise<ListedObligation[] | null> {
  const { frame, actor } = turn;
  if (actor === null) return null;
  const { today, now } = frame;
  const range = { from: addDays(today, -BEHIND_DAYS), to: addDays(today, AHEAD_DAYS) };
  const tasks = tasksMeant(frame, asked).flatMap((task) => kinOf(frame.book, task).map(({ id }) => id));
  const about = owedBy(subject ?? { kind: 'own' }, askingOf(turn));
  const named = (await listObligations(unitOfWork.read, range, now)).filter(
    (one) => one.stored && about(one),
  );
  const allowed = named.filter(({ owner }) => mayActFor(actor, 'obligation.report', owner));
  if (named.length > 0 && allowed.length === 0) return null;
  const isMending = asked.question.slots.mode === 'correct';
  const meant = allowed.filter(({ taskId }) => tasks.length === 0 || tasks.includes(taskId));
  if (!isMending) return atHand(frame, meant);
  // Of a yearly task that one which comes first.
  return meant
    .filter(
      (one, at) =>
        meant.findIndex(({ taskId, owner }) => taskId === one.taskId && owner.id === one.owner.id) === at,
    )
    .filter(({ state }) => state !== 'not_started');
}

function offered(turn: Turn, mode: string, fitting: readonly ListedObligation[]): Message {
  const { frame } = turn;
  const shown = fitting.slice(0, MOST_OFFERED);
  return message(
    [entry([bold(leading(turn, mode))], frame.t('reporting.which'))],
    shown.map((one) => [button(labelOf(turn, one), { kind: 'steps', obligation: one.id })]),
  );
}

const labelOf = ({ frame, actor }: Turn, { taskId, owner }: ListedObligation): string => {
  const line = taskLine(frame, taskById(frame.book, taskId));
  const isNamed = (actor?.unitIds.length ?? 0) !== 1 || owner.kind !== 'unit';
  return shortTitle(isNamed ? `${ownerName(frame.directory, owner)} · ${line}` : line, LONGEST_LABEL);
};

const LEADING = {
  submit: 'reporting.submit',
  correct: 'reporting.correct',
  extension_request: 'reporting.extension',
} as const;

const leading = ({ frame }: Turn, mode: string): string =>
  frame.t(LEADING[mode as keyof typeof LEADING], withSecretariat(frame));
