import { mapInTurns } from '../../app/in-turns.ts';
import { StaleRevision } from '../../app/ports/obligation-repository.ts';
import {
  PLAN_DRAFT_STATES,
  type PlanDraft,
  type PlanDraftId,
  type PlanDraftRepository,
} from '../../app/ports/plan-draft-repository.ts';
import type { PlanId } from '../../core/id.ts';
import type { Doubt } from '../../core/plan/doubts/doubt.ts';
import type { PlanReading } from '../../core/plan/plan-reading.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import type { Prisma } from '../generated/sqlite/client.ts';
import type { HeldReadings } from '../held-readings.ts';
import {
  decisionsSchema,
  planReadingSchema,
  taskReadingSchema,
  warningsSchema,
} from '../rows/plan-draft-schema.ts';
import { RowReader } from '../rows/row-reader.ts';

/** A reading is some megabytes: it is read by itself, where nobody holds it. */
const WITHOUT_READING = { omit: { reading: true } } as const;

export class PrismaPlanDraftRepository implements PlanDraftRepository {
  readonly #client: Client;
  readonly #readings: HeldReadings;

  constructor(client: Client, readings: HeldReadings) {
    this.#client = client;
    this.#readings = readings;
  }

  byId(id: PlanDraftId): Promise<PlanDraft | null> {
    return this.#first({ id });
  }

  byEffectKey(effectKey: string): Promise<PlanDraft | null> {
    return this.#first({ effectKey });
  }

  inForce(planId: PlanId): Promise<PlanDraft | null> {
    return this.#first({ planId, state: 'in_force' });
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
      ...WITHOUT_READING,
    });
    const drafts = [];
    for (const row of rows) drafts.push(await this.#draftOf(row));
    return drafts;
  }

  async add(draft: PlanDraft): Promise<void> {
    // Not the row as it was written, with its reading.
    await this.#client.planDraft.create({
      data: {
        id: draft.id,
        ...rowOf(draft),
        reading: JSON.stringify(draft.reading),
        revision: draft.revision,
      },
      select: { id: true },
    });
  }

  async save(draft: PlanDraft): Promise<void> {
    const { id, revision } = draft;
    const { count } = await this.#client.planDraft.updateMany({
      where: { id, revision },
      data: { ...rowOf(draft), revision: revision + 1 },
    });
    if (count === 0) throw new StaleRevision(`plan draft ${id} is no longer at revision ${revision}`);
  }

  async #first(where: Prisma.PlanDraftWhereInput): Promise<PlanDraft | null> {
    const row = await this.#client.planDraft.findFirst({ where, ...WITHOUT_READING });
    return row === null ? null : await this.#draftOf(row);
  }

  async #draftOf(row: Omit<Rows.PlanDraft, 'reading'>): Promise<PlanDraft> {
    const read = new RowReader('plan_draft', row.id);
    const id = read.id<'plan_draft'>('id', row.id);
    return {
      id,
      createdBy: read.optionalId('created_by', row.createdBy),
      createdAt: read.instant('created_at', row.createdAt),
      fileName: row.fileName,
      reading: await this.#readings.of(id, () => this.#readingOf(id, read)),
      decisions: read.json('decisions', row.decisions, decisionsSchema),
      state: read.oneOf('state', row.state, PLAN_DRAFT_STATES),
      planId: read.optionalId('plan_id', row.planId),
      effectKey: row.effectKey,
      revision: row.revision,
    };
  }

  async #readingOf(id: PlanDraftId, read: RowReader): Promise<PlanReading> {
    const row = await this.#client.planDraft.findFirst({ where: { id }, select: { reading: true } });
    if (row === null) throw new Error(`plan draft ${id} was there and is gone`);
    const { tasks, ...rest } = read.json('reading', row.reading, planReadingSchema);
    return {
      ...rest,
      tasks: await mapInTurns(tasks, (task) => read.value('reading', task, taskReadingSchema)),
    };
  }
}

const rowOf = (draft: PlanDraft) => ({
  createdBy: draft.createdBy,
  createdAt: BigInt(draft.createdAt),
  fileName: draft.fileName,
  decisions: JSON.stringify(draft.decisions),
  state: draft.state,
  planId: draft.planId,
  effectKey: draft.effectKey,
});
