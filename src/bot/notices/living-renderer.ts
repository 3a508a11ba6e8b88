import { isSteeredBy, seeAssignment } from '../../app/assignment/see-assignment.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { seeLaunch, seeLaunchPost } from '../../app/launch/see-launch.ts';
import {
  ASSIGNMENT_PANEL,
  ASSIGNMENT_POST,
  GROUP_BOARD,
  HAND_OVER,
  LAUNCH_PANEL,
  LAUNCH_POST,
} from '../../app/notices/living-kinds.ts';
import { workOnBoard } from '../../app/overview/work-on-board.ts';
import { handOverSheet } from '../../app/people/hand-over-sheet.ts';
import type { Message } from '../../app/ports/message.ts';
import type { CapabilitiesOf, LivingRenderer } from '../../app/ports/notice-renderer.ts';
import type { ReadModel } from '../../app/ports/unit-of-work.ts';
import { dayAt } from '../../app/today.ts';
import type { TaskId } from '../../core/id.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import { chatById } from '../../core/organisation/directory.ts';
import type { HandOverId } from '../../core/organisation/hand-over.ts';
import { localeIn } from '../../core/organisation/locale.ts';
import type { Instant } from '../../core/time/instant.ts';
import { translator } from '../../i18n/translator.ts';
import { partsFor } from '../split-message.ts';
import { assignmentPost } from '../views/assignment/assignment.ts';
import { assignmentPanel } from '../views/assignment/assignment-panel.ts';
import type { Frame } from '../views/frame.ts';
import { asCorrection, postFor } from '../views/launch/launch.ts';
import { launchPanel } from '../views/launch/launch-panel.ts';
import { groupBoard } from '../views/overview/board.ts';
import { handOverMessage } from '../views/people/hand-over.ts';

type Living = Parameters<LivingRenderer['render']>[0];

/** The present state of one living message; null where its subject is gone, or is no more for this chat. */
type Show = (at: {
  readonly read: ReadModel;
  readonly living: Living;
  readonly chat: Chat;
  readonly frame: Frame;
}) => Promise<Message | null>;

const SHOW: Readonly<Record<string, Show>> = {
  [GROUP_BOARD]: async ({ read, living, chat, frame }) =>
    chat.clusterId === living.subject
      ? groupBoard(frame, chat.clusterId, await workOnBoard(read, frame))
      : null,
  [HAND_OVER]: async ({ read, living, chat, frame }) => {
    const handOver = await read.handOvers.byId(living.subject as HandOverId);
    if (handOver === null || chat.personId === null) return null;
    const sheet = await handOverSheet(read, frame.directory, handOver, frame.today);
    return handOverMessage(frame, handOver, sheet, chat.personId);
  },
  [ASSIGNMENT_POST]: async ({ read, living, chat, frame }) => {
    const seen = await seeAssignment(read, living.subject as TaskId);
    return seen === null ? null : assignmentPost(frame, chat.clusterId, seen);
  },
  [ASSIGNMENT_PANEL]: async ({ read, living, chat, frame }) => {
    const seen = await seeAssignment(read, living.subject as TaskId);
    return seen !== null && isSteeredBy(seen, chat.personId, frame) ? assignmentPanel(frame, seen) : null;
  },
  [LAUNCH_POST]: async ({ read, living, chat, frame }) => {
    const seen = await seeLaunchPost(read, living.subject);
    if (seen === null) return null;
    const { launch } = seen;
    const post = postFor(frame, chat.clusterId, seen);
    const isBeside = living.messageKey === null && launch.state === 'sent' && launch.changedAt !== null;
    return isBeside ? asCorrection(frame, launch, post) : post;
  },
  [LAUNCH_PANEL]: async ({ read, living, frame }) => {
    const seen = await seeLaunch(read, living.subject);
    return seen === null ? null : launchPanel(frame, seen);
  },
};

/**
 * Shows a living message in its present state; null where its subject is gone. Of what a channel takes in parts only the
 * last is shown, as that is the one which lives on.
 */
export class ChatLivingRenderer implements LivingRenderer {
  readonly #dependencies: Dependencies;
  readonly #capabilitiesOf: CapabilitiesOf;

  constructor(dependencies: Dependencies, capabilitiesOf: CapabilitiesOf) {
    this.#dependencies = dependencies;
    this.#capabilitiesOf = capabilitiesOf;
  }

  async render(living: Living, now: Instant): Promise<Message | null> {
    const { read } = this.#dependencies.unitOfWork;
    const directory = await read.organisation.directory();
    const chat = chatById(directory, living.chatId);
    const capabilities = this.#capabilitiesOf(chat.channel);
    if (capabilities === null) return null;
    const t = translator(localeIn(chat, directory));
    const frame = { t, directory, book: await read.plans.book(), now, today: dayAt(now, directory) };
    const whole = (await SHOW[living.kind]?.({ read, living, chat, frame })) ?? null;
    return whole === null ? null : (partsFor(capabilities, whole).at(-1) ?? null);
  }
}
