import type { HandOverRepository } from '../../app/ports/hand-over-repository.ts';
import {
  type HandedOver,
  type HandOver,
  type HandOverId,
  type HandOverMark,
  type HandOverSide,
  ROTATING_OFFICES,
} from '../../core/organisation/hand-over.ts';
import { ROLES } from '../../core/organisation/person.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';

/** `what` holds an office of a cluster or a role of a person; the words of the two differ. */
export class PrismaHandOverRepository implements HandOverRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async byId(id: HandOverId): Promise<HandOver | null> {
    const row = await this.#client.handOver.findFirst({ where: { id } });
    return row === null ? null : handOverOf(row);
  }

  async byEffectKey(effectKey: string): Promise<HandOver | null> {
    const row = await this.#client.handOver.findFirst({ where: { effectKey } });
    return row === null ? null : handOverOf(row);
  }

  async add({ id, what, on, given, taken }: HandOver, effectKey: string): Promise<void> {
    await this.#client.handOver.create({
      data: {
        id,
        what: what.kind === 'role' ? what.role : what.office,
        unitId: what.kind === 'role' ? what.unitId : null,
        clusterId: what.clusterId,
        giverId: what.giver,
        takerId: what.taker,
        on,
        givenBy: given?.by ?? null,
        givenAt: given === null ? null : BigInt(given.at),
        takenBy: taken?.by ?? null,
        takenAt: taken === null ? null : BigInt(taken.at),
        effectKey,
      },
    });
  }

  async mark(id: HandOverId, side: HandOverSide, { by, at }: HandOverMark): Promise<boolean> {
    const { handOver } = this.#client;
    const { count } = await (side === 'given'
      ? handOver.updateMany({ where: { id, givenAt: null }, data: { givenBy: by, givenAt: BigInt(at) } })
      : handOver.updateMany({ where: { id, takenAt: null }, data: { takenBy: by, takenAt: BigInt(at) } }));
    return count > 0;
  }

  async open(): Promise<HandOver[]> {
    const rows = await this.#client.handOver.findMany({
      where: { OR: [{ givenAt: null }, { takenAt: null }] },
      orderBy: { id: 'asc' },
    });
    return rows.map(handOverOf);
  }
}

function handOverOf(row: Rows.HandOver): HandOver {
  const read = new RowReader('hand_over', row.id);
  return {
    id: read.id('id', row.id),
    what: whatOf(row, read),
    on: read.day('takes_effect_on', row.on),
    given: markOf(read, row.givenBy, row.givenAt),
    taken: markOf(read, row.takenBy, row.takenAt),
  };
}

function whatOf(row: Rows.HandOver, read: RowReader): HandedOver {
  const office = ROTATING_OFFICES.find((one) => one === row.what);
  if (office !== undefined) {
    return {
      kind: 'office',
      office,
      clusterId: read.id('cluster_id', row.clusterId ?? ''),
      giver: read.id('giver_id', row.giverId),
      taker: read.id('taker_id', row.takerId),
    };
  }
  return {
    kind: 'role',
    role: read.oneOf('what', row.what, ROLES),
    unitId: read.optionalId('unit_id', row.unitId),
    clusterId: read.optionalId('cluster_id', row.clusterId),
    giver: read.id('giver_id', row.giverId),
    taker: read.id('taker_id', row.takerId),
  };
}

const markOf = (read: RowReader, by: string | null, at: bigint | null): HandOverMark | null =>
  by === null || at === null ? null : { by: read.id('by', by), at: read.instant('at', at) };
