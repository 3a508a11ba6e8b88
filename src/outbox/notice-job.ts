import { followMove } from '../app/groups/follow-move.ts';
import { loseChat } from '../app/groups/lose-chat.ts';
import type { Message } from '../app/ports/message.ts';
import type { Messenger, SendOutcome } from '../app/ports/messenger.ts';
import type { Delivery } from '../app/ports/notice-repository.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { Chat } from '../core/organisation/chat.ts';
import type { Gate } from './gate.ts';
import type { Attempt, Ending, HeldNotice, Postponed } from './held-notice.ts';
import { waitUnless } from './interruptible-wait.ts';
import type { OutboxWork } from './outbox-work.ts';
import type { Closed, Turn } from './pacing.ts';
import { plainMessage } from './plain-message.ts';
import { nextStep, type Step, type Tried, UNTRIED } from './retry-policy.ts';
import { type OpenRoute, type Route, routeTo } from './routes.ts';
import { type SayingParts, sayAsOfNow } from './say-as-of-now.ts';
import type { Passage, Turnstile } from './turnstile.ts';

/** What sending a notice takes. */
export interface NoticeJobParts extends SayingParts {
  readonly work: OutboxWork;
  readonly timer: Timer;
  readonly gate: Gate;
  readonly messengers: readonly Messenger[];
  /** Says of a message that it may be a repeat, in the chat's language. */
  readonly markRepeated: (message: Message, chat: Chat) => Promise<Message>;
}

// A turn of the bot's that comes so soon is waited for with the notice in hand; all others would wait for it too.
const PATIENCE_MS = 1_500;
// Whoever has waited longer with its turn in hand makes use of it only now.
const TURN_MS = 20;
// What was put into words longer ago is put so anew before it is sent.
const FRESH_MS = 2_000;
// Given back, a notice comes again not sooner and not later than this.
const SOONEST_MS = 1_000;
const LATEST_MS = 600_000;

interface Way extends OpenRoute {
  readonly turn: Turn;
}

const GIVEN_BACK: Postponed = { kind: 'postponed', untilMs: 0, by: 'pace' };

/** Takes one claimed notice as far as it goes now. */
export class NoticeJob {
  readonly #parts: NoticeJobParts;
  readonly #held: HeldNotice;
  /** Of all notices in hand: nothing stands between the parts of one, and a death leaves one in doubt. */
  readonly #exit: Turnstile;
  readonly #stopping: AbortSignal;
  #saidAtMs = 0;
  /** The way to its chat as it was when put into words: the first message takes it, each later one looks anew. */
  #found: Route | null = null;

  constructor(parts: NoticeJobParts, held: HeldNotice, exit: Turnstile, stopping: AbortSignal) {
    this.#parts = parts;
    this.#held = held;
    this.#exit = exit;
    this.#stopping = stopping;
  }

  /**
   * Checks that it still holds, freezes its parts, sends them in order, records each attempt before and after.
   * Throws LostHold when another holder has it by now.
   */
  async run(): Promise<Ending> {
    await this.#held.doubtInterrupted();
    return (await this.#prepare()) ?? (await this.#exit.pass((passage) => this.#sendParts(passage)));
  }

  async #sendParts({ clear, letNext }: Passage): Promise<Ending> {
    const held = this.#held;
    const entered = await this.#enter(clear);
    if (entered.kind !== 'open') return entered;
    let way: Way | null = entered;
    for (let part = held.next(); part !== null; part = held.next()) {
      if (!held.isHeldLong) return held.end(GIVEN_BACK);
      const ending = await this.#send(part, way, letNext);
      if (ending !== null) return ending;
      way = null;
    }
    return held.end();
  }

  /**
   * The way of its first part, with a turn taken while the one before is on its way out. Where that takes long, all is
   * looked at anew.
   */
  async #enter(clear: Promise<unknown>): Promise<Way | Ending> {
    const { gate, timer } = this.#parts;
    for (let late: Way | null = null; ; ) {
      if (this.#stopping.aborted || !this.#held.isHeldLong) return this.#held.end(GIVEN_BACK);
      const isStale = timer.nowMs() - this.#saidAtMs > FRESH_MS;
      const ending = isStale ? await this.#prepare() : null;
      if (ending !== null) return ending;
      const part = this.#held.next();
      if (part === null) return this.#held.end();
      const way = await this.#way(part, late && (await gate.delay(late.place, late.turn)));
      if (way.kind !== 'open') return this.#held.end(way);
      const enteredMs = timer.nowMs();
      await clear;
      const shut = gate.shut(way.place);
      if (shut !== null) return this.#held.end(this.#shutOut(shut, way));
      if (timer.nowMs() - enteredMs <= TURN_MS && !this.#stopping.aborted) return way;
      late = way;
    }
  }

  /** Puts it into words and finds its way, so that nothing but its turn is left to wait for. */
  async #prepare(): Promise<Ending | null> {
    this.#saidAtMs = this.#parts.timer.nowMs();
    const ending = await sayAsOfNow(this.#parts, this.#held);
    const part = this.#held.next();
    if (ending === null && part !== null) this.#found = await this.#routeOf(part);
    return ending;
  }

  #routeOf({ chatId }: Delivery): Promise<Route> {
    const { work, messengers } = this.#parts;
    return routeTo(chatId, work.read.organisation, messengers);
  }

  /** Sends one part. Null when the notice goes on with the next. */
  async #send(part: Delivery, entered: Way | null, letNext: () => void): Promise<Ending | null> {
    let tried: Tried = { ...UNTRIED, doubts: part.doubts };
    for (let way: Way | Ending = entered ?? (await this.#way(part, null)); ; ) {
      if (way.kind !== 'open') return this.#held.end(way);
      const open = way;
      await this.#held.begin(part.id);
      if (this.#held.isLast(part.id)) letNext();
      const outcome = await this.#parts.gate.send(open.place, () => this.#request(part, open, tried));
      const step = nextStep(outcome, tried);
      const ending = await this.#held.record(part.id, this.#attempt(step, open));
      if (step.do !== 'again') return ending;
      tried = step.tried;
      // What is tried once more at once, changed, is the same turn.
      way = await this.#way(part, open.turn);
    }
  }

  /** The way to the part's chat, with this turn to write there or another; or how it ends where there is none now. */
  async #way(part: Delivery, turn: Turn | null): Promise<Way | Ending> {
    const { gate, timer } = this.#parts;
    const route = this.#found ?? (await this.#routeOf(part));
    this.#found = null;
    if (route.kind === 'lost') return { kind: 'settled', state: 'dead', cause: 'SEND_CHAT_LOST' };
    if (route.kind !== 'open') return this.#later(Number.POSITIVE_INFINITY);
    for (;;) {
      const entry = turn ?? (await gate.enter(route.place));
      if (entry.kind === 'open') return { ...route, turn: entry };
      const waitMs = entry.closedUntilMs - timer.nowMs();
      if (entry.by !== 'bot' || waitMs > PATIENCE_MS || this.#stopping.aborted)
        return this.#shutOut(entry, route);
      await waitUnless(this.#stopping, timer, waitMs);
    }
  }

  #shutOut({ closedUntilMs, by }: Closed, route: OpenRoute): Postponed {
    return by === 'channel'
      ? this.#laterAt(route)
      : { kind: 'postponed', untilMs: closedUntilMs, by: 'pace' };
  }

  async #request(
    part: Delivery,
    { messenger, address, chat }: OpenRoute,
    tried: Tried,
  ): Promise<SendOutcome> {
    const said = tried.doubts > 0 ? await this.#parts.markRepeated(part.message, chat) : part.message;
    return messenger.send(
      tried.threadless ? { ...address, thread: null } : address,
      tried.plain ? plainMessage(said) : said,
    );
  }

  #attempt(step: Step, route: OpenRoute): Attempt {
    const { clock, ids } = this.#parts;
    const { chat } = route;
    switch (step.do) {
      case 'done':
        return { state: 'sent', messageKey: step.messageKey };
      case 'again': {
        const { movedTo } = step;
        if (movedTo === null) return { state: 'frozen' };
        return { state: 'frozen', chat: (tx) => followMove(tx, ids, clock.now(), chat, movedTo) };
      }
      case 'wait':
        return { state: 'frozen', ending: this.#laterAt(route) };
      case 'repeat':
        return { state: 'unknown', ending: this.#laterAt(route) };
      case 'doubt':
        return { state: 'unknown' };
      case 'die':
        return {
          state: 'refused',
          ending: { kind: 'settled', state: 'dead', cause: step.cause },
          ...(step.losesChat ? { chat: (tx) => loseChat(tx, ids, clock.now(), chat.id) } : {}),
        };
      default:
        return step satisfies never;
    }
  }

  /** When the channel is open again; the chat's later messages wait with this one. */
  #laterAt({ place }: OpenRoute): Postponed {
    const postponed = this.#later(this.#parts.gate.openAtMs(place.channel));
    this.#parts.gate.hold(place, postponed.untilMs);
    return postponed;
  }

  #later(openAtMs: number): Postponed {
    const nowMs = this.#parts.timer.nowMs();
    const untilMs = Math.min(Math.max(openAtMs, nowMs + SOONEST_MS), nowMs + LATEST_MS);
    return { kind: 'postponed', untilMs, by: 'channel' };
  }
}
