import type { Dependencies } from '../../app/dependencies.ts';
import { isLastQuestion } from '../last-question.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { extensionDialogue } from './ask-extension.ts';
import { assignDialogue, assignTaken } from './assign-dialogue.ts';
import { hourDialogue } from './assign-hour.ts';
import { blockedReason, reportTaken } from './blocked-reason.ts';
import { councilMember } from './council-member.ts';
import { councilSession } from './council-session.ts';
import { declineDialogue } from './decline-launch.ts';
import { closeDialogue, type DialogueInput } from './dialogue-kind.ts';
import { clusterEnding } from './end-cluster.ts';
import { unitEnding } from './end-unit.ts';
import { giveEvidence } from './give-evidence.ts';
import { introduction } from './introduction.ts';
import { launchDialogue, launchTaken } from './launch-dialogue.ts';
import { reviewDialogue } from './launch-review.ts';
import { officeDay } from './office-day.ts';
import { ownDays } from './own-days.ts';
import { handOverTaken, passDutyDialogue } from './pass-duty.ts';
import { placeEvidence } from './place-evidence.ts';
import { planImportTyped } from './plan-import-typed.ts';
import { recordDialogue } from './record-dialogue.ts';
import { noteDialogue, registrationDialogue } from './registration.ts';
import { renameDialogue } from './rename-unit.ts';
import { scheduleMeeting } from './schedule-meeting.ts';
import { schoolYear } from './school-year.ts';
import { secretariatName } from './secretariat-name.ts';
import { sendBack } from './send-back.ts';

const KINDS = [
  launchDialogue,
  registrationDialogue,
  noteDialogue,
  reviewDialogue,
  declineDialogue,
  assignDialogue,
  hourDialogue,
  blockedReason,
  planImportTyped,
  introduction,
  giveEvidence,
  placeEvidence,
  scheduleMeeting,
  extensionDialogue,
  sendBack,
  recordDialogue,
  ownDays,
  schoolYear,
  councilSession,
  officeDay,
  passDutyDialogue,
  renameDialogue,
  unitEnding.dialogue,
  clusterEnding.dialogue,
  secretariatName,
  councilMember,
];

async function answerOfEffect(dependencies: Dependencies, turn: Turn): Promise<Reply | null> {
  return (
    (await reportTaken(dependencies, turn)) ??
    (await launchTaken(dependencies, turn)) ??
    (await handOverTaken(dependencies, turn)) ??
    (await assignTaken(dependencies, turn))
  );
}

/** Hands the input to the person's open dialogue in this chat; null where none is open. */
export async function takeDialogue(
  dependencies: Dependencies,
  turn: Turn,
  input: DialogueInput,
): Promise<Reply | null> {
  const dialogue = await turn.dialogue();
  // An update taken again after its effect, when only the answer was lost, finds the dialogue closed.
  if (dialogue === null || isLastQuestion(dialogue)) {
    return turn.incoming.again ? answerOfEffect(dependencies, turn) : null;
  }
  const kind = KINDS.find((one) => one.kind === dialogue.kind && one.version === dialogue.version);
  if (kind !== undefined) return kind.take(dependencies, turn, dialogue, input);
  await closeDialogue(dependencies, turn);
  return null;
}
