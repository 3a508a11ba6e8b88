import { z } from 'zod';
import type { LaunchRepository } from '../app/ports/launch-repository.ts';
import type { ClusterId, LaunchId, PersonId, UnitId } from '../core/id.ts';
import type { Launch, LaunchReceipt } from '../core/launch/launch.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Client } from './client.ts';
import type * as Rows from './generated/sqlite/client.ts';
import { RowReader } from './row-reader.ts';

const clusterIds = z.array(
  z
    .string()
    .min(1)
    .transform((id) => id as ClusterId),
);

export class PrismaLaunchRepository implements LaunchRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async byId(id: LaunchId): Promise<Launch | null> {
    const row = await this.#client.launch.findFirst({ where: { id } });
    return row === null ? null : launchOf(row);
  }

  async byEffectKey(effectKey: string): Promise<Launch | null> {
    const row = await this.#client.launch.findFirst({ where: { effectKey } });
    return row === null ? null : launchOf(row);
  }

  async add(launch: Launch, unitIds: readonly UnitId[], effectKey: string): Promise<void> {
    const { id, title, body, document, acknowledgeBy, createdBy, sentAt } = launch;
    await this.#client.launch.create({
      data: {
        id,
        title,
        body,
        document,
        clusterIds: JSON.stringify(launch.clusterIds),
        acknowledgeBy,
        createdBy,
        sentAt: BigInt(sentAt),
        effectKey,
      },
    });
    await this.#client.launchReceipt.createMany({
      data: unitIds.map((unitId, position) => ({ launchId: id, position, unitId })),
    });
  }

  async receipts(id: LaunchId): Promise<LaunchReceipt[]> {
    const rows = await this.#client.launchReceipt.findMany({
      where: { launchId: id },
      orderBy: { position: 'asc' },
    });
    return rows.map(receiptOf);
  }

  async acknowledge(id: LaunchId, unitId: UnitId, by: PersonId, at: Instant): Promise<boolean> {
    const { count } = await this.#client.launchReceipt.updateMany({
      where: { launchId: id, unitId, acknowledgedAt: null },
      data: { acknowledgedAt: BigInt(at), acknowledgedBy: by },
    });
    return count > 0;
  }
}

function launchOf(row: Rows.Launch): Launch {
  const read = new RowReader('launch', row.id);
  return {
    id: read.id('id', row.id),
    title: row.title,
    body: row.body,
    document: row.document,
    clusterIds: read.json('cluster_ids', row.clusterIds, clusterIds),
    acknowledgeBy: read.optionalDay('acknowledge_by', row.acknowledgeBy),
    createdBy: read.id('created_by', row.createdBy),
    sentAt: read.instant('sent_at', row.sentAt),
  };
}

function receiptOf(row: Rows.LaunchReceipt): LaunchReceipt {
  const read = new RowReader('launch_receipt', `${row.launchId} ${row.unitId}`);
  return {
    launchId: read.id('launch_id', row.launchId),
    unitId: read.id('unit_id', row.unitId),
    acknowledgedAt: row.acknowledgedAt === null ? null : read.instant('acknowledged_at', row.acknowledgedAt),
    acknowledgedBy: read.optionalId('acknowledged_by', row.acknowledgedBy),
  };
}
