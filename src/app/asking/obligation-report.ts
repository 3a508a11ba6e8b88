import { concernsCluster } from '../../core/obligation/concern.ts';
import { dueState } from '../../core/obligation/due-state.ts';
import type { Obligation, Owner } from '../../core/obligation/obligation.ts';
import { clusterById, type Directory, unitById } from '../../core/organisation/directory.ts';
import { type PlanBook, planById, taskById } from '../../core/plan/plan-book.ts';
import type { Instant } from '../../core/time/instant.ts';
import { type LocalDate, yearOf } from '../../core/time/local-date.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';
import { listObligations } from './list-obligations.ts';

export interface ObligationFilter {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What that cluster's group hears of. */
  readonly cluster: string | null;
  /** What that unit owes. */
  readonly unit: string | null;
  /** Whether standing work of the years that the range touches is listed too. */
  readonly standing: boolean;
}

/** The obligations of a range as the command line prints them: by `dueOn`, standing ones last. */
export async function obligationReport(read: ReadModel, filter: ObligationFilter, now: Instant) {
  const directory = await read.organisation.directory();
  const book = await read.plans.book();
  const today = dayAt(now, directory);
  const cluster = directory.clusters.find(({ code }) => code === filter.cluster);
  const unit = directory.units.find(({ code }) => code === filter.unit);
  const listed = [
    ...(await listObligations(read, filter, now)),
    ...(filter.standing ? await standingWork(read, filter) : []),
  ];
  return listed
    .filter((one) => filter.unit === null || (unit !== undefined && one.owner.id === unit.id))
    .filter(
      (one) =>
        filter.cluster === null ||
        (cluster !== undefined &&
          concernsCluster(one, taskById(book, one.taskId), cluster.id, directory, today)),
    )
    .map((one) => rowOf(one, book, directory, today));
}

/** What names no day lies in a range by the year that its key names. */
async function standingWork(read: ReadModel, { from, to }: ObligationFilter): Promise<Obligation[]> {
  return (await read.obligations.standing()).filter(
    ({ state, periodKey }) =>
      state !== 'withdrawn' && Number(periodKey) >= yearOf(from) && Number(periodKey) <= yearOf(to),
  );
}

function rowOf(one: Obligation, book: PlanBook, directory: Directory, today: LocalDate) {
  const task = taskById(book, one.taskId);
  const plan = task.planId === null ? null : planById(book, task.planId);
  return {
    id: one.id,
    plan: plan?.number ?? null,
    task: task.no,
    title: task.title,
    owedBy: { kind: one.owner.kind, code: ownerCode(one.owner, directory) },
    cluster: one.clusterId === null ? null : clusterById(directory, one.clusterId).code,
    words: one.words,
    named: one.namedOn,
    exclusive: one.exclusive,
    dueOn: one.dueOn,
    overdueFrom: one.overdueFrom,
    state: one.state,
    due: dueState(one, today),
  };
}

function ownerCode(owner: Owner, directory: Directory): string {
  switch (owner.kind) {
    case 'unit':
      return unitById(directory, owner.id).code;
    case 'cluster':
      return clusterById(directory, owner.id).code;
    case 'council_member':
      return owner.id;
  }
}
