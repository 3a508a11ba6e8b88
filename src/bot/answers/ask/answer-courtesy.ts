import { COURTESIES } from '../../../core/question/cues/courtesy.ts';
import type { Question } from '../../../core/question/question.ts';
import { type Reply, SILENCE, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { strangerMessage } from '../../views/ask/welcome.ts';
import { button, saying } from '../../views/message.ts';

/** One line to thanks and greetings in private, nothing to "ok"; null where the message is no courtesy. A group hears nothing. */
export function answerCourtesy(
  { frame, incoming, audience }: Turn,
  { intent, reasons }: Question,
): Reply | null {
  const courtesy = intent === 'none' ? COURTESIES.find((one) => reasons.includes(one)) : undefined;
  if (courtesy === undefined) return null;
  if (incoming.chat.kind === 'group' || courtesy === 'assent') return SILENCE;
  if (courtesy === 'greeting' && audience === null) return say(strangerMessage(frame));
  const help = [[button(frame.t('button.help'), { kind: 'help' as const })]];
  return say(saying(frame.t(`courtesy.${courtesy}`), courtesy === 'greeting' ? help : []));
}
