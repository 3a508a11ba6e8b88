import type { Dependencies } from '../../../app/dependencies.ts';
import { changeGroup, changeSetting } from '../../../app/office/change-settings.ts';
import { setLanguage } from '../../../app/office/set-language.ts';
import type { Outcome } from '../../../app/outcome.ts';
import { describeSelf } from '../../../app/people/describe-self.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Chat } from '../../../core/organisation/chat.ts';
import type { Person } from '../../../core/organisation/person.ts';
import type { SettingName } from '../../../core/organisation/setting-choices.ts';
import { translator } from '../../../i18n/translator.ts';
import type { OwnSetting } from '../../buttons/settings.ts';
import { refusal } from '../../refusal.ts';
import { popup, type Reply, say } from '../../reply.ts';
import { forSecretariat, may, secretariatOnly, secretariatOnlyText } from '../../rights.ts';
import { openTurn, type Turn } from '../../turn.ts';
import { withSecretariat } from '../../views/frame.ts';
import { saying } from '../../views/message.ts';
import { groupSettings, languageChoice, settingOptions, settingsPage } from '../../views/office/settings.ts';

const isSecretariat = (turn: Turn): boolean => may(turn, 'settings.change');

/** `/caidat`: a group's settings in the group, one's own and the organisation's in private. */
export const answerSettings = (turn: Turn): Reply =>
  changeable(turn, ({ frame, incoming }, person, chat) =>
    incoming.chat.kind === 'private' || chat === null
      ? settingsPage(frame, person, isSecretariat(turn))
      : groupSettings(frame, chat, incoming.chat.thread),
  );

/** `/ngonngu` without a language. */
export const answerLanguage = (turn: Turn): Reply => changeable(turn, ({ frame }) => languageChoice(frame));

/** One's own chat is everybody's to set whom the bot knows, a group the secretariat's. */
function changeable(turn: Turn, page: (turn: Turn, person: Person, chat: Chat | null) => Message): Reply {
  const { frame, person, chat, incoming } = turn;
  if (person === null) return say(saying(frame.t('refusal.ACCESS_UNKNOWN_PERSON', withSecretariat(frame))));
  const isOpen = incoming.chat.kind === 'private' || (isSecretariat(turn) && chat !== null);
  return say(isOpen ? page(turn, person, chat) : secretariatOnly(turn));
}

/** The values of one setting of the organisation, or the list again. */
export function openSetting(turn: Turn, name: SettingName | 'all'): Reply {
  const { frame, person } = turn;
  if (person === null) return popup(secretariatOnlyText(frame));
  return forSecretariat(turn, 'settings.change', () =>
    name === 'all' ? settingsPage(frame, person, true) : settingOptions(frame, name),
  );
}

export async function chooseSetting(
  dependencies: Dependencies,
  turn: Turn,
  name: SettingName,
  value: string,
): Promise<Reply> {
  const outcome = await changeSetting(dependencies, turn.request, name, value);
  return shown(dependencies, turn, outcome);
}

export async function chooseOwn(dependencies: Dependencies, turn: Turn, choice: OwnSetting): Promise<Reply> {
  const { request, incoming } = turn;
  const run = (): Promise<Outcome<unknown>> => {
    switch (choice) {
      case 'vi':
      case 'en':
        return setLanguage(dependencies, request, choice);
      case 'free-on':
      case 'free-off':
        return changeGroup(dependencies, request, { freeQuestions: choice === 'free-on' });
      case 'here':
        return changeGroup(dependencies, request, { thread: incoming.chat.thread });
      case 'reminders-on':
      case 'reminders-off':
        return describeSelf(dependencies, request, { reminders: choice === 'reminders-on' });
    }
  };
  const reply = await shown(dependencies, turn, await run());
  const isLanguage = choice === 'vi' || choice === 'en';
  return isLanguage && reply.edit !== undefined
    ? { ...reply, answer: { text: translator(choice)('language.changed'), popup: false } }
    : reply;
}

/** The page that was pressed, as it is now. */
async function shown(dependencies: Dependencies, turn: Turn, outcome: Outcome<unknown>): Promise<Reply> {
  if (outcome.kind === 'refused') return refusal(turn.frame, outcome);
  const now = await openTurn(dependencies, turn.incoming, turn.tools);
  const { say: said = [] } = answerSettings(now);
  const [edit] = said;
  return edit === undefined ? {} : { edit };
}
