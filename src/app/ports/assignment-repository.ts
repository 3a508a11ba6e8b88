import type { Assignment } from '../../core/assignment/assignment.ts';
import type { TaskId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';

/** Tasks of the day, beside the tasks that they are. */
export interface AssignmentRepository {
  of(taskId: TaskId): Promise<Assignment | null>;
  /** The one that the update gave, or changed last. */
  byEffectKey(effectKey: string): Promise<Assignment | null>;
  add(assignment: Assignment, effectKey: string): Promise<void>;
  /** Throws StaleRevision unless the stored revision is the one given; it is one higher afterwards. */
  save(assignment: Assignment): Promise<void>;
  /** Those whose next stage has come by the instant, the earliest first. */
  withStageBy(at: Instant): Promise<Assignment[]>;
  /** The earliest next stage of all; null where none has one. */
  nextStageAt(): Promise<Instant | null>;
}
