import {
  type InboxItem,
  isEmptyInbox,
  type SecretaryInbox,
  toDecideIn,
} from '../../../app/overview/secretary-inbox.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, saying } from '../message.ts';
import { alikeButton } from '../plan/alike.ts';
import { titles } from './overview.ts';

const KINDS = [
  'contest',
  'extension',
  'launch',
  'approval',
  'registration',
  'join',
  'rotation',
  'confirm',
] as const satisfies readonly InboxItem['kind'][];

/** What waits, in counts; all confirmations at once, or everything one by one. */
export function inboxMessage(frame: Frame, inbox: SecretaryInbox): Message {
  const { t } = frame;
  const upcoming = [
    button(t('upcoming.button.open'), { kind: 'upcoming', skip: 0 }),
    ...(inbox.allSessions === 0 ? [] : [button(t('session.button.open'), { kind: 'sessions' } as const)]),
  ];
  if (isEmptyInbox(inbox)) return saying(t('inbox.none'), [upcoming]);
  const count = (kind: InboxItem['kind']) => inbox.items.filter((item) => item.kind === kind).length;
  const toDecide = toDecideIn(inbox);
  return message(
    [
      entry([bold(t(toDecide === 0 ? 'inbox.nothingToDecide' : 'inbox.heading', { count: toDecide }))]),
      ...countLines(frame, inbox, count).map((line) => entry(`• ${line}`)),
    ],
    [
      [
        ...(count('confirm') === 0
          ? []
          : [button(t('button.confirmAll', { count: count('confirm') }), { kind: 'confirm_all' } as const)]),
        ...(inbox.items.length === 0
          ? []
          : [button(t('button.oneByOne'), { kind: 'inbox_item', skip: 0 } as const)]),
      ],
      upcoming,
      alikeButton(frame, inbox.alike),
      inbox.unowned === 0 ? [] : [button(t('unowned.button'), { kind: 'unowned', skip: 0 })],
    ],
  );
}

function countLines(
  { t }: Frame,
  inbox: SecretaryInbox,
  count: (kind: InboxItem['kind']) => number,
): string[] {
  const counted = [
    ...KINDS.map((kind) => [`inbox.count.${kind}`, count(kind)] as const),
    ['inbox.count.undelivered', inbox.undelivered],
    ['session.count', inbox.sessions],
    ['inbox.count.handOvers', inbox.handOvers],
    ['inbox.count.unowned', inbox.unowned],
    ['inbox.count.drafts', inbox.drafts],
    ['inbox.count.alike', inbox.alike],
  ] as const;
  const named = [
    ['overview.lostGroups', inbox.lostGroups],
    ['overview.lostTopics', inbox.lostTopics],
  ] as const;
  return [
    ...counted.flatMap(([key, number]) => (number === 0 ? [] : [t(key, { count: number })])),
    ...named.flatMap(([key, groups]) => (groups.length === 0 ? [] : [t(key, { names: titles(groups) })])),
  ];
}
