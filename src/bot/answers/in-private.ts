import { audienceOf } from '../../app/asking/audience.ts';
import { privateChatOf } from '../../core/organisation/directory.ts';
import { localeIn } from '../../core/organisation/locale.ts';
import { translator } from '../../i18n/translator.ts';
import { scopeName, type Turn } from '../turn.ts';

/** The same turn as if it had been said in the asker's private chat; null for people who hold nothing here. */
export function inPrivate(turn: Turn): Turn | null {
  const { actor, person, frame, incoming } = turn;
  if (incoming.chat.kind === 'private') return turn;
  if (actor === null || person === null || actor.roles.length === 0) return null;
  const { directory, today } = frame;
  const there = { ...frame, t: translator(localeIn(privateChatOf(directory, person.id), directory)) };
  const audience = audienceOf(actor, directory, today);
  return { ...turn, frame: there, audience, scope: scopeName(audience, there) };
}
