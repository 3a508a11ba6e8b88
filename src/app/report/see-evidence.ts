import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Evidence } from '../../core/work/evidence.ts';
import { isDone } from '../../core/work/work-state.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { StoredFile } from '../ports/file-store.ts';
import type { Report, ReportId } from '../ports/report-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { requesterFor } from '../requester.ts';
import { latestOf } from './latest-of.ts';

export interface GivenEvidence {
  readonly obligation: Obligation;
  readonly report: Report & { readonly evidence: Evidence };
}

/** What was given last with each of the obligations that are done, in their order; those without are left out. */
export async function evidenceWith(
  read: ReadModel,
  obligations: readonly Obligation[],
): Promise<GivenEvidence[]> {
  const finished = obligations.filter(({ state }) => isDone(state));
  const reports = await read.reports.ofAll(finished.map(({ id }) => id));
  const last = latestOf(reports.filter(hasEvidence));
  return finished.flatMap((obligation) => {
    const report = last.get(obligation.id);
    return report === undefined ? [] : [{ obligation, report }];
  });
}

const hasEvidence = (report: Report): report is GivenEvidence['report'] => report.evidence !== null;

export interface EvidenceFile {
  readonly obligation: Obligation;
  readonly file: StoredFile;
}

/**
 * The file that was given with a report: for the secretariat, and for the owner's own people. Refused: REPORT_UNKNOWN,
 * also where the report has no file; ACCESS_NOT_OWN_UNIT.
 */
export async function seeEvidence(
  { unitOfWork: { read }, clock }: Dependencies,
  request: Request,
  id: ReportId,
): Promise<Outcome<EvidenceFile>> {
  const report = await read.reports.byId(id);
  const obligation = report === null ? null : await read.obligations.byId(report.obligationId);
  if (report?.evidence?.kind !== 'file' || obligation === null) return refuse('REPORT_UNKNOWN');
  const directory = await read.organisation.directory();
  const requester = requesterFor(obligation.owner, 'states.see', directory, request, clock.now());
  if (requester.kind === 'refused') return requester;
  const file = await read.files.byHash(report.evidence.sha256);
  return file === null
    ? refuse('REPORT_UNKNOWN')
    : done({ obligation, file: { ...file, name: report.evidence.name } });
}
