import type { Dependencies } from '../../app/dependencies.ts';
import { isLastQuestion } from '../last-question.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { assignDialogue, assignTaken } from './assignment/assign-dialogue.ts';
import { hourDialogue } from './assignment/assign-hour.ts';
import { closeDialogue, type DialogueInput, type DialogueKind, standingOf } from './dialogue-kind.ts';
import { declineDialogue } from './launch/decline-launch.ts';
import { launchDialogue, launchTaken } from './launch/launch-dialogue.ts';
import { reviewDialogue } from './launch/launch-review.ts';
import { noteDialogue, registrationDialogue } from './launch/registration.ts';
import { ownDays } from './office/own-days.ts';
import { schoolYear } from './office/school-year.ts';
import { secretariatName } from './office/secretariat-name.ts';
import { councilMember } from './organisation/council-member.ts';
import { councilSession } from './organisation/council-session.ts';
import { clusterEnding } from './organisation/end-cluster.ts';
import { unitEnding } from './organisation/end-unit.ts';
import { officeDay } from './organisation/office-day.ts';
import { renameDialogue } from './organisation/rename-unit.ts';
import { introduction } from './people/introduction.ts';
import { handOverTaken, passDutyDialogue } from './people/pass-duty.ts';
import { planImportTyped } from './plan/plan-import-typed.ts';
import { extensionDialogue } from './report/ask-extension.ts';
import { blockedReason, reportTaken } from './report/blocked-reason.ts';
import { giveEvidence } from './report/give-evidence.ts';
import { placeEvidence } from './report/place-evidence.ts';
import { recordDialogue } from './report/record-dialogue.ts';
import { scheduleMeeting } from './report/schedule-meeting.ts';
import { sendBack } from './report/send-back.ts';

const KINDS: readonly DialogueKind[] = [
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
  if (kind !== undefined) return kind.take(dependencies, turn, standingOf(turn, dialogue), input);
  await closeDialogue(dependencies, turn);
  return null;
}
