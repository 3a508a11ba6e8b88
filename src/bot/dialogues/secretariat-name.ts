import type { Dependencies } from '../../app/dependencies.ts';
import { nameSecretariat } from '../../app/office/name-secretariat.ts';
import { openSetting } from '../answers/settings.ts';
import { refusalText } from '../refusal.ts';
import { type Reply, say } from '../reply.ts';
import { openTurn, type Turn } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { button, saying } from '../views/message.ts';
import { closeDialogue, type DialogueKind, type Drafted, saveDialogue } from './dialogue-kind.ts';
import { tidyName } from './end-unit-form.ts';

const IDENTITY = { kind: 'secretariat_name', version: 1 } as const;

/** It stands in the middle of sentences, and in lines of a phone. */
const LONGEST = 40;

/** Asks how the standing agency is to be called. */
export async function askSecretariatName(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const reply = openSetting(turn, 'all');
  if (reply.edit === undefined) return reply;
  await saveDialogue(dependencies, turn, IDENTITY, 'name', null);
  return { edit: question(turn) };
}

export const secretariatName: DialogueKind = {
  ...IDENTITY,
  async take(dependencies, turn, dialogue, input) {
    const { frame, incoming, request } = turn;
    const { madeBy } = dialogue.draft as Drafted<null>;
    if (madeBy === incoming.effectKey) return { edit: question(turn) };
    if (input.kind === 'choice') {
      await closeDialogue(dependencies, turn);
      return openSetting(turn, 'all');
    }
    const name = input.kind === 'text' ? tidyName(input.text) : null;
    if (name === null || Array.from(name).length > LONGEST) return say(question(turn, true));
    const outcome = await nameSecretariat(dependencies, request, name, frame.t.locale);
    if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
    await closeDialogue(dependencies, turn);
    const { edit, ...rest } = openSetting(await openTurn(dependencies, incoming, turn.tools), 'all');
    return edit === undefined ? rest : say(edit);
  },
};

const question = ({ frame }: Turn, unfit = false) =>
  saying(
    frame.t(
      unfit ? 'settings.secretariatUnfit' : 'settings.secretariatAsk',
      withSecretariat(frame, { limit: LONGEST }),
    ),
    [[button(frame.t('button.cancel'), { kind: 'dialogue', choice: 'cancel' })]],
  );
