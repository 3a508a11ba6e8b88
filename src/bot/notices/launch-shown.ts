import type { Dependencies } from '../../app/dependencies.ts';
import type { NoticeState } from '../../app/ports/notice-repository.ts';
import type { LaunchId } from '../../core/id.ts';
import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';

/** A launch with what has become of it. */
export interface LaunchShown {
  readonly launch: Launch;
  readonly receipts: readonly LaunchReceipt[];
  /** The states of its notices to groups. */
  readonly notices: readonly NoticeState[];
}

export async function launchOf({ unitOfWork }: Dependencies, subject: string): Promise<LaunchShown | null> {
  const { launches, notices } = unitOfWork.read;
  const id = subject as LaunchId;
  const launch = await launches.byId(id);
  if (launch === null) return null;
  const sent = await notices.aboutLaunch(id);
  return {
    launch,
    receipts: await launches.receipts(id),
    notices: sent.filter((notice) => notice.kind === 'launch').map((notice) => notice.state),
  };
}
