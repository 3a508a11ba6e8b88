import type { Dependencies } from '../../app/dependencies.ts';
import { owedBy, type Subject } from '../../app/subject.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { saying } from '../views/message.ts';
import { overdueMessage } from '../views/overdue.ts';
import { subjectName } from '../views/subject-name.ts';
import { askingOf } from './asking-of.ts';
import { tellStates } from './tell-states.ts';

/** Who is late is named only to the secretariat, and to a unit its own; in a group it is a count. */
export function answerOverdue(
  { unitOfWork }: Dependencies,
  turn: Turn,
  subject: Subject,
  skip = 0,
): Promise<Reply> {
  const listed = async (where: Turn) => {
    const owed = owedBy(subject, askingOf(where));
    const open = await unitOfWork.read.obligations.overdueOn(where.frame.today);
    return open.filter(owed);
  };
  const nameIn = ({ frame, actor }: Turn) => subjectName(frame, subject, actor);
  return tellStates(turn, subject, {
    states: async (where) => {
      const overdue = await listed(where);
      const name = nameIn(where);
      return overdue.length === 0
        ? saying(where.frame.t('overdue.none', { name }))
        : overdueMessage(where.frame, {
            name,
            overdue,
            skip,
            page: (from) => ({ kind: 'overdue', about: subject, skip: from }),
            mayReport: where.audience?.kind === 'own',
          });
    },
    counts: async (where) => {
      const { length: count } = await listed(where);
      const name = nameIn(where);
      return saying(where.frame.t(count === 0 ? 'overdue.none' : 'overdue.count', { name, count }));
    },
  });
}
