import type { Message } from '../../app/ports/message.ts';
import { readEvidence } from '../../core/obligation/evidence.ts';
import type { Turn } from '../turn.ts';
import { button, saying } from '../views/message.ts';

/** What to say instead; to a document's number or a link sent out of nowhere, where such are taken. */
export function notUnderstood({ frame: { t }, audience }: Turn, text: string): Message {
  const given = readEvidence(text);
  const isEvidence = given === 'noSuchDay' || given?.kind === 'document' || given?.kind === 'link';
  return isEvidence && audience !== null
    ? saying(t('evidence.loose'), [[button(t('button.mine'), { kind: 'mine', skip: 0 })]])
    : saying(t('answer.notUnderstood'), [[button(t('button.help'), { kind: 'help' })]]);
}
