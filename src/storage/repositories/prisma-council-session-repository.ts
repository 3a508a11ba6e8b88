import * as z from 'zod';
import type { CouncilSessionRepository } from '../../app/ports/council-session-repository.ts';
import type { TaskId } from '../../core/id.ts';
import {
  type ConclusionGiven,
  type CouncilSession,
  SESSION_STATES,
} from '../../core/organisation/council-session.ts';
import { parseQuarter, type Quarter } from '../../core/time/quarter.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';

const givenSchema: z.ZodType<ConclusionGiven[]> = z.array(
  z.object({ words: z.string(), taskId: z.string().transform((id) => id as TaskId) }),
);

export class PrismaCouncilSessionRepository implements CouncilSessionRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async ofQuarter(quarter: Quarter): Promise<CouncilSession[]> {
    const rows = await this.#client.councilSession.findMany({
      where: { quarter },
      orderBy: [{ clusterId: 'asc' }, { memberId: 'asc' }],
    });
    return rows.map(sessionOf);
  }

  async save({ memberId, clusterId, quarter, ...rest }: CouncilSession): Promise<void> {
    const data = {
      ...rest,
      given: JSON.stringify(rest.given),
      changedAt: rest.changedAt === null ? null : BigInt(rest.changedAt),
    };
    await this.#client.councilSession.upsert({
      where: { memberId_clusterId_quarter: { memberId, clusterId, quarter } },
      create: { memberId, clusterId, quarter, ...data },
      update: data,
    });
  }
}

function sessionOf(row: Rows.CouncilSession): CouncilSession {
  const read = new RowReader('council_session', `${row.memberId} ${row.clusterId} ${row.quarter}`);
  const quarter = parseQuarter(row.quarter);
  if (quarter === null) throw new Error(`council_session: ${row.quarter} is no quarter`);
  return {
    memberId: read.id('member_id', row.memberId),
    clusterId: read.id('cluster_id', row.clusterId),
    quarter,
    state: read.oneOf('state', row.state, SESSION_STATES),
    on: read.optionalDay('session_on', row.on),
    conclusions: row.conclusions,
    given: read.json('given', row.given, givenSchema),
    changedAt: row.changedAt === null ? null : read.instant('changed_at', row.changedAt),
  };
}
