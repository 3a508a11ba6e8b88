import type { ChatId } from '../../core/id.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { cutOffAt, launchStages } from '../../core/launch/launch-stages.ts';
import { calendarsOf } from '../../core/organisation/calendars.ts';
import { type Directory, privateChatOf } from '../../core/organisation/directory.ts';
import { nextSendMoment } from '../../core/slot/slots.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { toChat, toPerson } from '../notices/plan-notice.ts';
import type { LaunchNoticeKind, NoticeKind } from '../ports/notice-kind.ts';
import type { UseCase } from '../use-case.ts';
import { keepersOf } from './launch-access.ts';
import { addressedGroups } from './launch-audience.ts';
import { tellOfLaunch } from './tell-of-launch.ts';

/** The first day on which it reminds; null where its cut-off leaves none. */
export const firstStageOf = (launch: Launch, { settings }: Directory): LocalDate | null =>
  launchStages(launch, settings, calendarsOf(settings).work)[0] ?? null;

/**
 * Plans what a launch says: the post and then its files to each group, the panel to whoever wrote it, or to those in
 * their place, and the list of receipt at the cut-off.
 */
export async function broadcastLaunch(useCase: UseCase, launch: Launch): Promise<void> {
  const { tx, directory, today } = useCase;
  const { id, sentAt } = launch;
  const say = async (kind: LaunchNoticeKind, chatId: ChatId, slot: string = id): Promise<void> => {
    const noticeId = await tellOfLaunch(useCase, kind, id, toChat(chatId), slot, sentAt);
    await tx.notices.hasten(noticeId, sentAt);
  };
  for (const group of addressedGroups(launch, directory, today)) {
    await say('launch', group.id);
    for (const { sha256 } of launch.files) await say('launch_file', group.id, `${id}:${sha256}`);
  }
  for (const keeper of keepersOf(launch.createdBy, directory, today)) {
    const chat = privateChatOf(directory, keeper);
    if (chat !== null) await say('launch_panel', chat.id);
  }
  await planCutOffList(useCase, launch);
}

const BROADCAST: readonly NoticeKind[] = ['launch', 'launch_file', 'launch_panel', 'launch_list'];

/** The same for one whose notices are planned but said to nobody: what no longer belongs to it is left out. */
export async function rebroadcastLaunch(useCase: UseCase, launch: Launch): Promise<void> {
  const { notices } = useCase.tx;
  for (const { id, kind } of await notices.aboutLaunch(launch.id)) {
    if (BROADCAST.includes(kind)) await notices.skip(id);
  }
  await broadcastLaunch(useCase, launch);
}

/**
 * The list of receipt, to be sent when the cut-off passes; by then its author may have left, and it is passed on. A
 * cut-off that moves has a list of its own.
 */
export async function planCutOffList(useCase: UseCase, launch: Launch): Promise<void> {
  const { settings } = useCase.directory;
  const passesAt = cutOffAt(launch, settings);
  if (passesAt === null || launch.acknowledgeBy === null) return;
  // A cut-off on a day off is the office's on its next morning.
  const at = nextSendMoment(passesAt, settings, calendarsOf(settings).work);
  const { id, createdBy } = launch;
  const noticeId = await tellOfLaunch(
    useCase,
    'launch_list',
    id,
    toPerson(createdBy),
    cutOffSlot(launch),
    at,
  );
  await useCase.tx.notices.hasten(noticeId, at);
}

/** The slots of its list of receipt: at this cut-off, and once all have received it. */
export const cutOffSlot = ({ id, acknowledgeBy }: Pick<Launch, 'id' | 'acknowledgeBy'>): string =>
  `${id}:cut-off:${acknowledgeBy}`;
export const completeSlot = ({ id }: Pick<Launch, 'id'>): string => `${id}:complete`;
