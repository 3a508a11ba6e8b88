import type { Transaction } from '../app/ports/transaction.ts';
import type { UnitOfWork } from '../app/ports/unit-of-work.ts';

interface Entry {
  /** Gives what is to be done once it is committed. */
  readonly run: (tx: Transaction) => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

/**
 * Small units of work that come while one is being committed are committed together after it, in the order in which
 * they came: a commit is what an answer waits for longest. Where one of them fails, each is run by itself, so that
 * it takes nobody down with it.
 */
export class GroupCommit {
  readonly #unitOfWork: Pick<UnitOfWork, 'run'>;
  readonly #waiting: Entry[] = [];
  #isCommitting = false;

  constructor(unitOfWork: Pick<UnitOfWork, 'run'>) {
    this.#unitOfWork = unitOfWork;
  }

  /** As UnitOfWork.run. */
  run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = async (tx: Transaction) => {
        const result = await work(tx);
        return () => resolve(result);
      };
      this.#waiting.push({ run, reject });
      if (!this.#isCommitting) void this.#commitAll();
    });
  }

  async #commitAll(): Promise<void> {
    this.#isCommitting = true;
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0));
    this.#isCommitting = false;
  }

  async #commit(entries: readonly Entry[]): Promise<void> {
    try {
      const committed = await this.#unitOfWork.run(async (tx) => {
        const settlers: (() => void)[] = [];
        for (const { run } of entries) settlers.push(await run(tx));
        return settlers;
      });
      for (const settle of committed) settle();
    } catch (error) {
      if (entries.length === 1) entries[0]?.reject(error);
      else for (const entry of entries) await this.#commit([entry]);
    }
  }
}
