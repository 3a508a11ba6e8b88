import type { MessageEntity } from '../world/entity.ts';
import { apiUser, type User } from '../world/user.ts';
import { cannotParse, type StartTag } from './html-tag.ts';

type Meaning = Omit<MessageEntity, 'offset' | 'length'>;

/** What a tag says of its text; null for a link that leads nowhere. */
export function entityOf(
  { name, type, argument }: StartTag,
  text: string,
  users: readonly User[],
): Meaning | null {
  switch (name) {
    case 'a':
      return linkEntity(argument === '' ? text : argument, users);
    case 'tg-emoji':
      if (!/^[1-9]\d*$/.test(argument)) throw cannotParse('Invalid custom emoji identifier specified');
      return { type, custom_emoji_id: argument };
    case 'tg-time':
      if (!/^\d+$/.test(argument)) throw cannotParse('Invalid date-time identifier specified');
      return { type, unix_time: Number(argument) };
    case 'blockquote':
      return { type: argument === '' ? type : 'expandable_blockquote' };
    case 'code':
      return argument === '' ? { type } : { type, language: argument };
    default:
      return { type };
  }
}

/** A person for `tg://user?id=`, a link for a web address, nothing for what is neither. */
function linkEntity(url: string, users: readonly User[]): Meaning | null {
  const id = /^tg:\/\/user\?id=(\d+)$/i.exec(url)?.[1];
  if (id !== undefined) {
    const user = users.find((one) => one.id === Number(id));
    return user === undefined ? null : { type: 'text_mention', user: apiUser(user) };
  }
  const address = /^[a-z][a-z+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!/^(https?|tg|mailto|tel):/i.test(address) || !URL.canParse(address)) return null;
  return /\.|^(tg|mailto|tel):|localhost/i.test(address)
    ? { type: 'text_link', url: new URL(address).href }
    : null;
}
