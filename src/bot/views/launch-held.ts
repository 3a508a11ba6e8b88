import type { HeldLaunch } from '../../app/launch/hold-launch.ts';
import { addressedGroups } from '../../app/launch/launch-audience.ts';
import type { Message } from '../../app/ports/message.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { Instant } from '../../core/time/instant.ts';
import { type Frame, withSecretariat } from './frame.ts';
import { postFor } from './launch.ts';
import { button } from './message.ts';
import { moment } from './moment.ts';
import { addresseeName, asWouldBeSent } from './rehearsal.ts';

/** To the secretariat: a launch that a trial keeps back, for whom and when, as a group would read it. */
export function heldLaunch(frame: Frame, { launch, receipts }: HeldLaunch): Message {
  const { t, now, directory, today } = frame;
  const groups = addressedGroups(launch, directory, today);
  const post = postFor(frame, groups[0]?.clusterId ?? null, { launch, receipts });
  const to = t('trial.to', { name: groups.map((group) => addresseeName(frame, group)).join(', ') });
  const when = launch.sentAt > now ? [t('launch.approval.later', moment(frame, launch.sentAt))] : [];
  const { id } = launch;
  return asWouldBeSent(frame, [to, ...when], post, [
    [
      button(t('trial.release'), { kind: 'launch_release', launch: id }),
      button(t('launch.button.revise'), { kind: 'launch_correct', launch: id }),
      button(t('launch.button.withdraw'), { kind: 'launch_withdraw', launch: id, answer: 'ask' }),
    ],
  ]);
}

/** What becomes of a launch that was just written or let go: where it goes, and when. */
export function launchOnItsWay(frame: Frame, launch: Launch, now: Instant): string {
  const { t, directory, today } = frame;
  const { title, state, sentAt } = launch;
  const count = addressedGroups(launch, directory, today).length;
  const params = withSecretariat(frame, { title, count, ...moment(frame, sentAt) });
  switch (state) {
    case 'awaiting':
      return t('launch.submitted', params);
    case 'held':
      return t('launch.held', params);
    case 'sent':
    case 'declined':
    case 'withdrawn':
      return t(sentAt > now ? 'launch.scheduled' : 'launch.queued', params);
  }
}
