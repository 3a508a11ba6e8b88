import type { Instant } from '../../core/time/instant.ts';

/** What needs more than a button holds, and numbered menus where a channel has no buttons. */
export interface Menu {
  /** Short, unguessable, unique. */
  readonly code: string;
  readonly channel: string;
  readonly chat: string;
  /** Encoded actions; number n is entry n − 1. */
  readonly actions: readonly string[];
  readonly createdAt: Instant;
}

export interface MenuStore {
  save(menu: Menu): Promise<void>;
  byCode(code: string): Promise<Menu | null>;
  /** The newest of the chat. */
  latest(channel: string, chat: string): Promise<Menu | null>;
}
