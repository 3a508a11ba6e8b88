import type { Button, Message } from '../../../app/ports/message.ts';
import type { ClusterId, NoticeId } from '../../../core/id.ts';
import { liesIn } from '../../../core/obligation/due-state.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { tally } from '../../../core/obligation/tally.ts';
import { byTaskAndDay } from '../../../core/obligation/task-day.ts';
import { type PlanEvent, taskById } from '../../../core/plan/plan-book.ts';
import { addDays } from '../../../core/time/local-date.ts';
import { isDone } from '../../../core/work/work-state.ts';
import { dateSeenFrom } from '../../../i18n/days.ts';
import { eventName } from '../ask/event.ts';
import { deadlineWords } from '../due-text.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { moment } from '../moment.ts';
import { monthOfDay, weekName, weekOfDay } from '../period.ts';
import { taskLine } from '../task-line.ts';

/** How far a digest looks ahead. */
const DIGEST_DAYS = 30;

export interface DigestView {
  /** Null for one that was asked for. */
  readonly notice: NoticeId | null;
  readonly scope: string;
  readonly clusterId: ClusterId;
  /** What concerns the group, from Monday until 30 days ahead. */
  readonly obligations: readonly Obligation[];
  readonly events: readonly PlanEvent[];
  readonly late: boolean;
  /** Leads each presser into the private chat; null where the channel has no such link. */
  readonly privateLink: string | null;
}

/** The group's week: counts, no names of who owes. Null when there is nothing to say. */
export function digestMessage(frame: Frame, view: DigestView): Message | null {
  const { t, today } = frame;
  if (view.obligations.length === 0 && view.events.length === 0) return null;
  const week = weekOfDay(today);
  const groups = byTaskAndDay(view.obligations, frame.book);
  const isThisWeek = (one: Obligation) => liesIn(one, week.from, week.to);
  const thisWeek = groups.filter((group) => group.obligations.some(isThisWeek));
  const ahead = groups.filter((group) => !thisWeek.includes(group));
  // What offices outside the cluster owe is no part of its count.
  const own = view.obligations.filter((one) => one.clusterId === view.clusterId);
  const counts = tally(own, today);
  const isAllDone = ({ obligations }: (typeof groups)[number]) =>
    obligations.every(({ clusterId, state }) => clusterId === view.clusterId && isDone(state));
  const line = (group: (typeof groups)[number]) =>
    t(isAllDone(group) ? 'digest.lineDone' : 'digest.line', {
      words: deadlineWords(frame, group.obligations[0]),
      task: taskLine(frame, taskById(frame.book, group.taskId)),
    });
  return message(
    [
      entry([bold(t('digest.heading', { week: weekName(t, week.from), scope: view.scope }))]),
      ...(thisWeek.length === 0
        ? [entry(t('digest.thisWeekNone'))]
        : [entry([bold(t('digest.thisWeek'))]), ...thisWeek.map((group) => entry(`• ${line(group)}`))]),
      ...(ahead.length === 0
        ? []
        : [paragraph([bold(t('digest.ahead'))]), ...ahead.map((group) => entry(`• ${line(group)}`))]),
      ...(view.events.length === 0
        ? []
        : [
            paragraph([bold(t('digest.events'))]),
            ...view.events.map((event) =>
              entry(
                `• ${t('digest.event', {
                  date: event.on === null ? '' : dateSeenFrom(event.on, today),
                  name: eventName(event),
                })}`,
              ),
            ),
          ]),
      ...(counts.total === 0
        ? []
        : [paragraph(t('digest.count', { done: counts.done, total: counts.total }))]),
      ...(view.late ? [entry(t('reminder.late', moment(frame, frame.now)))] : []),
    ],
    [
      [
        button(t('button.thisMonth'), { kind: 'due_aside', ...monthOfDay(today) }),
        ...updateLink(frame, view.privateLink),
        ...(view.notice === null
          ? []
          : [button(t('button.plainCopy'), { kind: 'plain_copy', notice: view.notice })]),
      ],
    ],
  );
}

const updateLink = ({ t }: Frame, url: string | null): Button[] =>
  url === null ? [] : [{ label: t('button.update'), url }];

/** The range that a digest of `today` speaks of. */
export const digestRange = (today: Frame['today']) => ({
  from: weekOfDay(today).from,
  to: addDays(today, DIGEST_DAYS),
});
