import type { LaunchSeen } from '../../../app/launch/see-launch.ts';
import type { Attachment, Message } from '../../../app/ports/message.ts';
import { isMissing, isUnread, type Launch, type LaunchReceipt } from '../../../core/launch/launch.ts';
import { unitById } from '../../../core/organisation/directory.ts';
import type { Instant } from '../../../core/time/instant.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, saying, shortTitle } from '../message.ts';
import { moment } from '../moment.ts';
import { counts, cutOffText } from './launch.ts';
import { recordButton } from './launch-calls.ts';

/** A phone's screen has room for so many characters of names; the file and the call list have all. */
const LONGEST_NAMES = 240;

/** The secretary's panel: where it arrived, how many units have received it, who has not. */
export function launchPanel(frame: Frame, { launch, receipts, notices }: LaunchSeen): Message {
  const { t } = frame;
  if (launch.state === 'withdrawn') {
    const params = { title: launch.title, ...moment(frame, launch.changedAt ?? launch.sentAt) };
    return saying(t('launch.panel.withdrawn', params));
  }
  const sent = notices.filter((state) => state === 'sent').length;
  const failed = notices.filter(
    (state) => state === 'dead' || state === 'unknown' || state === 'withheld',
  ).length;
  const cutOff = cutOffText(frame, launch);
  return message(
    [
      entry(
        [bold(t('launch.panel.heading', { title: launch.title, ...moment(frame, launch.sentAt) }))],
        t('launch.panel.groups', {
          total: notices.length,
          sent,
          failed,
          waiting: notices.length - sent - failed,
        }),
        [
          t('launch.panel.count', counts(receipts)),
          ...(cutOff === null ? [] : [` · ${t('launch.panel.cutOff', { cutOff })}`]),
        ],
        ...(launch.asksRegistration ? [registrationLine(frame, receipts)] : []),
      ),
      entry(missingLine(frame, receipts)),
    ],
    panelButtons(frame, launch, receipts),
  );
}

function registrationLine({ t }: Frame, receipts: readonly LaunchReceipt[]): string {
  const of = (state: LaunchReceipt['registration']['state']) =>
    receipts.filter((receipt) => receipt.registration.state === state).length;
  return t('launch.panel.registrations', {
    approved: of('approved'),
    waiting: of('waiting'),
    returned: of('returned'),
    none: of('none'),
  });
}

function missingLine({ t, directory }: Frame, receipts: readonly LaunchReceipt[]): string {
  const names = receipts.filter(isMissing).map((receipt) => unitById(directory, receipt.unitId).name);
  return names.length === 0
    ? t('launch.panel.all')
    : t('launch.panel.missing', { names: someOf(t, names, LONGEST_NAMES) });
}

/** As many whole names as fit, and how many more there are. */
function someOf(t: Frame['t'], names: readonly string[], longest: number): string {
  const all = names.join(', ');
  if (Array.from(all).length <= longest) return all;
  let fitting = names.length - 1;
  while (fitting > 1 && Array.from(names.slice(0, fitting).join(', ')).length > longest) fitting -= 1;
  return t('launch.panel.more', {
    names: names.slice(0, fitting).join(', '),
    count: names.length - fitting,
  });
}

function panelButtons(frame: Frame, launch: Launch, receipts: readonly LaunchReceipt[]) {
  const { t } = frame;
  const { id, asksRegistration } = launch;
  const count = receipts.filter(isMissing).length;
  const waiting = receipts.filter((receipt) => receipt.registration.state === 'waiting').length;
  return [
    ...(count === 0
      ? []
      : [
          [
            button(t('launch.button.remind', { count }), { kind: 'launch_remind', launch: id } as const),
            button(t('button.calls'), { kind: 'launch_callers', launch: id } as const),
            recordButton(frame, launch),
          ],
        ]),
    ...inRows(
      [
        ...(asksRegistration && waiting > 0
          ? [
              button(t('launch.button.registrations', { count: waiting }), {
                kind: 'launch_registrations',
                launch: id,
              } as const),
            ]
          : []),
        button(t('button.plainCopy'), { kind: 'launch_copy', launch: id }),
        button(t('launch.button.list'), { kind: 'launch_list', launch: id }),
        button(t('launch.button.correct'), { kind: 'launch_correct', launch: id }),
        button(t('launch.button.withdraw'), { kind: 'launch_withdraw', launch: id, answer: 'ask' }),
        button(t('launch.button.interim'), { kind: 'launch_review', launch: id, review: 'interim' }),
        button(t('launch.button.final'), { kind: 'launch_review', launch: id, review: 'final' }),
      ],
      3,
    ),
  ];
}

/** Outside office hours a reminder waits for them, unless it is HỎA TỐC. */
export const remindQuestion = (
  frame: Frame,
  { launch: { id, title }, receipts }: Pick<LaunchSeen, 'launch' | 'receipts'>,
  opensAt: Instant,
): Message => {
  const { t } = frame;
  const params = {
    title: shortTitle(title),
    count: receipts.filter(isMissing).length,
    ...moment(frame, opensAt),
  };
  return saying(t('launch.remind.ask', params), [
    [button(t('launch.remind.usual', params), { kind: 'launch_remind_as', launch: id, as: 'usual' })],
    [button(t('launch.remind.urgent'), { kind: 'launch_remind_as', launch: id, as: 'urgent' })],
  ]);
};

/** Withdrawing is asked about once more. */
export function withdrawQuestion({ t, now }: Frame, launch: Launch): Message {
  const { id, title, reviews } = launch;
  const asked = t(isUnread(launch, now) ? 'launch.withdraw.askHeld' : 'launch.withdraw.ask', { title });
  return saying(reviews.length === 0 ? asked : `${asked} ${t('launch.withdraw.reviews')}`, [
    [button(t('launch.button.withdrawNow'), { kind: 'launch_withdraw', launch: id, answer: 'yes' })],
    [button(t('launch.button.keep'), { kind: 'launch_withdraw', launch: id, answer: 'no' })],
  ]);
}

/** Goes with the list of receipt as a file. `why` it comes now. */
export function launchListMessage(
  frame: Frame,
  { launch, receipts }: Pick<LaunchSeen, 'launch' | 'receipts'>,
  why: 'complete' | 'cutOff' | 'asked',
  attachment: Attachment,
): Message {
  const { t } = frame;
  const heading = t(`launch.list.why.${why}`, { title: shortTitle(launch.title) });
  const { id } = launch;
  const isComplete = !receipts.some(isMissing);
  return {
    ...message(
      [
        entry([bold(heading)], t('launch.panel.count', counts(receipts))),
        ...(isComplete ? [] : [entry(missingLine(frame, receipts))]),
      ],
      isComplete ? [] : [[button(t('button.calls'), { kind: 'launch_callers', launch: id })]],
    ),
    attachment,
  };
}
