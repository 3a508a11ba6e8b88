import type { Message } from '../../src/app/ports/message.ts';
import type { RenderedNotice } from '../../src/app/ports/notice-renderer.ts';
import type { Action } from '../../src/bot/buttons/action.ts';
import { decodeAction } from '../../src/bot/buttons/action-codec.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { textOf } from '../support/message-text.ts';
import type { Office, Told } from '../support/office.ts';

const spanShown = (span: Message['entries'][number][number]): string =>
  typeof span === 'string' ? span : 'bold' in span ? `*${span.bold}*` : `_${span.italic}_`;

/** A message as a reader would describe it: bold in stars, then a line a row of buttons. */
export const shown = ({ entries, buttons }: Message): string =>
  [
    ...entries.map((entry) => entry.map(spanShown).join('')),
    ...buttons.map((row) => row.map(({ label }) => `[${label}]`).join(' ')),
  ].join('\n');

/** What a notice says, all its parts; else what becomes of it. */
export const outcomeShown = (outcome: RenderedNotice): string =>
  outcome.kind === 'said' ? outcome.parts.map(shown).join('\n') : JSON.stringify(outcome);

/** All that a reply puts before people, each part under the way it takes. */
export function replyShown({ answer, edit, say = [], privately }: Reply): string {
  return [
    ...(answer === undefined || answer.text === ''
      ? []
      : [`${answer.popup ? 'popup' : 'line'}: ${answer.text}`]),
    ...(edit === undefined ? [] : [`in place:\n${shown(edit)}`]),
    ...say.map(shown),
    ...(privately === undefined
      ? []
      : [`privately:\n${shown(privately.message)}`, `here:\n${shown(privately.notice)}`]),
  ].join('\n\n');
}

export const messagesOf = ({ say = [], edit, privately }: Reply): Message[] => [
  ...(edit === undefined ? [] : [edit]),
  ...say,
  ...(privately === undefined ? [] : [privately.message]),
];

/** The message that a reply leaves one with. Throws where it has none. */
export function lastOf(reply: Reply): Message {
  const message = reply.edit ?? reply.say?.at(-1);
  if (message === undefined) throw new Error(`nothing was said: ${JSON.stringify(reply)}`);
  return message;
}

export const lastText = (reply: Reply): string => textOf(lastOf(reply));

export const labelsOf = (reply: Reply): string[] =>
  lastOf(reply)
    .buttons.flat()
    .map(({ label }) => label);

/** A button's whole label, the beginning of it, or what it is like. */
type Label = string | RegExp;

/** The action of a button. Throws where there is none. */
export function actionOf(reply: Reply | Message, label: Label): Action {
  const action = decodeAction(dataOf(reply, label));
  if (action === null) throw new Error(`the button ${label} says nothing that is understood`);
  return action;
}

/** What the channel brings back when a button is pressed. */
export function dataOf(reply: Reply | Message, label: Label): string {
  const messages = 'entries' in reply ? [reply] : messagesOf(reply);
  const buttons = messages.flatMap((message) => message.buttons.flat()).filter((one) => 'data' in one);
  const isLike = (one: { label: string }) =>
    typeof label === 'string' ? one.label.startsWith(label) : label.test(one.label);
  const button = buttons.find((one) => one.label === label) ?? buttons.find(isLike);
  if (button === undefined) {
    throw new Error(`no button ${label} among ${buttons.map((one) => one.label).join(', ')}`);
  }
  return button.data;
}

/** Somebody presses a button in private, as it was shown. */
export const pressed = (
  office: Office,
  user: string,
  reply: Reply | Message,
  label: Label,
  told: Told = {},
): Promise<Reply> => office.press(user, user, dataOf(reply, label), told);
