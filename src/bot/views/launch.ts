import type { Message } from '../../app/ports/message.ts';
import type { NoticeState } from '../../app/ports/notice-repository.ts';
import type { LaunchDraft } from '../../app/send-launch.ts';
import type { Launch, LaunchReceipt } from '../../core/launch/launch.ts';
import { unitById } from '../../core/organisation/directory.ts';
import { type Frame, withSecretariat } from './frame.ts';
import { bold, button, entry, message, paragraph, saying } from './message.ts';
import { moment } from './report.ts';

type LaunchText = Pick<LaunchDraft, 'title' | 'body' | 'document'>;

/** The launch as a group reads it; before it is sent, as its preview. */
export function launchEntries(frame: Frame, launch: LaunchText) {
  const { t } = frame;
  return [
    entry([bold(t('launch.post.heading'))]),
    ...(launch.document === '' ? [] : [entry(t('launch.post.document', { document: launch.document }))]),
    entry([bold(t('launch.post.title', { title: launch.title }))]),
    ...launch.body
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .map((part) => paragraph(part.trim())),
    paragraph(t('launch.post.close', withSecretariat(frame))),
  ];
}

/** The post in a group: counts of its own units only, no names. */
export function launchPost(frame: Frame, launch: Launch, receipts: readonly LaunchReceipt[]): Message {
  const { t } = frame;
  return message(
    [
      ...launchEntries(frame, launch),
      paragraph(t('launch.post.count', counts(receipts)), t('launch.post.automatic')),
    ],
    [[button(t('button.acknowledge'), { kind: 'acknowledge', launch: launch.id })]],
  );
}

export interface LaunchPanelView {
  readonly launch: Launch;
  readonly receipts: readonly LaunchReceipt[];
  /** The states of the notices to the groups. */
  readonly notices: readonly NoticeState[];
}

/** The secretary's panel: where it arrived, how many units have received it, who has not. */
export function launchPanel(frame: Frame, { launch, receipts, notices }: LaunchPanelView): Message {
  const { t, directory } = frame;
  const missing = receipts.filter((receipt) => receipt.acknowledgedAt === null);
  const sent = notices.filter((state) => state === 'sent').length;
  const failed = notices.filter(
    (state) => state === 'dead' || state === 'unknown' || state === 'withheld',
  ).length;
  return message([
    entry(
      [bold(t('launch.panel.heading', { title: launch.title, ...moment(frame, launch.sentAt) }))],
      t('launch.panel.groups', {
        total: notices.length,
        sent,
        failed,
        waiting: notices.length - sent - failed,
      }),
      t('launch.panel.count', counts(receipts)),
    ),
    entry(
      missing.length === 0
        ? t('launch.panel.all')
        : t('launch.panel.missing', {
            names: missing.map((receipt) => unitById(directory, receipt.unitId).name).join(', '),
          }),
    ),
  ]);
}

/** The preview before sending: the post itself under a line that says where it will go. */
export function launchPreview(frame: Frame, draft: LaunchDraft, groups: readonly string[]): Message {
  const { t } = frame;
  const where = t('launch.preview', { count: groups.length, groups: groups.join(', ') });
  return message(
    [entry([{ italic: where }]), ...launchEntries(frame, draft)],
    [
      [
        button(t('button.send'), { kind: 'dialogue', choice: 'send' }),
        button(t('button.back'), { kind: 'dialogue', choice: 'back' }),
        button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' }),
      ],
    ],
  );
}

/** A question of the guided form, with its own choices before [back] and [cancel]. */
export function launchQuestion(
  { t }: Frame,
  text: string,
  choices: readonly { readonly label: string; readonly choice: string }[],
  isFirst: boolean,
): Message {
  const offered = choices.map(({ label, choice }) => [button(label, { kind: 'dialogue', choice } as const)]);
  const steer = [
    ...(isFirst ? [] : [button(t('button.back'), { kind: 'dialogue', choice: 'back' } as const)]),
    button(t('button.cancel'), { kind: 'dialogue', choice: 'cancel' }),
  ];
  return saying(text, [...offered, steer]);
}

const counts = (receipts: readonly LaunchReceipt[]) => ({
  count: receipts.filter((receipt) => receipt.acknowledgedAt !== null).length,
  total: receipts.length,
});
