import type { ObligationId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import { isOpen } from '../../core/work/work-state.ts';
import type { Transaction } from '../ports/transaction.ts';
import { type EndedWork, owedNoMore } from './ended-work.ts';

/** An end is taken back: open work that began with it is owed no more, what it withdrew stands as before. */
export async function takeWorkBack(
  { obligations, extensions }: Pick<Transaction, 'obligations' | 'extensions'>,
  inherited: readonly ObligationId[],
  withdrawn: readonly EndedWork[],
  at: Instant,
): Promise<void> {
  for (const one of await obligations.byIds(inherited)) {
    if (isOpen(one.state)) {
      await obligations.save(owedNoMore(one, at));
    }
  }
  for (const { id, state, nextStageOn, heir = null } of withdrawn) {
    const one = await obligations.byId(id);
    if (one?.state !== 'withdrawn') continue;
    await obligations.save({ ...one, state, nextStageOn, changedAt: at });
    if (heir !== null) await extensions.move(heir, id);
  }
}
