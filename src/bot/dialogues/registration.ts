import type { Dependencies } from '../../app/dependencies.ts';
import { refuse } from '../../app/outcome.ts';
import { decideRegistration, registerForLaunch } from '../../app/register-for-launch.ts';
import type { LaunchId, UnitId } from '../../core/id.ts';
import { privateChatOf, unitById } from '../../core/organisation/directory.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { button, saying, shortTitle } from '../views/message.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';

const REGISTRATION = { kind: 'registration', version: 1 } as const;
const NOTE = { kind: 'registration_note', version: 1 } as const;
const LONGEST = 1500;

/** Asks for the registration's words in private, wherever the button stood. */
export async function askRegistration(
  dependencies: Dependencies,
  turn: Turn,
  launchId: LaunchId,
): Promise<Reply> {
  const { frame, actor, person, incoming } = turn;
  const { launches } = dependencies.unitOfWork.read;
  const launch = await launches.byId(launchId);
  if (launch === null) return popup(refusalText(frame, refuse('LAUNCH_UNKNOWN')));
  if (launch.state !== 'sent') return popup(refusalText(frame, refuse('LAUNCH_WITHDRAWN')));
  if (person === null) return popup(refusalText(frame, refuse('ACCESS_UNKNOWN_PERSON')));
  const own = (await launches.receipts(launchId)).filter(({ unitId }) => actor?.unitIds.includes(unitId));
  if (own.length === 0) return popup(refusalText(frame, refuse('LAUNCH_NOT_ADDRESSED')));
  if (own.every(({ registration }) => registration.state === 'approved')) {
    return popup(refusalText(frame, refuse('LAUNCH_REGISTERED')));
  }
  const chat = privateChatOf(frame.directory, person.id);
  if (chat?.state !== 'active') return popup(frame.t('launch.registration.noPrivate'));
  await saveDialogue(dependencies, { ...turn, chat }, REGISTRATION, 'text', launchId);
  const units = own.map(({ unitId }) => unitById(frame.directory, unitId).name).join(', ');
  const question = asking(
    turn,
    frame.t('launch.registration.ask', { title: shortTitle(launch.title), units }),
  );
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

const asking = ({ frame }: Turn, text: string) =>
  saying(text, [[button(frame.t('button.cancel'), { kind: 'dialogue', choice: 'cancel' })]]);

/** One text that is asked for: taken, told what is wrong with it, or given up. */
const textDialogue = (
  identity: Pick<DialogueKind, 'kind' | 'version'>,
  taken: (dependencies: Dependencies, turn: Turn, draft: unknown, text: string) => Promise<string>,
): DialogueKind => ({
  ...identity,
  async take(dependencies, turn, dialogue, input) {
    const { frame } = turn;
    const { draft } = dialogue.draft as Drafted<unknown>;
    if (input.kind === 'choice') {
      if (input.choice !== 'cancel') return popup(frame.t('answer.dialogueGone'));
      await closeDialogue(dependencies, turn);
      return { edit: saying(frame.t('launch.registration.cancelled')) };
    }
    const text = input.kind === 'text' ? input.text.trim() : '';
    if (text === '') return say(saying(frame.t('launch.wantsText')));
    if (Array.from(text).length > LONGEST) return say(saying(frame.t('launch.tooLong', { limit: LONGEST })));
    const said = await taken(dependencies, turn, draft, text);
    await closeDialogue(dependencies, turn);
    return say(saying(said));
  },
});

export const registrationDialogue = textDialogue(
  REGISTRATION,
  async (dependencies, { frame, request }, draft, text) => {
    const outcome = await registerForLaunch(dependencies, request, draft as LaunchId, text);
    if (outcome.kind === 'refused') return refusalText(frame, outcome);
    const units = outcome.value.unitIds.map((id) => unitById(frame.directory, id).name).join(', ');
    return frame.t('launch.registration.taken', withSecretariat(frame, { units }));
  },
);

export const noteDialogue = textDialogue(NOTE, async (dependencies, { frame, request }, draft, note) => {
  const { launchId, unitId } = draft as { readonly launchId: LaunchId; readonly unitId: UnitId };
  const outcome = await decideRegistration(dependencies, request, launchId, unitId, note);
  if (outcome.kind === 'refused') return refusalText(frame, outcome);
  return frame.t('launch.registration.returned', { unit: unitById(frame.directory, unitId).name });
});
