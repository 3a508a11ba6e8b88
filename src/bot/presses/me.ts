import type { Dependencies } from '../../app/dependencies.ts';
import { describeSelf } from '../../app/people/describe-self.ts';
import { eraseSelf } from '../../app/people/erase-self.ts';
import type { MeChoice } from '../buttons/people.ts';
import { beginIntroduction } from '../dialogues/people/introduction.ts';
import { onlyPrivately } from '../private-door.ts';
import { refusal } from '../refusal.ts';
import { popup, type Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { saying } from '../views/message.ts';
import { eraseQuestion, meMessage } from '../views/people/me.ts';

/** What somebody does about what is known of them. */
export async function chooseMe(dependencies: Dependencies, turn: Turn, choice: MeChoice): Promise<Reply> {
  const { frame, person, incoming } = turn;
  // Erased before, when only the answer was lost.
  if (person === null) {
    return incoming.again && choice === 'erase-yes'
      ? { edit: saying(frame.t('me.erased')) }
      : popup(frame.t('me.unknown', withSecretariat(frame)));
  }
  if (incoming.chat.kind === 'group') return onlyPrivately(turn);
  switch (choice) {
    case 'show':
      return { edit: meMessage(frame, person) };
    case 'describe':
      return beginIntroduction(dependencies, turn);
    case 'erase':
      return { edit: eraseQuestion(frame) };
    case 'erase-yes': {
      const outcome = await eraseSelf(dependencies, turn.request);
      return outcome.kind === 'refused' ? refusal(frame, outcome) : { edit: saying(frame.t('me.erased')) };
    }
    case 'reminders-on':
    case 'reminders-off': {
      const reminders = choice === 'reminders-on';
      const outcome = await describeSelf(dependencies, turn.request, { reminders });
      return outcome.kind === 'refused' ? refusal(frame, outcome) : { edit: meMessage(frame, outcome.value) };
    }
  }
}
