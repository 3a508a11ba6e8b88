import type { Dependencies } from '../app/dependencies.ts';
import type { Inbox, InboxItem, StoredUpdate, UpdateIntake } from '../app/ports/inbox.ts';
import type { Messenger } from '../app/ports/messenger.ts';
import type { Conversation } from './conversation.ts';
import { deliverFailure, deliverReply } from './deliver-reply.ts';
import { GroupCommit } from './group-commit.ts';
import type { Incoming } from './incoming.ts';
import { LeftUpdates, type LeftUpdatesOptions } from './left-updates.ts';
import { type Reply, SILENCE } from './reply.ts';
import { ReplyNotSent } from './voice.ts';

/** How a channel's raw updates are read and answered. */
export interface ReceptionChannel {
  readonly messenger: Messenger;
  /** Null for updates that concern nobody. */
  translate(item: InboxItem): Promise<Incoming | null>;
}

export interface ReceptionOptions extends LeftUpdatesOptions {
  readonly dependencies: Dependencies;
  /** Outside units of work: each call is committed by itself, in half the time of a transaction. */
  readonly inbox: Pick<Inbox, 'store' | 'takeUp' | 'end'>;
  /** Resolves once what has been stored until now would survive a power cut. */
  readonly synced: () => Promise<void>;
  readonly conversation: Conversation;
  readonly channels: ReadonlyMap<string, ReceptionChannel>;
  /** Told of each reply that went out, so that what the bot says by itself makes room for it. */
  readonly onReplied: (place: { channel: string; chat: string; group: boolean }) => void;
  /** Told of each update that is new. */
  readonly onReceived: (update: StoredUpdate) => void;
  /** Called after each update, however it ended, with how long it took (real time). */
  readonly onHandled: (item: InboxItem, ended: 'done' | 'dead', tookMs: number) => void;
}

/** A program error on one update is tried again this often before the update is set aside. */
const MAX_ATTEMPTS = 3;
const RETRY_MS = 5_000;

/**
 * Takes stored updates one after another within a lane (a chat), lanes side by side. An update is done only after
 * its reply, so that a death in between takes it up again; what it did then is found by its effect key.
 */
export class Reception implements UpdateIntake {
  readonly #options: ReceptionOptions;
  readonly #commit: GroupCommit;
  readonly #left: LeftUpdates;
  /** By lane, what is being answered and what waits for it. */
  readonly #lanes = new Map<string, InboxItem[]>();
  readonly #working = new Set<Promise<void>>();
  /** Updates whose first attempt is recorded already: as they were stored, or with the end of the one before. */
  readonly #begun = new Set<string>();
  readonly #stopping = new AbortController();

  constructor(options: ReceptionOptions) {
    this.#options = options;
    this.#commit = new GroupCommit(options.dependencies.unitOfWork);
    this.#left = new LeftUpdates(options);
  }

  /** Takes up what a previous run left, then what other processes leave. Call before updates flow. */
  resume(): Promise<void> {
    return this.#left.start((item) => this.#enqueue(item));
  }

  /**
   * What can be answered at once is stored as begun: a commit of its own is what its answer would wait for longest.
   * Nor does the answer wait for the disk: what it changes is committed after this, and on the disk with it.
   */
  async takeIn(updates: readonly StoredUpdate[]): Promise<void> {
    if (updates.length === 0) return;
    const { inbox, holder, synced, onReceived } = this.#options;
    const busy = new Set(this.#lanes.keys());
    const begun = new Set(updates.filter((update) => !busy.has(laneOf(update)) && busy.add(laneOf(update))));
    const fresh = await inbox.store(updates, holder, begun);
    for (const update of fresh) {
      if (begun.has(update)) this.#begun.add(keyOf(update));
      onReceived(update);
      this.#enqueue({ ...update, attempts: 0 });
    }
    await synced();
  }

  /** Resolves when everything taken so far is answered. */
  async idle(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working);
  }

  /** Lets running answers finish; what waits stays in the inbox. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
    await this.#left.stop();
  }

  #enqueue(item: InboxItem): void {
    const lane = this.#lanes.get(laneOf(item));
    if (lane !== undefined) {
      lane.push(item);
      return;
    }
    const work = this.#work(laneOf(item), [item]).finally(() => this.#working.delete(work));
    this.#working.add(work);
  }

  async #work(name: string, lane: InboxItem[]): Promise<void> {
    this.#lanes.set(name, lane);
    for (let item = lane[0]; item !== undefined; item = lane[0]) {
      try {
        await this.#handle(item, lane);
      } catch (error) {
        // Its end could not be recorded: it stays in the inbox, to be answered by whoever takes it up.
        this.#options.logger.error({ channel: item.channel, update: item.key, error }, 'update not ended');
      }
      lane.shift();
    }
    this.#lanes.delete(name);
  }

  async #handle(item: InboxItem, lane: readonly InboxItem[]): Promise<void> {
    const { logger, timer, onHandled } = this.#options;
    const begunMs = timer.nowMs();
    let mayRepeat = item.attempts > 0;
    for (let attempt = item.attempts; ; attempt += 1) {
      if (this.#stopping.signal.aborted && !this.#begun.has(keyOf(item))) return;
      try {
        const reply = await this.#answer({ ...item, attempts: attempt }, mayRepeat);
        if (reply === 'left to another') return;
        await this.#end(item, lane, 'done', reply);
        onHandled(item, 'done', timer.nowMs() - begunMs);
        return;
      } catch (error) {
        const waits = error instanceof ReplyNotSent;
        if (!waits || error.saidSome) mayRepeat = true;
        logger.warn({ channel: item.channel, update: item.key, attempt, error }, 'update not answered');
        if (!waits && attempt + 1 >= MAX_ATTEMPTS) {
          await this.#apologise(item);
          await this.#end(item, lane, { dead: error instanceof Error ? error.name : 'unknown' });
          onHandled(item, 'dead', timer.nowMs() - begunMs);
          return;
        }
        const pause = waits && error.retryAfterMs !== null ? error.retryAfterMs : RETRY_MS;
        await timer.wait(pause, this.#stopping.signal).catch(() => undefined);
      }
    }
  }

  /**
   * `mayRepeat`: something of the reply may have gone out before, and what goes out now says so. Gives what is to
   * be done together with the end of the update.
   */
  async #answer(item: InboxItem, mayRepeat: boolean): Promise<Reply | 'left to another'> {
    const { dependencies, conversation, channels, onReplied } = this.#options;
    const channel = channels.get(item.channel);
    const incoming = (await channel?.translate(item)) ?? null;
    if (channel === undefined || incoming === null) return SILENCE;
    if (!this.#begun.delete(keyOf(item)) && !(await this.#begin(item))) return 'left to another';
    const reply = await conversation(incoming);
    await deliverReply(dependencies, channel.messenger, { ...incoming, again: mayRepeat }, reply);
    const { key, kind } = incoming.chat;
    if (reply.say !== undefined) onReplied({ channel: item.channel, chat: key, group: kind === 'group' });
    return reply;
  }

  #begin(item: InboxItem): Promise<boolean> {
    return this.#commit.run((tx) => tx.inbox.begin(item, this.#options.holder));
  }

  /** Whoever wrote to the bot learns that nothing was recorded; failing at that too changes nothing. */
  async #apologise(item: InboxItem): Promise<void> {
    const channel = this.#options.channels.get(item.channel);
    try {
      const incoming = await channel?.translate(item);
      if (channel === undefined || incoming === undefined || incoming === null) return;
      await deliverFailure(this.#options.dependencies, channel.messenger, incoming);
    } catch (error) {
      this.#options.logger.warn({ channel: item.channel, update: item.key, error }, 'failure not told');
    }
  }

  /** What is to be done with it, and the begin of the next of its lane, are in the same commit. */
  async #end(
    item: InboxItem,
    lane: readonly InboxItem[],
    result: 'done' | { dead: string },
    { afterwards, forget = false }: Reply = SILENCE,
  ): Promise<void> {
    const next = this.#toBegin(lane[1]);
    if (afterwards === undefined && !forget && next === undefined) {
      await this.#options.inbox.end(item, result);
      return;
    }
    const begun = await this.#commit.run(async (tx) => {
      await afterwards?.(tx);
      await tx.inbox.end(item, result);
      if (forget) await tx.inbox.forget(item);
      return next !== undefined && (await tx.inbox.begin(next, this.#options.holder));
    });
    if (next !== undefined && begun) this.#begun.add(keyOf(next));
  }

  #toBegin(next: InboxItem | undefined): InboxItem | undefined {
    if (next === undefined || this.#stopping.signal.aborted || this.#begun.has(keyOf(next))) return undefined;
    return next;
  }
}

const laneOf = ({ channel, lane }: StoredUpdate): string => `${channel}:${lane}`;
const keyOf = ({ channel, bot, key }: StoredUpdate): string => `${channel}:${bot}:${key}`;
