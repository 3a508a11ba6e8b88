import type { Logger } from '../app/ports/logger.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { Transaction } from '../app/ports/transaction.ts';
import type { ReadModel, UnitOfWork } from '../app/ports/unit-of-work.ts';
import { LatestReads, TransactionReads, WholeCache } from './cached-reads.ts';
import type { WholeClient } from './database/client.ts';
import { isConflict } from './database/conflict.ts';
import type { Store } from './database/store.ts';
import { repositoriesOf } from './repositories/repositories.ts';

export interface UnitOfWorkOptions extends Pick<Store, 'isolation' | 'gate' | 'commitsOfOthers'> {
  readonly client: WholeClient;
  readonly timer: Timer;
  readonly logger: Logger;
  /** Told after a commit that left something to send: a notice was planned, or a living message is behind. */
  readonly onPlanned: () => void;
}

/** The first run and five more. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;
/** Only against a hang: the longest work (a plan's roll-forward) takes seconds. */
const LONGEST_MS = 120_000;

export class PrismaUnitOfWork implements UnitOfWork {
  readonly #bare: Transaction;
  readonly #options: UnitOfWorkOptions;
  readonly #cache: WholeCache;

  constructor(options: UnitOfWorkOptions) {
    this.#options = options;
    this.#cache = new WholeCache(options.commitsOfOthers);
    const reads = new LatestReads(options.client, this.#cache);
    this.#bare = repositoriesOf(options.client, reads, options.onPlanned);
  }

  get read(): ReadModel {
    return this.#bare;
  }

  alone<Result>(statement: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return statement(this.#bare);
  }

  async run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#options.gate.pass(() => this.#attempt(work), attempt > 1);
      } catch (error) {
        if (attempt === ATTEMPTS || !isConflict(error)) throw error;
        this.#options.logger.debug({ attempt, err: error }, 'unit of work runs again after a conflict');
        // The longer it goes on, the wider they are strewn.
        await this.#options.timer.wait(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
      }
    }
  }

  async #attempt<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const { client, isolation, onPlanned } = this.#options;
    let reads: TransactionReads | undefined;
    let isPlanned = false;
    const plan = (): void => {
      isPlanned = true;
    };
    try {
      const result = await client.$transaction(
        (bound) => {
          reads = new TransactionReads(bound, this.#cache);
          return work(repositoriesOf(bound, reads, plan));
        },
        {
          maxWait: LONGEST_MS,
          timeout: LONGEST_MS,
          ...(isolation !== undefined && { isolationLevel: isolation as 'Serializable' }),
        },
      );
      if (isPlanned) onPlanned();
      return result;
    } finally {
      reads?.ended();
    }
  }
}
