import type { Button, Message } from '../../../app/ports/message.ts';
import type { Action } from '../../buttons/action.ts';
import type { Frame } from '../frame.ts';
import { button, saying, shortTitle } from '../message.ts';

export interface Choosable {
  readonly name: string;
  readonly action: Action;
}

const MOST = 3;
/** Telegram cuts longer labels on a narrow phone. */
const LONGEST_LABEL = 34;

/** Up to three to choose between and a way out, where a question fits several. */
export function choiceMessage({ t }: Frame, choices: readonly Choosable[]): Message {
  const offered: Button[] = choices
    .slice(0, MOST)
    .map(({ name, action }) => button(shortTitle(name, LONGEST_LABEL), action));
  return saying(
    t('answer.choose'),
    [...offered, button(t('button.other'), { kind: 'other' })].map((one) => [one]),
  );
}

/** How to ask so that it is understood. */
export const askClearlyMessage = ({ t }: Frame): Message => saying(t('answer.askClearly'));
