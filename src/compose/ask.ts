import type { Message } from '../app/ports/message.ts';
import { createConversation } from '../bot/conversation.ts';
import type { Incoming } from '../bot/incoming.ts';
import { NO_TOOLS } from '../bot/tools.ts';
import type { Ask } from '../cli/ask-command.ts';
import { appointmentsOf, type Directory } from '../core/organisation/directory.ts';
import { dayAt } from '../app/today.ts';
import { plainText } from './plain-text.ts';
import type { Reply } from '../bot/reply.ts';

/** Asks the conversation itself, as a person in a private chat or in the group of a cluster. */
export const askConversation: Ask = async ({ dependencies }, { text, person, cluster }) => {
  const directory = await dependencies.unitOfWork.read.organisation.directory();
  const now = dependencies.clock.now();
  const asker = person === null ? someSecretary(directory, now) : personCalled(directory, person);
  if (asker === null)
    return { problem: person === null ? 'nobody is of the secretariat' : `no person ${person}` };
  const known = directory.clusters.find(({ code }) => code === cluster);
  if (cluster !== null && known === undefined) return { problem: `no cluster ${cluster}` };
  const group = directory.chats.find((chat) => chat.kind === 'group' && chat.clusterId === known?.id);
  if (known !== undefined && group === undefined) return { problem: `no group is bound to ${cluster}` };
  const converse = createConversation(dependencies, { botNames: ['bot'], setUpCode: null, tools: NO_TOOLS });
  const incoming: Incoming = {
    channel: group?.channel ?? asker.channel,
    effectKey: `cli:${now}`,
    at: now,
    chat: {
      key: group?.key ?? asker.user,
      kind: group === undefined ? 'private' : 'group',
      title: '',
      thread: null,
    },
    sender: { user: asker.user, language: null },
    content: { kind: 'text', text, message: '', addressed: true, repliesTo: null },
    again: false,
  };
  return {
    answer: messagesOf(await converse(incoming))
      .map(plainText)
      .join('\n\n'),
  };
};

type Asker = { readonly channel: string; readonly user: string };

function someSecretary(directory: Directory, now: Parameters<typeof dayAt>[0]): Asker | null {
  const today = dayAt(now, directory);
  const identity = directory.identities.find(({ personId }) =>
    appointmentsOf(directory, personId, today).some(({ role }) => role === 'secretariat'),
  );
  return identity ?? null;
}

function personCalled(directory: Directory, called: string): Asker | null {
  const person = directory.people.find(({ name, id }) => name === called || id === called);
  return (
    directory.identities.find(({ user, personId }) => user === called || personId === person?.id) ?? null
  );
}

function messagesOf({ say = [], edit, privately, answer }: Reply): Message[] {
  return [
    ...(answer === undefined || answer.text === '' ? [] : [{ entries: [[answer.text]], buttons: [] }]),
    ...(edit === undefined ? [] : [edit]),
    ...(privately === undefined ? [] : [privately.message]),
    ...say,
  ];
}
