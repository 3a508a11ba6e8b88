import type { Instant } from '../core/time/instant.ts';
import type { MovedObligation } from './move-obligations.ts';
import type { IdSource } from './ports/id-source.ts';
import type { Transaction } from './ports/transaction.ts';

const STAGE = 'correction';

/**
 * A note to exactly those who were told a day that was wrong by a mistake of ours, once a day and person. `slot`
 * names the correction. Returns how many are told.
 */
export async function correctToldDays(
  { notices }: Pick<Transaction, 'notices'>,
  ids: IdSource,
  at: Instant,
  slot: string,
  moved: readonly MovedObligation[],
): Promise<number> {
  const told = new Set<string>();
  for (const { id, from } of moved) {
    if (from === null) continue;
    for (const notice of await notices.saidOf(id, from)) {
      if (notice.kind === 'correction') continue;
      const { addressee } = notice;
      const noticeId = await notices.plan({
        id: ids.next<'notice'>(),
        kind: 'correction',
        addressee,
        slot,
        at,
        subject: null,
        late: false,
      });
      const line = { obligationId: id, dueOn: from, stage: STAGE, addressee };
      if (await notices.addLine(noticeId, line)) told.add(addressee.id);
    }
  }
  return told.size;
}
