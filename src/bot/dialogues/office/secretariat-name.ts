import type { Dependencies } from '../../../app/dependencies.ts';
import { nameSecretariat } from '../../../app/office/name-secretariat.ts';
import type { Message } from '../../../app/ports/message.ts';
import { openSetting } from '../../answers/office/settings.ts';
import { tidyName } from '../../forms/organisation/end-unit-form.ts';
import { refusalText } from '../../refusal.ts';
import { type Reply, say } from '../../reply.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { withSecretariat } from '../../views/frame.ts';
import { cancelling, saying } from '../../views/message.ts';
import { saveDialogue } from '../dialogue-kind.ts';
import { pageAnswer } from '../page-answer.ts';

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

export const secretariatName = pageAnswer<null, string>({
  ...IDENTITY,
  question,
  back: (turn) => openSetting(turn, 'all'),
  read(words) {
    const name = tidyName(words);
    return name === null || Array.from(name).length > LONGEST ? null : name;
  },
  async take(dependencies, turn, _, name) {
    const { frame, request, incoming, tools } = turn;
    const outcome = await nameSecretariat(dependencies, request, name, frame.t.locale);
    if (outcome.kind === 'refused') return say(saying(refusalText(frame, outcome)));
    return openSetting(await openTurn(dependencies, incoming, tools), 'all');
  },
});

function question({ frame }: Turn, isUnfit = false): Message {
  const text = frame.t(
    isUnfit ? 'settings.secretariatUnfit' : 'settings.secretariatAsk',
    withSecretariat(frame, { limit: LONGEST }),
  );
  return saying(text, [[cancelling(frame.t)]]);
}
