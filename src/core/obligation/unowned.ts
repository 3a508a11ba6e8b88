import { isStanding } from '../deadline/rule.ts';
import type { TaskId } from '../id.ts';
import type { Calendars } from '../organisation/calendars.ts';
import type { Directory } from '../organisation/directory.ts';
import type { PlanBook } from '../plan/plan-book.ts';
import type { LocalDate } from '../time/local-date.ts';
import { ownersOf } from './owners.ts';
import { occurrencesOf } from './wanted-obligations.ts';

/** A deadline of a task that nobody owes. */
export interface UnownedOccurrence {
  readonly taskId: TaskId;
  readonly periodKey: string;
  readonly namedOn: LocalDate;
  readonly dueOn: LocalDate;
}

/**
 * The deadlines in the window whose task has no owner on that day, by day; none of those for a kind of cluster of which
 * the office has none.
 */
export function unownedOccurrences(
  book: PlanBook,
  directory: Directory,
  calendars: Calendars,
  window: { readonly from: LocalDate; readonly to: LocalDate },
): UnownedOccurrence[] {
  const isElsewhere = (kind: string | null) =>
    directory.clusterKinds.some(({ code }) => code === kind) &&
    !directory.clusters.some((cluster) => cluster.kind === kind);
  return book.tasks
    .flatMap((task) =>
      task.rules
        .filter((rule) => !isStanding(rule.rule) && !isElsewhere(rule.appliesTo))
        .flatMap((rule) =>
          occurrencesOf(task, rule, book, directory, calendars, window)
            .filter(({ dueOn }) => ownersOf(task, rule, directory, dueOn).length === 0)
            .map(({ periodKey, namedOn, dueOn }) => ({ taskId: task.id, periodKey, namedOn, dueOn })),
        ),
    )
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}
