import type { Message } from '../../app/ports/message.ts';
import type { Evidence } from '../../core/obligation/evidence.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { handlingOf, taskById } from '../../core/plan/plan-book.ts';
import { fullDate } from '../../i18n/days.ts';
import type { Frame } from './frame.ts';
import { bold, button, entry, message, paragraph } from './message.ts';
import { taskLine } from './task-line.ts';

/** What shows that the work is done, as the task wants it; any of the kinds is taken. */
export function askEvidenceMessage(frame: Frame, obligation: Obligation): Message {
  const { t } = frame;
  const task = taskById(frame.book, obligation.taskId);
  const wanted = handlingOf(task).evidence;
  return message(
    [
      entry([bold(taskLine(frame, task))]),
      paragraph(
        t(`evidence.ask.${wanted}`),
        t(obligation.state === 'done' ? 'evidence.isDone' : 'evidence.notYet'),
      ),
    ],
    [
      [button(t('button.noEvidence'), { kind: 'dialogue', choice: 'nothing' })],
      [button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' })],
    ],
  );
}

export function evidenceText({ t }: Frame, evidence: Evidence): string {
  switch (evidence.kind) {
    case 'document':
      return evidence.on === null
        ? t('evidence.given.number', { number: evidence.number })
        : t('evidence.given.document', { number: evidence.number, date: fullDate(evidence.on) });
    case 'file':
      return t('evidence.given.file', { name: evidence.name });
    case 'link':
      return t('evidence.given.link', { url: evidence.url });
    case 'nothing':
      return t('evidence.given.nothing');
  }
}
