import type { AuditEntry, AuditLog } from '../app/ports/audit-log.ts';
import type { Client } from './client.ts';
import { RowReader } from './row-reader.ts';

export class PrismaAuditLog implements AuditLog {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async add({ id, at, personId, chatId, action, subject, before, after }: AuditEntry): Promise<void> {
    await this.#client.auditEntry.create({
      data: {
        id,
        at: BigInt(at),
        personId,
        chatId,
        action,
        subject,
        before: JSON.stringify(before ?? null),
        after: JSON.stringify(after ?? null),
      },
    });
  }

  async about(subject: string): Promise<AuditEntry[]> {
    const rows = await this.#client.auditEntry.findMany({
      where: { subject },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    return rows.map((row) => {
      const read = new RowReader('audit', row.id);
      return {
        id: read.id('id', row.id),
        at: read.instant('acted_at', row.at),
        personId: read.optionalId('person_id', row.personId),
        chatId: read.optionalId('chat_id', row.chatId),
        action: row.action,
        subject: row.subject,
        before: read.anyJson('before', row.before),
        after: read.anyJson('after', row.after),
      };
    });
  }
}
