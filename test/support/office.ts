import type { Dependencies, Request } from '../../src/app/dependencies.ts';
import type { Action } from '../../src/bot/buttons/action.ts';
import { encodeAction } from '../../src/bot/buttons/action-codec.ts';
import { createConversation } from '../../src/bot/conversation.ts';
import type { Incoming, IncomingContent } from '../../src/bot/incoming.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { SetUpCode } from '../../src/bot/set-up-code.ts';
import { toolsOver } from '../../src/compose/conversation-tools.ts';
import type { Directory } from '../../src/core/organisation/directory.ts';
import { type Instant, parseInstant } from '../../src/core/time/instant.ts';
import type { Database } from '../../src/storage/open-database.ts';
import { aFile, type FileContent } from './a-file.ts';
import type { CountingIds } from './counting-ids.ts';
import { FixedClock } from './fixed-clock.ts';
import { neverNested } from './never-nested.ts';

/** What may be said of an update beside its text or button; the rest is as in the chat named. */
export type Told = Partial<Omit<Incoming, 'content' | 'channel'>>;

export const instant = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === null) throw new Error(`not an instant: ${text}`);
  return at;
};

/**
 * A database with the conversation over it, spoken to as a channel would. Users and chats are named by their ids
 * at the channel; a chat whose id is a user's is private.
 */
export class Office {
  readonly database: Database;
  readonly clock: FixedClock;
  readonly dependencies: Dependencies;
  readonly converse: (incoming: Incoming) => Promise<Reply>;
  readonly channel: string;
  readonly #close: () => Promise<void>;
  #updates = 0;

  constructor(parts: {
    readonly database: Database;
    readonly now: Instant;
    readonly ids: CountingIds;
    readonly channel: string;
    /** The one-time code of the log; none by default. */
    readonly setUpCode?: SetUpCode | null;
    readonly close: () => Promise<void>;
  }) {
    this.database = parts.database;
    this.clock = new FixedClock(parts.now);
    this.channel = parts.channel;
    this.#close = parts.close;
    this.dependencies = {
      unitOfWork: neverNested(parts.database.unitOfWork),
      clock: this.clock,
      ids: parts.ids,
    };
    this.converse = createConversation(this.dependencies, {
      botNames: ['dung_han_bot'],
      setUpCode: parts.setUpCode ?? null,
      tools: toolsOver([
        {
          channel: parts.channel,
          privateLink: (payload) => `https://chat.example/bot?start=${payload}`,
          groupLink: (payload) => `https://chat.example/bot?startgroup=${payload}`,
        },
      ]),
    });
  }

  get read() {
    return this.dependencies.unitOfWork.read;
  }

  directory(): Promise<Directory> {
    return this.read.organisation.directory();
  }

  /** Somebody writes, addressing the bot unless `content` says otherwise. */
  say(user: string, chat: string, text: string, told: Told & { addressed?: boolean } = {}): Promise<Reply> {
    const { addressed = true, ...rest } = told;
    return this.tell(user, chat, { kind: 'text', text, message: 'm1', addressed, repliesTo: null }, rest);
  }

  /** Somebody presses a button, given as an action or as its data. */
  press(user: string, chat: string, pressed: Action | string, told: Told = {}): Promise<Reply> {
    const data = typeof pressed === 'string' ? pressed : encodeAction(pressed);
    return this.tell(user, chat, { kind: 'press', data, press: 'p1', message: 'm1' }, told);
  }

  /** Somebody sends a file, addressing the bot unless `change` says otherwise. */
  send(
    user: string,
    chat: string,
    name: string,
    bytes: Uint8Array,
    change: Partial<FileContent> = {},
  ): Promise<Reply> {
    return this.tell(user, chat, aFile(name, bytes, change));
  }

  async tell(user: string, chat: string, content: IncomingContent, told: Told = {}): Promise<Reply> {
    const reply = await this.converse(this.incoming(user, chat, content, told));
    await this.dependencies.unitOfWork.run(async (tx) => reply.afterwards?.(tx));
    return reply;
  }

  incoming(user: string, chat: string, content: IncomingContent, told: Told = {}): Incoming {
    const kind = chat === user ? 'private' : 'group';
    return {
      channel: this.channel,
      effectKey: this.newKey(),
      at: this.clock.now(),
      chat: { key: chat, kind, title: '', thread: null },
      sender: { user, language: null },
      again: false,
      ...told,
      content,
    };
  }

  /** A request of a use case, as the conversation would make it. */
  request(user: string, chat = user, effectKey = this.newKey()): Request {
    return { channel: this.channel, user, chat, effectKey };
  }

  newKey(): string {
    this.#updates += 1;
    return `${this.channel}:bot:${this.#updates}`;
  }

  moveTo(now: string): void {
    this.clock.moveTo(instant(now));
  }

  close(): Promise<void> {
    return this.#close();
  }
}
