import type { Message } from '../../app/ports/message.ts';
import type { Turn } from '../turn.ts';
import { button, saying } from '../views/message.ts';

/** What to say instead. */
export const notUnderstood = ({ frame: { t } }: Turn): Message =>
  saying(t('answer.notUnderstood'), [[button(t('button.help'), { kind: 'help' })]]);
