import { actorOf } from '../core/access/actor.ts';
import { scopeOf } from '../core/access/rights.ts';
import type { ClusterId } from '../core/id.ts';
import type { Launch } from '../core/launch/launch.ts';
import { chatAt, groupsOf, membersOf, personAt } from '../core/organisation/directory.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import type { Dependencies, Request } from './dependencies.ts';
import { done, type Outcome, refuse } from './outcome.ts';
import { dayAt } from './today.ts';

export interface LaunchDraft {
  readonly title: string;
  readonly body: string;
  readonly document: string;
  readonly clusterIds: readonly ClusterId[];
  readonly acknowledgeBy: LocalDate | null;
}

/**
 * Launches a movement: the launch with a receipt for each unit of the clusters, a notice to each of their groups,
 * and the secretary's panel, in one transaction. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * LAUNCH_NO_GROUPS.
 */
export async function sendLaunch(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  draft: LaunchDraft,
): Promise<Outcome<Launch>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const today = dayAt(at, directory);
    const person = personAt(directory, request.channel, request.user);
    if (person === null) return refuse('ACCESS_UNKNOWN_PERSON');
    if (scopeOf('launch.compose', actorOf(directory, person.id, today).roles) === null) {
      return refuse('ACCESS_SECRETARIAT_ONLY');
    }
    const earlier = await tx.launches.byEffectKey(request.effectKey);
    if (earlier !== null) return done(earlier);
    const groups = draft.clusterIds.flatMap((clusterId) => groupsOf(directory, clusterId));
    if (groups.length === 0) return refuse('LAUNCH_NO_GROUPS');

    const launch: Launch = { ...draft, id: ids.next<'launch'>(), createdBy: person.id, sentAt: at };
    const units = new Set(
      draft.clusterIds.flatMap((clusterId) => membersOf(directory, clusterId, today).map((unit) => unit.id)),
    );
    await tx.launches.add(launch, [...units], request.effectKey);
    const from = chatAt(directory, request.channel, request.chat);
    const notices = [
      ...groups.map((group) => ({ kind: 'launch' as const, chat: group })),
      ...(from === null ? [] : [{ kind: 'launch_panel' as const, chat: from }]),
    ];
    for (const { kind, chat } of notices) {
      await tx.notices.plan({
        id: ids.next<'notice'>(),
        kind,
        addressee: { kind: 'chat', id: chat.id },
        slot: launch.id,
        at,
        subject: { kind: 'launch', id: launch.id },
        late: false,
      });
    }
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      personId: person.id,
      chatId: from?.id ?? null,
      action: 'launch.sent',
      subject: launch.id,
      before: null,
      after: { clusters: draft.clusterIds, units: units.size },
    });
    return done(launch);
  });
}
