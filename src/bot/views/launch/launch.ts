import { addressedIn } from '../../../app/launch/launch-audience.ts';
import type { Attachment, Button, Message, Span } from '../../../app/ports/message.ts';
import type { ClusterId } from '../../../core/id.ts';
import type { Launch, LaunchContent, LaunchReceipt } from '../../../core/launch/launch.ts';
import { unitById } from '../../../core/organisation/directory.ts';
import { timeOfDayOf, weekdayDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { moment } from '../moment.ts';
import { urgentMark } from '../urgent-mark.ts';

/** The launch as a group reads it; before it is sent, as its preview. */
export function launchEntries(frame: Frame, launch: LaunchContent): Span[][] {
  const { t } = frame;
  return [
    ...urgentMark(frame, launch),
    entry([bold(t('launch.post.heading'))]),
    ...said(documentOf(frame, launch)),
    entry([bold(t('launch.post.title', { title: launch.title }))]),
    ...said(summaryOf(frame, launch)),
    ...said(launch.theme, t('launch.post.theme', { theme: launch.theme }), paragraph),
    ...said(launch.criteria, t('launch.post.criteria', { criteria: launch.criteria })),
    ...launch.body
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .map((part) => paragraph(part.trim())),
    ...said(launch.files.map((file) => `📎 ${file.name}`).join('\n')),
    paragraph(
      t('launch.post.close', withSecretariat(frame)),
      ...(launch.asksRegistration ? [t('launch.post.register')] : []),
      ...cutOffLine(frame, launch),
    ),
  ];
}

const said = (value: string, text = value, shape: (text: string) => Span[] = entry): Span[][] =>
  value === '' ? [] : [shape(text)];

/** Under what document, and whose hand; of either alone what there is. */
function documentOf({ t }: Frame, { document, signer }: LaunchContent): string {
  if (document === '') return signer === '' ? '' : t('launch.post.signer', { signer });
  const signed = signer === '' ? document : t('launch.post.signed', { document, signer });
  return t('launch.post.document', { document: signed });
}

/** Who launches it, of which sort, for which event, when: what there is of it, on one line. */
function summaryOf({ t }: Frame, { level, sort, event, period }: LaunchContent): string {
  const parts = [
    level,
    sort === null ? '' : t(`launch.sort.${sort}`),
    event === '' ? '' : t('launch.post.event', { event }),
    period,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** By when to acknowledge; nothing where no day was set. */
export function cutOffLine(frame: Frame, launch: Pick<Launch, 'acknowledgeBy'>): string[] {
  const cutOff = cutOffText(frame, launch);
  return cutOff === null ? [] : [frame.t('launch.post.cutOff', { cutOff })];
}

/** `17:00, Thứ Năm 07/11/2024` */
export function cutOffText(
  { t, directory }: Frame,
  { acknowledgeBy }: Pick<Launch, 'acknowledgeBy'>,
): string | null {
  if (acknowledgeBy === null) return null;
  return `${timeOfDayOf(directory.settings.hours.to)}, ${weekdayDate(t, acknowledgeBy)}`;
}

/** The post speaks to the units of the cluster it stands in, and counts them. */
export function postFor(
  frame: Frame,
  clusterId: ClusterId | null,
  { launch, receipts }: { readonly launch: Launch; readonly receipts: readonly LaunchReceipt[] },
): Message {
  const units = clusterId === null ? [] : addressedIn(launch, clusterId, frame.directory, frame.today);
  return launchPost(
    frame,
    launch,
    receipts.filter((receipt) => units.includes(receipt.unitId)),
  );
}

/** The post in a group: counts of its own units only; who has not received it is never named there. */
function launchPost(frame: Frame, launch: Launch, receipts: readonly LaunchReceipt[]): Message {
  const { t } = frame;
  if (launch.state === 'withdrawn') return withdrawn(frame, launch);
  const names = receipts.map(({ unitId }) => unitById(frame.directory, unitId).name).join(', ');
  return message(
    [
      ...(launch.unitIds === null ? [] : [entry(t('launch.post.to', { names }))]),
      ...launchEntries(frame, launch),
      ...(launch.changedAt === null
        ? []
        : [paragraph(t('launch.post.corrected', moment(frame, launch.changedAt)))]),
      paragraph(t('launch.post.count', counts(receipts)), t('launch.post.automatic')),
    ],
    [launchAnswers(frame, launch)],
  );
}

/** What units are asked to do about it. */
export const launchAnswers = ({ t }: Frame, { id, asksRegistration }: Launch): Button[] => [
  button(t('button.acknowledge'), { kind: 'acknowledge', launch: id }),
  ...(asksRegistration
    ? [button(t('button.register'), { kind: 'launch_register', launch: id } as const)]
    : []),
];

function withdrawn(frame: Frame, { title, changedAt, sentAt }: Launch): Message {
  const params = withSecretariat(frame, { title, ...moment(frame, changedAt ?? sentAt) });
  return message([
    entry([bold(frame.t('launch.post.withdrawnHeading'))]),
    paragraph(frame.t('launch.post.withdrawn', params)),
  ]);
}

/** A file of the launch, after its post. */
export const launchFile = ({ t }: Frame, { title }: Launch, attachment: Attachment): Message => ({
  ...message([entry(t('launch.post.file', { title }))]),
  attachment,
});

/** For groups whose channel edits nothing: what is right now, or that it is withdrawn. */
export const launchCorrection = (frame: Frame, launch: Launch): Message =>
  launch.state === 'withdrawn'
    ? withdrawn(frame, launch)
    : asCorrection(frame, launch, message(launchEntries(frame, launch)));

/** Beside the text that it replaces it says first what it is. */
export function asCorrection(frame: Frame, { sentAt }: Launch, { entries, ...post }: Message): Message {
  const heading = entry(
    [bold(frame.t('launch.correction.heading'))],
    frame.t('launch.correction.text', withSecretariat(frame, moment(frame, sentAt))),
  );
  const [first = [], ...rest] = entries;
  return { ...post, entries: [heading, ['\n', ...first], ...rest] };
}

export const counts = (receipts: readonly LaunchReceipt[]) => ({
  count: receipts.filter((receipt) => receipt.acknowledgedAt !== null).length,
  total: receipts.length,
});
