import type { Message } from './message.ts';

/** Where a channel delivers: its own id of the chat, and of the topic in it where it has topics. */
export interface Address {
  readonly channel: string;
  readonly chat: string;
  readonly thread: string | null;
}

/** What a channel can. Code asks for these, never for the channel's name. */
export interface Capabilities {
  readonly buttons: boolean;
  readonly edit: boolean;
  readonly files: boolean;
  readonly groups: boolean;
  readonly threads: boolean;
  /** Longest text of one message, in Unicode code points. */
  readonly textLimit: number;
}

/** Why a channel refused for good. `message`: it took exception to the message itself, which is a fault of ours. */
export type Refusal = 'blocked' | 'gone' | 'thread' | 'rights' | 'message' | 'not_editable' | 'unauthorised';

export type SendOutcome =
  | { readonly kind: 'sent'; readonly message: string }
  /** Certainly not sent; may be tried again after so many milliseconds of real time, null where unstated. */
  | { readonly kind: 'not_sent'; readonly retryAfterMs: number | null; readonly cause: string }
  /** The chat goes on under another id. Not sent. */
  | { readonly kind: 'moved'; readonly chat: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly cause: string }
  /** The request left and no answer came: sent or not, nobody knows. */
  | { readonly kind: 'unknown'; readonly cause: string };

/** Things done to a chat beside sending. All are best effort: a failure is logged, never retried for long. */
export type ChatEffect =
  | { readonly kind: 'pin'; readonly message: string }
  | { readonly kind: 'delete'; readonly message: string };

/** `rights`: the bot may not do it there. `failed`: for any other reason. */
export type EffectOutcome = 'done' | 'rights' | 'failed';

/** A passing line, or a popup that wants closing; a link of ours opens in their place where the channel can. */
export interface PressAnswer {
  readonly text: string;
  readonly popup: boolean;
  readonly link?: string;
}

/**
 * One channel, outward. Never throws for what the channel answers; a broken invariant may throw. A message longer
 * than the channel takes must have been split before.
 */
export interface Messenger {
  readonly channel: string;
  readonly capabilities: Capabilities;
  send(address: Address, message: Message): Promise<SendOutcome>;
  /** Replaces text and buttons of a message of our own. Unchanged content counts as sent. */
  edit(address: Address, messageKey: string, message: Message): Promise<SendOutcome>;
  /** Answers a press, or only ends its waiting. Too late is no error. */
  answerPress(press: string, answer: PressAnswer | null): Promise<void>;
  apply(address: Address, effect: ChatEffect): Promise<EffectOutcome>;
  /** A link that opens the private chat with the bot and hands it the payload (`A-Za-z0-9_-`, at most 64); null where the channel has none. */
  privateLink(payload: string): string | null;
  /** A link that lets somebody choose a group to add the bot to, where it is handed the payload; null where the channel has none. */
  groupLink(payload: string): string | null;
}
