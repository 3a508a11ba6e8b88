import type { Dependencies } from '../../../app/dependencies.ts';
import { isSkipped } from '../../../app/notices/upcoming-notices.ts';
import type { NoticeState } from '../../../app/ports/notice-repository.ts';
import type { LaunchId } from '../../../core/id.ts';
import type { Launch, LaunchReceipt } from '../../../core/launch/launch.ts';

/** A launch with what has become of it. */
export interface LaunchShown {
  readonly launch: Launch;
  readonly receipts: readonly LaunchReceipt[];
  /** The states of its notices to groups. */
  readonly notices: readonly NoticeState[];
}

/** A launch as its groups read it. */
export async function launchPostOf(
  { unitOfWork }: Dependencies,
  subject: string,
): Promise<Pick<LaunchShown, 'launch' | 'receipts'> | null> {
  const { launches } = unitOfWork.read;
  const launch = await launches.byId(subject as LaunchId);
  return launch === null ? null : { launch, receipts: await launches.receipts(launch.id) };
}

export async function launchOf(dependencies: Dependencies, subject: string): Promise<LaunchShown | null> {
  const post = await launchPostOf(dependencies, subject);
  if (post === null) return null;
  const sent = await dependencies.unitOfWork.read.notices.aboutLaunch(post.launch.id);
  return {
    ...post,
    notices: sent
      .filter((notice) => notice.kind === 'launch' && !isSkipped(notice))
      .map(({ state }) => state),
  };
}
