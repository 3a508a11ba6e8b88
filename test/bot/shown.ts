import type { Message } from '../../src/app/ports/message.ts';
import type { RenderedNotice } from '../../src/app/ports/notice-renderer.ts';
import type { Action } from '../../src/bot/actions/action.ts';
import { decodeAction } from '../../src/bot/actions/action-codec.ts';
import type { Reply } from '../../src/bot/reply.ts';

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

/** The action of the button whose label begins so. Throws where there is none. */
export function actionOf(reply: Reply | Message, label: string): Action {
  const action = decodeAction(dataOf(reply, label));
  if (action === null) throw new Error(`the button ${label} says nothing that is understood`);
  return action;
}

/** What the channel brings back when the button whose label begins so is pressed. */
export function dataOf(reply: Reply | Message, label: string): string {
  const messages = 'entries' in reply ? [reply] : messagesOf(reply);
  const buttons = messages.flatMap((message) => message.buttons.flat());
  const button = buttons.find((one) => one.label.startsWith(label) && 'data' in one);
  if (button === undefined || !('data' in button)) {
    throw new Error(`no button ${label} among ${buttons.map((one) => one.label).join(', ')}`);
  }
  return button.data;
}
