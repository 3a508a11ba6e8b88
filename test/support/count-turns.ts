export interface TurnCounter {
  /** How often the event loop has turned. */
  stop(): number;
}

/** Counts the turns of the event loop from now on. */
export function countTurns(): TurnCounter {
  let turns = 0;
  let next: NodeJS.Immediate;
  const count = (): void => {
    next = setImmediate(() => {
      turns += 1;
      count();
    });
  };
  count();
  return {
    stop: () => {
      clearImmediate(next);
      return turns;
    },
  };
}
