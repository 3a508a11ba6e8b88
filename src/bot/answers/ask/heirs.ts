import type { Subject } from '../../../app/asking/subject.ts';
import type { Message } from '../../../app/ports/message.ts';
import { activeSuccessors } from '../../../core/obligation/owners.ts';
import { unitById } from '../../../core/organisation/directory.ts';
import type { Unit } from '../../../core/organisation/unit.ts';
import type { Question } from '../../../core/question/question.ts';
import { addDays, type LocalDate } from '../../../core/time/local-date.ts';
import type { Reply } from '../../reply.ts';
import type { Frame } from '../../views/frame.ts';
import { entry } from '../../views/message.ts';

/** The last day of a unit that is no more on the days that are asked about; null for all else. */
export function lastDayBefore(
  { directory, today }: Frame,
  subject: Subject,
  range: Question['range'],
): LocalDate | null {
  if (subject.kind !== 'unit') return null;
  const { validTo } = unitById(directory, subject.id);
  return validTo === null || (range?.to ?? today) <= validTo ? null : validTo;
}

/** Those in place of a unit that is no more, where days after its last one are asked about; none where it stands itself. */
export function heirsOf(frame: Frame, subject: Subject, range: Question['range']): Unit[] {
  const lastOn = lastDayBefore(frame, subject, range);
  if (subject.kind !== 'unit' || lastOn === null) return [];
  const { directory, today } = frame;
  return activeSuccessors(directory, subject.id, today > lastOn ? today : addDays(lastOn, 1));
}

/** The answer, which first says what has become of the unit that was asked about. */
export function withHead(reply: Reply, head: string): Reply {
  const noted = (message: Message): Message => ({ ...message, entries: [entry(head), ...message.entries] });
  const [first, ...others] = reply.say ?? [];
  if (reply.privately !== undefined) {
    return { ...reply, privately: { ...reply.privately, message: noted(reply.privately.message) } };
  }
  return first === undefined ? reply : { ...reply, say: [noted(first), ...others] };
}
