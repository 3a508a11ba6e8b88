import type { Message } from '../../../app/ports/message.ts';
import type { Launch } from '../../../core/launch/launch.ts';
import { clusterById } from '../../../core/organisation/directory.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { button, entry, message, paragraph, saying } from '../message.ts';
import { moment } from '../moment.ts';
import { namedInHistory } from '../person-name.ts';
import { launchEntries } from './launch.ts';
import { scheduledLaunch } from './launch-held.ts';

/** The whole text to an approver, with where and when it is to go. */
export function launchApproval(frame: Frame, launch: Launch): Message {
  const { t, directory, now } = frame;
  const clusters = launch.clusterIds.map((id) => clusterById(directory, id).name).join(', ');
  const author = namedInHistory(frame, launch.createdBy);
  const when = launch.sentAt > now ? t('launch.approval.later', moment(frame, launch.sentAt)) : null;
  const [first = [], ...rest] = launchEntries(frame, launch);
  return message(
    [
      entry([{ italic: t('launch.approval.ask', { author, clusters }) }], ...(when === null ? [] : [when])),
      ['\n', ...first],
      ...rest,
    ],
    [
      ...(launch.files.length === 0
        ? []
        : [
            [
              button(t('launch.button.files', { count: launch.files.length }), {
                kind: 'launch_read',
                launch: launch.id,
                part: 'files',
              }),
            ],
          ]),
      [button(t('launch.button.agree'), { kind: 'launch_approve', launch: launch.id, answer: 'yes' })],
      [button(t('launch.button.decline'), { kind: 'launch_approve', launch: launch.id, answer: 'no' })],
    ],
  );
}

/** To whoever wrote it: when it goes out. */
export const launchApproved = (frame: Frame, launch: Launch): Message =>
  scheduledLaunch(frame, launch, 'launch.approval.approved');

/** To whoever wrote it: nothing was sent, what is to be changed, and the way back into it. */
export const launchDeclined = ({ t }: Frame, { id, title, declinedBecause }: Launch): Message =>
  message(
    [
      entry(t('launch.approval.declined', { title })),
      ...(declinedBecause === ''
        ? []
        : [paragraph(t('launch.approval.because', { because: declinedBecause }))]),
    ],
    [[button(t('launch.button.rewrite'), { kind: 'launch_rewrite', launch: id })]],
  );

/** What has been decided, in place of the question. */
export function launchDecided(frame: Frame, launch: Launch): Message {
  const { t } = frame;
  const params = { title: launch.title, ...moment(frame, launch.sentAt) };
  switch (launch.state) {
    case 'declined':
      return saying(t('launch.approval.gaveBack', params));
    case 'held':
      return saying(t('launch.approval.agreedHeld', withSecretariat(frame, params)));
    case 'withdrawn':
      return saying(t('launch.approval.withdrawn', params));
    case 'awaiting':
    case 'sent':
      return saying(t('launch.approval.agreed', params));
  }
}
