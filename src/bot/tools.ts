import type { HandoutPrinter } from '../app/ports/handout.ts';
import type { OrganisationReader } from '../app/ports/organisation-reader.ts';
import type { PlanReader } from '../app/ports/plan-reader.ts';
import type { PlanWorkbookWriter } from '../app/ports/plan-workbook-writer.ts';
import type { TableWriter } from '../app/ports/table-writer.ts';
import type { SayRehearsed } from '../app/upcoming/rehearse-notices.ts';

/** What the conversation uses of the world beside use cases. */
export interface Tools {
  readonly links: Links;
  readonly handouts: HandoutPrinter;
  readonly tables: TableWriter;
  readonly planReader: PlanReader;
  readonly organisationReader: OrganisationReader;
  readonly sayRehearsed: SayRehearsed;
  readonly planWorkbook: PlanWorkbookWriter;
}

/** Links into chats with the bot, by channel; null where the channel has none, or not yet. */
export interface Links {
  toPrivate(channel: string, payload: string): string | null;
  /** Lets somebody choose a group to add the bot to, and hands it the payload there. */
  toGroup(channel: string, payload: string): string | null;
}

const unread = async () => ({ kind: 'refused', code: 'IMPORT_FORMAT_UNKNOWN', facts: {} }) as const;

/** Where nothing leads anywhere: a question asked from a terminal. */
export const NO_TOOLS: Tools = {
  links: { toPrivate: () => null, toGroup: () => null },
  handouts: { print: async () => [] },
  tables: { write: async () => new Uint8Array(), writeBook: async () => new Uint8Array() },
  planReader: { readFile: unread, readText: unread },
  organisationReader: { readFile: unread, template: async () => new Uint8Array() },
  sayRehearsed: async () => ({ withheld: 'unread' }),
  planWorkbook: { write: async () => new Uint8Array() },
};
