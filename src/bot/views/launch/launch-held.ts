import type { HeldLaunch } from '../../../app/launch/hold-launch.ts';
import { addressedGroups } from '../../../app/launch/launch-audience.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import { isUnread, type Launch } from '../../../core/launch/launch.ts';
import type { Instant } from '../../../core/time/instant.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { button, saying } from '../message.ts';
import { moment } from '../moment.ts';
import { addresseeName, asWouldBeSent } from '../notice/rehearsal.ts';
import { postFor } from './launch.ts';

/** To the secretariat: a launch that a trial keeps back, for whom and when, as a group would read it. */
export function heldLaunch(frame: Frame, { launch, receipts }: HeldLaunch): Message {
  const { t, now, directory, today } = frame;
  const groups = addressedGroups(launch, directory, today);
  const post = postFor(frame, groups[0]?.clusterId ?? null, { launch, receipts });
  const to = t('trial.to', { name: groups.map((group) => addresseeName(frame, group)).join(', ') });
  const when = launch.sentAt > now ? [t('launch.approval.later', moment(frame, launch.sentAt))] : [];
  const release = button(t('trial.release'), { kind: 'launch_release', launch: launch.id });
  return asWouldBeSent(frame, [to, ...when], post, [[release, ...whileUnread(frame, launch)]]);
}

/** What may still be done before any group reads it. */
const whileUnread = (frame: Frame, launch: Launch): Button[] => [
  button(frame.t('launch.button.revise'), { kind: 'launch_correct', launch: launch.id }),
  withdrawButton(frame, launch),
];

const withdrawButton = ({ t }: Frame, { id }: Launch): Button =>
  button(t('launch.button.withdraw'), { kind: 'launch_withdraw', launch: id, answer: 'ask' });

/** To the secretariat: nobody is left to agree to it. */
export const launchWithoutApprover = (frame: Frame, launch: Launch): Message =>
  saying(frame.t('launch.approval.nobody', { title: launch.title }), [[withdrawButton(frame, launch)]]);

/** When a launch goes out that nobody has read. */
export function scheduledLaunch(
  frame: Frame,
  launch: Launch,
  key: 'launch.scheduled' | 'launch.approval.approved' = 'launch.scheduled',
): Message {
  return saying(frame.t(key, whereAndWhen(frame, launch)), [whileUnread(frame, launch)]);
}

const whereAndWhen = (frame: Frame, launch: Launch) =>
  withSecretariat(frame, {
    title: launch.title,
    count: addressedGroups(launch, frame.directory, frame.today).length,
    ...moment(frame, launch.sentAt),
  });

/** What becomes of a launch that was just written or let go: where it goes, and when. */
export function launchOnItsWay(frame: Frame, launch: Launch, now: Instant): Message {
  const { t } = frame;
  const params = whereAndWhen(frame, launch);
  switch (launch.state) {
    case 'awaiting':
      return saying(t('launch.submitted', params), [[withdrawButton(frame, launch)]]);
    case 'held':
      return saying(t('launch.held', params));
    case 'sent':
    case 'declined':
    case 'withdrawn':
      return isUnread(launch, now) ? scheduledLaunch(frame, launch) : saying(t('launch.queued', params));
  }
}
