import { decisionOfSlot } from '../../app/report/tell-decision.ts';
import type { ObligationId } from '../../core/id.ts';
import type { ExtensionId } from '../../core/obligation/extension.ts';
import { extensionDecided, returnedMessage } from '../views/report/decision.ts';
import type { Said, Saying } from './saying.ts';

/** What the secretariat decided, as far as it still stands. */
export async function sayDecision({ dependencies, notice, frame }: Saying): Promise<Said> {
  const { read } = dependencies.unitOfWork;
  const decision = decisionOfSlot(notice.slot);
  const id = notice.subject?.id as ObligationId | undefined;
  const obligation = id === undefined ? null : await read.obligations.byId(id);
  if (decision === null || obligation === null) return { withheld: 'gone' };
  if (decision.kind === 'returned') {
    return obligation.state === 'returned' ? returnedMessage(frame, obligation) : { withheld: 'moved_on' };
  }
  const extension = await read.extensions.byId(decision.key as ExtensionId);
  return extension === null ? { withheld: 'gone' } : extensionDecided(frame, obligation, extension);
}
