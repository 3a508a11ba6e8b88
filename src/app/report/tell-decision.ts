import type { Obligation } from '../../core/obligation/obligation.ts';
import { privateChatOf } from '../../core/organisation/directory.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';
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
  tx: Transaction,
  ids: IdSource,
  decision: Decision,
  obligation: Obligation,
  at: Instant,
): Promise<void> {
  const directory = await tx.organisation.directory();
  const people = colleaguesOf(directory, obligation.owner, dayAt(at, directory));
  for (const { id } of people) {
    if (privateChatOf(directory, id)?.state !== 'active') continue;
    await tx.notices.plan({
      id: ids.next<'notice'>(),
      kind: 'decision',
      addressee: { kind: 'person', id },
      slot: slotOf(decision, obligation),
      at,
      subject: { kind: 'obligation', id: obligation.id },
      late: false,
    });
  }
}
