import type { Dependencies } from '../../app/dependencies.ts';
import { ownReceipts } from '../../app/launch/launch-audience.ts';
import { refuse } from '../../app/outcome.ts';
import type { Message } from '../../app/ports/message.ts';
import type { LaunchId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { launchEntries, launchFile } from '../views/launch.ts';
import { message } from '../views/message.ts';

/**
 * [Xem nội dung], [Xem tệp]: the launch as its groups read it, or its files alone; for those it concerns, in private.
 */
export async function readLaunch(
  dependencies: Dependencies,
  turn: Turn,
  id: LaunchId,
  part: 'all' | 'files',
): Promise<Reply> {
  const { frame, incoming } = turn;
  if (incoming.chat.kind === 'group') return popup(frame.t('answer.openPrivately'));
  const launch = await dependencies.unitOfWork.read.launches.byId(id);
  if (launch === null || !(await concerns(dependencies, turn, launch))) {
    return popup(refusalText(frame, refuse('LAUNCH_UNKNOWN')));
  }
  if (launch.state === 'withdrawn') return popup(refusalText(frame, refuse('LAUNCH_WITHDRAWN')));
  const files = await filesOf(dependencies, turn, launch);
  return say(...(part === 'all' ? [message(launchEntries(frame, launch))] : []), ...files);
}

/** Who writes launches, who agrees to them, and once it went out the units that it speaks to. */
async function concerns({ unitOfWork }: Dependencies, turn: Turn, { id, state }: Launch): Promise<boolean> {
  const { frame, actor } = turn;
  const isStaff = may(turn, 'launch.compose') || may(turn, 'launch.approve');
  if (actor === null || isStaff || (state !== 'sent' && state !== 'withdrawn')) return isStaff;
  const receipts = await unitOfWork.read.launches.receipts(id);
  return ownReceipts(receipts, frame.directory, actor, frame.today).length > 0;
}

async function filesOf({ unitOfWork }: Dependencies, { frame }: Turn, launch: Launch): Promise<Message[]> {
  const stored = await Promise.all(
    launch.files.map(async ({ sha256, name }) => {
      const file = await unitOfWork.read.files.byHash(sha256);
      return file === null ? [] : [launchFile(frame, launch, { name, type: file.type, bytes: file.bytes })];
    }),
  );
  return stored.flat();
}
