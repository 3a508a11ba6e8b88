import { dueInRange } from '../../../app/asking/due-in-range.ts';
import { mayTellDays } from '../../../app/asking/sight.ts';
import { concerning, type Subject, sameSubject, subjectHere } from '../../../app/asking/subject.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import { addDays, type DayRange } from '../../../core/time/local-date.ts';
import { personally } from '../../personally.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { dueMessage, nearestMessage } from '../../views/ask/due.ts';
import { subjectName } from '../../views/subject-name.ts';
import { inPrivate } from '../in-private.ts';
import { nothingHere } from '../nothing-here.ts';
import { askingOf } from './asking-of.ts';
import { notForHere } from './tell-states.ts';

/** What falls due in a range, for the chat it is asked in. */
export async function answerDue(
  dependencies: Dependencies,
  turn: Turn,
  range: DayRange,
  skip: number,
): Promise<Message> {
  const { audience } = turn;
  if (audience === null) return nothingHere(turn);
  return dueFor(dependencies, turn, subjectHere(audience), range, skip);
}

/** The same about a subject that was named; what a group should not hear goes to the asker's private chat. */
export async function answerDueOf(
  dependencies: Dependencies,
  turn: Turn,
  subject: Subject,
  range: DayRange,
  skip = 0,
): Promise<Reply> {
  return toldDays(turn, subject, (where) => dueFor(dependencies, where, subject, range, skip));
}

/** The next deadlines, however far; as many as were asked for. */
export async function answerNearest(
  { unitOfWork }: Dependencies,
  turn: Turn,
  subject: Subject,
  limit: number,
): Promise<Reply> {
  return toldDays(turn, subject, async (where) => {
    const { today, now } = where.frame;
    const range = { from: today, to: addDays(today, NEAREST_DAYS) };
    const due = await dueInRange(unitOfWork.read, range, belongsHere(where, subject), now);
    return nearestMessage(where.frame, {
      scope: nameHere(where, subject),
      obligations: due.obligations.filter(({ dueOn }) => dueOn !== null && dueOn >= today),
      limit,
      audience: where.audience,
    });
  });
}

const NEAREST_DAYS = 400;

async function dueFor(
  { unitOfWork }: Dependencies,
  turn: Turn,
  subject: Subject,
  range: DayRange,
  skip: number,
): Promise<Message> {
  const { frame, audience } = turn;
  const due = await dueInRange(unitOfWork.read, range, belongsHere(turn, subject), frame.now);
  const about = isHere(turn, subject) ? null : subject;
  return dueMessage(frame, { range, scope: nameHere(turn, subject), about, due, skip, audience });
}

async function toldDays(
  turn: Turn,
  subject: Subject,
  tell: (where: Turn) => Promise<Message>,
): Promise<Reply> {
  const { frame, audience } = turn;
  if (audience === null) return say(nothingHere(turn));
  const { directory, today } = frame;
  if (mayTellDays(subject, audience, directory, today)) return say(await tell(turn));
  const alone = inPrivate(turn);
  return alone === null ? say(notForHere(turn, subject)) : personally(turn, await tell(alone));
}

/** In a group only what concerns its cluster, whatever was asked about. */
function belongsHere(turn: Turn, subject: Subject) {
  const asking = askingOf(turn);
  const belongs = concerning(subject, asking);
  if (turn.audience?.kind !== 'cluster') return belongs;
  const concernsUs = concerning(subjectHere(turn.audience), asking);
  return (one: Parameters<typeof belongs>[0]) => belongs(one) && concernsUs(one);
}

/** Whether the subject is what the chat itself is for; in a group "all clusters" can only be its own. */
const isHere = ({ audience }: Turn, subject: Subject): boolean =>
  audience !== null &&
  (sameSubject(subjectHere(audience), subject) ||
    (audience.kind === 'cluster' && subject.kind === 'everyone'));

const nameHere = (turn: Turn, subject: Subject): string =>
  isHere(turn, subject) ? turn.scope : subjectName(turn.frame, subject, turn.actor);
