import type { Dependencies } from '../../../app/dependencies.ts';
import { ownReceipts } from '../../../app/launch/launch-audience.ts';
import { decideRegistration, registerForLaunch } from '../../../app/launch/register-for-launch.ts';
import { refuse } from '../../../app/outcome.ts';
import type { LaunchId, UnitId } from '../../../core/id.ts';
import { privateChatOf, unitById } from '../../../core/organisation/directory.ts';
import { onlyPrivately } from '../../private-door.ts';
import { refusal, refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { withSecretariat } from '../../views/frame.ts';
import { registrationQuestion } from '../../views/launch/registration.ts';
import { cancelling, saying } from '../../views/message.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { oneAnswer, textUpTo } from '../one-answer.ts';

const REGISTRATION = { kind: 'registration', version: 1 } as const;
const NOTE = { kind: 'registration_note', version: 1 } as const;

/** Asks for the registration's words in private, wherever the button stood. */
export async function askRegistration(
  dependencies: Dependencies,
  turn: Turn,
  launchId: LaunchId,
): Promise<Reply> {
  const { frame, actor, person, incoming } = turn;
  const { launches } = dependencies.unitOfWork.read;
  const launch = await launches.byId(launchId);
  if (launch === null) return refusal(frame, refuse('LAUNCH_UNKNOWN'));
  if (launch.state !== 'sent') return refusal(frame, refuse('LAUNCH_WITHDRAWN'));
  if (person === null) return refusal(frame, refuse('ACCESS_UNKNOWN_PERSON'));
  const { directory, today } = frame;
  const receipts = await launches.receipts(launchId);
  const own = actor === null ? [] : ownReceipts(receipts, directory, actor, today);
  if (own.length === 0) return refusal(frame, refuse('LAUNCH_NOT_ADDRESSED'));
  const open = own.filter(({ registration }) => registration.state !== 'approved');
  if (open.length === 0) {
    return refusal(frame, refuse('LAUNCH_REGISTERED'));
  }
  const chat = privateChatOf(frame.directory, person.id);
  if (chat?.state !== 'active') return onlyPrivately(turn, frame.t('launch.registration.noPrivate'));
  await saveDialogue(dependencies, { ...turn, chat }, REGISTRATION, 'text', launchId);
  const question = registrationQuestion(frame, launch, open);
  if (incoming.chat.kind === 'private') return say(question);
  return {
    answer: { text: frame.t('launch.registration.inPrivate'), popup: true },
    quietly: question,
  };
}

/** Asks the secretary what is to be added. */
export async function askNote(
  dependencies: Dependencies,
  turn: Turn,
  launchId: LaunchId,
  unitId: UnitId,
): Promise<Reply> {
  await saveDialogue(dependencies, turn, NOTE, 'text', { launchId, unitId });
  const unit = unitById(turn.frame.directory, unitId).name;
  return say(asking(turn, turn.frame.t('launch.registration.askNote', { unit })));
}

const asking = ({ frame }: Turn, text: string) => saying(text, [[cancelling(frame.t)]]);

const readNote = textUpTo(1500, { missing: 'launch.wantsText', tooLong: 'launch.tooLong' });

export const registrationDialogue = oneAnswer<LaunchId, string>({
  ...REGISTRATION,
  cancelled: 'dialogue.nothingChanged',
  read: readNote,
  async take(dependencies, { frame, request }, launchId, text) {
    const outcome = await registerForLaunch(dependencies, request, launchId, text);
    if (outcome.kind === 'refused') return saying(refusalText(frame, outcome));
    const units = outcome.value.unitIds.map((id) => unitById(frame.directory, id).name).join(', ');
    return saying(frame.t('launch.registration.taken', withSecretariat(frame, { units })));
  },
});

interface NoteDraft {
  readonly launchId: LaunchId;
  readonly unitId: UnitId;
}

export const noteDialogue = oneAnswer<NoteDraft, string>({
  ...NOTE,
  cancelled: 'dialogue.nothingChanged',
  read: readNote,
  async take(dependencies, { frame, request }, { launchId, unitId }, note) {
    const outcome = await decideRegistration(dependencies, request, launchId, unitId, note);
    if (outcome.kind === 'refused') return saying(refusalText(frame, outcome));
    const unit = unitById(frame.directory, unitId).name;
    return saying(frame.t(outcome.value ? 'launch.registration.returned' : 'inbox.decidedBefore', { unit }));
  },
});
