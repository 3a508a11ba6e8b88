import { completeSlot, cutOffSlot } from '../../app/launch/broadcast-launch.ts';
import type { ReceiptRow } from '../../app/ports/receipt-list.ts';
import { isMissing } from '../../core/launch/launch.ts';
import { clusterOf, personById, unitById } from '../../core/organisation/directory.ts';
import { launchListMessage } from '../views/launch-panel.ts';
import { type LaunchShown, launchOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

/** The list of receipt as a file: when all have received it, when the cut-off has passed, or because somebody asked. */
export async function sayLaunchList({ dependencies, notice, frame, receiptList }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  if (shown === null || shown.launch.state !== 'sent') return { withheld: 'withdrawn' };
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
}

function rowsOf({ directory, today }: Saying['frame'], { launch, receipts }: LaunchShown): ReceiptRow[] {
  return receipts.map(({ unitId, acknowledgedAt, acknowledgedBy, registration }) => {
    const person = acknowledgedBy === null ? null : personById(directory, acknowledgedBy);
    return {
      cluster: clusterOf(directory, unitId, today)?.name ?? '',
      unit: unitById(directory, unitId).name,
      acknowledgedAt,
      acknowledgedBy:
        person === null ? '' : [person.name, person.title].filter((one) => one !== '').join(', '),
      registration: launch.asksRegistration ? registration.state : null,
    };
  });
}
