import { isSchoolQuiet } from '../calendar/school-calendar.ts';
import { nextWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { Obligation } from '../obligation/obligation.ts';
import type { Directory } from '../organisation/directory.ts';
import { partiesOf, type Task } from '../plan/plan-book.ts';
import { addDays, dateOf, type LocalDate, yearOf } from '../time/local-date.ts';

/**
 * Until which day nothing is said of an obligation: in summer schools hear only of what names them, be it by name or
 * by a rule for their kind of cluster. Null where it may be said today.
 */
export function quietUntil(
  { owner, clusterId, ruleId }: Pick<Obligation, 'owner' | 'clusterId' | 'ruleId'>,
  task: Task,
  directory: Directory,
  calendar: WorkCalendar,
  today: LocalDate,
): LocalDate | null {
  if (!areSchoolsAway(clusterId, directory, today)) return null;
  const isNamed =
    task.rules.some((rule) => rule.id === ruleId && rule.appliesTo !== null) ||
    partiesOf(task, 'lead').some(({ party }) => party.kind === 'unit' && party.unitId === owner.id);
  if (isNamed) return null;
  const { to } = directory.settings.schoolQuiet;
  return nextWorkingDay(calendar, addDays(dateOf(`${yearOf(today)}-${to}`), 1));
}

/** Whether it is a cluster of schools, in the weeks in which these hear only of what names them. */
export function areSchoolsAway(
  clusterId: Obligation['clusterId'],
  { settings, clusters, clusterKinds }: Directory,
  today: LocalDate,
): boolean {
  const kind = clusters.find((cluster) => cluster.id === clusterId)?.kind;
  return (
    isSchoolQuiet(today, settings.schoolQuiet) &&
    clusterKinds.some(({ code, calendar: year }) => code === kind && year === 'school_year')
  );
}
