import type { AssignmentRepository } from '../../app/ports/assignment-repository.ts';
import { StaleRevision } from '../../app/ports/obligation-repository.ts';
import type { Assignment } from '../../core/assignment/assignment.ts';
import type { TaskId } from '../../core/id.ts';
import { type Instant, instantOf } from '../../core/time/instant.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';

export class PrismaAssignmentRepository implements AssignmentRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async of(taskId: TaskId): Promise<Assignment | null> {
    const row = await this.#client.assignment.findFirst({ where: { taskId } });
    return row === null ? null : assignmentOf(row);
  }

  async byEffectKey(effectKey: string): Promise<Assignment | null> {
    const where = { OR: [{ effectKey }, { changeKey: effectKey }] };
    const row = await this.#client.assignment.findFirst({ where });
    return row === null ? null : assignmentOf(row);
  }

  async add(assignment: Assignment, effectKey: string): Promise<void> {
    const { taskId, givenBy, givenAt, clusterId, revision } = assignment;
    await this.#client.assignment.create({
      data: {
        taskId,
        givenBy,
        givenAt: BigInt(givenAt),
        clusterId,
        ...changing(assignment),
        effectKey,
        revision,
      },
    });
  }

  async save(assignment: Assignment): Promise<void> {
    const { taskId, revision } = assignment;
    const { count } = await this.#client.assignment.updateMany({
      where: { taskId, revision },
      data: { ...changing(assignment), revision: revision + 1 },
    });
    if (count === 0) throw new StaleRevision(`assignment ${taskId} is no longer at revision ${revision}`);
  }

  async withStageBy(at: Instant): Promise<Assignment[]> {
    const rows = await this.#client.assignment.findMany({
      where: { nextStageAt: { lte: BigInt(at) } },
      orderBy: [{ nextStageAt: 'asc' }, { taskId: 'asc' }],
    });
    return rows.map(assignmentOf);
  }

  async nextStageAt(): Promise<Instant | null> {
    const row = await this.#client.assignment.findFirst({
      where: { nextStageAt: { not: null } },
      orderBy: { nextStageAt: 'asc' },
    });
    return row === null || row.nextStageAt === null ? null : instantOf(Number(row.nextStageAt));
  }
}

function assignmentOf(row: Rows.Assignment): Assignment {
  const read = new RowReader('assignment', row.taskId);
  return {
    taskId: read.id('task_id', row.taskId),
    givenBy: read.id('given_by', row.givenBy),
    givenAt: read.instant('given_at', row.givenAt),
    clusterId: read.optionalId('cluster_id', row.clusterId),
    dueAt: read.instant('due_at', row.dueAt),
    urgent: row.urgent,
    changedAt: row.changedAt === null ? null : read.instant('changed_at', row.changedAt),
    changeKey: row.changeKey,
    nextStageAt: row.nextStageAt === null ? null : read.instant('next_stage_at', row.nextStageAt),
    revision: row.revision,
  };
}

const changing = ({ dueAt, urgent, changedAt, changeKey, nextStageAt }: Assignment) => ({
  dueAt: BigInt(dueAt),
  urgent,
  changedAt: changedAt === null ? null : BigInt(changedAt),
  changeKey,
  nextStageAt: nextStageAt === null ? null : BigInt(nextStageAt),
});
