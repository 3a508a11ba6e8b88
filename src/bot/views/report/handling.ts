import type { Message } from '../../../app/ports/message.ts';
import { handlingOf, type Task, workKindOf } from '../../../core/plan/plan-book.ts';
import { EVIDENCE_KINDS } from '../../../core/work/evidence.ts';
import { WORK_KINDS } from '../../../core/work/work-kind.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, marked, message, paragraph } from '../message.ts';
import { taskLine } from '../task-line.ts';

/** How a task is reported, each choice a press; the present one is marked. */
export function handlingMessage(frame: Frame, task: Task): Message {
  const { t } = frame;
  const { workKind, evidence, confirmation } = handlingOf(task);
  const kind = workKindOf(task);
  return message(
    [
      entry([bold(taskLine(frame, task))]),
      paragraph(
        t(workKind === null ? 'handling.kindProposed' : 'handling.kind', { kind: t(`handling.${kind}`) }),
        t('handling.evidence', { evidence: t(`handling.evidence-${evidence}`) }),
        t(confirmation ? 'handling.isConfirmed' : 'handling.isNotConfirmed'),
      ),
    ],
    [
      kind === 'given'
        ? []
        : WORK_KINDS.map((choice) =>
            button(marked(t(`handling.${choice}`), choice === kind), {
              kind: 'handle',
              task: task.id,
              choice,
            }),
          ),
      ...inRows(
        EVIDENCE_KINDS.map((one) =>
          button(marked(t(`handling.evidence-${one}`), one === evidence), {
            kind: 'handle',
            task: task.id,
            choice: `evidence-${one}`,
          }),
        ),
        2,
      ),
      [
        button(t(confirmation ? 'handling.doNotConfirm' : 'handling.doConfirm'), {
          kind: 'handle',
          task: task.id,
          choice: confirmation ? 'unconfirmed' : 'confirmed',
        }),
      ],
    ],
  );
}
