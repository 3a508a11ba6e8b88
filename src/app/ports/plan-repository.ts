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

/** Plans with their tasks, rules, parties, movements and events. Every write raises the book's revision. */
export interface PlanRepository {
  book(): Promise<PlanBook>;
  savePlan(plan: Plan): Promise<void>;
  /** Inserts or replaces the task with its parties and rules; rules keep their ids. */
  saveTask(task: Task): Promise<void>;
  /** As `saveTask`, many at once; a parent stands before its children. */
  saveTasks(tasks: readonly Task[]): Promise<void>;
  /** What the secretariat chose for a task; saving the task does not touch it. */
  saveHandling(id: TaskId, handling: TaskHandling): Promise<void>;
  /** What was decided of two tasks, in place of what was decided before. */
  savePair(pair: TaskPair): Promise<void>;
  saveMovement(movement: Movement): Promise<void>;
  saveEvent(event: PlanEvent): Promise<void>;
  dropMovement(id: MovementId): Promise<void>;
  dropEvent(id: EventId): Promise<void>;
}
