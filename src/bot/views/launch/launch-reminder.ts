import type { Message } from '../../../app/ports/message.ts';
import type { UnitId } from '../../../core/id.ts';
import type { Launch } from '../../../core/launch/launch.ts';
import { unitById } from '../../../core/organisation/directory.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { moment } from '../moment.ts';
import { cutOffLine } from './launch.ts';

export interface LaunchMissing {
  readonly launch: Launch;
  /** The reader's units that have not received it. */
  readonly unitIds: readonly UnitId[];
}

/** What a person's units have not received, with a button for each launch. */
export function launchReminder(frame: Frame, missing: readonly LaunchMissing[]): Message {
  const { t, directory } = frame;
  const names = [...new Set(missing.flatMap(({ unitIds }) => unitIds))].map(
    (id) => unitById(directory, id).name,
  );
  return message(
    [
      entry(
        [bold(t('launch.reminder.heading', { names: names.join(', ') }))],
        t('launch.reminder.ask', withSecretariat(frame)),
      ),
      ...missing.map(({ launch }, index) =>
        paragraph(
          `${missing.length === 1 ? '' : `${index + 1}. `}${t('launch.reminder.one', { title: launch.title, ...moment(frame, launch.sentAt) })}`,
          ...cutOffLine(frame, launch),
        ),
      ),
    ],
    missing.map(({ launch }, index) => {
      const place = missing.length === 1 ? '' : `${index + 1} · `;
      return [
        button(`${place}${t('button.acknowledge')}`, { kind: 'acknowledge', launch: launch.id }),
        button(`${place}${t('launch.button.read')}`, { kind: 'launch_read', launch: launch.id, part: 'all' }),
      ];
    }),
  );
}
