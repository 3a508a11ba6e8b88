import type { Clock } from './ports/clock.ts';
import type { IdSource } from './ports/id-source.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';

/** What every use case is given. */
export interface Dependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Who asks for something to be done, from where, and by which update. */
export interface Request {
  readonly channel: string;
  /** The messenger's id of the user. */
  readonly user: string;
  /** The messenger's id of the chat. */
  readonly chat: string;
  /** A second run of the same update finds the first one's effect. */
  readonly effectKey: string;
}
