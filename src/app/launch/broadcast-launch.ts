import type { Launch } from '../../core/launch/launch.ts';
import { cutOffAt, launchStages } from '../../core/launch/launch-stages.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { type Directory, privateChatOf } from '../../core/organisation/directory.ts';
import { nextSendMoment } from '../../core/slot/slots.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { NoticeKind } from '../ports/notice-kind.ts';
import type { PlannedNotice } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { keepersOf } from './launch-access.ts';
import { addressedGroups } from './launch-audience.ts';
import { launchNotice } from './launch-notice.ts';

export const firstStageOf = (launch: Launch, { settings }: Directory): LocalDate | null =>
  launchStages(launch, settings, calendarsOf(settings).work)[0] ?? null;

/**
 * Plans what a launch says: the post and then its files to each group, the panel to whoever wrote it, or to those in
 * their place, and the list of receipt at the cut-off.
 */
export async function broadcastLaunch(
  tx: Pick<Transaction, 'notices'>,
  ids: IdSource,
  launch: Launch,
  directory: Directory,
  today: LocalDate,
): Promise<void> {
  const at = launch.sentAt;
  const plan = async (notice: PlannedNotice): Promise<void> => {
    await tx.notices.hasten(await tx.notices.plan(notice), notice.at);
  };
  for (const group of addressedGroups(launch, directory, today)) {
    const addressee = { kind: 'chat', id: group.id } as const;
    await plan(launchNotice(ids, 'launch', launch.id, { addressee, slot: launch.id, at }));
    for (const { sha256 } of launch.files) {
      const slot = `${launch.id}:${sha256}`;
      await plan(launchNotice(ids, 'launch_file', launch.id, { addressee, slot, at }));
    }
  }
  for (const id of keepersOf(launch.createdBy, directory, today)) {
    const chat = privateChatOf(directory, id);
    if (chat === null) continue;
    const addressee = { kind: 'chat', id: chat.id } as const;
    await plan(launchNotice(ids, 'launch_panel', launch.id, { addressee, slot: launch.id, at }));
  }
  await planCutOffList(tx, ids, launch, directory);
}

const BROADCAST: readonly NoticeKind[] = ['launch', 'launch_file', 'launch_panel', 'launch_list'];

/** The same for one whose notices are planned but said to nobody: what no longer belongs to it is left out. */
export async function rebroadcastLaunch(...of: Parameters<typeof broadcastLaunch>): Promise<void> {
  const [tx, , launch] = of;
  for (const { id, kind } of await tx.notices.aboutLaunch(launch.id)) {
    if (BROADCAST.includes(kind)) await tx.notices.skip(id);
  }
  await broadcastLaunch(...of);
}

/**
 * The list of receipt, to be sent when the cut-off passes; by then its author may have left, and it is passed on. A
 * cut-off that moves has a list of its own.
 */
export async function planCutOffList(
  tx: Pick<Transaction, 'notices'>,
  ids: IdSource,
  launch: Launch,
  { settings }: Directory,
): Promise<void> {
  const passesAt = cutOffAt(launch, settings);
  if (passesAt === null || launch.acknowledgeBy === null) return;
  // A cut-off on a day off is the office's on its next morning.
  const at = nextSendMoment(passesAt, settings, calendarsOf(settings).work);
  const addressee = { kind: 'person', id: launch.createdBy } as const;
  const slot = cutOffSlot(launch);
  const notice = launchNotice(ids, 'launch_list', launch.id, { addressee, slot, at });
  await tx.notices.hasten(await tx.notices.plan(notice), at);
}

export const cutOffSlot = ({ id, acknowledgeBy }: Pick<Launch, 'id' | 'acknowledgeBy'>): string =>
  `${id}:cut-off:${acknowledgeBy}`;
export const completeSlot = ({ id }: Pick<Launch, 'id'>): string => `${id}:complete`;
