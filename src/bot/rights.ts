import type { Message } from '../app/ports/message.ts';
import { refusedTo } from '../app/requester.ts';
import { type Right, scopeOf } from '../core/access/rights.ts';
import { onlyPrivately } from './private-door.ts';
import { outdated } from './refusal.ts';
import { popup, type Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { type Frame, withSecretariat } from './views/frame.ts';
import { saying } from './views/message.ts';

/** Whether whoever wrote or pressed may do this, everywhere or to what is their own. A use case looks for itself. */
export const may = ({ actor }: Pick<Turn, 'actor'>, right: Right): boolean =>
  actor !== null && scopeOf(right, actor.roles) !== null;

export const secretariatOnlyText = (frame: Frame): string =>
  frame.t('refusal.ACCESS_SECRETARIAT_ONLY', withSecretariat(frame));

export const secretariatOnly = ({ frame }: Turn): Message => saying(secretariatOnlyText(frame));

/** Who may instead, to whoever may not. */
const notAllowedText = (frame: Frame, right: Right): string =>
  frame.t(`refusal.${refusedTo(right)}`, withSecretariat(frame));

export const notAllowed = ({ frame }: Turn, right: Right): Message => saying(notAllowedText(frame, right));

/**
 * Why what is the secretariat's is not done here: whoever asks has not that right, or asks in a group, where nothing of
 * it is shown. Null where it may be done.
 */
export function refusalHere(turn: Turn, right: Right, inGroup?: string): Reply | null {
  if (!may(turn, right)) return popup(notAllowedText(turn.frame, right));
  return turn.incoming.chat.kind === 'group' ? onlyPrivately(turn, inGroup) : null;
}

/** In place, in private, for those who may; what is gone is called outdated. */
export function forSecretariat(turn: Turn, right: Right, show: () => Message | null): Reply {
  const refused = refusalHere(turn, right);
  if (refused !== null) return refused;
  const edit = show();
  return edit === null ? outdated(turn.frame) : { edit };
}
