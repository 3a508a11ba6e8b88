import type { InboxItem, SecretaryInbox } from '../../../app/overview/secretary-inbox.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Report } from '../../../app/ports/report-repository.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
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
import { evidenceText, fileButton } from '../report/evidence.ts';
import { stateText } from '../report/report.ts';
import { taskLine } from '../task-line.ts';

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
  switch (item.kind) {
    case 'confirm':
      return toConfirm(frame, item);
    case 'extension':
      return extensionAskedFor(frame, item);
    case 'contest':
      return contested(frame, item);
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

type Item<Kind extends InboxItem['kind']> = Extract<InboxItem, { kind: Kind }>;

function toConfirm(frame: Frame, { obligation, report }: Item<'confirm'>): Message {
  const { id } = obligation;
  const file = report === null ? null : fileButton(frame, report);
  return message(
    [heading(frame, 'confirm', obligation), ...(report === null ? [] : reportLines(frame, report))],
    [
      [
        button(frame.t('button.confirm'), { kind: 'confirm', obligation: id }),
        button(frame.t('button.sendBack'), { kind: 'send_back', obligation: id }),
        ...(file === null ? [] : [file]),
      ],
    ],
  );
}

function extensionAskedFor(frame: Frame, { obligation, extension }: Item<'extension'>): Message {
  const { t } = frame;
  const { id, dueOn, wantedOn, reason, askedBy, askedAt } = extension;
  return message(
    [
      heading(frame, 'extension', obligation),
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

function contested(frame: Frame, { report, obligation }: Item<'contest'>): Message {
  const { t } = frame;
  const { contest } = report;
  const isAsReported = report.to === obligation.state && report.step === obligation.step;
  return message(
    [
      heading(frame, 'contest', obligation),
      ...reportLines(frame, report),
      ...(contest === null
        ? []
        : [
            entry(
              t('inbox.contestedBy', {
                name: namedInHistory(frame, contest.by),
                ...moment(frame, contest.at),
              }),
            ),
          ]),
      ...(isAsReported ? [] : [entry(t('inbox.now', { state: stateText(frame, obligation) }))]),
    ],
    [
      [
        button(t('button.correct'), { kind: 'steps', obligation: obligation.id }),
        button(t('button.settle'), { kind: 'settle', report: report.id }),
      ],
    ],
  );
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
