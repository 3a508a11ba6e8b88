import type { Button, Message } from '../../../app/ports/message.ts';
import type { Chat } from '../../../core/organisation/chat.ts';
import type { Person } from '../../../core/organisation/person.ts';
import {
  SETTING_NAMES,
  type SettingName,
  settingChoice,
} from '../../../core/organisation/setting-choices.ts';
import type { TextKey } from '../../../i18n/translator.ts';
import type { OwnSetting } from '../../buttons/settings.ts';
import { type Frame, secretariatName } from '../frame.ts';
import { bold, button, entry, inRows, marked, message, paragraph } from '../message.ts';
import { trialState } from './trial.ts';

/** Each in its own language, so that whoever reads no other finds it. */
const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

const own = (label: string, choice: OwnSetting) => button(label, { kind: 'own_setting', choice });

/** Both languages, the one of this chat marked. */
const languages = ({ t }: Frame) =>
  (['vi', 'en'] as const).map((locale) => own(marked(LANGUAGE_NAMES[locale], t.locale === locale), locale));

export const languageChoice = (frame: Frame): Message =>
  message([entry(frame.t('language.choose'))], [languages(frame)]);

/** One's own settings; under them, for the secretariat, those of the whole organisation. */
export function settingsPage(frame: Frame, person: Person, isSecretariat: boolean): Message {
  const { t, directory } = frame;
  const names = isSecretariat ? SETTING_NAMES : [];
  const setUp = button(t('setUp.button'), { kind: 'set_up', page: 'open' });
  return message(
    [
      entry([bold(t('settings.heading'))]),
      entry(t(person.reminders ? 'me.remindersOn' : 'me.remindersOff')),
      ...(names.length === 0 ? [] : [paragraph([bold(t('settings.organisation'))])]),
      ...(isSecretariat
        ? [entry(t('settings.line', { name: t('settings.secretariat'), value: secretariatName(frame) }))]
        : []),
      ...names.map((name) =>
        entry(
          t('settings.line', {
            name: t(`settings.name.${name}`),
            value: settingValue(frame, name, settingChoice(name).of(directory.settings)),
          }),
        ),
      ),
      ...(isSecretariat
        ? [entry(t('settings.line', { name: t('trial.settings'), value: trialState(frame) }))]
        : []),
    ],
    [
      ...inRows([
        ...languages(frame),
        person.reminders ? own(t('me.turnOff'), 'reminders-off') : own(t('me.turnOn'), 'reminders-on'),
      ]),
      ...inRows([
        ...(isSecretariat ? [button(t('settings.secretariat'), { kind: 'secretariat_name' } as const)] : []),
        ...names.map((name) => button(t(`settings.name.${name}`), { kind: 'setting', name })),
      ]),
      isSecretariat ? [button(t('trial.settings'), { kind: 'trial', choice: 'show' }), setUp] : [],
      ...(isSecretariat
        ? [
            [
              button(t('rules.button.ladders'), { kind: 'ladders' } as const),
              button(t('rules.button.days'), { kind: 'days', skip: 0 } as const),
              button(t('rules.button.tones'), { kind: 'tones', skip: 0 } as const),
            ],
          ]
        : []),
      isSecretariat
        ? [button(t('settings.staff'), { kind: 'staff' }), button(t('settings.offices'), { kind: 'offices' })]
        : [],
    ],
  );
}

/** The values of one setting, the present one marked. */
export function settingOptions(frame: Frame, name: SettingName): Message {
  const { t, directory } = frame;
  const choice = settingChoice(name);
  const present = choice.of(directory.settings);
  const opens = settingValue(frame, 'opens', settingChoice('opens').of(directory.settings));
  return message(
    [entry([bold(t(`settings.name.${name}`))]), entry(t(`settings.about.${name}`, { opens }))],
    [
      ...inRows(
        choice.values.map((value) =>
          button(marked(settingValue(frame, name, value), value === present), {
            kind: 'set',
            name,
            value,
          }),
        ),
        2,
      ),
      [button(t('button.back'), { kind: 'setting', name: 'all' })],
    ],
  );
}

export function groupSettings(frame: Frame, chat: Chat, thread: string | null): Message {
  const { t } = frame;
  return message(
    [
      entry([bold(t('settings.group'))]),
      entry(t(chat.freeQuestions ? 'settings.freeOn' : 'settings.freeOff')),
      ...(chat.freeQuestions ? [entry(t('settings.freeNeeds'))] : []),
      entry(t(chat.thread === null ? 'settings.noTopic' : 'settings.inTopic')),
    ],
    [
      languages(frame),
      [
        chat.freeQuestions
          ? own(t('settings.turnFreeOff'), 'free-off')
          : own(t('settings.turnFreeOn'), 'free-on'),
      ],
      ...(chat.thread === thread ? [] : [[own(t('settings.speakHere'), 'here')]]),
    ],
  );
}

/** `08-30` is an hour; words have their texts. */
export function settingValue({ t }: Frame, name: SettingName, value: string): string {
  if (name === 'digest-day') return t(`day.weekday.${value}` as TextKey);
  return /^\d/.test(value) ? value.replace('-', ':') : t(`settings.value.${value}` as TextKey);
}

/** Beside a page's own way back, which it is not. */
export const toSettings = ({ t }: Frame): Button =>
  button(`◀ ${t('settings.heading')}`, { kind: 'setting', name: 'all' });
