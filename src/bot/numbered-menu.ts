import { randomInt } from 'node:crypto';
import type { Dependencies } from '../app/dependencies.ts';
import type { Message } from '../app/ports/message.ts';
import type { Address, Capabilities } from '../app/ports/messenger.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Action } from './buttons/action.ts';
import { decodeAction } from './buttons/action-codec.ts';
import type { Incoming } from './incoming.ts';
import { paragraph } from './views/message.ts';

/**
 * Where a channel has no buttons, a message's buttons become a numbered list, kept under a short code so that an
 * answer by number can be traced to the list it was given for: `2` means the newest list of the chat, `K7 2` an
 * older one.
 */
export async function withNumberedMenu(
  { unitOfWork, clock }: Dependencies,
  t: Translate,
  message: Message,
  address: Address,
  { buttons }: Capabilities,
): Promise<Message> {
  const offered = message.buttons.flat();
  if (buttons || offered.length === 0) return message;
  const numbered = offered.filter((one) => 'data' in one);
  const links = offered.filter((one) => 'url' in one);
  const code = newCode();
  if (numbered.length > 0) {
    await unitOfWork.run((tx) =>
      tx.menus.save({
        code,
        channel: address.channel,
        chat: address.chat,
        actions: numbered.map((one) => one.data),
        createdAt: clock.now(),
      }),
    );
  }
  const lines = [
    ...numbered.map(({ label }, index) => `${index + 1}. ${label}`),
    ...links.map(({ label, url }) => `${label}: ${url}`),
    ...(numbered.length > 0 ? [t('answer.numbered', { code })] : []),
  ];
  return { ...message, entries: [...message.entries, paragraph(...lines)], buttons: [] };
}

/** The action that an answer by number means; null where the text is none or no such list was given here. */
export async function chosenAction(
  { unitOfWork }: Dependencies,
  { channel, chat }: Incoming,
  text: string,
): Promise<Action | null> {
  const match = /^\s*(?:([a-z]\d)\s+)?(\d{1,2})\s*$/iu.exec(text);
  if (match === null) return null;
  const { menus } = unitOfWork.read;
  const code = match[1]?.toUpperCase();
  const menu =
    code === undefined ? await menus.latest(channel, chat.key) : await menus.byCode(channel, chat.key, code);
  const data = menu?.actions[Number(match[2]) - 1];
  return data === undefined ? null : decodeAction(data);
}

const LETTERS = 'ABCDEGHKMNPRSTVXY';

/** A letter and a digit: easy to type on a phone, and telling enough within one chat. */
const newCode = (): string => `${LETTERS.charAt(randomInt(LETTERS.length))}${randomInt(1, 10)}`;
