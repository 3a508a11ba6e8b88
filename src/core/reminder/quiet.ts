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
  const { schoolQuiet } = directory.settings;
  if (!isSchoolQuiet(today, schoolQuiet)) return null;
  const kind = directory.clusters.find((cluster) => cluster.id === clusterId)?.kind;
  const isSchool = directory.clusterKinds.some(
    ({ code, calendar: year }) => code === kind && year === 'school_year',
  );
  const isNamed =
    task.rules.some((rule) => rule.id === ruleId && rule.appliesTo !== null) ||
    partiesOf(task, 'lead').some(({ party }) => party.kind === 'unit' && party.unitId === owner.id);
  if (!isSchool || isNamed) return null;
  return nextWorkingDay(calendar, addDays(dateOf(`${yearOf(today)}-${schoolQuiet.to}`), 1));
}
