import { type LaunchSeen, seeLaunch } from '../../../app/launch/see-launch.ts';
import type { NoticeWay, Said, Saying } from '../saying.ts';

type SayOfLaunch = (saying: Saying, shown: LaunchSeen) => Said | Promise<Said>;

/** What a notice says of the launch that it is about. */
export const ofLaunch =
  (say: SayOfLaunch): NoticeWay['say'] =>
  async (saying) => {
    const shown = await seeLaunch(saying.dependencies.unitOfWork.read, saying.notice.subject?.id ?? '');
    return shown === null ? { withheld: 'gone' } : say(saying, shown);
  };

/** The same while that is out. */
export const ofSentLaunch = (say: SayOfLaunch): NoticeWay['say'] =>
  ofLaunch((saying, shown) =>
    shown.launch.state === 'sent' ? say(saying, shown) : { withheld: 'withdrawn' },
  );
