import { peopleWithRole, personAt } from '../../core/organisation/directory.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { enrolSecretary } from '../people/enrol.ts';
import { dayAt } from '../today.ts';
import { beginTrialByItself } from '../trial/begin-trial.ts';
import { noteOf } from '../use-case.ts';

/**
 * Makes whoever holds the one-time set-up code the first of the secretariat. The code was checked before; it is
 * worth nothing once somebody is. Refused: SET_UP_CLAIMED.
 */
export async function claimSetUp(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
): Promise<Outcome<void>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const known = personAt(directory, request.channel, request.user);
    const secretariat = peopleWithRole(directory, 'secretariat', dayAt(at, directory));
    if (secretariat.length > 0) {
      return secretariat.some(({ id }) => id === known?.id) ? done(undefined) : refuse('SET_UP_CLAIMED');
    }
    const { id: personId } = await enrolSecretary(tx, ids, directory, request);
    await beginTrialByItself(tx, ids, at);
    const note = noteOf(tx, ids, at, { personId, chatId: null });
    await note({ action: 'set_up.claimed', subject: personId, after: { role: 'secretariat' } });
    return done(undefined);
  });
}
