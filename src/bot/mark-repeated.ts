import type { Message } from '../app/ports/message.ts';
import type { ReadModel } from '../app/ports/unit-of-work.ts';
import type { Chat } from '../core/organisation/chat.ts';
import { localeIn } from '../core/organisation/locale.ts';
import { type Translate, translator } from '../i18n/translator.ts';

/** Says under a message that it may have been sent before. */
export const markRepeated = (message: Message, t: Translate): Message => ({
  ...message,
  entries: [...message.entries, [{ italic: t('answer.again') }]],
});

/** The same, in the language of the chat. */
export const markRepeatedIn =
  ({ organisation }: Pick<ReadModel, 'organisation'>) =>
  async (message: Message, chat: Chat): Promise<Message> =>
    markRepeated(message, translator(localeIn(chat, await organisation.directory())));
