import type { ObligationId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { isDone } from '../../core/obligation/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import type { RecordedFrom } from '../ports/report-repository.ts';
import { whoMay } from '../use-case.ts';
import { takenBefore, writeReport } from './write-report.ts';

export interface RecordedForOwners {
  readonly recorded: readonly Obligation[];
  /** Done before, or closed meanwhile. */
  readonly passed: readonly Obligation[];
}

/**
 * The secretariat records as done what units said by telephone, elsewhere or on paper; who of them is here gets a
 * line, and may say that it is not right. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY.
 */
export async function recordForOwners(
  dependencies: Dependencies,
  request: Request,
  obligationIds: readonly ObligationId[],
  from: RecordedFrom,
): Promise<Outcome<RecordedForOwners>> {
  const { effectKey } = request;
  return whoMay('reports.manage', dependencies, request, async ({ tx, at, ids, by }) => {
    const recorded: Obligation[] = [];
    const passed: Obligation[] = [];
    for (const before of await tx.obligations.byIds(obligationIds)) {
      if (isDone(before.state) && (await takenBefore(tx, effectKey, before)) === null) {
        passed.push(before);
        continue;
      }
      const reporting = { by, effectKey, at, recorded: from };
      const outcome = await writeReport(tx, ids, before, { kind: 'done' }, reporting);
      if (outcome.kind === 'refused') passed.push(before);
      else recorded.push(outcome.value.obligation);
    }
    return done({ recorded, passed });
  });
}
