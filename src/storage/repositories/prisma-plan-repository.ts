import { mapInTurns } from '../../app/in-turns.ts';
import type { PlanRepository } from '../../app/ports/plan-repository.ts';
import type { TaskId } from '../../core/id.ts';
import type {
  EventId,
  Movement,
  MovementId,
  Plan,
  PlanBook,
  PlanEvent,
  Task,
  TaskHandling,
  TaskPair,
} from '../../core/plan/plan-book.ts';
import type { CachedReads } from '../cached-reads.ts';
import type { Client } from '../database/client.ts';
import { eventOf, movementOf, pairOf, planOf, taskOf, taskRow } from '../rows/plan-mapper.ts';
import { putRows } from '../rows/write-rows.ts';

const BY_ID = { orderBy: { id: 'asc' } } as const;

/** Rows come in the order in which they were made, which is that of the documents: ids are ordered by time. */
export class PrismaPlanRepository implements PlanRepository {
  readonly #client: Client;
  readonly #cached: CachedReads;

  constructor(client: Client, cached: CachedReads) {
    this.#client = client;
    this.#cached = cached;
  }

  book(): Promise<PlanBook> {
    return this.#cached.read('book', () => this.#load());
  }

  async savePlan({ id, ...rest }: Plan): Promise<void> {
    await this.#cached.raise('book');
    const data = {
      number: rest.number,
      issuer: rest.issuer,
      issuedOn: rest.issuedOn,
      title: rest.title,
      periodFrom: rest.periodFrom,
      periodTo: rest.periodTo,
    };
    await this.#client.plan.upsert({ where: { id }, create: { id, ...data }, update: data });
  }

  saveTask(task: Task): Promise<void> {
    return this.saveTasks([task]);
  }

  async saveTasks(tasks: readonly Task[]): Promise<void> {
    await this.#cached.raise('book');
    await putRows(this.#client, 'task', tasks.map(taskRow));
  }

  async saveHandling(id: TaskId, { workKind, evidence, confirmation }: TaskHandling): Promise<void> {
    await this.#cached.raise('book');
    await this.#client.task.updateMany({ where: { id }, data: { workKind, evidence, confirmation } });
  }

  async savePair({ one, other, isSame }: TaskPair): Promise<void> {
    await this.#cached.raise('book');
    const ids = { oneId: one, otherId: other };
    await this.#client.taskPair.upsert({
      where: { oneId_otherId: ids },
      create: { ...ids, isSame },
      update: { isSame },
    });
  }

  async saveMovement({ id, planId, taskId, name, origin, leadWords, periodWords }: Movement): Promise<void> {
    await this.#cached.raise('book');
    const data = { planId, taskId, name, origin, leadWords, periodWords };
    await this.#client.movement.upsert({ where: { id }, create: { id, ...data }, update: data });
  }

  async saveEvent({ id, planId, name, year, on, baseYear, statedCount }: PlanEvent): Promise<void> {
    await this.#cached.raise('book');
    const data = { planId, name, year, on, baseYear, statedCount };
    await this.#client.planEvent.upsert({ where: { id }, create: { id, ...data }, update: data });
  }

  async dropMovement(id: MovementId): Promise<void> {
    await this.#cached.raise('book');
    await this.#client.movement.deleteMany({ where: { id } });
  }

  async dropEvent(id: EventId): Promise<void> {
    await this.#cached.raise('book');
    await this.#client.planEvent.deleteMany({ where: { id } });
  }

  async #load(): Promise<PlanBook> {
    const plans = await this.#client.plan.findMany(BY_ID);
    const tasks = await this.#client.task.findMany(BY_ID);
    const movements = await this.#client.movement.findMany(BY_ID);
    const events = await this.#client.planEvent.findMany(BY_ID);
    const pairs = await this.#client.taskPair.findMany({ orderBy: [{ oneId: 'asc' }, { otherId: 'asc' }] });
    return {
      plans: plans.map(planOf),
      tasks: await mapInTurns(tasks, taskOf),
      movements: movements.map(movementOf),
      events: events.map(eventOf),
      pairs: pairs.map(pairOf),
    };
  }
}
