import { isDeepStrictEqual } from 'node:util';
import type { Message } from '../../../app/ports/message.ts';
import type { NoticeId } from '../../../core/id.ts';
import { calendarsOf } from '../../../core/organisation/calendars.ts';
import type { Chat } from '../../../core/organisation/chat.ts';
import { appointmentsOf, personById } from '../../../core/organisation/directory.ts';
import { nextOfficeMoment } from '../../../core/slot/slots.ts';
import type { Instant } from '../../../core/time/instant.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { moment } from '../moment.ts';
import { calledAs, heldName } from '../person-name.ts';

export interface RehearsalView {
  readonly rehearsal: NoticeId;
  /** Where it would be said. */
  readonly chat: Chat;
  readonly said: Message;
}

/** To the secretariat: for whom, then what would be said; its buttons are named and do nothing here. */
export function rehearsalMessage(frame: Frame, { rehearsal, chat, said }: RehearsalView): Message {
  const { t } = frame;
  return asWouldBeSent(frame, [t('trial.to', { name: addresseeName(frame, chat) })], said, [
    [
      button(t('trial.release'), { kind: 'release', rehearsal }),
      button(t('trial.settings'), { kind: 'trial', choice: 'open' }),
    ],
  ]);
}

/** A message that is not sent yet, under what is to be known of it. */
export function asWouldBeSent(
  { t }: Frame,
  about: readonly string[],
  said: Message,
  buttons: Message['buttons'],
): Message {
  const [first = [], ...rest] = said.entries;
  const labels = said.buttons.flat().map(({ label }) => `[${label}]`);
  return {
    ...said,
    ...message(
      [
        entry([bold(t('trial.rehearsal'))], ...about),
        paragraph(first),
        ...rest,
        ...(labels.length === 0
          ? []
          : [paragraph([{ italic: t('trial.buttons', { labels: labels.join(' ') }) }])]),
      ],
      buttons,
    ),
  };
}

/** Where a notice goes, by name. */
export function addresseeName(frame: Frame, { kind, title, personId }: Chat): string {
  const { t, directory, today } = frame;
  if (kind === 'group') return t('trial.group', { title });
  const person = personId === null ? null : personById(directory, personId);
  const [held] = personId === null ? [] : appointmentsOf(directory, personId, today);
  const name = person === null ? '' : calledAs(frame, person);
  return held === undefined ? name : t('trial.person', { name, held: heldName(frame, held) });
}

/** The rehearsal once it was answered. */
export const answeredMessage = (shown: Message, text: string): Message => ({
  ...shown,
  ...message([...shown.entries, paragraph([bold(text)])]),
});

/** The rehearsal once it was let go: it says no more above that it is not sent. */
export function releasedMessage({ t }: Frame, shown: Message, text: string): Message {
  const heading = bold(t('trial.rehearsal'));
  const entries = shown.entries.map(([first = '', ...rest]) => [
    isDeepStrictEqual(first, heading) ? bold(t('trial.letGo')) : first,
    ...rest,
  ]);
  return answeredMessage({ ...shown, entries }, text);
}

/** When what is let go now is sent: at once, or as the office opens. */
export const releasedAt = ({ now, directory: { settings } }: Frame): Instant =>
  nextOfficeMoment(now, settings, calendarsOf(settings).work);

export function releasedLine(frame: Frame): string {
  const at = releasedAt(frame);
  return frame.t(at > frame.now ? 'trial.releasedLater' : 'trial.released', moment(frame, at));
}
