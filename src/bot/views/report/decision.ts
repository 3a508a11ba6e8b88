import type { Message } from '../../../app/ports/message.ts';
import type { Extension } from '../../../core/obligation/extension.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import { updateButton } from '../ask/mine.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { entry, message } from '../message.ts';
import { taskLine } from '../task-line.ts';

const about = (frame: Frame, obligation: Obligation) =>
  withSecretariat(frame, {
    owner: ownerName(frame.directory, obligation.owner),
    task: taskLine(frame, taskById(frame.book, obligation.taskId)),
  });

/** What is missing, to the unit that had reported it done. */
export const returnedMessage = (frame: Frame, obligation: Obligation): Message =>
  message(
    [
      entry(
        frame.t('decision.returned', {
          ...about(frame, obligation),
          reason: obligation.reason ?? '',
        }),
      ),
    ],
    [[updateButton(frame, obligation)]],
  );

/** The answer to a request for a later day, with the day that now holds. */
export function extensionDecided(frame: Frame, obligation: Obligation, extension: Extension): Message {
  const { t } = frame;
  const key = extension.state === 'granted' ? 'decision.granted' : 'decision.refused';
  return message(
    [
      entry(
        t(key, {
          ...about(frame, obligation),
          due: weekdayDate(t, extension.dueOn),
          wanted: weekdayDate(t, extension.wantedOn),
        }),
      ),
    ],
    [[updateButton(frame, obligation)]],
  );
}
