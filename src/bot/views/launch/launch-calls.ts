import { answeringFor } from '../../../app/launch/launch-audience.ts';
import type { LaunchSeen } from '../../../app/launch/see-launch.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import type { UnitId } from '../../../core/id.ts';
import { isMissing, type Launch } from '../../../core/launch/launch.ts';
import { unitById } from '../../../core/organisation/directory.ts';
import { callEntry } from '../call-list.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, saying, shortTitle } from '../message.ts';
import { plainCopy } from '../notice/plain-copy.ts';
import { launchEntries } from './launch.ts';

/** Who has not received it, with their numbers: for the secretariat alone. */
export function launchCalls(frame: Frame, { launch, receipts }: Pick<LaunchSeen, 'launch' | 'receipts'>) {
  const { t } = frame;
  const missing = receipts.filter(isMissing);
  if (missing.length === 0) return saying(t('launch.panel.all'));
  const heading = t('launch.calls.heading', { title: shortTitle(launch.title), count: missing.length });
  return message(
    [entry([bold(heading)]), ...missing.flatMap(({ unitId }) => callsFor(frame, unitId))],
    [[recordButton(frame, launch)]],
  );
}

/** Of a unit that is no more, those in its place are called. */
function callsFor(frame: Frame, unitId: UnitId) {
  const { t, directory, today } = frame;
  const unit = unitById(directory, unitId);
  const answering = answeringFor(directory, unitId, today);
  if (answering.length === 0) return [callEntry(frame, unit, '')];
  return answering.map((id) =>
    callEntry(
      frame,
      unitById(directory, id),
      id === unitId ? '' : t('launch.calls.inPlaceOf', { unit: unit.name }),
    ),
  );
}

export const recordButton = ({ t }: Frame, { id }: Launch): Button =>
  button(t('button.record'), { kind: 'launch_record', launch: id });

/** The launch as plain text, with the way to record what is answered elsewhere. */
export const launchCopy = (frame: Frame, launch: Launch): Message =>
  plainLaunch(frame, launch, [[recordButton(frame, launch)]]);

/** As a channel without buttons shows it. */
export function plainLaunch(
  frame: Frame,
  launch: Parameters<typeof launchEntries>[1],
  buttons: readonly (readonly Button[])[] = [],
): Message {
  const { t } = frame;
  const said = message([...launchEntries(frame, launch)]);
  const words = { how: t('plain.howReceived'), more: t('plain.moreDocument') };
  return plainCopy([said], words, buttons);
}
