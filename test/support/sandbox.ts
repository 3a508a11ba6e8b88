import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClockView } from '../../src/sandbox/clock/clock.ts';
import type { ChatView } from '../../src/sandbox/control/chat-view.ts';
import type { FaultInput } from '../../src/sandbox/faults/fault-plan.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import type { CallbackAnswer } from '../../src/sandbox/updates/callback-query.ts';
import type { SandboxEvent } from '../../src/sandbox/world/event-stream.ts';
import type { ApiMessage } from '../../src/sandbox/world/message.ts';
import type { WorldSeed } from '../../src/sandbox/world/seed.ts';

/** The sample world that `npm start` opens. */
export const sampleSeed = JSON.parse(
  readFileSync(new URL('../../src/sandbox/sample/world.json', import.meta.url), 'utf8'),
) as WorldSeed;

/** Monday 4 November 2024, 07:55 in Ha Noi. */
export const SAMPLE_START = Date.parse('2024-11-04T07:55:00+07:00');

/** A message as a person sees it, with the fields that tests ask for. */
export interface SeenMessage extends ApiMessage {
  readonly text?: string;
  readonly caption?: string;
  readonly document?: { readonly file_id: string; readonly file_name?: string };
  readonly reply_markup?: {
    readonly inline_keyboard?: readonly (readonly {
      readonly text: string;
      readonly callback_data?: string;
      readonly url?: string;
    }[])[];
    readonly force_reply?: boolean;
  };
}

export interface SayOptions {
  readonly replyTo?: number;
  readonly anonymous?: boolean;
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

/** A running sandbox, played over HTTP. */
export interface SandboxDriver {
  readonly url: string;
  readonly token: string;
  /** Calls the control endpoint of that path. @throws with the refusal. */
  control<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** Calls a Bot API method as a bot would; gives the status and the whole answer. */
  call(method: string, params?: unknown): Promise<{ status: number; body: BotApiAnswer }>;
  /** Gives the id of the message. */
  say(user: number, chat: number, text: string, options?: SayOptions): Promise<number>;
  start(user: number, payload?: string): Promise<number>;
  /** Presses a button by its label, or by its data; gives what the bot answered, null when it did not in time. */
  press(
    user: number,
    chat: number,
    messageId: number,
    button: string | { readonly data: string },
    withinMs?: number,
  ): Promise<CallbackAnswer | null>;
  chats(user: number): Promise<readonly ChatView[]>;
  messages(chat: number): Promise<readonly SeenMessage[]>;
  /** Everything that has happened since the driver started. */
  readonly events: readonly SandboxEvent[];
  /** The first event, past or to come, that fulfils the predicate. @throws after a real minute */
  waitFor<E extends SandboxEvent>(predicate: (event: SandboxEvent) => event is E): Promise<E>;
  waitFor(predicate: (event: SandboxEvent) => boolean): Promise<SandboxEvent>;
  /** The first message, past or to come, new or edited, of the chat that fulfils the predicate. */
  waitForMessage(chat: number, predicate: (message: SeenMessage) => boolean): Promise<SeenMessage>;
  fault(...faults: readonly FaultInput[]): Promise<void>;
  outage(on: boolean): Promise<void>;
  now(): Promise<number>;
  /** Moves the clock and waits until it has arrived. */
  advance(by: { ms: number } | { to: string | number } | { until: 'digest' }): Promise<ClockView>;
  /** Resolves when a program follows the clock. */
  waitForFollower(): Promise<void>;
  close(): Promise<void>;
}

export interface BotApiAnswer {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

export interface StartOptions {
  readonly seed?: WorldSeed;
  readonly startAt?: number;
  readonly statePath?: string | null;
}

const WAIT_MS = 60_000;
/** The longest that the sandbox takes. */
const PRESS_WITHIN_MS = 30_000;

/** Starts a sandbox on a free port of the loopback. */
export async function startSandbox(options: StartOptions = {}): Promise<SandboxDriver> {
  const sandbox = await createSandbox({
    seed: options.seed ?? sampleSeed,
    startAt: options.startAt ?? SAMPLE_START,
    statePath: options.statePath ?? null,
  });
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const own = await sandbox.handle(req, res);
    if (!own) res.writeHead(404).end();
  };
  const server = createServer((req, res) => {
    void answer(req, res);
  });
  const url = await listening(server);
  return await driveSandbox(url, sandbox.token, async () => {
    await sandbox.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

/** Plays a sandbox that runs already; `stopIt` ends it when the driver is closed. */
export async function driveSandbox(
  url: string,
  token: string,
  stopIt: () => Promise<void>,
): Promise<SandboxDriver> {
  const events: SandboxEvent[] = [];
  const watchers = new Set<() => void>();
  const stream = new AbortController();
  await followEvents(`${url}/sandbox/events`, stream.signal, (event) => {
    events.push(event);
    for (const watch of watchers) watch();
  });

  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const form = body instanceof FormData;
    const response = await fetch(`${url}/sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      ...(body === undefined || form ? {} : { headers: { 'content-type': 'application/json' } }),
    });
    const answer = (await response.json()) as T & { error?: string };
    if (!response.ok) throw new Error(answer.error ?? `status ${response.status}`);
    return answer;
  };
  const waitFor = async (predicate: (event: SandboxEvent) => boolean): Promise<SandboxEvent> => {
    let from = 0;
    return await new Promise((resolve, reject) => {
      const look = (): void => {
        const found = events.slice(from).find(predicate);
        from = events.length;
        if (found === undefined) return;
        end();
        resolve(found);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error('what was waited for has not happened'));
      }, WAIT_MS);
      const end = (): void => {
        clearTimeout(timer);
        watchers.delete(look);
      };
      watchers.add(look);
      look();
    });
  };

  return {
    url,
    token,
    events,
    control,
    waitFor,
    call: async (method, params = {}) => {
      const response = await fetch(`${url}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
      return { status: response.status, body: (await response.json()) as BotApiAnswer };
    },
    say: async (user, chat, text, { file, ...rest } = {}) => {
      let body: unknown = { user, chat, text, ...rest };
      if (file !== undefined) {
        const form = new FormData();
        for (const [name, value] of Object.entries({ user, chat, text, ...rest }))
          form.set(name, String(value));
        form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
        body = form;
      }
      return (await control<{ messageId: number }>('POST', 'say', body)).messageId;
    },
    start: async (user, payload = '') =>
      (await control<{ messageId: number }>('POST', 'start', { user, payload })).messageId,
    press: async (user, chat, messageId, button, withinMs = PRESS_WITHIN_MS) => {
      const which = typeof button === 'string' ? { text: button } : { data: button.data };
      const body = { user, chat, messageId, withinMs, ...which };
      return (await control<{ answer: CallbackAnswer | null }>('POST', 'press', body)).answer;
    },
    chats: async (user) => await control('GET', `chats?user=${user}`),
    messages: async (chat) =>
      (await control<{ messages: SeenMessage[] }>('GET', `messages?chat=${chat}&limit=100000`)).messages,
    waitForMessage: async (chat, predicate) => {
      const event = await waitFor(
        (one) =>
          (one.type === 'message' || one.type === 'edited') && one.chat === chat && predicate(one.message),
      );
      if (!('message' in event)) throw new Error('not a message');
      return event.message;
    },
    fault: async (...faults) => {
      await control('POST', 'faults', faults);
    },
    outage: async (on) => {
      await control('POST', 'outage', { on });
    },
    now: async () => (await control<ClockView>('GET', 'clock')).now,
    advance: async (by) => await control('POST', 'clock/advance', { ...by, wait: true }),
    waitForFollower: async () => {
      await waitFor((event) => event.type === 'follower');
    },
    close: async () => {
      stream.abort();
      await stopIt();
    },
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Resolves when the stream is open; `heard` is called for each event until the signal aborts. */
async function followEvents(
  url: string,
  signal: AbortSignal,
  heard: (event: SandboxEvent) => void,
): Promise<void> {
  const response = await fetch(url, { signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('the event stream has no body');
  const read = async (): Promise<void> => {
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('data: ')) heard(JSON.parse(line.slice('data: '.length)) as SandboxEvent);
      }
    }
  };
  read().catch(() => {
    // The stream ends with the driver.
  });
}

/** Whether a message holds all these words. */
export const saying =
  (...words: string[]) =>
  ({ text = '' }: SeenMessage): boolean =>
    words.every((word) => text.includes(word));
