import type { PersonId, UnitId } from '../../core/id.ts';
import type { Obligation, Owner } from '../../core/obligation/obligation.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import {
  officeHolders,
  peopleWithRole,
  privateChatOf,
  servingPeople,
} from '../../core/organisation/directory.ts';
import type { Person } from '../../core/organisation/person.ts';
import { HOUR_MS, type Instant, instantOf } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { ReportId } from '../ports/report-repository.ts';
import type { Transaction } from '../ports/transaction.ts';
import { dayAt } from '../today.ts';

export interface NotedReport {
  readonly obligation: Obligation;
  readonly reportId: ReportId;
  readonly by: PersonId;
  readonly at: Instant;
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
export async function noteReport(tx: Transaction, ids: IdSource, noted: NotedReport): Promise<void> {
  const { obligation, reportId, by, at, isLate } = noted;
  const directory = await tx.organisation.directory();
  const today = dayAt(at, directory);
  const hearers = [
    ...colleaguesOf(directory, obligation.owner, today),
    ...(isLate ? peopleWithRole(directory, 'secretariat', today) : []),
  ].filter(({ id }) => id !== by && privateChatOf(directory, id)?.state === 'active');
  const slot = Math.floor(at / SLOT_MS);
  for (const id of new Set(hearers.map((person) => person.id))) {
    const addressee = { kind: 'person', id } as const;
    const noticeId = await tx.notices.plan({
      id: ids.next<'notice'>(),
      kind: 'report_note',
      addressee,
      slot: `${slot}`,
      at: instantOf((slot + 1) * SLOT_MS),
      subject: null,
      late: false,
    });
    await tx.notices.addLine(noticeId, {
      obligationId: obligation.id,
      dueOn: obligation.dueOn ?? today,
      stage: reportStage(reportId),
      addressee,
    });
  }
}

/** Focal points and leaders of the owner: of the unit, or of the unit that heads the cluster. */
export function colleaguesOf(directory: Directory, owner: Owner, today: LocalDate): Person[] {
  const ofUnit = (unitId: UnitId) => servingPeople(directory, unitId, today);
  switch (owner.kind) {
    case 'unit':
      return ofUnit(owner.id);
    case 'cluster':
      return officeHolders(directory, owner.id, 'lead', today).flatMap((unit) => ofUnit(unit.id));
    case 'council_member':
      return directory.people.filter(({ id }) => id === owner.id);
  }
}
