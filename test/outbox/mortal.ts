/** The process died here: nothing after it happens, and nobody is told. */
export class Death extends Error {
  override readonly name = 'Death';
}

/** A life that ends at its n-th step; every await on a port is two, before its effect and after it. */
export class Life {
  #steps = 0;
  readonly #endsAt: number;

  constructor(endsAt: number) {
    this.#endsAt = endsAt;
  }

  get isOver(): boolean {
    return this.#steps >= this.#endsAt;
  }

  step(): void {
    this.#steps += 1;
    if (this.isOver) throw new Death(`at step ${this.#endsAt}`);
  }

  async through<Result>(effect: () => Promise<Result>): Promise<Result> {
    this.step();
    const result = await effect();
    this.step();
    return result;
  }
}

/** The same port, in the hands of somebody who may die at any call of it. Methods that wait are found by their promise. */
export function mortal<Port extends object>(port: Port, life: Life): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return isPort(member) ? mortal(member, life) : member;
      return (...given: unknown[]) => {
        const taken = given.map((argument) => (isWork(argument) ? mortalWork(argument, life) : argument));
        if (SYNCHRONOUS.has(name)) return Reflect.apply(member, target, taken);
        return life.through(async () => Reflect.apply(member, target, taken));
      };
    },
  });
}

const SYNCHRONOUS = new Set<string | symbol>(['nowMs', 'now']);

type Work = (tx: object) => Promise<unknown>;

// What a unit of work runs is given a transaction, which is a port too.
const mortalWork = (work: Work, life: Life) => (tx: object) => work(mortal(tx, life));
const isWork = (argument: unknown): argument is Work => typeof argument === 'function';
const isPort = (member: unknown): member is object =>
  typeof member === 'object' && member !== null && !Array.isArray(member);
