import { GrammyError } from 'grammy';
import { meaningOf } from './error-table.ts';
import { causeOf } from './outcome.ts';

/** Telegram does not know the token: to try again cannot help. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';

  constructor() {
    super('Telegram does not accept BOT_TOKEN; ask @BotFather for the present one');
  }
}

export interface Pause {
  readonly waitMs: number;
  readonly cause: string;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** Longer would look like a loop that has stopped. */
const LONGEST_WISHED_MS = 45_000;

/** How long to wait after the nth failure in a row, from 0. Throws TokenRefused where waiting cannot help. */
export function pauseAfter(error: unknown, failures: number): Pause {
  const backoffMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 5));
  const cause = causeOf(error);
  if (!(error instanceof GrammyError)) return { waitMs: backoffMs, cause };
  if (meaningOf(error.error_code, error.description) === 'unauthorised') throw new TokenRefused();
  // Somebody else polls with this token, or did a moment ago and the server has not yet noticed.
  if (error.error_code === 409) return { waitMs: LONGEST_MS, cause };
  const wishedMs = (error.parameters.retry_after ?? 0) * 1000;
  return { waitMs: Math.min(LONGEST_WISHED_MS, Math.max(backoffMs, wishedMs)), cause };
}
