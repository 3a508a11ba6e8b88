import type { Message } from '../../../app/ports/message.ts';
import { may } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { helpMessage } from '../../views/ask/help.ts';
import { withSecretariat } from '../../views/frame.ts';
import { button, saying } from '../../views/message.ts';
import { monthOfDay } from '../../views/period.ts';
import { nothingHere } from '../nothing-here.ts';
import type { Asked } from './asked.ts';

/** The commands of whoever asks, for where they ask. */
export const commandHelp = ({ frame, incoming, actor }: Turn): Message =>
  helpMessage(frame, incoming.chat.kind, actor?.roles ?? []);

/** What the bot does; of what it does not do, why not and who does. */
export function answerHelp(turn: Turn, { question }: Asked): Message {
  const { frame } = turn;
  const { t } = frame;
  const { out_of_scope: isOutside, reason } = question.slots;
  if (isOutside !== true) {
    return turn.audience === null ? nothingHere(turn) : commandHelp(turn);
  }
  if (reason === 'personal data') return saying(t('outside.personal', withSecretariat(frame)));
  if (reason === 'not authorised') {
    const key = may(turn, 'settings.change') ? 'outside.byCommand' : 'outside.notAuthorised';
    return saying(t(key, withSecretariat(frame)));
  }
  return saying(t('outside.notSupported'), [
    [
      button(t('button.thisMonth'), { kind: 'due', ...monthOfDay(frame.today), skip: 0 }),
      button(t('button.help'), { kind: 'help' }),
    ],
  ]);
}
