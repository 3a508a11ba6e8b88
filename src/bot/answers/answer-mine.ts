import type { Dependencies } from '../../app/dependencies.ts';
import type { Message } from '../../app/ports/message.ts';
import { ownOwnerIds } from '../../core/access/actor.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { PlanBook } from '../../core/plan/plan-book.ts';
import { firstOfKin } from '../../core/plan/same-duty.ts';
import { type Turn, unitNames } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { saying } from '../views/message.ts';
import { mineMessage } from '../views/mine.ts';
import { nothingHere } from './nothing-here.ts';

/** The asker's own open obligations, the next of each task, most urgent first. For the private chat only. */
export async function answerMine(
  { unitOfWork }: Dependencies,
  { frame, actor }: Turn,
  skip = 0,
): Promise<Message> {
  if (actor === null) return nothingHere(frame, 'private');
  if (actor.unitIds.length === 0 && !actor.roles.includes('council_member')) {
    return saying(frame.t('mine.notServing', withSecretariat(frame)));
  }
  const open = await unitOfWork.read.obligations.openOf(ownOwnerIds(actor));
  return mineMessage(frame, unitNames(frame.directory, actor), nextOfEachTask(frame.book, open), skip);
}

/** Next year's turn of the same task is nobody's concern yet. Standing work has no turn. */
function nextOfEachTask(book: PlanBook, open: readonly Obligation[]): Obligation[] {
  const seen = new Set<string>();
  return open.filter(({ dueOn, taskId, owner }) => {
    const key = `${firstOfKin(book, taskId)}|${owner.id}`;
    if (dueOn === null || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
