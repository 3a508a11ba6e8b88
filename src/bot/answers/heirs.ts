import type { Subject } from '../../app/asking/subject.ts';
import type { Message } from '../../app/ports/message.ts';
import { activeSuccessors } from '../../core/obligation/owners.ts';
import { unitById } from '../../core/organisation/directory.ts';
import type { Unit } from '../../core/organisation/unit.ts';
import type { Question } from '../../core/question/question.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Reply } from '../reply.ts';
import type { Frame } from '../views/frame.ts';
import { entry } from '../views/message.ts';

/** Those in place of a unit that is no more, where days after its last one are asked about; none where it stands itself. */
export function heirsOf({ directory, today }: Frame, subject: Subject, range: Question['range']): Unit[] {
  if (subject.kind !== 'unit') return [];
  const { validTo } = unitById(directory, subject.id);
  if (validTo === null || (range?.to ?? today) <= validTo) return [];
  return activeSuccessors(directory, subject.id, today > validTo ? today : addDays(validTo, 1));
}

/** The answer about the heir, which first says whose it is. */
export function withHeir({ t }: Frame, was: string, heir: string, reply: Reply): Reply {
  const noted = (message: Message): Message => ({
    ...message,
    entries: [entry(t('answer.nowCalled', { was, now: heir })), ...message.entries],
  });
  const [first, ...others] = reply.say ?? [];
  if (reply.privately !== undefined) {
    return { ...reply, privately: { ...reply.privately, message: noted(reply.privately.message) } };
  }
  return first === undefined ? reply : { ...reply, say: [noted(first), ...others] };
}
