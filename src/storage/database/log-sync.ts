import { closeSync, fdatasync, openSync, realpathSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Timer } from '../../app/ports/timer.ts';

/** What is written in that time goes to the disk together; a commit that itself waits for the disk takes it along. */
const PAUSE_MS = 3;

/** Writes what a file holds through to the disk. */
type ToDisk = (descriptor: number) => Promise<void>;

type Settle = (onDisk?: Promise<void>) => void;

/** Brings SQLite's write-ahead log to the disk, off this thread, for what was written to it without waiting. */
export class LogSync {
  readonly #database: string;
  readonly #timer: Timer;
  readonly #toDisk: ToDisk;
  #descriptor: number | null = null;
  /** Settles what has been written and not yet asked of the disk. */
  #settle: Settle | null = null;
  #latest: Promise<void> = Promise.resolve();

  /** `database`: the path of the file whose log it is. */
  constructor(database: string, timer: Timer, toDisk: ToDisk = promisify(fdatasync)) {
    this.#database = database;
    this.#timer = timer;
    this.#toDisk = toDisk;
  }

  /** Something has been written just now. */
  written(): void {
    if (this.#settle !== null) return;
    this.#latest = new Promise((settle) => {
      this.#settle = settle;
      void this.#syncLater(settle);
    });
    // Whoever needs it asks.
    this.#latest.catch(() => undefined);
  }

  /** All that was written until now is on the disk, or once `by` is. */
  settled(by?: Promise<void>): void {
    this.#settle?.(by);
    this.#settle = null;
  }

  /** Resolves once all that was written until now is on the disk; rejects where it is not. */
  done(): Promise<void> {
    return this.#latest;
  }

  /** The file is whole without its log. */
  close(): void {
    this.settled();
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  async #syncLater(settle: Settle): Promise<void> {
    await this.#timer.wait(PAUSE_MS);
    if (this.#settle === settle) this.settled(this.#sync());
  }

  async #sync(): Promise<void> {
    // SQLite keeps it beside the file itself, whatever links lead there.
    this.#descriptor ??= openSync(`${realpathSync(this.#database)}-wal`, 'r+');
    await this.#toDisk(this.#descriptor);
  }
}
