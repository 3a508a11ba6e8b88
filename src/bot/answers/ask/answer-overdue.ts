import { owedBy, type Subject } from '../../../app/asking/subject.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import { isPastHour } from '../../../core/obligation/due-state.ts';
import type { Reply } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { overdueMessage } from '../../views/ask/overdue.ts';
import { entry, message, saying } from '../../views/message.ts';
import { capital, subjectName } from '../../views/subject-name.ts';
import { askingOf } from './asking-of.ts';
import { nextDue } from './next-due.ts';
import { tellStates } from './tell-states.ts';

/** Who is late is named only to the secretariat, and to a unit its own; in a group it is a count. */
export function answerOverdue(
  dependencies: Dependencies,
  turn: Turn,
  subject: Subject,
  skip = 0,
): Promise<Reply> {
  const { unitOfWork } = dependencies;
  const listed = async (where: Turn) => {
    const owed = owedBy(subject, askingOf(where));
    const { now, today, directory } = where.frame;
    const { obligations } = unitOfWork.read;
    // A group calls nobody late before the day is over.
    const ofToday = where.audience?.kind === 'cluster' ? [] : await obligations.inRange(today, today);
    const pastHour = ofToday.filter((one) => isPastHour(one, now, directory.settings.zone));
    return [...(await obligations.overdueOn(today)), ...pastHour].filter(owed);
  };
  const nameIn = ({ frame, actor }: Turn) => capital(subjectName(frame, subject, actor));
  return tellStates(turn, subject, {
    nothing: async (where) =>
      (await listed(where)).length > 0
        ? null
        : message([
            entry(where.frame.t('overdue.none', { name: nameIn(where) })),
            ...(await nextDue(dependencies, where, subject, where.frame.today)),
          ]),
    states: async (where) =>
      overdueMessage(where.frame, {
        name: nameIn(where),
        overdue: await listed(where),
        skip,
        page: (from) => ({ kind: 'overdue', about: subject, skip: from }),
        mayReport: where.audience?.kind === 'own',
      }),
    counts: async (where) =>
      saying(where.frame.t('overdue.count', { name: nameIn(where), count: (await listed(where)).length })),
  });
}
