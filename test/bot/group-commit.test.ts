import { expect, test } from 'vitest';
import type { Transaction } from '../../src/app/ports/transaction.ts';
import { GroupCommit } from '../../src/bot/group-commit.ts';

/** Commits as a database would: what a failing work did is undone; a commit ends when the test says so. */
class Commits {
  readonly committed: string[][] = [];
  #open: string[] = [];
  #release: (() => void) | null = null;
  held = false;

  readonly unitOfWork = {
    run: async <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => {
      this.#open = [];
      if (this.held) await new Promise<void>((resolve) => (this.#release = resolve));
      const result = await work({} as Transaction);
      this.committed.push(this.#open);
      return result;
    },
  };

  write = (what: string) => async (): Promise<string> => {
    this.#open.push(what);
    return what;
  };

  release(): void {
    this.held = false;
    this.#release?.();
  }
}

const broken = async (): Promise<never> => {
  throw new Error('a fault');
};

test('what comes while a commit is under way is committed together after it, in the order in which it came', async () => {
  const commits = new Commits();
  const group = new GroupCommit(commits.unitOfWork);
  commits.held = true;
  const all = ['a', 'b', 'c'].map((what) => group.run(commits.write(what)));

  commits.release();

  expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
  expect(commits.committed).toEqual([['a'], ['b', 'c']]);
});

test('one that fails is told so, and takes none of those down that were to be committed with it', async () => {
  const commits = new Commits();
  const group = new GroupCommit(commits.unitOfWork);
  commits.held = true;
  const first = group.run(commits.write('a'));
  const others = Promise.allSettled([
    group.run(commits.write('b')),
    group.run(broken),
    group.run(commits.write('c')),
  ]);

  commits.release();
  await first;

  expect((await others).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(commits.committed).toEqual([['a'], ['b'], ['c']]);
});

test('after a failure it goes on', async () => {
  const commits = new Commits();
  const group = new GroupCommit(commits.unitOfWork);

  await expect(group.run(broken)).rejects.toThrow('a fault');

  expect(await group.run(commits.write('a'))).toBe('a');
});
