import type { Message } from '../app/ports/message.ts';
import type { ChatEffect, EffectOutcome, PressAnswer } from '../app/ports/messenger.ts';
import type { Transaction } from '../app/ports/transaction.ts';

/** What the conversation answers to one update. All parts are optional; nothing at all is silence. */
export interface Reply {
  /** Answers the press with a passing line, or with a popup that wants closing. */
  readonly answer?: PressAnswer;
  /** Replaces the message under which the pressed button stood. */
  readonly edit?: Message;
  /** That message with something added, none of it lost; where it cannot be edited it stays as it is. */
  readonly amended?: Message;
  /** What nobody waits for: done in the transaction that ends the update, once the answer is out. */
  readonly afterwards?: (tx: Transaction) => Promise<void>;
  /** Done to the chat, before anything is said. */
  readonly effects?: readonly ChatEffect[];
  /** Said instead of all else, where the channel did not take an effect. */
  readonly insteadWhen?: Readonly<Record<Exclude<EffectOutcome, 'done'>, Reply>>;
  /** What came in is not kept: the update is emptied as it ends. */
  readonly forget?: boolean;
  /** To the chat. */
  readonly say?: readonly Message[];
  /** To the private chat of whoever pressed, with nothing said here; lost where there is none to reach. */
  readonly quietly?: Message;
  /** To the private chat of whoever wrote; `otherwise` to the chat, where there is no private chat to reach. */
  readonly privately?: { readonly message: Message; readonly otherwise: Message; readonly notice: Message };
}

export const SILENCE: Reply = {};
export const say = (...messages: readonly Message[]): Reply => ({ say: messages });
export const popup = (text: string): Reply => ({ answer: { text, popup: true } });

/** The same with nothing replaced: what would stand in its place is said after it. */
export const besides = ({ edit, ...reply }: Reply): Reply =>
  edit === undefined ? reply : { ...reply, say: [edit, ...(reply.say ?? [])] };
