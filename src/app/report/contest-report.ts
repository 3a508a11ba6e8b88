import { owns } from '../../core/access/actor.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import { ownerName } from '../../core/obligation/owner-name.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { alertSecretariat } from '../notices/alert-secretariat.ts';
import { done, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { Report, ReportId } from '../ports/report-repository.ts';
import { type Requester, requesterOf } from '../requester.ts';
import { whoever, whoMay } from '../use-case.ts';

export interface ReportContested {
  readonly report: Report;
  readonly obligation: Obligation;
  /** False where somebody else had said so before. */
  readonly changed: boolean;
}

/**
 * Somebody who acts for the owner says that a report is not right: it goes to the secretariat's list. What was
 * recorded stands until it is corrected. Refused: REPORT_UNKNOWN, ACCESS_NOT_OWN_UNIT.
 */
export const contestReport = (
  dependencies: Dependencies,
  request: Request,
  id: ReportId,
): Promise<Outcome<ReportContested>> =>
  whoever(
    dependencies,
    request,
    async ({ reports, obligations }, directory, at): Promise<Contesting | Refused> => {
      const report = await reports.byId(id);
      const obligation = report === null ? null : await obligations.byId(report.obligationId);
      if (report === null || obligation === null) return refuse('REPORT_UNKNOWN');
      const requester = requesterOf(directory, request, at);
      return requester.kind === 'refused' || !owns(requester.actor, obligation.owner)
        ? refuse('ACCESS_NOT_OWN_UNIT', { owner: ownerName(directory, obligation.owner) })
        : { ...requester, report, obligation };
    },
    async (useCase) => {
      const { tx, at, person, report, obligation, note } = useCase;
      const changed = await tx.reports.contest(id, person.id, at);
      if (changed) {
        await note({ action: 'report.contested', subject: obligation.id, after: { report: id } });
        await alertSecretariat(useCase);
      }
      return done({ report, obligation, changed: changed || report.contest?.by === person.id });
    },
  );

interface Contesting extends Requester {
  readonly report: Report;
  readonly obligation: Obligation;
}

/** The secretariat has seen to a contested report. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY. */
export async function settleContest(
  dependencies: Dependencies,
  request: Request,
  id: ReportId,
): Promise<Outcome<boolean>> {
  return whoMay('reports.manage', dependencies, request, async ({ tx, at, note }) => {
    const changed = await tx.reports.settle(id, at);
    if (changed) {
      await note({
        action: 'report.settled',
        subject: (await tx.reports.byId(id))?.obligationId ?? id,
        after: { report: id },
      });
    }
    return done(changed);
  });
}
