import { personally } from '../../personally.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { withSecretariat } from '../../views/frame.ts';
import { saying } from '../../views/message.ts';
import { meMessage } from '../../views/people/me.ts';

/** `/toi`: what is known of me, and what I can do about it. */
export function answerMe(turn: Turn): Reply {
  const { frame, person } = turn;
  return person === null
    ? say(saying(frame.t('me.unknown', withSecretariat(frame))))
    : personally(turn, meMessage(frame, person));
}
