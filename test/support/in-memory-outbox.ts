import type { NewAuditEntry } from '../../src/app/ports/audit-log.ts';
import type { ChatId } from '../../src/core/id.ts';
import type { Chat } from '../../src/core/organisation/chat.ts';
import type { OutboxTransaction, OutboxWork } from '../../src/outbox/outbox-work.ts';
import { InMemoryLivingMessages } from './in-memory-living-messages.ts';
import { InMemoryNotices } from './in-memory-notices.ts';

/** What the relays need of a database, in memory: one transaction at a time, rolled back when it throws. */
export class InMemoryOutbox implements OutboxWork {
  readonly notices = new InMemoryNotices();
  readonly living = new InMemoryLivingMessages();
  #chats: readonly Chat[];
  #last: Promise<unknown> = Promise.resolve();

  constructor(chats: readonly Chat[]) {
    this.#chats = chats;
  }

  readonly organisation = {
    directory: async () => ({ chats: this.#chats }),
    moveChat: async (channel: string, from: string, to: string) =>
      this.#changeChat((chat) => chat.channel === channel && chat.key === from, { key: to }),
    loseChat: async (chatId: ChatId) =>
      this.#changeChat((chat) => chat.id === chatId && chat.state !== 'lost', { state: 'lost' }),
  };

  readonly audited: NewAuditEntry[] = [];

  readonly audit = {
    add: async (entry: NewAuditEntry) => {
      this.audited.push(entry);
    },
  };

  readonly read = { organisation: this.organisation };

  run<Result>(work: (tx: OutboxTransaction) => Promise<Result>): Promise<Result> {
    const run = this.#last.then(() => this.#transaction(work));
    this.#last = run.catch(() => undefined);
    return run;
  }

  alone<Result>(statement: (tx: OutboxTransaction) => Promise<Result>): Promise<Result> {
    return this.run(statement);
  }

  async #transaction<Result>(work: (tx: OutboxTransaction) => Promise<Result>): Promise<Result> {
    const chats = this.#chats;
    const restores = [this.notices.snapshot(), this.living.snapshot()];
    try {
      return await work(this);
    } catch (error) {
      for (const restore of restores) restore();
      this.#chats = chats;
      throw error;
    }
  }

  #changeChat(isMeant: (chat: Chat) => boolean, change: Partial<Chat>): boolean {
    const found = this.#chats.some(isMeant);
    this.#chats = this.#chats.map((chat) => (isMeant(chat) ? { ...chat, ...change } : chat));
    return found;
  }
}
