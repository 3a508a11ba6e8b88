import type { Dependencies } from '../../../app/dependencies.ts';
import { type PlanDraftSeen, seePlanDraft } from '../../../app/plan/see-plan-draft.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { PlanDraft } from '../../../app/ports/plan-draft-repository.ts';
import type { Turn } from '../../turn.ts';
import { draftMessage } from '../../views/plan/plan-import.ts';
import { matterMessage, waitsForWords } from '../../views/plan/plan-import-matter.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { TYPING, typingOf } from './plan-import-typing.ts';

/** A matter to decide, the first screen where there is none at this place. What only words can answer may be typed at once. */
export async function showMatter(
  dependencies: Dependencies,
  turn: Turn,
  seen: PlanDraftSeen,
  at: number,
): Promise<Message> {
  const matter = seen.matters[at];
  if (matter !== undefined && waitsForWords(matter)) {
    await saveDialogue(dependencies, turn, TYPING, 'matter', typingOf(turn.frame, seen, matter));
  }
  return matterMessage(turn.frame, seen, at) ?? draftMessage(turn.frame, seen);
}

/** The next matter that waits after one; the first screen when none does. */
export async function nextMatter(
  dependencies: Dependencies,
  turn: Turn,
  draft: PlanDraft,
  after: string,
): Promise<Message> {
  const seen = await seePlanDraft(dependencies.unitOfWork.read, draft, turn.frame.now);
  const { matters } = seen;
  const place = matters.findIndex(({ key }) => key === after);
  const waits = (from: number, to: number) =>
    matters.findIndex(({ decided }, at) => decided === null && at >= from && at < to);
  const later = waits(place + 1, matters.length);
  const next = later === -1 ? waits(0, place) : later;
  return showMatter(dependencies, turn, seen, next);
}
