import type { OrganisationReading } from '../../core/organisation/organisation-reading.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { requesterWho } from '../requester.ts';
import { importOrganisation } from './import-organisation.ts';

/**
 * The secretariat takes the units and clusters of a file over; once more changes nothing. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY.
 */
export async function takeOrganisation(
  dependencies: Dependencies,
  request: Request,
  reading: OrganisationReading,
): Promise<Outcome<void>> {
  const { unitOfWork, clock } = dependencies;
  const directory = await unitOfWork.read.organisation.directory();
  const requester = requesterWho('plan.import', directory, request, clock.now());
  if (requester.kind === 'refused') return requester;
  await importOrganisation(dependencies, reading, requester.by);
  return done(undefined);
}
