import type { Message } from '../../../app/ports/message.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import type { Instant } from '../../../core/time/instant.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, entry, message, paragraph } from '../message.ts';
import { moment } from '../moment.ts';
import { taskLine } from '../task-line.ts';

/** An obligation as it holds now, and the wrong day that was told of it. */
export interface Corrected {
  readonly obligation: Obligation;
  readonly toldOn: LocalDate;
  readonly toldAt: Instant;
}

/** A mistake of the office's own, put right for somebody who had been told it. */
export function correctionMessage(frame: Frame, corrected: readonly Corrected[]): Message {
  const { t } = frame;
  return message([
    entry([bold(t('correction.heading'))]),
    ...onceEach(corrected).map((one) =>
      paragraph([bold(taskLine(frame, taskById(frame.book, one.obligation.taskId)))], lineOf(frame, one)),
    ),
    paragraph(t('correction.close', withSecretariat(frame))),
  ]);
}

/** What several owe of one task was told once, and is corrected once: nobody learns from it who still owes. */
function onceEach(corrected: readonly Corrected[]): Corrected[] {
  const seen = new Set<string>();
  return corrected.filter(({ obligation, toldOn }) => {
    const { taskId, dueOn, words, state } = obligation;
    const key = JSON.stringify([taskId, toldOn, state === 'withdrawn' ? null : [dueOn, words]]);
    return !seen.has(key) && seen.add(key);
  });
}

function lineOf(frame: Frame, { obligation, toldOn, toldAt }: Corrected): string {
  const { t } = frame;
  const told = { ...moment(frame, toldAt), old: weekdayDate(t, toldOn) };
  return obligation.dueOn === null || obligation.state === 'withdrawn'
    ? t('correction.withdrawn', told)
    : t('correction.moved', { ...told, new: weekdayDate(t, obligation.dueOn), words: obligation.words });
}
