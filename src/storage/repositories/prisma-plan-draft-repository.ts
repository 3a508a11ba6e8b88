import { StaleRevision } from '../../app/ports/obligation-repository.ts';
import {
  PLAN_DRAFT_STATES,
  type PlanDraft,
  type PlanDraftId,
  type PlanDraftRepository,
} from '../../app/ports/plan-draft-repository.ts';
import type { PlanId } from '../../core/id.ts';
import type { Doubt } from '../../core/plan/doubts/doubt.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { decisionsSchema, planReadingSchema, warningsSchema } from '../rows/plan-draft-schema.ts';
import { RowReader } from '../rows/row-reader.ts';

export class PrismaPlanDraftRepository implements PlanDraftRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async byId(id: PlanDraftId): Promise<PlanDraft | null> {
    const row = await this.#client.planDraft.findFirst({ where: { id } });
    return row === null ? null : draftOf(row);
  }

  async byEffectKey(effectKey: string): Promise<PlanDraft | null> {
    const row = await this.#client.planDraft.findFirst({ where: { effectKey } });
    return row === null ? null : draftOf(row);
  }

  async inForce(planId: PlanId): Promise<PlanDraft | null> {
    const row = await this.#client.planDraft.findFirst({ where: { planId, state: 'in_force' } });
    return row === null ? null : draftOf(row);
  }

  async warnings(planId: PlanId): Promise<readonly Doubt[]> {
    const row = await this.#client.planDraft.findFirst({
      where: { planId, state: 'in_force' },
      select: { id: true, reading: true },
    });
    if (row === null) return [];
    return new RowReader('plan_draft', row.id).json('reading', row.reading, warningsSchema).warnings;
  }

  async current(): Promise<PlanDraft[]> {
    const rows = await this.#client.planDraft.findMany({
      where: { state: { in: ['open', 'in_force'] } },
      orderBy: { id: 'desc' },
    });
    return rows.map(draftOf);
  }

  async add({ id, ...draft }: PlanDraft): Promise<void> {
    // Not the row as it was written: a reading is some megabytes.
    await this.#client.planDraft.create({
      data: { id, ...rowOf(draft), revision: draft.revision },
      select: { id: true },
    });
  }

  async save({ id, revision, ...draft }: PlanDraft): Promise<void> {
    const { count } = await this.#client.planDraft.updateMany({
      where: { id, revision },
      data: { ...rowOf(draft), revision: revision + 1 },
    });
    if (count === 0) throw new StaleRevision(`plan draft ${id} is no longer at revision ${revision}`);
  }
}

const rowOf = (draft: Omit<PlanDraft, 'id' | 'revision'>) => ({
  createdBy: draft.createdBy,
  createdAt: BigInt(draft.createdAt),
  fileName: draft.fileName,
  reading: JSON.stringify(draft.reading),
  decisions: JSON.stringify(draft.decisions),
  state: draft.state,
  planId: draft.planId,
  effectKey: draft.effectKey,
});

function draftOf(row: Rows.PlanDraft): PlanDraft {
  const read = new RowReader('plan_draft', row.id);
  return {
    id: read.id('id', row.id),
    createdBy: read.optionalId('created_by', row.createdBy),
    createdAt: read.instant('created_at', row.createdAt),
    fileName: row.fileName,
    reading: read.json('reading', row.reading, planReadingSchema),
    decisions: read.json('decisions', row.decisions, decisionsSchema),
    state: read.oneOf('state', row.state, PLAN_DRAFT_STATES),
    planId: read.optionalId('plan_id', row.planId),
    effectKey: row.effectKey,
    revision: row.revision,
  };
}
