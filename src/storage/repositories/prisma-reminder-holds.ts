import type { ReminderHold, ReminderHolds } from '../../app/ports/reminder-holds.ts';
import type { ObligationId, PersonId } from '../../core/id.ts';
import type { Client } from '../database/client.ts';
import { findByIds } from '../rows/find-by-ids.ts';
import { RowReader } from '../rows/row-reader.ts';

export class PrismaReminderHolds implements ReminderHolds {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async of(obligationIds: readonly ObligationId[]): Promise<ReminderHold[]> {
    const rows = await findByIds(obligationIds, (ids) =>
      this.#client.reminderHold.findMany({ where: { obligationId: { in: ids } } }),
    );
    return rows.map((row) => {
      const read = new RowReader('reminder_hold', row.obligationId);
      return {
        personId: read.id('person_id', row.personId),
        obligationId: read.id('obligation_id', row.obligationId),
        until: read.optionalDay('until', row.until),
      };
    });
  }

  async save({ personId, obligationId, until }: ReminderHold): Promise<void> {
    await this.drop(personId, obligationId);
    await this.#client.reminderHold.create({ data: { personId, obligationId, until } });
  }

  async drop(personId: PersonId, obligationId: ObligationId): Promise<void> {
    await this.#client.reminderHold.deleteMany({ where: { personId, obligationId } });
  }
}
