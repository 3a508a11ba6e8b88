import type { Button, Message } from '../../../app/ports/message.ts';
import { spanText } from '../../split-message.ts';
import type { Frame } from '../frame.ts';
import { button, message } from '../message.ts';

/** Zalo takes up to 2,000 characters of a message. */
const MOST_PLAIN_CHARACTERS = 1_990;

/** What a notice said; whoever may record answers gets the way to do so. */
export const noticeCopy = ({ t }: Frame, said: readonly Message[], mayRecord: boolean): Message =>
  plainCopy(
    said,
    { how: t('plain.howDone'), more: t('plain.morePlan') },
    mayRecord ? [[button(t('button.recordAnswers'), { kind: 'record_choose' })]] : [],
  );

const BARS = /[▇▁]+ ?/gu;

/**
 * What was said, as a messenger takes it that has neither buttons nor bold type: one text to copy, without bars,
 * ending with how to answer. What has no room is left out between entries, and `more` says so.
 */
export function plainCopy(
  said: readonly Message[],
  { how, more }: { readonly how: string; readonly more: string },
  buttons: readonly (readonly Button[])[],
): Message {
  const entries = said.flatMap(({ entries: all }) =>
    all.map((one) => one.map(spanText).join('').replace(BARS, '').normalize('NFC')),
  );
  const end = `\n${how}`;
  let text = '';
  for (const [index, entry] of entries.entries()) {
    const longer = index === 0 ? entry : `${text}\n${entry}`;
    const rest = index === entries.length - 1 ? end : `\n${more}\n${end}`;
    if (Array.from(longer + rest).length > MOST_PLAIN_CHARACTERS) {
      text = `${text}\n${more}`;
      break;
    }
    text = longer;
  }
  return message([[`${text}\n${end}`]], buttons);
}
