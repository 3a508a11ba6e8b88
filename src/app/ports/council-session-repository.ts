import type { CouncilSession } from '../../core/organisation/council-session.ts';
import type { Quarter } from '../../core/time/quarter.ts';

/** What was written down of the sessions of council members with their clusters; what nobody has touched is not here. */
export interface CouncilSessionRepository {
  ofQuarter(quarter: Quarter): Promise<CouncilSession[]>;
  /** Replaces what was known of the same member, cluster and quarter. */
  save(session: CouncilSession): Promise<void>;
}
