import type { Message } from '../../app/ports/message.ts';
import type { ChatKind } from '../../core/organisation/chat.ts';
import { strangerMessage } from '../views/ask/welcome.ts';
import { type Frame, withSecretariat } from '../views/frame.ts';
import { saying } from '../views/message.ts';

/** Where nothing of the plan may be shown: to strangers, and in groups that no cluster is bound to. */
export const nothingHere = (frame: Frame, kind: ChatKind): Message =>
  kind === 'group' ? saying(frame.t('welcome.groupUnbound', withSecretariat(frame))) : strangerMessage(frame);
