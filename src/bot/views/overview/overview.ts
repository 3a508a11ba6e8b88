import type { Message } from '../../../app/ports/message.ts';
import { dueState } from '../../../core/obligation/due-state.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { tally } from '../../../core/obligation/tally.ts';
import type { Chat } from '../../../core/organisation/chat.ts';
import { lostGroups } from '../../../core/organisation/directory.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import type { Translate } from '../../../i18n/translator.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { moment } from '../moment.ts';
import { weekName, weekOfDay } from '../period.ts';
import { taskLine } from '../task-line.ts';
import { overviewWeek } from './overview-week.ts';

export interface OverviewView {
  /** Everything due from Monday until 30 days ahead, and what is overdue. */
  readonly obligations: readonly Obligation[];
  /** Done this week, whatever its day. */
  readonly doneThisWeek: number;
  /** Something is in the way, whatever their day: their units wait for a word. */
  readonly blocked: readonly Obligation[];
  /** Units that nobody can be reached for. */
  readonly unreachable: readonly string[];
  /** Who had their last word. */
  readonly handed: readonly string[];
  /** Who was reminded, or was to be, and has told of nothing; none of those above. */
  readonly silent: readonly string[];
  /** Groups whose topic is closed or deleted. */
  readonly lostTopics: readonly Chat[];
  /** Notices of which nobody knows whether they arrived. */
  readonly undelivered: number;
  /** What waits for the secretariat's decision. */
  readonly toDecide: number;
  /** Sessions of council members with clusters that are still to be arranged. */
  readonly sessions: number;
  readonly late: boolean;
}

/** The secretariat's week: by cluster, what is blocked, who has been silent, what may not have arrived. */
export function overviewMessage(frame: Frame, view: OverviewView): Message {
  const { t, today, directory, book } = frame;
  const rows = [
    ...directory.clusters.map((cluster) => ({ name: cluster.name, id: cluster.id as string | null })),
    { name: t('overview.outside'), id: null },
  ];
  const lost = lostGroups(directory);
  const { blocked, handed, silent } = view;
  return message(
    [
      entry([bold(t('overview.heading', { week: weekName(t, weekOfDay(today).from) }))]),
      ...overviewWeek(frame, view.obligations, view.doneThisWeek),
      ...rows.flatMap(({ name, id }) => {
        const counts = countsText(
          frame,
          view.obligations.filter((one) => one.clusterId === id),
        );
        return counts === '' ? [] : [entry(`• ${t('overview.cluster', { name, counts })}`)];
      }),
      ...(blocked.length === 0
        ? []
        : [
            paragraph([bold(t('overview.blocked'))]),
            ...blocked.map((one) =>
              entry(
                `• ${t('overview.blockedLine', {
                  owner: ownerName(directory, one.owner),
                  task: taskLine(frame, taskById(book, one.taskId)),
                  reason: one.reason ?? '',
                })}`,
              ),
            ),
          ]),
      ...(handed.length === 0 ? [] : [paragraph(t('overview.handed', { names: some(t, handed) }))]),
      ...(silent.length === 0 ? [] : [paragraph(t('overview.silent', { names: some(t, silent) }))]),
      ...(view.unreachable.length === 0
        ? []
        : [paragraph(t('overview.unreachable', { names: some(t, view.unreachable) }))]),
      ...(lost.length === 0 ? [] : [paragraph(t('overview.lostGroups', { names: titles(lost) }))]),
      ...(view.lostTopics.length === 0
        ? []
        : [paragraph(t('overview.lostTopics', { names: titles(view.lostTopics) }))]),
      ...(view.undelivered === 0 ? [] : [paragraph(t('overview.undelivered', { count: view.undelivered }))]),
      ...(view.toDecide === 0 ? [] : [paragraph(t('overview.toDecide', { count: view.toDecide }))]),
      ...(view.sessions === 0 ? [] : [paragraph(t('session.count', { count: view.sessions }))]),
      paragraph(t(view.late ? 'reminder.late' : 'overview.asOf', moment(frame, frame.now))),
    ],
    [
      [button(t('button.calls'), { kind: 'calls' }), button(t('button.inbox'), { kind: 'inbox' })],
      [
        button(t('upcoming.button.open'), { kind: 'upcoming', skip: 0 }),
        ...(view.sessions === 0 ? [] : [button(t('session.button.open'), { kind: 'sessions' } as const)]),
      ],
    ],
  );
}

/** What lies ahead, what is overdue, what is blocked: only what there is. */
function countsText({ t, today }: Frame, obligations: readonly Obligation[]): string {
  const { overdue, blocked } = tally(obligations, today);
  const ahead = tally(
    obligations.filter((one) => dueState(one, today) !== 'overdue'),
    today,
  );
  return [
    ...(ahead.total === 0 ? [] : [t('overview.ahead', { done: ahead.done, count: ahead.total })]),
    ...(overdue === 0 ? [] : [t('overview.overdue', { count: overdue })]),
    ...(blocked === 0 ? [] : [t('overview.blockedCount', { count: blocked })]),
  ].join(' · ');
}

export const titles = (chats: readonly Chat[]): string => chats.map(({ title }) => title).join(', ');

const NAMES_SHOWN = 5;

/** The list to call has them all. */
function some(t: Translate, names: readonly string[]): string {
  const left = names.length - NAMES_SHOWN;
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return left > 1 ? t('overview.andMore', { names: shown, count: left }) : names.join(', ');
}
