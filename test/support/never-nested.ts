import { AsyncLocalStorage } from 'node:async_hooks';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';

/**
 * Refuses a unit of work that is begun inside another, which on SQLite would wait for itself until it times out. Here
 * and not in the program: whoever follows what is called by whom pays for it at each promise.
 */
export function neverNested(inner: UnitOfWork): UnitOfWork {
  const running = new AsyncLocalStorage<true>();
  return {
    read: inner.read,
    alone: (statement) => inner.alone(statement),
    run: async (work) => {
      if (running.getStore() === true) throw new Error('a unit of work was begun inside another');
      return running.run(true, () => inner.run(work));
    },
  };
}
