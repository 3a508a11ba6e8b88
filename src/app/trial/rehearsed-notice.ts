import type { PersonId } from '../../core/id.ts';
import { type Directory, peopleWithRole, privateChatOf } from '../../core/organisation/directory.ts';
import { isTrialOn } from '../../core/organisation/trial.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import { planNotice, toPerson } from '../notices/plan-notice.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { NoticeKind } from '../ports/notice-kind.ts';
import type { Notice, NoticeRepository } from '../ports/notice-repository.ts';

/**
 * What the bot says by itself. The rest goes out in a trial too: it does what somebody has just ordered, answers
 * whoever asked, or is the secretariat's own. A launch is kept back before there is anything of it to send (`held`).
 */
const SAID_BY_ITSELF: Record<NoticeKind, boolean> = {
  reminder: true,
  digest: true,
  escalation: true,
  overview: true,
  report_note: true,
  contact_check: true,
  // Ordered by hand it names its launch; the morning's names none.
  launch_reminder: true,
  assignment_reminder: true,
  assignment: false,
  assignment_post: false,
  assignment_panel: false,
  assignment_list: false,
  assignment_change: false,
  launch: false,
  launch_file: false,
  launch_panel: false,
  launch_held: false,
  launch_list: false,
  launch_approval: false,
  launch_approved: false,
  launch_declined: false,
  launch_correction: false,
  registration: false,
  correction: false,
  decision: false,
  inbox: false,
  join_request: false,
  join_answer: false,
  rehearsal: false,
  trial: false,
  leak: false,
  rotation: false,
  office_named: false,
  hand_over: false,
  stand_in: false,
  duty_ended: false,
  unit_changed: false,
  cluster_changed: false,
};

/** Whether the secretariat sees it instead of its addressee. What is handed to the secretariat counts as told too. */
export function isRehearsed(notice: Notice, directory: Directory, today: LocalDate): boolean {
  if (!isTrialOn(directory.settings.trial, today)) return false;
  if (notice.released || !SAID_BY_ITSELF[notice.kind]) return false;
  if (notice.kind === 'launch_reminder' && notice.subject !== null) return false;
  const isTheirs = rehearsalTo(directory, today).some((id) => id === notice.addressee.id);
  return notice.kind === 'escalation' || !isTheirs;
}

/** To whom rehearsals go: those of the secretariat that can be reached. */
export const rehearsalTo = (directory: Directory, today: LocalDate): PersonId[] =>
  peopleWithRole(directory, 'secretariat', today)
    .map(({ id }) => id)
    .filter((id) => privateChatOf(directory, id)?.state === 'active');

/** One notice to each of them, that shows the one withheld. */
export async function planRehearsals(
  notices: NoticeRepository,
  ids: IdSource,
  { id: noticeId, at }: Pick<Notice, 'id' | 'at'>,
  people: readonly PersonId[],
): Promise<void> {
  for (const id of people) {
    const subject = { kind: 'notice', id: noticeId } as const;
    await planNotice({ tx: { notices }, ids, at }, 'rehearsal', toPerson(id), { slot: noticeId, subject });
  }
}

/** The notice that a rehearsal shows; null for any other notice. */
export const rehearsedBy = ({ kind, subject }: Notice): Notice['id'] | null =>
  kind === 'rehearsal' && subject?.kind === 'notice' ? subject.id : null;
