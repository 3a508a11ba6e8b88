import type { Message } from '../../../app/ports/message.ts';
import { isSkipped, MERGED_CAUSE } from '../../../app/ports/notice-repository.ts';
import { dayAt } from '../../../app/today.ts';
import { isRehearsed } from '../../../app/trial/rehearsed-notice.ts';
import { choicesOf } from '../../../app/upcoming/settle-upcoming.ts';
import { UPCOMING_DAYS, type UpcomingNotice } from '../../../app/upcoming/upcoming-notices.ts';
import type { NoticeId } from '../../../core/id.ts';
import { chatById } from '../../../core/organisation/directory.ts';
import { isTrialOn, trialUntil } from '../../../core/organisation/trial.ts';
import type { Instant } from '../../../core/time/instant.ts';
import { timeOfDay, weekdayDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph, saying } from '../message.ts';
import { type Page, turning } from '../page.ts';
import { namedInHistory } from '../person-name.ts';

/** `withheld`: a stable code of why nothing would be said. */
export type Preview =
  | { readonly parts: readonly Message[]; readonly merged?: readonly NoticeId[] }
  | { readonly withheld: string };

export interface UpcomingEntry {
  readonly upcoming: UpcomingNotice;
  /** Null where it was skipped. */
  readonly preview: Preview | null;
}

/** What will be said by itself, by day, with to whom; each opens by its number. */
export function upcomingList(frame: Frame, page: Page<UpcomingEntry>): Message {
  const { t } = frame;
  if (page.total === 0)
    return saying(t('upcoming.none', { count: UPCOMING_DAYS }), [
      [button(t('button.inbox'), { kind: 'inbox' })],
    ]);
  const numbered = page.items.map((one, index) => ({ ...one, place: page.skip + index + 1 }));
  const days = [...new Set(numbered.map((one) => dayOf(frame, one.upcoming)))];
  return message(
    [
      entry([bold(t('upcoming.heading', { days: UPCOMING_DAYS, count: page.total }))], ...trialLine(frame)),
      ...days.flatMap((day) => [
        paragraph([bold(weekdayDate(t, day))]),
        ...numbered
          .filter((one) => dayOf(frame, one.upcoming) === day)
          .map((one) => entry(`${one.place}. ${lineOf(frame, one)}`)),
      ]),
    ],
    [
      ...inRows(
        numbered.map(({ place, upcoming }) =>
          button(String(place), { kind: 'upcoming_one', ref: upcoming.ref }),
        ),
      ),
      turning(frame, page, (skip) => ({ kind: 'upcoming', skip })),
      [button(t('button.inbox'), { kind: 'inbox' })],
    ],
  );
}

/** One of them, as it would be read, with what may be done about it. */
export function upcomingOne(frame: Frame, upcoming: UpcomingNotice, preview: Preview | null): Message {
  const { t } = frame;
  const { ref, notice } = upcoming;
  const choices = ref.kind === 'stored' ? [] : choicesOf(ref.notice);
  const offered = choices.filter((choice) => choice !== 'skip' || !isSkipped(notice));
  return message(
    [
      entry(
        [bold(t('upcoming.one', { kind: kindName(frame, upcoming), to: addresseeName(frame, upcoming) }))],
        t('upcoming.at', atParams(frame, notice.at)),
      ),
      ...(isSkipped(notice) ? [entry(t('upcoming.isSkipped'))] : []),
      ...(preview === null ? [] : previewEntries(frame, preview)),
      ...(choices.length === 0 ? [paragraph(t('upcoming.ofSomebody'))] : []),
    ],
    [
      offered.map((choice) =>
        button(t(`upcoming.button.${choice}`), { kind: 'upcoming_settle', ref, choice }),
      ),
      [button(t('upcoming.button.list'), { kind: 'upcoming', skip: 0 })],
    ],
  );
}

/** The text itself; what goes out under another message, or has nothing in it yet, says so. */
function previewEntries({ t }: Frame, preview: Preview): Message['entries'] {
  return 'withheld' in preview
    ? [paragraph(t(`upcoming.empty.${whyNothing(preview)}`))]
    : [paragraph('— — —'), ...preview.parts.flatMap(({ entries }) => entries)];
}

const whyNothing = ({ withheld }: { readonly withheld: string }) =>
  withheld === MERGED_CAUSE ? ('merged' as const) : ('nothing' as const);

export const atParams = (frame: Frame, at: Instant) => ({
  time: timeOfDay(at, frame.directory.settings.zone),
  day: weekdayDate(frame.t, dayAt(at, frame.directory)),
});

const dayOf = ({ directory }: Frame, { notice }: UpcomingNotice) => dayAt(notice.at, directory);

function lineOf(frame: Frame, { upcoming, preview }: UpcomingEntry): string {
  const { t, directory } = frame;
  const { notice, lines } = upcoming;
  const { zone } = directory.settings;
  const count = new Set(lines.map((line) => line.obligationId)).size;
  return [
    timeOfDay(notice.at, zone),
    kindName(frame, upcoming),
    addresseeName(frame, upcoming),
    ...(count === 0 ? [] : [t('upcoming.tasks', { count })]),
    ...(isRehearsed(notice, directory, dayOf(frame, upcoming)) ? [t('upcoming.rehearsed')] : []),
    ...(isSkipped(notice) ? [t('upcoming.skipped')] : []),
    ...(preview !== null && 'withheld' in preview ? [t(`upcoming.nothing.${whyNothing(preview)}`)] : []),
  ].join(' · ');
}

/** Until when what stands here is shown to the secretariat alone. */
function trialLine(frame: Frame): string[] {
  const { t, directory, today } = frame;
  const { trial } = directory.settings;
  const until = trialUntil(trial);
  return until === null || !isTrialOn(trial, today)
    ? []
    : [t('upcoming.trial', { day: weekdayDate(t, until), ...withSecretariat(frame) })];
}

const kindName = ({ t }: Frame, { notice }: UpcomingNotice): string => t(`upcoming.kind.${notice.kind}`);

function addresseeName(frame: Frame, { notice: { addressee } }: UpcomingNotice): string {
  if (addressee.kind === 'person') return namedInHistory(frame, addressee.id);
  const { personId, title } = chatById(frame.directory, addressee.id);
  return personId === null ? title : namedInHistory(frame, personId);
}
