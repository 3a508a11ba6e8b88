import type { ObligationId } from '../../core/id.ts';
import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import type { Extension } from '../../core/obligation/extension.ts';
import type { Obligation } from '../../core/obligation/obligation.ts';
import type { Chat } from '../../core/organisation/chat.ts';
import { wantsHand } from '../../core/organisation/council-session.ts';
import { lostGroups } from '../../core/organisation/directory.ts';
import { isStanding } from '../../core/organisation/hand-over.ts';
import type { Invitation } from '../../core/organisation/invitation.ts';
import { type Vacancy, vacanciesOf } from '../../core/organisation/rotation.ts';
import { alikeTasks } from '../../core/plan/alike-tasks.ts';
import { handlingOf } from '../../core/plan/plan-book.ts';
import { addMs, DAY_MS, type Instant } from '../../core/time/instant.ts';
import { lostTopics } from '../groups/note-topic.ts';
import { launchesWithoutApprover } from '../launch/ask-approvers.ts';
import { type HeldLaunch, heldLaunches } from '../launch/hold-launch.ts';
import { councilSessions } from '../organisation/council-sessions.ts';
import type { Report } from '../ports/report-repository.ts';
import type { ReadModel } from '../ports/unit-of-work.ts';
import { latestOf } from '../report/latest-of.ts';
import { dayAt } from '../today.ts';
import { unownedWork } from './unowned-work.ts';

/** Something that waits for the secretariat and is decided by itself. */
export type InboxItem =
  | { readonly kind: 'confirm'; readonly obligation: Obligation; readonly report: Report | null }
  | { readonly kind: 'extension'; readonly extension: Extension; readonly obligation: Obligation }
  | { readonly kind: 'contest'; readonly report: Report; readonly obligation: Obligation }
  | { readonly kind: 'join'; readonly invitation: Invitation }
  /** A trial keeps it back. */
  | { readonly kind: 'launch'; readonly held: HeldLaunch }
  /** A launch that waits while nobody is left to agree to it. */
  | { readonly kind: 'approval'; readonly launch: Launch }
  /** A unit's registration for a launch. */
  | { readonly kind: 'registration'; readonly launch: Launch; readonly receipt: LaunchReceipt }
  /** Nobody knows who heads a cluster next. */
  | { readonly kind: 'rotation'; readonly vacancy: Vacancy };

export interface SecretaryInbox {
  /** In the order in which they are to be decided. */
  readonly items: readonly InboxItem[];
  /** Notices of the last week of which nobody knows whether they arrived, or that did not. */
  readonly undelivered: number;
  /** Sessions of council members with clusters that wait for the secretariat to arrange them. */
  readonly sessions: number;
  /** All sessions of the quarter. */
  readonly allSessions: number;
  /** Documents with rows to decide. */
  readonly drafts: number;
  /** Pairs of tasks that look like one duty, of which nobody has decided. */
  readonly alike: number;
  /** Hand-overs that one side has not confirmed yet. */
  readonly handOvers: number;
  /** Work of the next weeks that nobody owes. */
  readonly unowned: number;
  /** Groups in which nothing can be said any more, or not in the topic that they chose. */
  readonly lostGroups: readonly Chat[];
  readonly lostTopics: readonly Chat[];
}

const RECENT_MS = 7 * DAY_MS;

/** All that waits for the secretariat. */
export async function secretaryInbox(read: ReadModel, now: Instant): Promise<SecretaryInbox> {
  const book = await read.plans.book();
  const directory = await read.organisation.directory();
  const today = dayAt(now, directory);
  const doubtful = await read.notices.list({
    states: ['unknown', 'dead'],
    from: addMs(now, -RECENT_MS),
    to: now,
  });
  const drafts = await read.planDrafts.current();
  const handOvers = await read.handOvers.open();
  const sessions = await councilSessions(read, now);
  const unowned = await unownedWork(read, now);
  const joins = await read.invitations.inState('asked');
  return {
    items: [
      // What its own unit calls not right is decided first.
      ...(await withObligation(read, await read.reports.contested())).map(([report, obligation]) => ({
        kind: 'contest' as const,
        report,
        obligation,
      })),
      ...(await withObligation(read, await read.extensions.pending())).map(([extension, obligation]) => ({
        kind: 'extension' as const,
        extension,
        obligation,
      })),
      ...(await heldLaunches(read)).map((held) => ({ kind: 'launch' as const, held })),
      ...(await launchesWithoutApprover(read, directory, today)).map((launch) => ({
        kind: 'approval' as const,
        launch,
      })),
      ...(await registrationsWaiting(read)),
      ...joins.map((invitation) => ({ kind: 'join' as const, invitation })),
      ...vacanciesOf(directory, today).map((vacancy) => ({ kind: 'rotation' as const, vacancy })),
      ...(await reportsToConfirm(read)),
    ],
    undelivered: doubtful.length,
    sessions: sessions.filter((one) => wantsHand(one, today)).length,
    allSessions: sessions.length,
    drafts: drafts.filter(({ state }) => state === 'open').length,
    alike: alikeTasks(book, today).length,
    handOvers: handOvers.filter((one) => isStanding(directory, one)).length,
    unowned: unowned.obligations.length + unowned.occurrences.length,
    lostGroups: lostGroups(directory),
    lostTopics: await lostTopics(read),
  };
}

/** What is done and waits for a word; not what its own unit calls not right. */
export async function reportsToConfirm({
  plans,
  obligations,
  reports,
}: Pick<ReadModel, 'plans' | 'obligations' | 'reports'>) {
  const { tasks } = await plans.book();
  const wanting = tasks.filter((task) => handlingOf(task).confirmation).map(({ id }) => id);
  const done = (await obligations.ofTasks(wanting)).filter(({ state }) => state === 'done');
  const last = latestOf(await reports.ofAll(done.map(({ id }) => id)));
  return done
    .map((obligation) => ({ kind: 'confirm' as const, obligation, report: last.get(obligation.id) ?? null }))
    .filter(({ report }) => report === null || report.contest === null || report.contest.settledAt !== null);
}

/** Each with what it is about. */
async function withObligation<Item extends { readonly obligationId: ObligationId }>(
  { obligations }: Pick<ReadModel, 'obligations'>,
  items: readonly Item[],
): Promise<(readonly [Item, Obligation])[]> {
  const found = await obligations.byIds(items.map(({ obligationId }) => obligationId));
  const byId = new Map(found.map((one) => [one.id, one]));
  return items.flatMap((item) => {
    const obligation = byId.get(item.obligationId);
    return obligation === undefined ? [] : [[item, obligation] as const];
  });
}

async function registrationsWaiting({ launches }: Pick<ReadModel, 'launches'>) {
  const asked = await launches.withRegistrationsWaiting();
  const items = asked.map(async (launch) =>
    (await launches.receipts(launch.id))
      .filter(({ registration }) => registration.state === 'waiting')
      .map((receipt) => ({ kind: 'registration' as const, launch, receipt })),
  );
  return (await Promise.all(items)).flat();
}

/** How much of it the secretariat itself has to decide. */
export const toDecideIn = ({ items, sessions, alike, drafts }: SecretaryInbox): number =>
  items.length + sessions + alike + drafts;

export const isEmptyInbox = (inbox: SecretaryInbox): boolean =>
  toDecideIn(inbox) + inbox.undelivered + inbox.handOvers + inbox.unowned === 0 &&
  inbox.lostGroups.length + inbox.lostTopics.length === 0;
