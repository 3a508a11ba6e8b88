import type { UnitId } from '../../core/id.ts';
import type { Obligation, Owner } from '../../core/obligation/obligation.ts';
import {
  type Directory,
  officeHolders,
  peopleWithRole,
  privateChatOf,
} from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import { presentPeople } from '../../core/reminder/addressees.ts';
import { HOUR_MS, instantOf } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import type { ReportId } from '../ports/report-repository.ts';
import type { UseCase } from '../use-case.ts';

export interface NotedReport {
  readonly obligation: Obligation;
  readonly reportId: ReportId;
  /** An earlier report was taken back when it no longer should be: the secretariat hears of it too. */
  readonly isLate: boolean;
}

const STAGE = 'report-';
const SLOT_MS = HOUR_MS;

/** The stage of the line about a report, and back. */
const reportStage = (id: ReportId): string => `${STAGE}${id}`;
export const reportOfStage = (stage: string): ReportId | null =>
  stage.startsWith(STAGE) ? (stage.slice(STAGE.length) as ReportId) : null;

/** One line about a report to everybody else who acts for its owner; what one hour brings to one person is one message. */
export async function noteReport(
  useCase: UseCase,
  { obligation, reportId, isLate }: NotedReport,
): Promise<void> {
  const { tx, at, today, directory, person } = useCase;
  const hearers = [
    ...colleaguesOf(directory, obligation.owner, today),
    ...(isLate ? peopleWithRole(directory, 'secretariat', today) : []),
  ].filter(({ id }) => id !== person.id && privateChatOf(directory, id)?.state === 'active');
  const hour = Math.floor(at / SLOT_MS);
  for (const id of new Set(hearers.map((hearer) => hearer.id))) {
    const addressee = toPerson(id);
    const noticeId = await planNotice(useCase, 'report_note', addressee, {
      slot: `${hour}`,
      at: instantOf((hour + 1) * SLOT_MS),
    });
    await tx.notices.addLine(noticeId, {
      obligationId: obligation.id,
      dueOn: obligation.dueOn ?? today,
      stage: reportStage(reportId),
      addressee,
    });
  }
}

/** Focal points and leaders of the owner who are not away: of the unit, or of the unit that heads the cluster. */
export function colleaguesOf(directory: Directory, owner: Owner, today: LocalDate): Person[] {
  const ofUnit = (unitId: UnitId) => presentPeople(directory, unitId, today);
  switch (owner.kind) {
    case 'unit':
      return ofUnit(owner.id);
    case 'cluster':
      return officeHolders(directory, owner.id, 'lead', today).flatMap((unit) => ofUnit(unit.id));
    case 'council_member':
      return directory.people.filter(({ id }) => id === owner.id);
  }
}
