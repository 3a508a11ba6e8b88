import type { ClusterId, PersonId } from '../../core/id.ts';
import { councilMembersOf } from '../../core/organisation/council-session.ts';
import { personById } from '../../core/organisation/directory.ts';
import { type Person, unnamedPerson } from '../../core/organisation/person.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { appointFrom } from './appoint-from.ts';

export interface CouncilMemberNamed {
  readonly personId: PersonId;
  /** False where they followed the cluster before. */
  readonly changed: boolean;
}

/**
 * The secretariat says who of the council follows a cluster, beside those who do, from today on. A member known by that
 * name is meant; else it is somebody new, who need not use the bot: the secretariat writes to them. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, CLUSTER_UNKNOWN.
 */
export async function nameCouncilMember(
  dependencies: Dependencies,
  request: Request,
  clusterId: ClusterId,
  said: Pick<Person, 'name' | 'title' | 'address'>,
): Promise<Outcome<CouncilMemberNamed>> {
  return whoMay('office.name', dependencies, request, async ({ tx, ids, today, directory, note }) => {
    if (!directory.clusters.some(({ id }) => id === clusterId)) return refuse('CLUSTER_UNKNOWN');
    const known = directory.clusters
      .flatMap(({ id }) => councilMembersOf(directory, id, today))
      .find((id) => personById(directory, id)?.name === said.name);
    const personId = known ?? ids.next<'person'>();
    if (councilMembersOf(directory, clusterId, today).includes(personId)) {
      return done({ personId, changed: false });
    }
    if (known === undefined) await tx.organisation.savePerson({ ...unnamedPerson(personId), ...said });
    const duty = { role: 'council_member', unitId: null, clusterId } as const;
    await appointFrom(tx, directory, personId, duty, today);
    await note({
      action: 'office.member_named',
      subject: clusterId,
      after: { role: 'council_member', member: personId },
    });
    return done({ personId, changed: true });
  });
}
