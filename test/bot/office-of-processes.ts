import type { InboxItem } from '../../src/app/ports/inbox.ts';
import type { Incoming } from '../../src/bot/incoming.ts';
import type { Database } from '../../src/storage/open-database.ts';
import { CountingIds } from '../support/counting-ids.ts';
import { instant, Office } from '../support/office.ts';

export const CHANNEL = 'telegram';
/** A private chat. */
export const LANE = '103';

/** An office as each of several processes has it over the one database. */
export const officeOver = (database: Database): Office =>
  new Office({
    database,
    now: instant('2024-11-04T08:00:00+07:00'),
    ids: new CountingIds(1),
    channel: CHANNEL,
    close: () => database.close(),
  });

/** What was stored is a text in the private chat, its key. */
export const readUpdate =
  (office: Office) =>
  ({ key }: InboxItem): Incoming =>
    office.incoming(
      LANE,
      LANE,
      { kind: 'text', text: key, message: key, addressed: true, repliesTo: null },
      { effectKey: key },
    );
