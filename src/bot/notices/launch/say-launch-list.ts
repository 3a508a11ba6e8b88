import { completeSlot, cutOffSlot } from '../../../app/launch/broadcast-launch.ts';
import { answeringFor } from '../../../app/launch/launch-audience.ts';
import type { LaunchSeen } from '../../../app/launch/see-launch.ts';
import type { ReceiptRow } from '../../../app/ports/receipt-list.ts';
import { actorOf } from '../../../core/access/actor.ts';
import { scopeOf } from '../../../core/access/rights.ts';
import { isMissing, type LaunchReceipt } from '../../../core/launch/launch.ts';
import { clusterOf, personById, unitById } from '../../../core/organisation/directory.ts';
import type { Frame } from '../../views/frame.ts';
import { launchListMessage } from '../../views/launch/launch-panel.ts';
import { ofSentLaunch } from './of-launch.ts';

/** The list of receipt as a file: when all have received it, when the cut-off has passed, or because somebody asked. */
export const sayLaunchList = ofSentLaunch(async ({ notice, frame, receiptList }, shown) => {
  const { launch, receipts } = shown;
  const isComplete = !receipts.some(isMissing);
  const isCutOff = notice.slot.startsWith(`${launch.id}:cut-off:`);
  if (isCutOff && notice.slot !== cutOffSlot(launch)) return { withheld: 'moved' };
  if (isCutOff && isComplete) return { withheld: 'said_before' };
  const { title, document } = launch;
  const { zone } = frame.directory.settings;
  const file = await receiptList(
    { title, document, at: frame.now, zone, rows: rowsOf(frame, shown) },
    frame.t.locale,
  );
  const why = isCutOff ? 'cutOff' : notice.slot === completeSlot(launch) ? 'complete' : 'asked';
  return launchListMessage(frame, shown, why, file);
});

/** Who has received it; for whom the secretariat recorded it, that it did. */
function receivedBy({ t, directory, today }: Frame, { unitId, acknowledgedBy }: LaunchReceipt): string {
  const person = acknowledgedBy === null ? null : personById(directory, acknowledgedBy);
  if (acknowledgedBy === null || person === null) return '';
  const name = [person.name, person.title].filter((one) => one !== '').join(', ');
  const { roles, unitIds } = actorOf(directory, acknowledgedBy, today);
  const isOwn = answeringFor(directory, unitId, today).some((id) => unitIds.includes(id));
  return isOwn || scopeOf('launch.compose', roles) === null ? name : t('launch.list.recorded', { name });
}

function rowsOf(frame: Frame, { launch, receipts }: LaunchSeen): ReceiptRow[] {
  const { directory, today } = frame;
  return receipts.map((receipt) => {
    const { unitId, acknowledgedAt, registration } = receipt;
    return {
      cluster: clusterOf(directory, unitId, today)?.name ?? '',
      unit: unitById(directory, unitId).name,
      acknowledgedAt,
      acknowledgedBy: receivedBy(frame, receipt),
      registration: launch.asksRegistration ? registration.state : null,
    };
  });
}
