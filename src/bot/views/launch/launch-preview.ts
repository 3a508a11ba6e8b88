import { launchTime } from '../../../app/launch/launch-time.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import type { Instant } from '../../../core/time/instant.ts';
import { isRead, type LaunchForm, type LaunchScene } from '../../forms/launch/launch-form.ts';
import type { Frame } from '../frame.ts';
import { bold, cancelling, choice, entry, message, paragraph, ticked } from '../message.ts';
import { moment } from '../moment.ts';
import { cutOffText, launchEntries } from './launch.ts';

export interface PreviewedLaunch {
  readonly form: LaunchForm;
  readonly scene: LaunchScene;
  /** The groups that it would go to. */
  readonly groups: readonly string[];
}

/** What sending does, and what it takes from whoever may not approve. */
const SENDING = {
  anew: { needs: 'launch.needsApproval', button: 'button.send' },
  /** Nobody has read it yet: it is changed where it waits. */
  saved: { needs: 'launch.needsMarkToSave', button: 'launch.button.save' },
  corrected: { needs: 'launch.needsMark', button: 'launch.button.correctNow' },
} as const;

/** The post itself under a line that says where and when it will go, and what sending it takes. */
export function launchPreview(frame: Frame, previewed: PreviewedLaunch): Message {
  const { t } = frame;
  const { form, scene, groups } = previewed;
  const sending = SENDING[form.corrects === null ? 'anew' : form.isUnread ? 'saved' : 'corrected'];
  const maySend = scene.mayApprove || form.isApproved;
  const times = timesOf(frame, form);
  const isLater = times.sendAt > frame.now && !isRead(form);
  const when = [
    ...(isHeld(times) ? [t('launch.previewHeld')] : []),
    ...(isLater ? [t('launch.previewLater', moment(frame, times.sendAt))] : []),
  ];
  const where = t(isRead(form) ? 'launch.correction.preview' : 'launch.preview', {
    count: groups.length,
    groups: groups.join(', '),
  });
  const units = form.unitIds === null ? [] : [t('launch.previewUnits', { count: form.unitIds.length })];
  const [heading = [], ...post] = launchEntries(frame, form);
  return message(
    [
      entry([{ italic: where }], ...when, ...units),
      ['\n', ...heading],
      ...post,
      ...(cutOffText(frame, form) === null ? [paragraph(t('launch.previewNoCutOff'))] : []),
      ...(maySend ? [] : [paragraph([bold(t(sending.needs))])]),
    ],
    [
      ...marks(frame, previewed, times),
      ...(maySend ? [[choice(t(sending.button), 'send')]] : []),
      ...(maySend || form.corrects !== null ? [] : [[choice(t('launch.button.ask'), 'ask')]]),
      [
        choice(t('launch.button.details'), 'details'),
        choice(t('button.plainCopy'), 'copy'),
        ...(form.corrects === null ? [choice(t('launch.button.aside'), 'aside')] : []),
      ],
      [choice(t('button.back'), 'back'), cancelling(t)],
    ],
  );
}

/** What is marked before it is sent. */
function marks({ t }: Frame, { form, scene }: PreviewedLaunch, times: Times): Button[][] {
  const mayBeUrgent = !isRead(form) && (isHeld(times) || form.urgent);
  return [
    ...(scene.mayApprove ? [] : [[choice(ticked(t('launch.button.mark'), form.isApproved), 'mark')]]),
    ...(mayBeUrgent ? [[choice(ticked(t('launch.button.urgent'), form.urgent), 'urgent')]] : []),
  ];
}

interface Times {
  readonly wanted: Instant;
  /** As office hours allow; of what has been read, at once. */
  readonly sendAt: Instant;
}

function timesOf({ now, directory }: Frame, form: LaunchForm): Times {
  const wanted = form.sendAt ?? now;
  return { wanted, sendAt: isRead(form) ? wanted : launchTime(form, wanted, directory.settings) };
}

const isHeld = ({ wanted, sendAt }: Times): boolean => sendAt > wanted;
