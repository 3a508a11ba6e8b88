import type { Subject } from '../../app/asking/subject.ts';
import type { TaskId } from '../../core/id.ts';
import type { LocalDate } from '../../core/time/local-date.ts';

/** What buttons ask: the same questions as words do, with whom and when they are about. */
export type AskAction =
  /** What a subject has due in a range of days; entries from `skip` on. */
  | {
      readonly kind: 'due_of';
      readonly about: Subject;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly skip: number;
    }
  /** Who leads a task, in short. */
  | { readonly kind: 'leads'; readonly task: TaskId }
  | { readonly kind: 'overdue'; readonly about: Subject; readonly skip: number }
  /** How the work of a subject in a range of days stands. */
  | {
      readonly kind: 'status';
      readonly about: Subject;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly skip: number;
    }
  /** Which units of a subject have done all of theirs in a range of days, or have not. */
  | {
      readonly kind: 'units';
      readonly about: Subject;
      readonly filter: 'done' | 'not_done';
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly skip: number;
    }
  /** How one task stands, whatever its day. */
  | { readonly kind: 'task_status'; readonly about: Subject; readonly task: TaskId; readonly skip: number }
  /** Movements that a subject leads, else all. */
  | { readonly kind: 'movements'; readonly about: Subject; readonly skip: number }
  /**
   * The same from one year to another (0 for any), by one launcher: the beginning of its name, folded and hyphenated
   * (`-` for any).
   */
  | {
      readonly kind: 'movements_of';
      readonly about: Subject;
      readonly origin: string;
      readonly first: number;
      readonly last: number;
      readonly skip: number;
    }
  | { readonly kind: 'events'; readonly from: LocalDate; readonly to: LocalDate; readonly skip: number }
  /** The conferences that clusters have announced. */
  | { readonly kind: 'meetings'; readonly skip: number }
  /** None of the choices offered was meant: how to ask more clearly. */
  | { readonly kind: 'other' };
