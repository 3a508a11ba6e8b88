import type { Dependencies } from '../../../app/dependencies.ts';
import { declineLaunch } from '../../../app/launch/decide-launch.ts';
import { refuse } from '../../../app/outcome.ts';
import type { LaunchId } from '../../../core/id.ts';
import { refusal, refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { may } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { launchDecided } from '../../views/launch/launch-approval.ts';
import { button, cancelling, saying, shortTitle } from '../../views/message.ts';
import { closeDialogue, saveDialogue, standingOf } from '../dialogue-kind.ts';
import { oneAnswer, readReason } from '../one-answer.ts';

const IDENTITY = { kind: 'decline_launch', version: 1 } as const;

/** [Chưa đồng ý]: asks the approver what is to be changed; until it is answered the launch still waits. */
export async function askWhyDeclined(
  dependencies: Dependencies,
  turn: Turn,
  launchId: LaunchId,
): Promise<Reply> {
  const { frame } = turn;
  const launch = await dependencies.unitOfWork.read.launches.byId(launchId);
  if (launch === null) return refusal(frame, refuse('LAUNCH_UNKNOWN'));
  if (!may(turn, 'launch.approve')) return refusal(frame, refuse('LAUNCH_APPROVERS_ONLY'));
  if (launch.state !== 'awaiting') return { edit: launchDecided(frame, launch) };
  await saveDialogue(dependencies, turn, IDENTITY, 'why', launchId);
  return say(
    saying(frame.t('launch.approval.why', { title: shortTitle(launch.title) }), [
      [
        button(frame.t('launch.approval.noWord'), {
          kind: 'launch_approve',
          launch: launchId,
          answer: 'silent',
        }),
        cancelling(frame.t),
      ],
    ]),
  );
}

/** Once it is decided, nothing is asked about it any more. */
export async function leaveDeclining(
  dependencies: Dependencies,
  turn: Turn,
  launchId: LaunchId,
): Promise<void> {
  const dialogue = await turn.dialogue();
  if (dialogue?.kind !== IDENTITY.kind) return;
  if (standingOf(turn, dialogue).draft === launchId) await closeDialogue(dependencies, turn);
}

export const declineDialogue = oneAnswer<LaunchId, string>({
  ...IDENTITY,
  cancelled: 'dialogue.nothingChanged',
  read: readReason,
  async take(dependencies, { frame, request }, launchId, because) {
    const outcome = await declineLaunch(dependencies, request, launchId, because);
    return outcome.kind === 'refused'
      ? saying(refusalText(frame, outcome))
      : launchDecided(frame, outcome.value.launch);
  },
});
