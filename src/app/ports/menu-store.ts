import type { Instant } from '../../core/time/instant.ts';

/** What needs more than a button holds, and numbered menus where a channel has no buttons. */
export interface Menu {
  /** Short; unique in its chat, where saving a newer menu of the same code replaces the older. */
  readonly code: string;
  readonly channel: string;
  readonly chat: string;
  /** Encoded actions; number n is entry n − 1. */
  readonly actions: readonly string[];
  readonly createdAt: Instant;
}

export interface MenuStore {
  save(menu: Menu): Promise<void>;
  byCode(channel: string, chat: string, code: string): Promise<Menu | null>;
  /** The newest of the chat. */
  latest(channel: string, chat: string): Promise<Menu | null>;
}
