import type { Dependencies } from '../../app/dependencies.ts';
import { ownReceipts } from '../../app/launch/launch-audience.ts';
import { refuse } from '../../app/outcome.ts';
import type { Message } from '../../app/ports/message.ts';
import type { LaunchId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { onlyPrivately } from '../private-door.ts';
import { refusal } from '../refusal.ts';
import { type Reply, say } from '../reply.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { launchAnswers, launchEntries, launchFile } from '../views/launch/launch.ts';
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
  if (incoming.chat.kind === 'group') return onlyPrivately(turn);
  const launch = await dependencies.unitOfWork.read.launches.byId(id);
  const isAsked = launch !== null && (await asksOf(dependencies, turn, launch));
  if (launch === null || !(isAsked || isStaff(turn))) {
    return refusal(frame, refuse('LAUNCH_UNKNOWN'));
  }
  if (launch.state === 'withdrawn') return refusal(frame, refuse('LAUNCH_WITHDRAWN'));
  const files = await filesOf(dependencies, turn, launch);
  const answers = isAsked ? [launchAnswers(frame, launch)] : [];
  return say(...(part === 'all' ? [message(launchEntries(frame, launch), answers)] : []), ...files);
}

/** Who writes launches, and who agrees to them. */
const isStaff = (turn: Turn): boolean => may(turn, 'launch.compose') || may(turn, 'launch.approve');

/** Once it went out the units that it speaks to. */
async function asksOf(
  { unitOfWork }: Dependencies,
  { frame, actor }: Turn,
  { id, state }: Launch,
): Promise<boolean> {
  if (actor === null || (state !== 'sent' && state !== 'withdrawn')) return false;
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
