import type { HandoutPrinter } from '../app/ports/handout.ts';

/** What the conversation uses of the world beside use cases. */
export interface Tools {
  readonly links: Links;
  readonly handouts: HandoutPrinter;
}

/** Links into chats with the bot, by channel; null where the channel has none, or not yet. */
export interface Links {
  toPrivate(channel: string, payload: string): string | null;
  /** Lets somebody choose a group to add the bot to, and hands it the payload there. */
  toGroup(channel: string, payload: string): string | null;
}

/** Where nothing leads anywhere: a question asked from a terminal. */
export const NO_TOOLS: Tools = {
  links: { toPrivate: () => null, toGroup: () => null },
  handouts: { print: async () => [] },
};
