import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { LaunchId, PersonId } from '../../core/id.ts';
import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import { type Directory, peopleWithRole } from '../../core/organisation/directory.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { dutyOver } from '../duty-over.ts';
import { type Refused, refuse } from '../outcome.ts';
import { type Requester, requesterOf, requesterWho } from '../requester.ts';
import { dayAt } from '../today.ts';
import { type Decide, type UseCaseOf, whoever } from '../use-case.ts';
import { ownReceipts } from './launch-audience.ts';

/** A launch that went out, with whoever steers it. */
interface Steered extends Requester {
  readonly launch: Launch;
  readonly receipts: readonly LaunchReceipt[];
}

export type Steering = UseCaseOf<Steered>;

/**
 * A use case of whoever steers a launch that went out, or of those that are `isFit`. Refused: LAUNCH_UNKNOWN,
 * LAUNCH_WITHDRAWN, ACCESS_UNKNOWN_PERSON, ACCESS_STAFF_ONLY.
 */
export const whoSteers = <Done>(
  launchId: LaunchId,
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done, Steered>,
  isFit: (launch: Launch) => boolean = ({ state }) => state === 'sent',
): Promise<Done | Refused> =>
  whoever(
    dependencies,
    request,
    async ({ launches }, directory, at): Promise<Steered | Refused> => {
      const launch = await launches.byId(launchId);
      if (launch === null || (launch.state === 'awaiting' && !isFit(launch))) return refuse('LAUNCH_UNKNOWN');
      const requester = requesterWho('launch.compose', directory, request, at);
      if (requester.kind === 'refused') return requester;
      if (!isFit(launch)) return refuse('LAUNCH_WITHDRAWN');
      return { ...requester, launch, receipts: await launches.receipts(launchId) };
    },
    decide,
  );

/** A launch that went out, with whoever answers it for their own units. */
interface Answered extends Requester {
  readonly launch: Launch;
  /** Never empty. */
  readonly own: readonly LaunchReceipt[];
}

/**
 * A use case of whoever answers a launch, of those that are `isFit`, for their own units. Refused: LAUNCH_UNKNOWN,
 * LAUNCH_WITHDRAWN, ACCESS_UNKNOWN_PERSON, LAUNCH_NOT_ADDRESSED, as `dutyOver`.
 */
export const whoAnswers = <Done>(
  launchId: LaunchId,
  dependencies: Dependencies,
  request: Request,
  decide: Decide<Done, Answered>,
  isFit: (launch: Launch) => boolean = () => true,
): Promise<Done | Refused> =>
  whoever(
    dependencies,
    request,
    async ({ launches }, directory, at): Promise<Answered | Refused> => {
      const launch = await launches.byId(launchId);
      if (launch === null || !isFit(launch)) return refuse('LAUNCH_UNKNOWN');
      if (launch.state !== 'sent') return refuse('LAUNCH_WITHDRAWN');
      const requester = requesterOf(directory, request, at);
      if (requester.kind === 'refused') return requester;
      const { actor } = requester;
      const today = dayAt(at, directory);
      const own = ownReceipts(await launches.receipts(launchId), directory, actor, today);
      if (actor.unitIds.length === 0) {
        return dutyOver(directory, actor.personId, today) ?? refuse('LAUNCH_NOT_ADDRESSED');
      }
      return scopeOf('launch.acknowledge', actor.roles) === null || own.length === 0
        ? refuse('LAUNCH_NOT_ADDRESSED')
        : { ...requester, launch, own };
    },
    decide,
  );

/** Who hears what a launch tells its author: the author while they may launch, after that the secretariat. */
export const keepersOf = (author: PersonId, directory: Directory, today: LocalDate): PersonId[] =>
  scopeOf('launch.compose', actorOf(directory, author, today).roles) === null
    ? peopleWithRole(directory, 'secretariat', today).map(({ id }) => id)
    : [author];
