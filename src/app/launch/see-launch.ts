import type { LaunchId } from '../../core/id.ts';
import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import { isSkipped, type NoticeState } from '../ports/notice-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';

/** A launch with what has become of it. */
export interface LaunchSeen {
  readonly launch: Launch;
  readonly receipts: readonly LaunchReceipt[];
  /** The states of its notices to groups. */
  readonly notices: readonly NoticeState[];
}

/** A launch as its groups read it. */
export async function seeLaunchPost(
  { launches }: Pick<ReadModel, 'launches'>,
  subject: string,
): Promise<Pick<LaunchSeen, 'launch' | 'receipts'> | null> {
  const launch = await launches.byId(subject as LaunchId);
  return launch === null ? null : { launch, receipts: await launches.receipts(launch.id) };
}

export async function seeLaunch(read: ReadModel, subject: string): Promise<LaunchSeen | null> {
  const post = await seeLaunchPost(read, subject);
  if (post === null) return null;
  const sent = await read.notices.aboutLaunch(post.launch.id);
  return {
    ...post,
    notices: sent
      .filter((notice) => notice.kind === 'launch' && !isSkipped(notice))
      .map(({ state }) => state),
  };
}
