import {
  type HandOver,
  type HandOverId,
  type HandOverSide,
  isStanding,
  peopleOfSide,
} from '../../core/organisation/hand-over.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { HAND_OVER } from '../notices/living-kinds.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoIsKnown } from '../use-case.ts';

export interface HandOverConfirmed {
  readonly handOver: HandOver;
  /** False where somebody else of this side had said so before. */
  readonly changed: boolean;
}

/**
 * One side says that it has given, or taken, all that is on the sheet, which then says so to everybody who has it.
 * Refused: ACCESS_UNKNOWN_PERSON, HAND_OVER_UNKNOWN (also where somebody else was named since), HAND_OVER_NOT_YOURS.
 */
export async function confirmHandOver(
  dependencies: Dependencies,
  request: Request,
  id: HandOverId,
  side: HandOverSide,
): Promise<Outcome<HandOverConfirmed>> {
  return whoIsKnown(dependencies, request, async ({ tx, at, today, directory, person, note }) => {
    const handOver = await tx.handOvers.byId(id);
    if (handOver === null || !isStanding(directory, handOver)) return refuse('HAND_OVER_UNKNOWN');
    const people = peopleOfSide(directory, handOver, side, today);
    if (!people.some((one) => one.id === person.id)) return refuse('HAND_OVER_NOT_YOURS');
    const mark = { by: person.id, at };
    if (!(await tx.handOvers.mark(id, side, mark))) {
      return done({ handOver, changed: handOver[side]?.by === person.id });
    }
    await tx.living.touch(HAND_OVER, id);
    await note({
      action: side === 'given' ? 'hand_over.given' : 'hand_over.taken',
      subject: handOver.what.clusterId ?? (handOver.what.kind === 'role' ? handOver.what.unitId : null) ?? id,
      after: { hand_over: id },
    });
    return done({ handOver: { ...handOver, [side]: mark }, changed: true });
  });
}
