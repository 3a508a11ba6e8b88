import type { Button, Message } from '../app/ports/message.ts';
import { popup, type Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { saying } from './views/message.ts';

const PAYLOAD = 'mo';

/** The way into the private chat with the bot; none where the channel has no links. */
function doorOf({ frame, tools, incoming }: Turn): Extract<Button, { url: string }>[] {
  const url = tools.links.toPrivate(incoming.channel, PAYLOAD);
  return url === null ? [] : [{ label: frame.t('button.openPrivately'), url }];
}

/** A text that asks to go on in private, with the way there under it. */
export const withDoor = (turn: Turn, { entries }: Message): Message => ({ entries, buttons: [doorOf(turn)] });

/** To whoever asked in a group for what is said in private only: a press leads there at once. */
export function onlyPrivately(turn: Turn, text = turn.frame.t('answer.openPrivately')): Reply {
  const [door] = doorOf(turn);
  if (turn.incoming.content.kind !== 'press') return { say: [withDoor(turn, saying(text))] };
  return door === undefined ? popup(text) : { answer: { text, popup: true, link: door.url } };
}
