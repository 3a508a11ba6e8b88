import { WRONG_DAY } from '../../app/plan/correct-told-days.ts';
import { type Corrected, correctionMessage } from '../views/notice/correction.ts';
import type { Said, Saying } from './saying.ts';

/** A line's due day is the wrong one that was told; what holds now stands in the obligation. */
export async function sayCorrection({
  dependencies,
  notice,
  lines,
  frame,
}: Pick<Saying, 'dependencies' | 'notice' | 'lines' | 'frame'>): Promise<Said> {
  const { obligations, notices } = dependencies.unitOfWork.read;
  const stored = await obligations.byIds(lines.map((line) => line.obligationId));
  const corrected: Corrected[] = [];
  for (const { obligationId, dueOn, stage } of lines) {
    if (stage !== WRONG_DAY) continue;
    const obligation = stored.find((one) => one.id === obligationId);
    const told = (await notices.saidOf(obligationId, dueOn)).findLast(
      (one) => one.id !== notice.id && one.addressee.id === notice.addressee.id,
    );
    if (obligation === undefined || told === undefined || obligation.dueOn === dueOn) continue;
    corrected.push({ obligation, toldOn: dueOn, toldAt: told.at });
  }
  return corrected.length === 0 ? { withheld: 'nothing_moved' } : correctionMessage(frame, corrected);
}
