import type { Message } from '../app/ports/message.ts';
import type { Translate } from '../i18n/translator.ts';

/** Says under a message that it may have been sent before. */
export const markRepeated = (message: Message, t: Translate): Message => ({
  ...message,
  entries: [...message.entries, [{ italic: t('answer.again') }]],
});
