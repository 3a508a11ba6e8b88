import type { ExtensionRepository } from '../../app/ports/extension-repository.ts';
import type { ObligationId, PersonId } from '../../core/id.ts';
import {
  EXTENSION_STATES,
  type Extension,
  type ExtensionId,
  type ExtensionState,
} from '../../core/obligation/extension.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';

export class PrismaExtensionRepository implements ExtensionRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async byId(id: ExtensionId): Promise<Extension | null> {
    const row = await this.#client.extension.findFirst({ where: { id } });
    return row === null ? null : extensionOf(row);
  }

  async byEffectKey(effectKey: string): Promise<Extension | null> {
    const row = await this.#client.extension.findFirst({ where: { effectKey } });
    return row === null ? null : extensionOf(row);
  }

  async add(extension: Extension, effectKey: string): Promise<void> {
    const { askedAt, decidedAt } = extension;
    await this.#client.extension.create({
      data: {
        ...extension,
        askedAt: BigInt(askedAt),
        decidedAt: decidedAt === null ? null : BigInt(decidedAt),
        effectKey,
      },
    });
  }

  async decide(id: ExtensionId, state: ExtensionState, by: PersonId | null, at: Instant): Promise<boolean> {
    const { count } = await this.#client.extension.updateMany({
      where: { id, state: 'pending' },
      data: { state, decidedBy: by, decidedAt: BigInt(at) },
    });
    return count > 0;
  }

  async move(from: ObligationId, to: ObligationId): Promise<void> {
    await this.#client.extension.updateMany({
      where: { obligationId: from, state: 'pending' },
      data: { obligationId: to },
    });
  }

  async pending(): Promise<Extension[]> {
    const rows = await this.#client.extension.findMany({
      where: { state: 'pending' },
      orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(extensionOf);
  }

  async of(obligationId: ObligationId): Promise<Extension[]> {
    const rows = await this.#client.extension.findMany({
      where: { obligationId },
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(extensionOf);
  }
}

function extensionOf(row: Rows.Extension): Extension {
  const read = new RowReader('extension', row.id);
  return {
    id: read.id('id', row.id),
    obligationId: read.id('obligation_id', row.obligationId),
    askedBy: read.id('asked_by', row.askedBy),
    askedAt: read.instant('asked_at', row.askedAt),
    reason: row.reason,
    dueOn: read.day('due_on', row.dueOn),
    wantedOn: read.day('wanted_on', row.wantedOn),
    state: read.oneOf('state', row.state, EXTENSION_STATES),
    decidedBy: read.optionalId('decided_by', row.decidedBy),
    decidedAt: row.decidedAt === null ? null : read.instant('decided_at', row.decidedAt),
  };
}
