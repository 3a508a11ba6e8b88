import type { Dependencies } from '../../app/dependencies.ts';
import { LAUNCH_PANEL, LAUNCH_POST } from '../../app/living-kinds.ts';
import type { Message } from '../../app/ports/message.ts';
import type { LivingRenderer } from '../../app/ports/notice-renderer.ts';
import { dayAt } from '../../app/today.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import { chatById } from '../../core/organisation/directory.ts';
import type { Instant } from '../../core/time/instant.ts';
import { translator } from '../../i18n/translator.ts';
import type { Frame } from '../views/frame.ts';
import { launchPanel } from '../views/launch-panel.ts';
import { type LaunchShown, launchOf } from './launch-shown.ts';
import { postFor } from './say-launch.ts';

const VIEWS: Readonly<Record<string, (frame: Frame, chat: Chat, shown: LaunchShown) => Message>> = {
  [LAUNCH_POST]: (frame, chat, shown) => postFor(frame, chat.clusterId, shown),
  [LAUNCH_PANEL]: (frame, _, shown) => launchPanel(frame, shown),
};

/** Shows a living message in its present state; null where its subject is gone. */
export class ChatLivingRenderer implements LivingRenderer {
  readonly #dependencies: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  async render(living: Parameters<LivingRenderer['render']>[0], now: Instant): Promise<Message | null> {
    const { read } = this.#dependencies.unitOfWork;
    const directory = await read.organisation.directory();
    const chat = chatById(directory, living.chatId);
    const shown = await launchOf(this.#dependencies, living.subject);
    const view = VIEWS[living.kind];
    if (shown === null || view === undefined) return null;
    const t = translator(chat.locale ?? directory.settings.locale);
    const frame = { t, directory, book: await read.plans.book(), now, today: dayAt(now, directory) };
    return view(frame, chat, shown);
  }
}
