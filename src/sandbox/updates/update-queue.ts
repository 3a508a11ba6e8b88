import { ApiError } from '../http/api-error.ts';
import { CALLBACK_QUERY_LIFE_MS } from './callback-query.ts';

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

interface Waiting {
  readonly kind: string;
  /** Epoch ms: the sandbox's instant, of a press real time. */
  readonly at: number;
  readonly update: Update;
}

export interface QueueState {
  lastId: number;
  waiting: Waiting[];
  /** The kinds asked for last; null is the default: all but those in `OPT_IN`. */
  allowed: readonly string[] | null;
}

export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutMs: number;
}

/** What the bot has yet to fetch or be sent. */
export interface UpdateQueue {
  push(kind: string, payload: unknown): void;
  /** `[]` is the default set; kinds stay as they are where the call does not name them. */
  allow(kinds: readonly string[]): void;
  /** @throws ApiError 409 when another poll begins to wait. */
  poll(request: PollRequest, gone: AbortSignal): Promise<readonly Update[]>;
  /** The oldest update not delivered yet. */
  head(): Update | undefined;
  drop(updateId: number): void;
  clear(): void;
  readonly size: number;
  /** Calls back whenever something is added. */
  onPush(listener: () => void): void;
  /** Answers the open poll with nothing, so that its connection ends. */
  close(): void;
}

const OPT_IN = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
const PRESS = 'callback_query';
const DAY_MS = 86_400_000;
// An offset far above what was given is ignored (TDLib TQueue).
const FARTHEST_OFFSET = 10;

const CONFLICT =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

/**
 * What is not fetched within a day of the sandbox is forgotten, as Telegram does.
 * @param now the sandbox's instant
 * @param changed called when the state must be written
 */
export function createUpdateQueue(state: QueueState, now: () => number, changed: () => void): UpdateQueue {
  const listeners: (() => void)[] = [];
  let terminate: ((answer: ApiError | null) => void) | null = null;
  let wake: (() => void) | null = null;

  const isAllowed = (kind: string): boolean =>
    state.allowed === null ? !OPT_IN.has(kind) : state.allowed.includes(kind);
  // A person waits for the answer to a press; whatever else waits does so in the sandbox's own time.
  const timeOf = (kind: string): number => (kind === PRESS ? Date.now() : now());
  const expire = (): void => {
    const life = (kind: string): number => (kind === PRESS ? CALLBACK_QUERY_LIFE_MS : DAY_MS);
    state.waiting = state.waiting.filter(({ kind, at }) => timeOf(kind) - at < life(kind));
  };
  const confirm = (offset: number): void => {
    if (offset < 0) state.waiting = state.waiting.slice(offset);
    else if (offset <= state.lastId + FARTHEST_OFFSET) {
      state.waiting = state.waiting.filter(({ update }) => update.update_id >= offset);
    }
    changed();
  };
  const take = (limit: number): readonly Update[] => {
    expire();
    return state.waiting.slice(0, limit).map(({ update }) => update);
  };

  return {
    push: (kind, payload) => {
      if (!isAllowed(kind)) return;
      state.lastId += 1;
      state.waiting.push({ kind, at: timeOf(kind), update: { update_id: state.lastId, [kind]: payload } });
      changed();
      wake?.();
      for (const listener of listeners) listener();
    },
    allow: (kinds) => {
      state.allowed = kinds.length === 0 ? null : kinds;
      changed();
    },
    poll: async ({ offset, limit, timeoutMs }, gone) => {
      if (offset !== 0) confirm(offset);
      const ready = take(limit);
      if (ready.length > 0 || timeoutMs === 0) return ready;
      terminate?.(new ApiError(409, CONFLICT));
      return await new Promise<readonly Update[]>((resolve, reject) => {
        const end = (answer: ApiError | null): void => {
          clearTimeout(timer);
          gone.removeEventListener('abort', onGone);
          terminate = null;
          wake = null;
          if (answer === null) resolve(take(limit));
          else reject(answer);
        };
        const onGone = (): void => end(null);
        const timer = setTimeout(() => end(null), timeoutMs);
        terminate = end;
        wake = () => end(null);
        gone.addEventListener('abort', onGone);
        if (gone.aborted) end(null);
      });
    },
    head: () => take(1)[0],
    drop: (updateId) => confirm(updateId + 1),
    clear: () => {
      state.waiting = [];
      changed();
    },
    get size() {
      return state.waiting.length;
    },
    onPush: (listener) => {
      listeners.push(listener);
    },
    close: () => terminate?.(null),
  };
}
