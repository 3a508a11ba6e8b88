import type { Dependencies } from '../../../app/dependencies.ts';
import { draftPlan } from '../../../app/plan/draft-plan.ts';
import { seePlanDraft, seePlanDrafts } from '../../../app/plan/see-plan-draft.ts';
import type { UnreadablePlan } from '../../../app/ports/plan-reader.ts';
import { openMatters } from '../../../core/plan/open-rows.ts';
import type { PlanReading } from '../../../core/plan/plan-reading.ts';
import type { TextKey } from '../../../i18n/translator.ts';
import { takeOrganisationFile } from '../../answers/organisation/organisation-file.ts';
import { FileTooLarge, FileUnavailable, type IncomingContent } from '../../incoming.ts';
import { onlyPrivately } from '../../private-door.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { may, secretariatOnly } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';
import { draftMessage } from '../../views/plan/plan-import.ts';
import { draftsMessage } from '../../views/plan/plan-import-lists.ts';
import { closeDialogue } from '../dialogue-kind.ts';
import { leaveTyping } from './plan-import-typed.ts';

type FileContent = Extract<IncomingContent, { kind: 'file' }>;

/**
 * A file of whoever may import, in private: the secretary's plan, or list of units, is read and its first screen shown;
 * nothing is in force by it.
 */
export async function takePlanFile(
  dependencies: Dependencies,
  turn: Turn,
  content: FileContent,
): Promise<Reply> {
  const { frame, tools } = turn;
  const bytes = await bytesOf(content);
  if (!(bytes instanceof Uint8Array)) return say(saying(unreadableText(turn, bytes)));
  const reading = await tools.planReader.readFile({ name: content.name, bytes }, frame.today);
  if ('kind' in reading && reading.code === 'IMPORT_NO_TASK_TABLE') {
    const organisation = await takeOrganisationFile(dependencies, turn, content, bytes);
    if (organisation !== null) {
      await leaveTyping(dependencies, turn);
      return organisation;
    }
  }
  return takeReading(dependencies, turn, content.name, reading);
}

/** A table pasted by the secretary; null where it is somebody else's, or none of tasks, and so an ordinary text. */
export async function takePlanText(
  dependencies: Dependencies,
  turn: Turn,
  text: string,
): Promise<Reply | null> {
  if (!may(turn, 'plan.import')) return null;
  const reading = await turn.tools.planReader.readText(text, turn.frame.today);
  return takeReading(dependencies, turn, '', reading);
}

/** `/nhap`: what is under way, and how to begin. */
export async function beginImport(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const { frame, incoming } = turn;
  if (!may(turn, 'plan.import')) return say(secretariatOnly(turn));
  if (incoming.chat.kind === 'group') return onlyPrivately(turn, frame.t('import.privateOnly'));
  // The file that is asked for here is for nothing else that was begun.
  await closeDialogue(dependencies, turn);
  const seen = await seePlanDrafts(dependencies.unitOfWork.read, frame.now);
  const [open, inForce] = [
    seen.filter(({ draft }) => draft.state === 'open'),
    seen.filter(({ draft }) => draft.state === 'in_force'),
  ];
  const waiting = inForce.toSorted(
    (one, other) => openMatters(other.matters).length - openMatters(one.matters).length,
  );
  return say(draftsMessage(frame, [...open, ...waiting]));
}

async function takeReading(
  dependencies: Dependencies,
  turn: Turn,
  fileName: string,
  reading: PlanReading | UnreadablePlan,
): Promise<Reply> {
  const { frame, request } = turn;
  if ('kind' in reading) return say(saying(unreadableText(turn, reading)));
  await leaveTyping(dependencies, turn);
  const outcome = await draftPlan(dependencies, request, { fileName, reading });
  if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
  const seen = await seePlanDraft(dependencies.unitOfWork.read, outcome.value, frame.now);
  const first = draftMessage(frame, seen);
  return outcome.value.state === 'in_force' ? say(saying(frame.t('import.change.none')), first) : say(first);
}

async function bytesOf(content: FileContent): Promise<Uint8Array | UnreadablePlan> {
  try {
    return await content.fetch();
  } catch (error) {
    if (error instanceof FileTooLarge) return unreadable('IMPORT_FILE_TOO_LARGE');
    if (error instanceof FileUnavailable) return unreadable('IMPORT_FILE_UNAVAILABLE');
    throw error;
  }
}

const unreadable = (code: string): UnreadablePlan => ({ kind: 'refused', code, facts: {} });

/** What happened, that nothing was changed, what to do. */
const unreadableText = ({ frame }: Turn, { code, facts }: UnreadablePlan): string =>
  `${frame.t(`refusal.${code}` as TextKey, facts)} ${frame.t('import.nothingChanged')}`;
