import type { Message } from '../../../app/ports/message.ts';
import { dayAt } from '../../../app/today.ts';
import type { RehearsedNotice } from '../../../app/upcoming/rehearse-notices.ts';
import { chatById, privateChatOf } from '../../../core/organisation/directory.ts';
import type { LocalDate } from '../../../core/time/local-date.ts';
import { fullDate, timeOfDay, weekdayDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { toSetUp } from '../office/set-up.ts';
import { addresseeName } from './rehearsal.ts';

/** What would be said in the days to come, with its text. */
export type Rehearsed = RehearsedNotice & { readonly text: string };

const MOST_LINES = 20;

/** By day: when, what, to whom. The texts themselves are a file. */
export function rehearsedPage(frame: Frame, rehearsed: readonly Rehearsed[], until: LocalDate): Message {
  const { t, directory } = frame;
  const shown = rehearsed.slice(0, MOST_LINES);
  const days = [...new Set(shown.map(({ notice }) => dayAt(notice.at, directory)))];
  return message(
    [
      entry([bold(t('setUp.rehearsal.heading', { day: fullDate(until), count: rehearsed.length }))]),
      ...(shown.length === 0 ? [entry(t('setUp.rehearsal.none'))] : []),
      ...days.map((day) =>
        paragraph(
          [bold(weekdayDate(t, day))],
          ...shown
            .filter(({ notice }) => dayAt(notice.at, directory) === day)
            .map((one) => lineOf(frame, one)),
        ),
      ),
      ...(rehearsed.length > shown.length
        ? [paragraph(t('setUp.rehearsal.more', { count: rehearsed.length - shown.length }))]
        : []),
    ],
    [
      [
        ...(shown.length === 0
          ? []
          : [button(t('setUp.rehearsal.texts'), { kind: 'set_up_file', file: 'rehearsal' } as const)]),
        toSetUp(frame),
      ],
    ],
  );
}

const lineOf = (frame: Frame, { notice }: Rehearsed): string =>
  frame.t('setUp.rehearsal.line', {
    time: timeOfDay(notice.at, frame.directory.settings.zone),
    kind: kindOf(frame, notice),
    to: toOf(frame, notice),
  });

const kindOf = ({ t }: Frame, { kind }: Rehearsed['notice']): string => t(`upcoming.kind.${kind}`);

function toOf(frame: Frame, { addressee }: Rehearsed['notice']): string {
  const { directory } = frame;
  const chat =
    addressee.kind === 'chat' ? chatById(directory, addressee.id) : privateChatOf(directory, addressee.id);
  return chat === null ? '' : addresseeName(frame, chat);
}

/** The same as rows of texts, headings first. */
export const rehearsedRows = (frame: Frame, rehearsed: readonly Rehearsed[]): string[][] => [
  (['at', 'kind', 'to', 'text'] as const).map((column) => frame.t(`setUp.rehearsal.column.${column}`)),
  ...rehearsed.map(({ notice, text }) => {
    const { directory } = frame;
    const at = `${fullDate(dayAt(notice.at, directory))} ${timeOfDay(notice.at, directory.settings.zone)}`;
    return [at, kindOf(frame, notice), toOf(frame, notice), text];
  }),
];
