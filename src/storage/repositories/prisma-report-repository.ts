import * as z from 'zod';
import {
  type Contest,
  RECORD_SOURCES,
  type RecordedFrom,
  type Report,
  type ReportId,
  type ReportRepository,
} from '../../app/ports/report-repository.ts';
import type { ObligationId, PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Evidence } from '../../core/work/evidence.ts';
import { STEP_NAMES } from '../../core/work/step.ts';
import { WORK_STATES } from '../../core/work/work-state.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { findByIds } from '../rows/find-by-ids.ts';
import { readRow } from '../rows/read-row.ts';
import { RowReader } from '../rows/row-reader.ts';
import { daySchema } from '../rows/time-schema.ts';
import { insertRow } from '../rows/write-rows.ts';

const evidenceSchema: z.ZodType<Evidence> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), number: z.string(), on: daySchema.nullable() }),
  z.object({ kind: z.literal('file'), sha256: z.string(), name: z.string() }),
  z.object({ kind: z.literal('link'), url: z.string() }),
  z.object({ kind: z.literal('nothing') }),
]);

export class PrismaReportRepository implements ReportRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async byId(id: ReportId): Promise<Report | null> {
    const row = await this.#client.report.findFirst({ where: { id } });
    return row === null ? null : reportOf(row);
  }

  async byEffectKey(effectKey: string, obligationId?: ObligationId): Promise<Report | null> {
    const row = await readRow<Rows.Report>(
      this.#client,
      Prisma.sql`SELECT *, reported_at AS "at", from_state AS "from", to_state AS "to" FROM report
        WHERE effect_key = ${effectKey} AND obligation_id = COALESCE(${obligationId ?? null}, obligation_id)
        ORDER BY id LIMIT 1`,
    );
    return row === null ? null : reportOf(row);
  }

  async add(report: Report): Promise<void> {
    const { id, obligationId, personId, at, from, to, percent, step, reason, effectKey } = report;
    const { evidence, recorded, contest } = report;
    await insertRow(this.#client, 'report', {
      id,
      obligation_id: obligationId,
      person_id: personId,
      reported_at: BigInt(at),
      from_state: from,
      to_state: to,
      percent,
      step,
      reason,
      evidence: evidence === null ? null : JSON.stringify(evidence),
      source: recorded?.source ?? null,
      said_by: recorded?.saidBy ?? null,
      contested_at: optionalInstant(contest?.at),
      contested_by: contest?.by ?? null,
      settled_at: optionalInstant(contest?.settledAt),
      effect_key: effectKey,
    });
  }

  of(obligationId: ObligationId): Promise<Report[]> {
    return this.ofAll([obligationId]);
  }

  async ofAll(obligationIds: readonly ObligationId[]): Promise<Report[]> {
    const rows = await findByIds(obligationIds, (ids) =>
      this.#client.report.findMany({ where: { obligationId: { in: ids } } }),
    );
    return rows.map(reportOf).toSorted(newestFirst);
  }

  async contest(id: ReportId, by: PersonId, at: Instant): Promise<boolean> {
    const { count } = await this.#client.report.updateMany({
      where: { id, contestedAt: null },
      data: { contestedAt: BigInt(at), contestedBy: by },
    });
    return count > 0;
  }

  async settle(id: ReportId, at: Instant): Promise<boolean> {
    const { count } = await this.#client.report.updateMany({
      where: { id, contestedAt: { not: null }, settledAt: null },
      data: { settledAt: BigInt(at) },
    });
    return count > 0;
  }

  async contested(): Promise<Report[]> {
    const rows = await this.#client.report.findMany({
      where: { contestedAt: { not: null }, settledAt: null },
      orderBy: [{ contestedAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(reportOf);
  }
}

const newestFirst = (one: Report, other: Report): number => other.at - one.at || (one.id < other.id ? 1 : -1);

const optionalInstant = (at: Instant | null | undefined): bigint | null =>
  at === null || at === undefined ? null : BigInt(at);

function reportOf(row: Rows.Report): Report {
  const read = new RowReader('report', row.id);
  return {
    id: read.id('id', row.id),
    obligationId: read.id('obligation_id', row.obligationId),
    personId: read.id('person_id', row.personId),
    at: read.instant('reported_at', row.at),
    from: read.oneOf('from_state', row.from, WORK_STATES),
    to: read.oneOf('to_state', row.to, WORK_STATES),
    percent: read.within('percent', row.percent, 0, 100),
    step: read.optionalOneOf('step', row.step, STEP_NAMES),
    reason: row.reason,
    evidence: row.evidence === null ? null : read.json('evidence', row.evidence, evidenceSchema),
    recorded: recordedOf(read, row),
    contest: contestOf(read, row),
    effectKey: row.effectKey,
  };
}

const recordedOf = (read: RowReader, { source, saidBy }: Rows.Report): RecordedFrom | null =>
  source === null ? null : { source: read.oneOf('source', source, RECORD_SOURCES), saidBy: saidBy ?? '' };

const contestOf = (read: RowReader, { contestedAt, contestedBy, settledAt }: Rows.Report): Contest | null =>
  contestedAt === null
    ? null
    : {
        by: read.id('contested_by', contestedBy ?? ''),
        at: read.instant('contested_at', contestedAt),
        settledAt: settledAt === null ? null : read.instant('settled_at', settledAt),
      };
