import type { Clock } from '../app/ports/clock.ts';
import type { Office } from '../compose/office.ts';
import type { Instant } from '../core/time/instant.ts';

/** What a command is given: its arguments, the three streams, the office on demand. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly readInput: () => AsyncIterable<string>;
  readonly print: (line: string) => void;
  /** To standard error. */
  readonly complain: (line: string) => void;
  /** Opens the database, to be closed when the command ends; with a clock that stands still where `now` is given. */
  readonly office: (now: Instant | null) => Promise<Office>;
  readonly clock: Clock;
}

/** Done (0) or refused (1), the reason on standard error. Wrong usage is thrown. */
export type ExitCode = 0 | 1;

export interface Command {
  /** As the README writes it. */
  readonly usage: string;
  readonly does: string;
  readonly run: (context: CommandContext) => Promise<ExitCode>;
}
