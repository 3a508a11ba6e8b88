import type { NoticeId } from '../../core/id.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { slotsBetween } from '../../core/slot/slots.ts';
import { addMs, DAY_MS, type Instant } from '../../core/time/instant.ts';
import { planHourStages } from '../assignment/plan-hour-stages.ts';
import type { Dependencies } from '../dependencies.ts';
import { rollForward } from '../plan/roll-forward.ts';
import type { Line, Notice } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { nextTickAfter } from '../tick/next-due.ts';
import { PLANNERS } from '../tick/run-tick.ts';
import { sayInTurn } from './say-in-turn.ts';

export interface RehearsedNotice {
  readonly notice: Notice;
  readonly lines: readonly Line[];
  /** What it would say; null where it would be withheld. */
  readonly text: string | null;
  /** What others would say that it says for them, of the same instant and addressee. */
  readonly merged: readonly Line[];
}

export type RehearsedText =
  | { readonly text: string; readonly merged?: readonly NoticeId[] }
  | { readonly withheld: string };

/** Says a notice from within the rehearsal: what it reads through these dependencies is not in the database. */
export type SayRehearsed = (
  dependencies: Dependencies,
  notice: Notice,
  lines: readonly Line[],
) => Promise<RehearsedText>;

/** Carries the result out of a transaction that must leave nothing behind. */
class Rehearsed<Result> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super('rehearsed');
    this.result = result;
  }
}

/**
 * What would be planned in (from, to] if nothing else happened, near or far: the real planning, on obligations
 * written ahead for that time, rolled back. Writes nothing.
 */
export function rehearseNotices(
  dependencies: Dependencies,
  from: Instant,
  to: Instant,
  say: SayRehearsed,
): Promise<readonly RehearsedNotice[]> {
  return rehearse(dependencies, from, to, async (tx, within) => {
    const planned = await tx.notices.list({ states: ['planned'], from, to });
    const all: Pick<RehearsedNotice, 'notice' | 'lines'>[] = [];
    for (const notice of planned) all.push({ notice, lines: await tx.notices.linesOf(notice.id) });
    const saidBy = await sayInTurn(all, all, ({ notice, lines }) => say(within, notice, lines));
    return all.map((one) => {
      const said = saidBy.get(one);
      if (said === undefined || !('text' in said)) return { ...one, text: null, merged: [] };
      const merged = all.filter(({ notice }) => said.merged?.includes(notice.id));
      return { ...one, text: said.text, merged: merged.flatMap(({ lines }) => lines) };
    });
  });
}

/** Looks at the time after (from, to], as it would be if nothing else happened; nothing of it is kept. */
export async function rehearse<Result>(
  { unitOfWork, clock, ids }: Dependencies,
  from: Instant,
  to: Instant,
  look: (tx: Transaction, within: Dependencies) => Promise<Result>,
): Promise<Result> {
  try {
    return await unitOfWork.run(async (tx) => {
      const { settings } = await tx.organisation.directory();
      const { work } = calendarsOf(settings);
      await rollForward(tx, from);
      let rolledAt = from;
      for (let now = await nextTickAfter(tx, from); now <= to; ) {
        for (const slot of slotsBetween(addMs(now, -1), now, settings, work)) {
          // What a roll-forward adds has no stage for a long time.
          if (slot.kind === 'roll_forward' && now - rolledAt < ROLLED_FOR_MS) continue;
          if (slot.kind === 'roll_forward') rolledAt = now;
          await PLANNERS[slot.kind](tx, { slot, now, ids });
        }
        await planHourStages(tx, { now, ids });
        now = await nextTickAfter(tx, now);
      }
      const within = { unitOfWork: withinTransaction(tx), clock, ids };
      throw new Rehearsed(await look(tx, within));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return (error as Rehearsed<Result>).result;
    throw error;
  }
}

const ROLLED_FOR_MS = 90 * DAY_MS;

/** A unit of work that is the transaction itself. */
function withinTransaction(tx: Transaction): UnitOfWork {
  const run: UnitOfWork['run'] = (work) => work(tx);
  return { read: tx, run, alone: run };
}
