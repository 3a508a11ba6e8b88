import type { Dependencies } from '../app/dependencies.ts';
import type { DialogueStore } from '../app/ports/dialogue-store.ts';
import type { Transaction } from '../app/ports/transaction.ts';
import type { Directory } from '../core/organisation/directory.ts';

/**
 * The dependencies of somebody who asks what would happen: reads see `directory` and no dialogue, what is written is
 * rolled back once its result is known.
 */
export function rehearsing(dependencies: Dependencies, directory: Directory): Dependencies {
  const seen = <Reads extends Pick<Transaction, 'organisation' | 'dialogues'>>(reads: Reads): Reads => ({
    ...reads,
    organisation: new Proxy(reads.organisation, {
      get: (repository, key) => {
        if (key === 'directory') return async () => directory;
        const member: unknown = Reflect.get(repository, key);
        return typeof member === 'function' ? member.bind(repository) : member;
      },
    }),
    dialogues: NO_DIALOGUES,
  });
  const { unitOfWork } = dependencies;
  const run = async <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => {
    try {
      return await unitOfWork.run(async (tx) => {
        throw new TakenBack(await work(seen(tx)));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.result as Result;
      throw error;
    }
  };
  return { ...dependencies, unitOfWork: { read: seen(unitOfWork.read), run, alone: run } };
}

/** Rolls a transaction back that did what it should; carries what it would have returned. */
class TakenBack extends Error {
  override readonly name = 'TakenBack';
  readonly result: unknown;

  constructor(result: unknown) {
    super('a rehearsal is taken back');
    this.result = result;
  }
}

/** Nobody at a terminal is in the midst of a dialogue. */
const NO_DIALOGUES: DialogueStore = {
  open: async () => null,
  save: async () => undefined,
  saveIfFree: async () => undefined,
  close: async () => undefined,
};
