import { changeGroup, changeSetting } from '../../app/change-settings.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { describeSelf } from '../../app/describe-self.ts';
import type { Outcome } from '../../app/outcome.ts';
import { setLanguage } from '../../app/set-language.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { SettingName } from '../../core/organisation/setting-choices.ts';
import type { OwnSetting } from '../actions/office-action.ts';
import { refusalText } from '../refusal.ts';
import { popup, type Reply, say } from '../reply.ts';
import { openTurn, type Turn } from '../turn.ts';
import { withSecretariat } from '../views/frame.ts';
import { saying } from '../views/message.ts';
import { groupSettings, settingOptions, settingsPage } from '../views/settings.ts';

const isSecretariat = ({ actor }: Turn): boolean =>
  actor !== null && scopeOf('settings.change', actor.roles) !== null;

const secretariatOnly = ({ frame }: Turn): string =>
  frame.t('refusal.ACCESS_SECRETARIAT_ONLY', withSecretariat(frame));

/** `/caidat`: a group's settings in the group, one's own and the organisation's in private. */
export function answerSettings(turn: Turn): Reply {
  const { frame, person, chat, incoming } = turn;
  if (person === null) return say(saying(frame.t('refusal.ACCESS_UNKNOWN_PERSON', withSecretariat(frame))));
  if (incoming.chat.kind === 'private') return say(settingsPage(frame, person, isSecretariat(turn)));
  if (!isSecretariat(turn) || chat === null) return say(saying(secretariatOnly(turn)));
  return say(groupSettings(frame, chat, incoming.chat.thread));
}

/** The values of one setting of the organisation, or the list again. */
export function openSetting(turn: Turn, name: SettingName | 'all'): Reply {
  const { frame, person, incoming } = turn;
  if (!isSecretariat(turn) || person === null) return popup(secretariatOnly(turn));
  if (incoming.chat.kind === 'group') return popup(frame.t('answer.openPrivately'));
  return { edit: name === 'all' ? settingsPage(frame, person, true) : settingOptions(frame, name) };
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

export function chooseOwn(dependencies: Dependencies, turn: Turn, choice: OwnSetting): Promise<Reply> {
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
  return run().then((outcome) => shown(dependencies, turn, outcome));
}

/** The page that was pressed, as it is now. */
async function shown(dependencies: Dependencies, turn: Turn, outcome: Outcome<unknown>): Promise<Reply> {
  if (outcome.kind === 'refused') return popup(refusalText(turn.frame, outcome));
  const now = await openTurn(dependencies, turn.incoming, turn.tools);
  const { say: said = [] } = answerSettings(now);
  const [edit] = said;
  return edit === undefined ? {} : { edit };
}
