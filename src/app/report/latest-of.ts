import type { ObligationId } from '../../core/id.ts';
import type { Report } from '../ports/report-repository.ts';

/**
 * The last report on each obligation.
 *
 * @param reports newest first
 */
export const latestOf = <One extends Report>(reports: readonly One[]): ReadonlyMap<ObligationId, One> =>
  new Map(reports.toReversed().map((one) => [one.obligationId, one]));
