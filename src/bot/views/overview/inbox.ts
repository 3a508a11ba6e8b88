import {
  type InboxItem,
  isEmptyInbox,
  type SecretaryInbox,
  toDecideIn,
} from '../../../app/notices/secretary-inbox.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Report } from '../../../app/ports/report-repository.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/organisation/owner-name.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { heldLaunch, launchWithoutApprover } from '../launch/launch-held.ts';
import { registrationToDecide } from '../launch/registration.ts';
import { bold, button, entry, message, saying } from '../message.ts';
import { moment } from '../moment.ts';
import { vacancyMessage } from '../organisation/offices.ts';
import { joinRequest } from '../people/join.ts';
import { namedInHistory } from '../person-name.ts';
import { alikeButton } from '../plan/alike.ts';
import { evidenceText, fileButton } from '../report/evidence.ts';
import { stateText } from '../report/report.ts';
import { taskLine } from '../task-line.ts';
import { titles } from './overview.ts';

const KINDS = [
  'contest',
  'extension',
  'launch',
  'approval',
  'registration',
  'join',
  'rotation',
  'confirm',
] as const satisfies readonly InboxItem['kind'][];

/** What waits, in counts; all confirmations at once, or everything one by one. */
export function inboxMessage(frame: Frame, inbox: SecretaryInbox): Message {
  const { t } = frame;
  const upcoming = [
    button(t('upcoming.button.open'), { kind: 'upcoming', skip: 0 }),
    ...(inbox.allSessions === 0 ? [] : [button(t('session.button.open'), { kind: 'sessions' } as const)]),
  ];
  if (isEmptyInbox(inbox)) return saying(t('inbox.none'), [upcoming]);
  const count = (kind: InboxItem['kind']) => inbox.items.filter((item) => item.kind === kind).length;
  const toDecide = toDecideIn(inbox);
  return message(
    [
      entry([bold(t(toDecide === 0 ? 'inbox.nothingToDecide' : 'inbox.heading', { count: toDecide }))]),
      ...countLines(frame, inbox, count).map((line) => entry(`• ${line}`)),
    ],
    [
      [
        ...(count('confirm') === 0
          ? []
          : [button(t('button.confirmAll', { count: count('confirm') }), { kind: 'confirm_all' } as const)]),
        ...(inbox.items.length === 0
          ? []
          : [button(t('button.oneByOne'), { kind: 'inbox_item', skip: 0 } as const)]),
      ],
      upcoming,
      alikeButton(frame, inbox.alike),
      inbox.unowned === 0 ? [] : [button(t('unowned.button'), { kind: 'unowned', skip: 0 })],
    ],
  );
}

function countLines(
  { t }: Frame,
  inbox: SecretaryInbox,
  count: (kind: InboxItem['kind']) => number,
): string[] {
  const counted = [
    ...KINDS.map((kind) => [`inbox.count.${kind}`, count(kind)] as const),
    ['inbox.count.undelivered', inbox.undelivered],
    ['session.count', inbox.sessions],
    ['inbox.count.handOvers', inbox.handOvers],
    ['inbox.count.unowned', inbox.unowned],
    ['inbox.count.drafts', inbox.drafts],
    ['inbox.count.alike', inbox.alike],
  ] as const;
  const named = [
    ['overview.lostGroups', inbox.lostGroups],
    ['overview.lostTopics', inbox.lostTopics],
  ] as const;
  return [
    ...counted.flatMap(([key, number]) => (number === 0 ? [] : [t(key, { count: number })])),
    ...named.flatMap(([key, groups]) => (groups.length === 0 ? [] : [t(key, { names: titles(groups) })])),
  ];
}

/** One thing that waits, with its decision under it. */
export function inboxItemMessage(frame: Frame, { items }: SecretaryInbox, wanted: number): Message {
  const { t } = frame;
  const skip = wanted < items.length ? wanted : 0;
  const item = items[skip];
  if (item === undefined) return saying(t('inbox.none'));
  const shown = itemShown(frame, item);
  return message(
    [entry(t('inbox.place', { place: skip + 1, total: items.length })), ...shown.entries],
    [
      ...shown.buttons,
      [
        button(t('button.inbox'), { kind: 'inbox' }),
        ...(items.length > 1
          ? [button(t('button.nextItem'), { kind: 'inbox_item', skip: (skip + 1) % items.length } as const)]
          : []),
      ],
    ],
  );
}

function itemShown(frame: Frame, item: InboxItem): Message {
  const { t } = frame;
  switch (item.kind) {
    case 'confirm': {
      const { id } = item.obligation;
      const file = item.report === null ? null : fileButton(frame, item.report);
      return message(
        [
          heading(frame, 'confirm', item.obligation),
          ...(item.report === null ? [] : reportLines(frame, item.report)),
        ],
        [
          [
            button(t('button.confirm'), { kind: 'confirm', obligation: id }),
            button(t('button.sendBack'), { kind: 'send_back', obligation: id }),
            ...(file === null ? [] : [file]),
          ],
        ],
      );
    }
    case 'extension': {
      const { id, dueOn, wantedOn, reason, askedBy, askedAt } = item.extension;
      return message(
        [
          heading(frame, 'extension', item.obligation),
          entry(t('inbox.days', { due: weekdayDate(t, dueOn), wanted: weekdayDate(t, wantedOn) })),
          entry(t('report.reason', { reason })),
          entry(t('inbox.askedBy', { name: namedInHistory(frame, askedBy), ...moment(frame, askedAt) })),
        ],
        [
          [
            button(t('button.grant'), { kind: 'extension', extension: id, answer: 'granted' }),
            button(t('button.refuse'), { kind: 'extension', extension: id, answer: 'refused' }),
          ],
        ],
      );
    }
    case 'contest': {
      const { report, obligation } = item;
      return message(
        [
          heading(frame, 'contest', obligation),
          ...reportLines(frame, report),
          ...(report.contest === null
            ? []
            : [
                entry(
                  t('inbox.contestedBy', {
                    name: namedInHistory(frame, report.contest.by),
                    ...moment(frame, report.contest.at),
                  }),
                ),
              ]),
          ...(report.to === obligation.state && report.step === obligation.step
            ? []
            : [entry(t('inbox.now', { state: stateText(frame, obligation) }))]),
        ],
        [
          [
            button(t('button.correct'), { kind: 'steps', obligation: obligation.id }),
            button(t('button.settle'), { kind: 'settle', report: report.id }),
          ],
        ],
      );
    }
    case 'launch':
      return heldLaunch(frame, item.held);
    case 'approval':
      return launchWithoutApprover(frame, item.launch);
    case 'registration':
      return registrationToDecide(frame, item.launch, [item.receipt]);
    case 'join':
      return joinRequest(frame, item.invitation);
    case 'rotation':
      return vacancyMessage(frame, item.vacancy);
  }
}

const heading = (frame: Frame, what: 'confirm' | 'extension' | 'contest', obligation: Obligation) =>
  entry(
    [bold(frame.t(`inbox.what.${what}`))],
    taskLine(frame, taskById(frame.book, obligation.taskId)),
    ownerName(frame.directory, obligation.owner),
  );

function reportLines(frame: Frame, report: Report) {
  const { t } = frame;
  const state = stateText(frame, {
    state: report.to,
    percent: report.percent,
    step: report.step,
    meeting: null,
  });
  return [
    entry(
      t('inbox.reported', {
        state,
        name: namedInHistory(frame, report.personId),
        ...moment(frame, report.at),
      }),
    ),
    ...(report.recorded === null
      ? []
      : [
          entry(
            t('inbox.recorded', {
              source: t(`record.source.${report.recorded.source}`),
              name: report.recorded.saidBy === '' ? '' : ` (${report.recorded.saidBy})`,
            }),
          ),
        ]),
    ...(report.evidence === null ? [] : [entry(evidenceText(frame, report.evidence))]),
  ];
}
