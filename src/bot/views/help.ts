import type { Message } from '../../app/ports/message.ts';
import { type Action, scopeOf } from '../../core/access/rights.ts';
import type { TextKey } from '../../i18n/translator.ts';
import type { Turn } from '../turn.ts';
import { entry, message, paragraph } from './message.ts';

/** Lines for those alone whose roles give the right everywhere. */
const BY_RIGHT: readonly (readonly [right: Action, lines: readonly TextKey[]])[] = [
  ['reports.manage', ['help.inbox', 'help.record']],
  ['states.see', ['help.board', 'help.digest', 'help.brief']],
  ['launch.compose', ['help.launch']],
  ['task.assign', ['help.assign']],
  ['plan.import', ['help.import']],
  ['people.invite', ['help.invite']],
  ['group.bind', ['help.bind']],
  ['audit.see', ['help.audit']],
  ['settings.change', ['help.settings']],
];

/** What the bot does, for where and by whom it is asked. */
export function helpMessage({ frame, incoming, actor }: Turn): Message {
  const { t } = frame;
  if (incoming.chat.kind === 'group') {
    return message([
      entry(t('help.group')),
      paragraph(t('help.due'), t('help.overdue'), t('help.status'), t('help.movements'), t('help.events')),
    ]);
  }
  const roles = actor?.roles ?? [];
  const serves = scopeOf('obligation.report', roles) === 'own';
  const ofRole = BY_RIGHT.filter(([right]) => scopeOf(right, roles) === 'all').flatMap(([, lines]) =>
    lines.map((line) => t(line)),
  );
  return message([
    entry(t('help.private')),
    paragraph(
      t('help.due'),
      ...(serves ? [t('help.mine')] : []),
      t('help.overdue'),
      t('help.status'),
      t('help.movements'),
      t('help.events'),
    ),
    ...(ofRole.length > 0 ? [paragraph(...ofRole)] : []),
    paragraph(t('help.me'), t('help.language')),
  ]);
}
