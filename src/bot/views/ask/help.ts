import type { Message } from '../../../app/ports/message.ts';
import type { ChatKind } from '../../../core/organisation/chat.ts';
import type { Role } from '../../../core/organisation/person.ts';
import { doesOf, offeredTo } from '../../commands/command-list.ts';
import type { Frame } from '../frame.ts';
import { entry, message, paragraph } from '../message.ts';

/** What the bot does, for where and by whom it is asked: the commands of their menu. */
export function helpMessage({ t }: Frame, kind: ChatKind, roles: readonly Role[]): Message {
  const offered = offeredTo(kind, roles).filter(({ vi }) => vi !== 'trogiup');
  const forAll = offered.filter(({ menu }) => menu === 'everyone');
  const ofOneself = offered.filter(({ menu }) => menu === 'private');
  const byRight = offered.filter((command) => !forAll.includes(command) && !ofOneself.includes(command));
  return message([
    entry(t(kind === 'group' ? 'help.group' : 'help.private')),
    ...[forAll, byRight, ofOneself]
      .filter((some) => some.length > 0)
      .map((some) =>
        paragraph(
          ...some.map((command) => t('help.line', { command: command[t.locale], does: doesOf(t, command) })),
        ),
      ),
  ]);
}
