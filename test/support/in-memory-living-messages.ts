import type {
  AdoptedMessage,
  LivingMessage,
  LivingMessageRepository,
} from '../../src/app/ports/living-message-repository.ts';
import type { Id } from '../../src/core/id.ts';

interface Row {
  readonly living: LivingMessage;
  readonly holder: string | null;
  readonly freeFromMs: number;
}

/** Living messages in memory, with the rules of the port. */
export class InMemoryLivingMessages implements LivingMessageRepository {
  #rows = new Map<LivingMessage['id'], Row>();

  snapshot(): () => void {
    const rows = new Map(this.#rows);
    return () => {
      this.#rows = rows;
    };
  }

  async adopt({ freeFromMs, ...adopted }: AdoptedMessage): Promise<void> {
    const same = [...this.#rows.values()].find(
      ({ living }) =>
        living.kind === adopted.kind &&
        living.subject === adopted.subject &&
        living.chatId === adopted.chatId,
    );
    const id = same?.living.id ?? (`living-${this.#rows.size + 1}` as Id<'living_message'>);
    if (same === undefined)
      this.#rows.set(id, { living: { ...adopted, id, wanted: 1, shown: 0 }, holder: null, freeFromMs });
    else if (adopted.messageKey !== null)
      this.#rows.set(id, { ...same, living: { ...same.living, ...adopted, wanted: same.living.wanted + 1 } });
  }

  async touch(kind: string, subject: string): Promise<void> {
    this.#touch(kind, subject, ({ living, holder, freeFromMs }) =>
      living.shown === 0 && holder === null ? 0 : freeFromMs,
    );
  }

  async touchLater(kind: string, subject: string, freeFromMs: number): Promise<void> {
    this.#touch(kind, subject, (row) => (row.holder === null ? freeFromMs : row.freeFromMs));
  }

  async claim(request: {
    holder: string;
    nowMs: number;
    leaseUntilMs: number;
  }): Promise<LivingMessage | null> {
    const [row] = [...this.#rows.values()]
      .filter(({ living, freeFromMs }) => living.wanted > living.shown && freeFromMs <= request.nowMs)
      // Those alike stay in the order of their making, which is that of ids.
      .toSorted((one, other) => one.freeFromMs - other.freeFromMs);
    if (row === undefined) return null;
    this.#rows.set(row.living.id, { ...row, holder: request.holder, freeFromMs: request.leaseUntilMs });
    return row.living;
  }

  async shown(
    id: LivingMessage['id'],
    holder: string,
    shown: Pick<LivingMessage, 'shown' | 'messageKey' | 'shownAs'>,
  ): Promise<void> {
    const row = this.#rows.get(id);
    if (row === undefined || row.holder !== holder) return;
    this.#rows.set(id, {
      living: { ...row.living, ...shown },
      holder: null,
      freeFromMs: 0,
    });
  }

  async postpone(id: LivingMessage['id'], holder: string, notBeforeMs: number): Promise<void> {
    const row = this.#rows.get(id);
    if (row === undefined || row.holder !== holder) return;
    this.#rows.set(id, { ...row, holder: null, freeFromMs: notBeforeMs });
  }

  async releaseHeldBy(prefix: string): Promise<void> {
    for (const [id, row] of this.#rows) {
      if (row.holder?.startsWith(prefix)) this.#rows.set(id, { ...row, holder: null, freeFromMs: 0 });
    }
  }

  async of(kind: string, subject: string): Promise<LivingMessage[]> {
    return [...this.#rows.values()]
      .map(({ living }) => living)
      .filter((living) => living.kind === kind && living.subject === subject);
  }

  #touch(kind: string, subject: string, freeFromMs: (row: Row) => number): void {
    for (const row of this.#rows.values()) {
      const { living } = row;
      if (living.kind === kind && living.subject === subject)
        this.#rows.set(living.id, {
          ...row,
          living: { ...living, wanted: living.wanted + 1 },
          freeFromMs: freeFromMs(row),
        });
    }
  }
}
