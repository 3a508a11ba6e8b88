import type { ObligationId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { planNotice } from '../notices/plan-notice.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Notice } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import type { MovedObligation } from './move-obligations.ts';

/** Stages of a correction's lines: the day that was wrong, and the one that it tells instead. */
export const WRONG_DAY = 'correction';
const RIGHT_DAY = 'corrected';

/** How many people and groups are told that a day was wrong. */
export interface Correction {
  readonly people: number;
  readonly groups: number;
}

/**
 * A note to exactly those who were told a day that was wrong by a mistake of ours, people and groups, once a day.
 * `slot` names the correction.
 */
export async function correctToldDays(
  { notices }: Pick<Transaction, 'notices'>,
  ids: IdSource,
  at: Instant,
  slot: string,
  moved: readonly MovedObligation[],
): Promise<Correction> {
  const told = { person: new Set<string>(), chat: new Set<string>() };
  const lines = await notices.linesAbout(
    moved.map(({ id }) => id),
    { rehearsed: true },
  );
  const spokenOf = new Set(lines.map(({ obligationId }) => obligationId));
  for (const { id, from, to } of moved) {
    if (from === null || !spokenOf.has(id)) continue;
    for (const notice of await notices.saidOf(id, from)) {
      if (!(await toldIt(notices, notice, id, from))) continue;
      const { addressee } = notice;
      const noticeId = await planNotice({ tx: { notices }, ids, at }, 'correction', addressee, { slot });
      const line = { obligationId: id, addressee };
      if (!(await notices.addLine(noticeId, { ...line, dueOn: from, stage: WRONG_DAY }))) continue;
      if (to !== null) await notices.addLine(noticeId, { ...line, dueOn: to, stage: RIGHT_DAY });
      told[addressee.kind].add(addressee.id);
    }
  }
  return { people: told.person.size, groups: told.chat.size };
}

/** A correction names the wrong day too, which it does not tell. */
async function toldIt(
  notices: Transaction['notices'],
  notice: Notice,
  id: ObligationId,
  day: LocalDate,
): Promise<boolean> {
  if (notice.kind !== 'correction') return true;
  const lines = await notices.linesOf(notice.id);
  return lines.some((line) => line.obligationId === id && line.dueOn === day && line.stage === RIGHT_DAY);
}
