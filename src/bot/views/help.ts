import type { Message } from '../../app/ports/message.ts';
import { scopeOf } from '../../core/access/rights.ts';
import type { Turn } from '../turn.ts';
import { entry, message, paragraph } from './message.ts';

/** What the bot does, for where and by whom it is asked. */
export function helpMessage({ frame, incoming, actor }: Turn): Message {
  const { t } = frame;
  if (incoming.chat.kind === 'group') {
    return message([
      entry(t('help.group')),
      paragraph(t('help.due'), t('help.overdue'), t('help.movements'), t('help.events')),
    ]);
  }
  const mayLaunch = actor !== null && scopeOf('launch.compose', actor.roles) !== null;
  return message([
    entry(t('help.private')),
    paragraph(
      t('help.due'),
      t('help.mine'),
      t('help.overdue'),
      t('help.movements'),
      t('help.events'),
      t('help.language'),
      ...(mayLaunch ? [t('help.launch'), t('help.import'), t('help.bind')] : []),
    ),
  ]);
}
