import { listObligations } from '../../app/asking/list-obligations.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { secretaryInbox, toDecideIn } from '../../app/overview/secretary-inbox.ts';
import type { Message } from '../../app/ports/message.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { ownerName } from '../../core/obligation/owner-name.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { servedBy } from '../../core/reminder/addressees.ts';
import { isHanded, stageReached } from '../../core/reminder/stages.ts';
import { stagesFor } from '../../core/reminder/stages-for.ts';
import { isDone, isOpen } from '../../core/work/work-state.ts';
import type { Frame } from '../views/frame.ts';
import { digestRange } from '../views/overview/digest.ts';
import { overviewMessage } from '../views/overview/overview.ts';
import { weekOfDay } from '../views/period.ts';
import type { Said, Saying } from './saying.ts';

export const sayOverview = ({ dependencies, notice, frame }: Saying): Promise<Said> =>
  overviewOf(dependencies, frame, notice.late);

/** The secretariat's week as of now. */
export async function overviewOf(
  { unitOfWork }: Dependencies,
  frame: Frame,
  late: boolean,
): Promise<Message> {
  const { directory, now, today } = frame;
  const { read } = unitOfWork;
  const listed = await listObligations(read, digestRange(today), now);
  const known = new Set(listed.map((one) => one.id));
  const overdue = (await read.obligations.overdueOn(today)).filter((one) => !known.has(one.id));
  const obligations = [...overdue, ...listed];
  const week = weekOfDay(today);
  const done = await read.obligations.doneWithin(week.from, week.to);
  const blocked = await read.obligations.blocked();
  const open = obligations
    .filter((one) => isOpen(one.state))
    .map((one) => ({ one, stage: stageOf(frame, one), name: ownerName(directory, one.owner) }));
  const handed = namesOf(open.filter(({ stage }) => isHanded(stage ?? '')));
  const unreachable = namesOf(open.filter(({ one }) => servedBy(one, directory, today).length === 0));
  const silent = namesOf(open.filter(({ one, stage }) => one.state === 'not_started' && stage !== null));
  const inbox = await secretaryInbox(read, now);
  return overviewMessage(frame, {
    obligations,
    doneThisWeek: done.filter(({ state }) => isDone(state)).length,
    blocked,
    unreachable,
    handed,
    silent: silent.filter((name) => !handed.includes(name) && !unreachable.includes(name)),
    lostTopics: inbox.lostTopics,
    undelivered: inbox.undelivered,
    toDecide: toDecideIn(inbox),
    sessions: inbox.sessions,
    late,
  });
}

const namesOf = (list: readonly { readonly name: string }[]): string[] =>
  [...new Set(list.map(({ name }) => name))].toSorted((one, other) => one.localeCompare(other, 'vi'));

/** The latest stage at which it was to be spoken of; null before the first. */
function stageOf({ directory: { settings }, book, today }: Frame, one: Obligation): string | null {
  const stages = stagesFor(one, { settings, book }, calendarsOf(settings).work);
  return stageReached(stages, today)?.code ?? null;
}
