import { type AssignmentSeen, isSteeredBy, seeAssignment } from '../../app/assignment/see-assignment.ts';
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
import { dayAt } from '../../app/today.ts';
import type { TaskId } from '../../core/id.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import { chatById, type Directory } from '../../core/organisation/directory.ts';
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

const ASSIGNMENT_VIEWS: Readonly<
  Record<string, (frame: Frame, chat: Chat, shown: AssignmentSeen) => Message>
> = {
  [ASSIGNMENT_POST]: (frame, chat, shown) => assignmentPost(frame, chat.clusterId, shown),
  [ASSIGNMENT_PANEL]: (frame, _, shown) => assignmentPanel(frame, shown),
};

type Shown = Parameters<LivingRenderer['render']>[0];

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

  async render(living: Shown, now: Instant): Promise<Message | null> {
    const directory = await this.#dependencies.unitOfWork.read.organisation.directory();
    const chat = chatById(directory, living.chatId);
    const capabilities = this.#capabilitiesOf(chat.channel);
    const message = await this.#whole(living, chat, directory, now);
    if (message === null || capabilities === null) return null;
    return partsFor(capabilities, message).at(-1) ?? null;
  }

  async #whole(living: Shown, chat: Chat, directory: Directory, now: Instant): Promise<Message | null> {
    const { read } = this.#dependencies.unitOfWork;
    if (living.kind === GROUP_BOARD) {
      if (chat.clusterId !== living.subject) return null;
      const frame = await this.#frame(chat, directory, now);
      return groupBoard(frame, chat.clusterId, await workOnBoard(read, frame));
    }
    if (living.kind === HAND_OVER) {
      const handOver = await read.handOvers.byId(living.subject as HandOverId);
      if (handOver === null || chat.personId === null) return null;
      const frame = await this.#frame(chat, directory, now);
      return handOverMessage(
        frame,
        handOver,
        await handOverSheet(read, directory, handOver, frame.today),
        chat.personId,
      );
    }
    const assigned = ASSIGNMENT_VIEWS[living.kind];
    if (assigned !== undefined) {
      const task = await seeAssignment(read, living.subject as TaskId);
      if (task === null) return null;
      const frame = await this.#frame(chat, directory, now);
      const isTheirs = living.kind !== ASSIGNMENT_PANEL || isSteeredBy(task, chat.personId, frame);
      return isTheirs ? assigned(frame, chat, task) : null;
    }
    if (living.kind === LAUNCH_POST) {
      const shown = await seeLaunchPost(read, living.subject);
      if (shown === null) return null;
      const frame = await this.#frame(chat, directory, now);
      const post = postFor(frame, chat.clusterId, shown);
      const { launch } = shown;
      const isBeside = living.messageKey === null && launch.state === 'sent' && launch.changedAt !== null;
      return isBeside ? asCorrection(frame, launch, post) : post;
    }
    if (living.kind !== LAUNCH_PANEL) return null;
    const shown = await seeLaunch(read, living.subject);
    return shown === null ? null : launchPanel(await this.#frame(chat, directory, now), shown);
  }

  async #frame(chat: Chat, directory: Directory, now: Instant): Promise<Frame> {
    const book = await this.#dependencies.unitOfWork.read.plans.book();
    const t = translator(localeIn(chat, directory));
    return { t, directory, book, now, today: dayAt(now, directory) };
  }
}
