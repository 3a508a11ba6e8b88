import { type DaySpan, isSensibleSpan } from '../../core/calendar/read-days.ts';
import { isSensibleSchoolYear } from '../../core/calendar/read-school-year.ts';
import type { SchoolCalendar } from '../../core/calendar/school-calendar.ts';
import { isWorkingDay } from '../../core/calendar/work-calendar.ts';
import type { UnitId } from '../../core/id.ts';
import { publicCalendar } from '../../core/organisation/calendars.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import {
  type Ladder,
  type LadderName,
  type LadderScope,
  ownLadder,
  withLadder,
} from '../../core/organisation/ladder.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import type { UnitTone } from '../../core/organisation/unit.ts';
import type { PlanBook } from '../../core/plan/plan-book.ts';
import { addDays, type LocalDate } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { followSettings } from './follow-settings.ts';

export type DayKind = 'off' | 'worked' | 'usual';

/**
 * The secretariat has days off or worked against the country's calendar, or lets them follow it again. What is owed
 * and said follows at once. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, SETTING_UNKNOWN.
 */
export const changeDays = (
  dependencies: Dependencies,
  request: Request,
  { from, to }: DaySpan,
  kind: DayKind,
): Promise<Outcome<void>> =>
  changeRule(dependencies, request, 'own-days', ({ settings }) => {
    if (!isSensibleSpan({ from, to })) return null;
    const span: LocalDate[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) span.push(day);
    const others = (days: readonly LocalDate[]) => days.filter((day) => !span.includes(day));
    const usual = publicCalendar(settings);
    const changed = span.filter((day) => isWorkingDay(usual, day) === (kind === 'off'));
    const { off, worked } = settings.ownDays;
    const ownDays = {
      off: [...others(off), ...(kind === 'off' ? changed : [])].sort(),
      worked: [...others(worked), ...(kind === 'worked' ? changed : [])].sort(),
    };
    return { settings: { ...settings, ownDays }, before: settings.ownDays, after: ownDays };
  });

/**
 * The secretariat says when the school year and its semesters begin and end. What is owed and said follows at once.
 * Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, SETTING_UNKNOWN.
 */
export const changeSchoolYear = (
  dependencies: Dependencies,
  request: Request,
  schoolYear: SchoolCalendar,
): Promise<Outcome<void>> =>
  changeRule(dependencies, request, 'school-year', ({ settings }) =>
    isSensibleSchoolYear(schoolYear)
      ? { settings: { ...settings, schoolYear }, before: settings.schoolYear, after: schoolYear }
      : null,
  );

/**
 * The secretariat gives the office, a plan, a kind of work or a cluster a ladder of its own, or takes it back with
 * null. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, SETTING_UNKNOWN.
 */
export const changeLadder = (
  dependencies: Dependencies,
  request: Request,
  { scope, of }: { readonly scope: LadderScope; readonly of: LadderName },
  ladder: Ladder | null,
): Promise<Outcome<void>> =>
  changeRule(dependencies, request, 'ladder', ({ settings, ...rest }, book) => {
    if (!isKnownScope(scope, rest, book)) return null;
    const changed = withLadder(settings, scope, of, ladder);
    return {
      settings: changed,
      before: { scope, of, ladder: ownLadder(settings, scope, of) },
      after: { scope, of, ladder: ownLadder(changed, scope, of) },
    };
  });

/** How a unit is spoken to. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, SETTING_UNKNOWN. */
export async function changeTone(
  dependencies: Dependencies,
  request: Request,
  unitId: UnitId,
  tone: UnitTone,
): Promise<Outcome<void>> {
  return whoMay('settings.change', dependencies, request, async ({ tx, directory, note }) => {
    const unit = directory.units.find(({ id }) => id === unitId);
    if (unit === undefined) return refuse('SETTING_UNKNOWN');
    const before = unit.tone ?? 'usual';
    if (before === tone) return done(undefined);
    await tx.organisation.saveUnit({ ...unit, tone });
    await note({ action: 'settings.changed', subject: unitId, before: { tone: before }, after: { tone } });
    return done(undefined);
  });
}

export const isKnownScope = (
  scope: LadderScope,
  { clusters }: Pick<Directory, 'clusters'>,
  { plans }: PlanBook,
): boolean => {
  switch (scope.kind) {
    case 'cluster':
      return clusters.some(({ id }) => id === scope.id);
    case 'plan':
      return plans.some(({ id }) => id === scope.id);
    case 'office':
    case 'work':
      return true;
  }
};

interface RuleChange {
  readonly settings: Settings;
  readonly before: unknown;
  readonly after: unknown;
}

function changeRule(
  dependencies: Dependencies,
  request: Request,
  subject: string,
  change: (directory: Directory, book: PlanBook) => RuleChange | null,
): Promise<Outcome<void>> {
  return whoMay('settings.change', dependencies, request, async ({ tx, at, directory, note }) => {
    const changed = change(directory, await tx.plans.book());
    if (changed === null) return refuse('SETTING_UNKNOWN');
    if (JSON.stringify(changed.before) === JSON.stringify(changed.after)) return done(undefined);
    await tx.organisation.saveSettings(changed.settings);
    await followSettings(tx, at);
    await note({ action: 'settings.changed', subject, before: changed.before, after: changed.after });
    return done(undefined);
  });
}
