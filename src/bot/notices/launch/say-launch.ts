import { seeLaunchPost } from '../../../app/launch/see-launch.ts';
import { isUnread } from '../../../core/launch/launch.ts';
import { launchCorrection, launchFile, postFor } from '../../views/launch/launch.ts';
import { launchApproval, launchApproved, launchDeclined } from '../../views/launch/launch-approval.ts';
import { heldLaunch } from '../../views/launch/launch-held.ts';
import { launchPanel } from '../../views/launch/launch-panel.ts';
import type { Said, Saying } from '../saying.ts';
import { ofLaunch, ofSentLaunch } from './of-launch.ts';

/** To each group. */
export async function sayLaunch({ dependencies, notice, frame, chat }: Saying): Promise<Said> {
  const shown = await seeLaunchPost(dependencies.unitOfWork.read, notice.subject?.id ?? '');
  if (shown === null) return { withheld: 'gone' };
  return shown.launch.state === 'sent' ? postFor(frame, chat.clusterId, shown) : { withheld: 'withdrawn' };
}

/** Follows the post, so that its text is not cut to the length of a caption. */
export const sayLaunchFile = ofSentLaunch(async ({ dependencies, notice, frame }, { launch }) => {
  const file = launch.files.find(({ sha256 }) => notice.slot.endsWith(`:${sha256}`));
  const stored = file === undefined ? null : await dependencies.unitOfWork.read.files.byHash(file.sha256);
  if (file === undefined || stored === null) return { withheld: 'gone' };
  const { type, bytes } = stored;
  return launchFile(frame, launch, { name: file.name, type, bytes });
});

/** To a group that read the wrong text, where that text could not be edited. */
export const sayLaunchCorrection = ofLaunch(({ frame, chat, capabilitiesOf }, { launch }) =>
  capabilitiesOf(chat.channel)?.edit === true ? { withheld: 'edited' } : launchCorrection(frame, launch),
);

/** To whoever wrote it: how it is received. */
export const sayLaunchPanel = ofLaunch(({ frame }, shown) => launchPanel(frame, shown));

/** What a trial keeps back, as the first of its groups would read it, until it is let go or withdrawn. */
export const sayLaunchHeld = ofLaunch(({ frame }, shown) =>
  shown.launch.state === 'held' ? heldLaunch(frame, shown) : { withheld: 'decided' },
);

/** To an approver, while nobody has decided. */
export const sayLaunchApproval = ofLaunch(({ frame }, { launch }) =>
  launch.state === 'awaiting' ? launchApproval(frame, launch) : { withheld: 'decided' },
);

/** To whoever wrote it, while it has not gone out. */
export const sayLaunchApproved = ofSentLaunch(({ frame }, { launch }) =>
  isUnread(launch, frame.now) ? launchApproved(frame, launch) : { withheld: 'sent' },
);

/** To whoever wrote it. */
export const sayLaunchDeclined = ofLaunch(({ frame }, { launch }) => launchDeclined(frame, launch));
