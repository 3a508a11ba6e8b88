import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { LaunchId, UnitId } from '../../core/id.ts';
import { chatAt, personAt } from '../../core/organisation/directory.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';
import { ownReceipts } from './launch-audience.ts';
import { countReceived } from './launch-received.ts';

export interface LaunchAcknowledged {
  readonly units: readonly { readonly unitId: UnitId; readonly at: Instant; readonly changed: boolean }[];
}

/**
 * The presser's units have received the launch. A unit acknowledges once, whoever of it presses; a second press
 * finds the first. With the last unit the list of receipt goes to whoever wrote the launch. Refused: LAUNCH_UNKNOWN,
 * LAUNCH_WITHDRAWN, ACCESS_UNKNOWN_PERSON, LAUNCH_NOT_ADDRESSED.
 */
export async function acknowledgeLaunch(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  launchId: LaunchId,
): Promise<Outcome<LaunchAcknowledged>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const launch = await tx.launches.byId(launchId);
    if (launch === null) return refuse('LAUNCH_UNKNOWN');
    if (launch.state !== 'sent') return refuse('LAUNCH_WITHDRAWN');
    const person = personAt(directory, request.channel, request.user);
    if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
    const today = dayAt(at, directory);
    const actor = actorOf(directory, person.id, today);
    const own = ownReceipts(await tx.launches.receipts(launchId), directory, actor, today);
    if (scopeOf('launch.acknowledge', actor.roles) === null || own.length === 0) {
      return refuse('LAUNCH_NOT_ADDRESSED');
    }
    const units = [];
    for (const receipt of own) {
      const changed = await tx.launches.acknowledge(launchId, receipt.unitId, person.id, at);
      units.push({ unitId: receipt.unitId, at: receipt.acknowledgedAt ?? at, changed });
      if (!changed) continue;
      await tx.audit.add({
        id: ids.next<'audit'>(),
        at,
        personId: person.id,
        chatId: chatAt(directory, request.channel, request.chat)?.id ?? null,
        action: 'launch.acknowledged',
        subject: launchId,
        before: null,
        after: { unit: receipt.unitId },
      });
    }
    if (units.some((unit) => unit.changed)) await countReceived(tx, ids, launch, at);
    return done({ units });
  });
}
