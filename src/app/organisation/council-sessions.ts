import type { ClusterId, PersonId } from '../../core/id.ts';
import { conclusionsIn } from '../../core/organisation/conclusions.ts';
import {
  type CouncilSession,
  type SessionState,
  sessionsOf,
} from '../../core/organisation/council-session.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { type Quarter, quarterOf } from '../../core/time/quarter.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { dayAt } from '../today.ts';
import { whoMay } from '../use-case.ts';

export interface SessionKey {
  readonly memberId: PersonId;
  readonly clusterId: ClusterId;
  readonly quarter: Quarter;
}

/** What the secretariat writes down of a session. */
export type SessionChange =
  | { readonly state: 'agreed'; readonly on: LocalDate }
  | { readonly state: 'held'; readonly on: LocalDate; readonly conclusions: string }
  | { readonly state: 'moved' };

/** The sessions that council members owe to their clusters this quarter, those of nobody's touch included. */
export async function councilSessions(
  read: Pick<ReadModel, 'organisation' | 'sessions'>,
  now: Instant,
): Promise<CouncilSession[]> {
  const directory = await read.organisation.directory();
  const today = dayAt(now, directory);
  const quarter = quarterOf(today);
  return sessionsOf(directory, quarter, today, await read.sessions.ofQuarter(quarter));
}

/**
 * The secretariat writes down that a session is arranged, was held with what it concluded, or is left to the next
 * quarter. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, SESSION_UNKNOWN.
 */
export async function changeSession(
  dependencies: Dependencies,
  request: Request,
  key: SessionKey,
  change: SessionChange,
): Promise<Outcome<CouncilSession>> {
  return whoMay('reports.manage', dependencies, request, async ({ tx, at, note }) => {
    const before = sessionOf(await councilSessions(tx, at), key);
    if (before === null) return refuse('SESSION_UNKNOWN');
    const session: CouncilSession = { ...before, ...onOf(before, change), changedAt: at };
    if (isSame(before, session)) return done(before);
    await tx.sessions.save(session);
    await note({
      action: 'session.changed',
      subject: session.clusterId,
      before: written(before),
      after: written(session),
    });
    return done(session);
  });
}

export const sessionOf = (sessions: readonly CouncilSession[], key: SessionKey): CouncilSession | null =>
  sessions.find(
    ({ memberId, clusterId, quarter }) =>
      memberId === key.memberId && clusterId === key.clusterId && quarter === key.quarter,
  ) ?? null;

function onOf(
  before: CouncilSession,
  change: SessionChange,
): Pick<CouncilSession, 'state' | 'on' | 'conclusions'> {
  switch (change.state) {
    case 'agreed':
      return { state: 'agreed', on: change.on, conclusions: before.conclusions };
    case 'held':
      return { state: 'held', on: change.on, conclusions: change.conclusions };
    case 'moved':
      return { state: 'moved', on: null, conclusions: before.conclusions };
  }
}

const isSame = (one: CouncilSession, other: CouncilSession): boolean =>
  one.state === other.state && one.on === other.on && one.conclusions === other.conclusions;

const written = ({ memberId, quarter, state, on, conclusions }: CouncilSession) => ({
  member: memberId,
  quarter,
  session: state satisfies SessionState,
  on,
  // What was said may name people; the audit never does.
  conclusions: conclusionsIn(conclusions).length,
});
