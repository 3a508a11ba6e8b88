import { chatAt } from '../../core/organisation/directory.ts';
import { type SettingName, settingChoice } from '../../core/organisation/setting-choices.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { whoMay } from '../use-case.ts';
import { followSettings } from './follow-settings.ts';

/**
 * The secretariat chooses a value for the whole organisation; what is owed follows it at once. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, SETTING_UNKNOWN.
 */
export async function changeSetting(
  dependencies: Dependencies,
  request: Request,
  name: SettingName,
  value: string,
): Promise<Outcome<void>> {
  const choice = settingChoice(name);
  return whoMay('settings.change', dependencies, request, async ({ tx, at, directory, note }) => {
    if (!choice.values.includes(value)) return refuse('SETTING_UNKNOWN');
    const before = choice.of(directory.settings);
    if (before === value) return done(undefined);
    await tx.organisation.saveSettings(choice.with(directory.settings, value));
    await followSettings(tx, at);
    await note({
      action: 'settings.changed',
      subject: name,
      before: { [name]: before },
      after: { [name]: value },
    });
    return done(undefined);
  });
}

export type GroupChange = { readonly freeQuestions: boolean } | { readonly thread: string | null };

/**
 * The secretariat chooses how the bot speaks in a group. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY,
 * SETTING_UNKNOWN.
 */
export async function changeGroup(
  dependencies: Dependencies,
  request: Request,
  change: GroupChange,
): Promise<Outcome<void>> {
  return whoMay('settings.change', dependencies, request, async ({ tx, directory, note }) => {
    const chat = chatAt(directory, request.channel, request.chat);
    if (chat === null || chat.kind !== 'group') return refuse('SETTING_UNKNOWN');
    await tx.organisation.saveChat({ ...chat, ...change });
    await note({
      action: 'settings.changed',
      subject: chat.id,
      before: { freeQuestions: chat.freeQuestions, thread: chat.thread },
      after: change,
    });
    return done(undefined);
  });
}
