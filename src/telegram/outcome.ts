import { GrammyError, HttpError } from 'grammy';
import type { SendOutcome } from '../app/ports/messenger.ts';
import { meaningOf } from './error-table.ts';
import { Unreachable } from './transport.ts';

/**
 * What a failed call means to the sender. `unchanged` is the id of the message that was edited, null for a send.
 * Throws what neither the server nor the network said.
 */
export function outcomeOf(error: unknown, unchanged: string | null): SendOutcome {
  if (error instanceof GrammyError) return answered(error, unchanged);
  if (error instanceof HttpError) return unanswered(error.error);
  throw error;
}

function answered(error: GrammyError, unchanged: string | null): SendOutcome {
  const cause = causeOf(error);
  const { retry_after: waitSeconds, migrate_to_chat_id: chat } = error.parameters;
  const meaning = meaningOf(error.error_code, error.description);
  if (meaning === 'unknown') return { kind: 'unknown', cause };
  if (meaning === 'wait') {
    return { kind: 'not_sent', retryAfterMs: waitSeconds === undefined ? null : waitSeconds * 1000, cause };
  }
  if (meaning === 'moved') {
    return chat === undefined
      ? { kind: 'refused', refusal: 'gone', cause }
      : { kind: 'moved', chat: String(chat) };
  }
  if (meaning === 'unchanged') {
    return unchanged === null
      ? { kind: 'refused', refusal: 'message', cause }
      : { kind: 'sent', message: unchanged };
  }
  return { kind: 'refused', refusal: meaning, cause };
}

function unanswered(error: unknown): SendOutcome {
  const cause = networkCause(error);
  return error instanceof Unreachable
    ? { kind: 'not_sent', retryAfterMs: null, cause }
    : { kind: 'unknown', cause };
}

/** A short text for logs and rows, free of addresses, tokens and names. */
export function causeOf(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
  if (error instanceof HttpError) return networkCause(error.error);
  return error instanceof Error ? error.name : 'unknown error';
}

function networkCause(error: unknown): string {
  if (!(error instanceof Error)) return 'network';
  if ('code' in error && typeof error.code === 'string') return `network ${error.code}`;
  if (error instanceof SyntaxError) return 'answer is not JSON';
  return /timed out/.test(error.message) ? 'network timeout' : `network ${error.name}`;
}
