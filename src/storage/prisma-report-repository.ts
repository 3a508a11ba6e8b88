import type { Report, ReportRepository } from '../app/ports/report-repository.ts';
import type { ObligationId } from '../core/id.ts';
import { WORK_STATES } from '../core/obligation/work-state.ts';
import type { Client } from './client.ts';
import type * as Rows from './generated/sqlite/client.ts';
import { RowReader } from './row-reader.ts';

export class PrismaReportRepository implements ReportRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async byEffectKey(effectKey: string): Promise<Report | null> {
    const row = await this.#client.report.findFirst({ where: { effectKey } });
    return row === null ? null : reportOf(row);
  }

  async add(report: Report): Promise<void> {
    const { id, obligationId, personId, at, from, to, percent, reason, effectKey } = report;
    await this.#client.report.create({
      data: { id, obligationId, personId, at: BigInt(at), from, to, percent, reason, effectKey },
    });
  }

  async of(obligationId: ObligationId): Promise<Report[]> {
    const rows = await this.#client.report.findMany({
      where: { obligationId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    return rows.map(reportOf);
  }
}

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
    reason: row.reason,
    effectKey: row.effectKey,
  };
}
