import type { Message } from '../../app/ports/message.ts';
import type { Turn } from '../turn.ts';
import { strangerMessage } from '../views/ask/welcome.ts';
import { withSecretariat } from '../views/frame.ts';
import { saying } from '../views/message.ts';

/** Where nothing of the plan may be shown: to strangers, and in groups that no cluster is bound to. */
export const nothingHere = ({ frame, incoming }: Turn): Message =>
  incoming.chat.kind === 'group'
    ? saying(frame.t('welcome.groupUnbound', withSecretariat(frame)))
    : strangerMessage(frame);
