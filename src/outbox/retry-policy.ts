import type { Refusal, SendOutcome } from '../app/ports/messenger.ts';

/** What has been tried for one part, within one claim; `doubts` is of all its life. */
export interface Tried {
  readonly doubts: number;
  readonly moves: number;
  readonly threadless: boolean;
  readonly plain: boolean;
}

export const UNTRIED: Tried = { doubts: 0, moves: 0, threadless: false, plain: false };

/** What follows from the outcome of an attempt. */
export type Step =
  | { readonly do: 'done'; readonly messageKey: string }
  /** Once more at once, changed; `movedTo` is the chat's new id at its channel. */
  | { readonly do: 'again'; readonly tried: Tried; readonly movedTo: string | null }
  /** Certainly not sent: again when the channel is open. */
  | { readonly do: 'wait' }
  /** Perhaps sent: once more, marked, when the channel is open. */
  | { readonly do: 'repeat' }
  /** Perhaps sent, twice: left so. */
  | { readonly do: 'doubt' }
  | { readonly do: 'die'; readonly cause: SendCause; readonly losesChat: boolean };

/** Why a channel would not take a notice. */
export type SendCause =
  | 'SEND_BLOCKED'
  | 'SEND_GONE'
  | 'SEND_THREAD'
  | 'SEND_RIGHTS'
  | 'SEND_MESSAGE'
  | 'SEND_NOT_EDITABLE';

const MOST_MOVES = 3;
/** Repeated once; a second doubt stays one. */
export const MOST_DOUBTS = 2;

const die = (cause: SendCause, losesChat = false): Step => ({ do: 'die', cause, losesChat });
const again = (tried: Tried): Step => ({ do: 'again', tried, movedTo: null });

const AFTER_REFUSAL: Record<Refusal, (tried: Tried) => Step> = {
  blocked: () => die('SEND_BLOCKED', true),
  gone: () => die('SEND_GONE', true),
  thread: (tried) => (tried.threadless ? die('SEND_THREAD') : again({ ...tried, threadless: true })),
  rights: () => die('SEND_RIGHTS'),
  message: (tried) => (tried.plain ? die('SEND_MESSAGE') : again({ ...tried, plain: true })),
  not_editable: () => die('SEND_NOT_EDITABLE'),
  unauthorised: () => ({ do: 'wait' }),
};

/** The send rules: what to do after `outcome`, given what was tried before it. */
export function nextStep(outcome: SendOutcome, tried: Tried): Step {
  switch (outcome.kind) {
    case 'sent':
      return { do: 'done', messageKey: outcome.message };
    case 'not_sent':
      return { do: 'wait' };
    case 'moved':
      return tried.moves < MOST_MOVES
        ? { do: 'again', tried: { ...tried, moves: tried.moves + 1 }, movedTo: outcome.chat }
        : { do: 'wait' };
    case 'refused':
      return AFTER_REFUSAL[outcome.refusal](tried);
    case 'unknown':
      return { do: tried.doubts + 1 < MOST_DOUBTS ? 'repeat' : 'doubt' };
    default:
      return outcome satisfies never;
  }
}
