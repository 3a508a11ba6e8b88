import type { ClusterId, PersonId, TaskId } from '../id.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import { daysOfQuarter, type Quarter } from '../time/quarter.ts';
import type { Directory } from './directory.ts';

/**
 * `open`: nothing is arranged; `agreed`: it is to be on a day; `held`: it was; `moved`: it is left to the next
 * quarter.
 */
export const SESSION_STATES = ['open', 'agreed', 'held', 'moved'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/**
 * The working session that a council member owes, each quarter, to a cluster that they follow; the secretariat arranges
 * it.
 */
export interface CouncilSession {
  readonly memberId: PersonId;
  readonly clusterId: ClusterId;
  readonly quarter: Quarter;
  readonly state: SessionState;
  /** The day agreed, or on which it was held. */
  readonly on: LocalDate | null;
  /** Empty where nothing was concluded, or written down. */
  readonly conclusions: string;
  /** Which of them were given as tasks. */
  readonly given: readonly ConclusionGiven[];
  /** Null while nobody has touched it. */
  readonly changedAt: Instant | null;
}

/** A conclusion by its words, which keep it when others are written down, and the task that it became. */
export interface ConclusionGiven {
  readonly words: string;
  readonly taskId: TaskId;
}

/** The sessions of a quarter: those owed on its days so far, as they were written down or still open, by cluster. */
export function sessionsOf(
  directory: Pick<Directory, 'appointments' | 'clusters'>,
  quarter: Quarter,
  today: LocalDate,
  written: readonly CouncilSession[],
): CouncilSession[] {
  const { from, to } = daysOfQuarter(quarter);
  const until = today < to ? today : to;
  const owed = directory.appointments.flatMap((held) => {
    const { role, personId, clusterId } = held;
    const isHeld = (held.from === null || held.from <= until) && (held.to === null || held.to >= from);
    const endedBefore = held.to !== null && held.to < until;
    const known = written.find((one) => one.memberId === personId && one.clusterId === clusterId);
    if (role !== 'council_member' || clusterId === null || !isHeld) return [];
    if (endedBefore && known === undefined) return [];
    return [known ?? openSession(personId, clusterId, quarter)];
  });
  const place = (one: CouncilSession) => directory.clusters.findIndex(({ id }) => id === one.clusterId);
  return [...new Map(owed.map((one) => [`${one.memberId} ${one.clusterId}`, one])).values()].sort(
    (a, b) => place(a) - place(b),
  );
}

/** Who of the council follows a cluster on a day. */
export const councilMembersOf = (
  { appointments }: Pick<Directory, 'appointments'>,
  clusterId: ClusterId,
  on: LocalDate,
): PersonId[] =>
  appointments
    .filter((held) => held.role === 'council_member' && held.clusterId === clusterId)
    .filter(({ from, to }) => (from === null || from <= on) && (to === null || to >= on))
    .map(({ personId }) => personId);

const openSession = (memberId: PersonId, clusterId: ClusterId, quarter: Quarter): CouncilSession => ({
  memberId,
  clusterId,
  quarter,
  state: 'open',
  on: null,
  conclusions: '',
  given: [],
  changedAt: null,
});

/** Still to be arranged, or arranged for a day that has passed: the secretariat's to take up. */
export const wantsHand = ({ state, on }: CouncilSession, today: LocalDate): boolean =>
  state === 'open' || (state === 'agreed' && on !== null && on < today);
