import type { AuditAction, AuditEntry, AuditLog } from '../../app/ports/audit-log.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';
import { insertRow } from '../rows/write-rows.ts';

export class PrismaAuditLog implements AuditLog {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async add({ id, at, personId, chatId, action, subject, before, after }: AuditEntry): Promise<void> {
    await insertRow(this.#client, 'audit', {
      id,
      acted_at: BigInt(at),
      person_id: personId,
      chat_id: chatId,
      action,
      subject,
      before: JSON.stringify(before ?? null),
      after: JSON.stringify(after ?? null),
    });
  }

  async about(subject: string): Promise<AuditEntry[]> {
    const rows = await this.#client.auditEntry.findMany({
      where: { subject },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    return rows.map(entryOf);
  }

  async latest(subject: string, actions: readonly AuditAction[]): Promise<AuditEntry | null> {
    const row = await this.#client.auditEntry.findFirst({
      where: { subject, action: { in: [...actions] } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    return row === null ? null : entryOf(row);
  }

  async list({ concerning, actionPrefix, from, before, skip, limit }: Parameters<AuditLog['list']>[0]) {
    const rows = await this.#client.auditEntry.findMany({
      where: {
        ...(concerning === undefined
          ? {}
          : { OR: [{ personId: { in: [...concerning.personIds] } }, { subject: concerning.subject }] }),
        ...(actionPrefix === undefined ? {} : { action: { startsWith: actionPrefix } }),
        at: {
          ...(from === undefined ? {} : { gte: BigInt(from) }),
          ...(before === undefined ? {} : { lt: BigInt(before) }),
        },
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip,
      take: limit,
    });
    return rows.map(entryOf);
  }
}

function entryOf(row: Rows.AuditEntry): AuditEntry {
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
}
