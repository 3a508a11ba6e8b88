import type { Dependencies } from '../../app/dependencies.ts';
import type { Message } from '../../app/ports/message.ts';
import type { CapabilitiesOf } from '../../app/ports/notice-renderer.ts';
import type { Line, Notice, ToldDay } from '../../app/ports/notice-repository.ts';
import type { WriteReceiptList } from '../../app/ports/receipt-list.ts';
import type { NoticeId, PersonId } from '../../core/id.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Frame } from '../views/frame.ts';

export interface NoticeParts {
  readonly dependencies: Dependencies;
  readonly capabilitiesOf: CapabilitiesOf;
  /** A link that leads a reader into the private chat; null where the channel has none. */
  readonly privateLink: (channel: string, payload: string) => string | null;
  readonly receiptList: WriteReceiptList;
}

/** A notice about to be said, with all that saying it takes. */
export interface Saying extends NoticeParts {
  readonly notice: Notice;
  readonly lines: readonly Line[];
  readonly frame: Frame;
  readonly chat: Chat;
}

/**
 * The message as of now, with the days that it tells beside its lines and the others that it says, too; or a stable
 * code of why it no longer holds.
 */
export type Said =
  | (Message & { readonly told?: readonly ToldDay[]; readonly merged?: readonly NoticeId[] })
  | { readonly withheld: string };

export interface NoticeWay {
  readonly say: (saying: Saying) => Promise<Said>;
  /**
   * What nobody asked for just now waits for the office to be open; `leeway`: what a person sent may stretch its hours
   * a little; `morning`: it waits for the reminders of the day on which it opens, to be one message with them.
   */
  readonly waitsFor: 'nothing' | 'office' | 'leeway' | 'morning';
  /** Who hears it by now in place of a person who served when it was planned; that person alone where they still do. */
  readonly keepers?: (person: PersonId, directory: Directory, today: LocalDate) => readonly PersonId[];
}

/** The notice as it would be said in its own chat; null where that cannot be reached. */
export type SayTo = (parts: NoticeParts, notice: Notice, now: Instant) => Promise<SaidTo | null>;
export interface SaidTo {
  readonly said: Said;
  readonly chat: Chat;
}
