import type { Cluster } from '../organisation/cluster.ts';
import { type LocalDate, yearOf } from '../time/local-date.ts';
import { type Plan, type PlanBook, partiesOf } from './plan-book.ts';

/**
 * The plan under which a council member works with a cluster on a day: of those in force that day one that asks council
 * members for something there before the others, then one of many years before one of few, such as a campaign's, and
 * the latest issued before older ones. Null where none is in force.
 */
export function sessionPlan(book: PlanBook, { kind }: Pick<Cluster, 'kind'>, on: LocalDate): Plan | null {
  const asking = new Set(
    book.tasks
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .filter((task) => partiesOf(task, 'lead').some(({ party }) => party.kind === 'council_member'))
      .filter(({ rules }) => rules.some(({ appliesTo }) => appliesTo === null || appliesTo === kind))
      .map(({ planId }) => planId),
  );
  const [plan] = book.plans
    .filter(({ periodFrom, periodTo }) => periodFrom <= on && on <= periodTo)
    .sort(
      (one, other) =>
        Number(asking.has(other.id)) - Number(asking.has(one.id)) ||
        yearsOf(other) - yearsOf(one) ||
        other.issuedOn.localeCompare(one.issuedOn),
    );
  return plan ?? null;
}

const yearsOf = ({ periodFrom, periodTo }: Plan): number => yearOf(periodTo) - yearOf(periodFrom);
