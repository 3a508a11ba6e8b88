import { chatAt } from '../../core/organisation/directory.ts';
import { type SettingName, settingChoice } from '../../core/organisation/setting-choices.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { Transaction } from '../ports/transaction.ts';
import { requesterWho } from '../requester.ts';
import { followSettings } from './follow-settings.ts';

/**
 * The secretariat chooses a value for the whole organisation; what is owed follows it at once. Refused:
 * ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY, SETTING_UNKNOWN.
 */
export async function changeSetting(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  name: SettingName,
  value: string,
): Promise<Outcome<void>> {
  const at = clock.now();
  const choice = settingChoice(name);
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const requester = requesterWho('settings.change', directory, request, at);
    if (requester.kind === 'refused') return requester;
    if (!choice.values.includes(value)) return refuse('SETTING_UNKNOWN');
    const before = choice.of(directory.settings);
    if (before === value) return done(undefined);
    await tx.organisation.saveSettings(choice.with(directory.settings, value));
    await followSettings(tx, at);
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      ...requester.by,
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
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  change: GroupChange,
): Promise<Outcome<void>> {
  const at = clock.now();
  return unitOfWork.run(async (tx: Transaction) => {
    const directory = await tx.organisation.directory();
    const requester = requesterWho('settings.change', directory, request, at);
    if (requester.kind === 'refused') return requester;
    const chat = chatAt(directory, request.channel, request.chat);
    if (chat === null || chat.kind !== 'group') return refuse('SETTING_UNKNOWN');
    await tx.organisation.saveChat({ ...chat, ...change });
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      personId: requester.person.id,
      chatId: chat.id,
      action: 'settings.changed',
      subject: chat.id,
      before: { freeQuestions: chat.freeQuestions, thread: chat.thread },
      after: change,
    });
    return done(undefined);
  });
}
