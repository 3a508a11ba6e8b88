import type { ObligationId } from '../../core/id.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { isDone } from '../../core/work/work-state.ts';
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
export const recordForOwners = (
  dependencies: Dependencies,
  request: Request,
  obligationIds: readonly ObligationId[],
  from: RecordedFrom,
): Promise<Outcome<RecordedForOwners>> =>
  whoMay('reports.manage', dependencies, request, async (useCase) => {
    const recorded: Obligation[] = [];
    const passed: Obligation[] = [];
    for (const before of await useCase.tx.obligations.byIds(obligationIds)) {
      if (isDone(before.state) && (await takenBefore(useCase, before)) === null) {
        passed.push(before);
        continue;
      }
      const outcome = await writeReport(useCase, before, { kind: 'done' }, from);
      if (outcome.kind === 'refused') passed.push(before);
      else recorded.push(outcome.value.obligation);
    }
    return done({ recorded, passed });
  });
