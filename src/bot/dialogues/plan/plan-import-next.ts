import type { Dependencies } from '../../../app/dependencies.ts';
import { seePlanDraft } from '../../../app/plan/see-plan-draft.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { PlanDraft } from '../../../app/ports/plan-draft-repository.ts';
import type { Turn } from '../../turn.ts';
import { draftMessage } from '../../views/plan/plan-import.ts';
import { matterMessage } from '../../views/plan/plan-import-matter.ts';

/** The next matter that waits after one; the first screen when none does. */
export async function nextMatter(
  { unitOfWork }: Dependencies,
  { frame }: Turn,
  draft: PlanDraft,
  after: string,
): Promise<Message> {
  const seen = await seePlanDraft(unitOfWork.read, draft, frame.now);
  const { matters } = seen;
  const place = matters.findIndex(({ key }) => key === after);
  const waits = (from: number, to: number) =>
    matters.findIndex(({ decided }, at) => decided === null && at >= from && at < to);
  const later = waits(place + 1, matters.length);
  const next = later === -1 ? waits(0, place) : later;
  return matterMessage(frame, seen, next) ?? draftMessage(frame, seen);
}
