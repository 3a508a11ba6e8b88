import type { Message } from '../../../app/ports/message.ts';
import type { TrialNews } from '../../../app/trial/trial-news.ts';
import { isTrialOn, TRIAL_DAYS, trialUntil } from '../../../core/organisation/trial.ts';
import { weekdayDate } from '../../../i18n/days.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, button, entry, inRows, marked, message } from '../message.ts';

/** `đến hết Thứ Bảy 05/12/2024`, or that none runs. */
export function trialState({ t, directory, today }: Frame): string {
  const { trial } = directory.settings;
  const until = trialUntil(trial);
  return until !== null && isTrialOn(trial, today)
    ? t('trial.until', { day: weekdayDate(t, until) })
    : t('trial.off');
}

/**
 * Whether a trial runs and until when; how long one lasts.
 * @param waiting how many messages of today were only shown
 * @param held how many launches wait to be let go
 */
export function trialPage(frame: Frame, waiting: number, held: number): Message {
  const { t, directory, today } = frame;
  const { trial } = directory.settings;
  const isOn = isTrialOn(trial, today);
  return message(
    [
      entry([bold(t('settings.line', { name: t('trial.settings'), value: trialState(frame) }))]),
      ...(held === 0 ? [] : [entry(t('trial.stillHeld', { count: held }))]),
      entry(t('trial.about', withSecretariat(frame))),
      entry(t('trial.daysAbout')),
    ],
    [
      held === 0 ? [] : [button(t('button.inbox'), { kind: 'inbox' })],
      waiting < 2 ? [] : [button(t('trial.releaseAll', { count: waiting }), { kind: 'release_all' })],
      [
        isOn
          ? button(t('trial.end'), { kind: 'trial', choice: 'end' })
          : button(t('trial.begin'), { kind: 'trial', choice: 'begin' }),
      ],
      ...inRows(
        TRIAL_DAYS.map((days) =>
          button(marked(daysName(frame, days), days === trial.days), { kind: 'trial_days', days }),
        ),
      ),
      [button(t('button.back'), { kind: 'setting', name: 'all' })],
    ],
  );
}

const daysName = ({ t }: Frame, days: number): string =>
  days === 0 ? t('trial.never') : t('trial.days', { count: days });

/**
 * To the secretariat: a trial has begun, or is over.
 * @param held how many launches wait to be let go
 */
export function trialNews(frame: Frame, { what, until }: TrialNews, held: number): Message {
  const { t } = frame;
  const open = button(t('trial.settings'), { kind: 'trial', choice: 'open' });
  return what === 'begun'
    ? message(
        [
          entry([bold(t('trial.begun', { day: weekdayDate(t, until) }))]),
          entry(t('trial.begunAbout', withSecretariat(frame))),
        ],
        [[button(t('trial.end'), { kind: 'trial', choice: 'end' }), open]],
      )
    : message(
        [
          entry([bold(t('trial.ended'))]),
          entry(t('trial.endedAbout')),
          ...(held === 0 ? [] : [entry(t('trial.stillHeld', { count: held }))]),
        ],
        [held === 0 ? [] : [button(t('button.inbox'), { kind: 'inbox' })], [open]],
      );
}
