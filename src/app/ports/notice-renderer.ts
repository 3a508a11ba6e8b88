import type { ChatId, NoticeId, PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LivingMessage } from './living-message-repository.ts';
import type { Message } from './message.ts';
import type { Capabilities } from './messenger.ts';
import type { Line, Notice, ToldDay } from './notice-repository.ts';

/**
 * Says a notice as of now, or that it no longer holds (done, moved, withdrawn, handed over, chat lost). The parts
 * are already split for the channel of the chat.
 */
export interface NoticeRenderer {
  render(notice: Notice, lines: readonly Line[], now: Instant): Promise<RenderedNotice>;
}

export type RenderedNotice =
  | {
      readonly kind: 'said';
      readonly chatId: ChatId;
      readonly parts: readonly Message[];
      /** Days that it tells beside those of its lines. */
      readonly told?: readonly ToldDay[];
      /** Others of the same morning that it says, too. */
      readonly merged?: readonly NoticeId[];
    }
  /** A trial is running: as it would be said, shown to these instead. */
  | {
      readonly kind: 'rehearsed';
      readonly chatId: ChatId;
      readonly parts: readonly Message[];
      readonly to: readonly PersonId[];
      readonly merged?: readonly NoticeId[];
    }
  /** Its addressee does not serve in that place any more: these hear it instead. */
  | { readonly kind: 'passed_on'; readonly to: readonly PersonId[] }
  | { readonly kind: 'withheld'; readonly cause: string }
  /** Not at this hour, or together with what falls due at that instant: to be rendered again then. */
  | { readonly kind: 'later'; readonly at: Instant };

/** Renders a living message in its present state. */
export interface LivingRenderer {
  /** Without a key it is posted anew, for what was posted first is gone or can no longer be edited. */
  render(
    living: Pick<LivingMessage, 'kind' | 'subject' | 'chatId' | 'messageKey'>,
    now: Instant,
  ): Promise<Message | null>;
}

/** What the channel of a chat can; null where no messenger serves it. */
export type CapabilitiesOf = (channel: string) => Capabilities | null;
