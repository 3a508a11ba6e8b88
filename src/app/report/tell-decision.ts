import type { Obligation } from '../../core/obligation/obligation.ts';
import { privateChatOf } from '../../core/organisation/directory.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import type { UseCase } from '../use-case.ts';
import { colleaguesOf } from './note-report.ts';

/** What the secretariat decided about one obligation: returned, or a later day granted or not. */
export interface Decision {
  readonly kind: 'returned' | 'extension';
  /** Tells this decision from an earlier one of the same kind. */
  readonly key: string;
}

const SEPARATOR = '~';

/** The slot of the notice about a decision, and back. */
const slotOf = ({ kind, key }: Decision, { id }: Obligation): string => [kind, id, key].join(SEPARATOR);
export function decisionOfSlot(slot: string): Decision | null {
  const [kind, , key] = slot.split(SEPARATOR);
  if (kind !== 'returned' && kind !== 'extension') return null;
  return { kind, key: key ?? '' };
}

/** Tells the owner's people, each in private, in the transaction of the decision. */
export async function tellDecision(
  useCase: UseCase,
  decision: Decision,
  obligation: Obligation,
): Promise<void> {
  const { directory, today } = useCase;
  for (const { id } of colleaguesOf(directory, obligation.owner, today)) {
    if (privateChatOf(directory, id)?.state !== 'active') continue;
    await planNotice(useCase, 'decision', toPerson(id), {
      slot: slotOf(decision, obligation),
      subject: { kind: 'obligation', id: obligation.id },
    });
  }
}
