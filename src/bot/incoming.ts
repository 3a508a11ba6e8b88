import type { ChatKind } from '../core/organisation/chat.ts';
import type { Instant } from '../core/time/instant.ts';

/** What somebody wrote or pressed, free of any channel. Channel adapters make it; nothing in it is trusted. */
export interface Incoming {
  readonly channel: string;
  /** Unique a channel and bot: the same update again has the same key, and so the same effect. */
  readonly effectKey: string;
  readonly at: Instant;
  readonly chat: IncomingChat;
  /** Null where nobody can be named: an anonymous group admin, a channel's post. */
  readonly sender: IncomingSender | null;
  readonly content: IncomingContent;
  /** Taken again after an interruption: what is answered may have been answered already. */
  readonly again: boolean;
}

export interface IncomingChat {
  readonly key: string;
  readonly kind: ChatKind;
  readonly title: string;
  readonly thread: string | null;
}

export interface IncomingSender {
  readonly user: string;
  /** The language that the messenger reports, `vi`, `en-GB`, …; a hint only. */
  readonly language: string | null;
}

export type IncomingContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly message: string;
      /** Mentions the bot, replies to it, is a command for it, or stands in a private chat. */
      readonly addressed: boolean;
      readonly repliesTo: string | null;
      /** What that message says; absent where it says nothing in words. */
      readonly repliedText?: string;
    }
  | {
      readonly kind: 'press';
      /** Encoded action, perhaps old or forged. */
      readonly data: string;
      /** To be answered, see Messenger.answerPress. */
      readonly press: string;
      /** The message under which the button stood; null when it is gone. */
      readonly message: string | null;
    }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly size: number | null;
      readonly caption: string;
      readonly message: string;
      readonly addressed: boolean;
      /** Fetches the bytes; throws FileTooLarge or FileUnavailable. */
      fetch(): Promise<Uint8Array>;
    }
  /** The bot itself was added to the chat, removed from it, unblocked, blocked, or given or denied rights there. */
  | { readonly kind: 'membership'; readonly present: boolean; readonly wasPresent: boolean }
  /** The chat goes on under another id. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The topic in which it stands was closed, or opened again. */
  | { readonly kind: 'topic'; readonly open: boolean }
  /** Anything else (a sticker, a poll, a service message): of interest only where an answer was awaited. */
  | { readonly kind: 'other'; readonly addressed: boolean };

export type IncomingFile = Extract<IncomingContent, { kind: 'file' }>;

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

export class FileUnavailable extends Error {
  override readonly name = 'FileUnavailable';
}
