import type { Message } from '../app/ports/message.ts';
import { createConversation } from '../bot/conversation.ts';
import type { Incoming } from '../bot/incoming.ts';
import type { Reply } from '../bot/reply.ts';
import { NO_TOOLS } from '../bot/tools.ts';
import type { Ask, AskedAs } from '../cli/ask-command.ts';
import type { ChatId, PersonId } from '../core/id.ts';
import { type Chat, NEW_CHAT } from '../core/organisation/chat.ts';
import type { Directory } from '../core/organisation/directory.ts';
import { OPEN_ENDED, type Person, unnamedPerson } from '../core/organisation/person.ts';
import { plainText } from './plain-text.ts';
import { rehearsing } from './rehearsing.ts';

/** A channel of its own, so that no real chat, dialogue or numbered list is met. */
const TERMINAL = { channel: 'terminal', user: 'asker', chat: 'asked' } as const;

/**
 * Asks the conversation itself, as a person in a private chat, or as the group of a cluster would be answered,
 * whether or not one is bound to it. Nothing is written: what a command would change is taken back.
 */
export const askConversation: Ask = async ({ dependencies }, asked) => {
  const directory = await dependencies.unitOfWork.read.organisation.directory();
  const seated = seatAt(directory, asked);
  if ('problem' in seated) return seated;
  const converse = createConversation(rehearsing(dependencies, seated.directory), {
    botNames: ['bot'],
    setUpCode: null,
    tools: NO_TOOLS,
  });
  const now = dependencies.clock.now();
  const incoming: Incoming = {
    channel: TERMINAL.channel,
    effectKey: `terminal:${now}`,
    at: now,
    chat: {
      key: TERMINAL.chat,
      kind: asked.cluster === null ? 'private' : 'group',
      title: '',
      thread: null,
    },
    sender: { user: TERMINAL.user, language: null },
    content: { kind: 'text', text: asked.text, message: '', addressed: true, repliesTo: null },
    again: false,
  };
  const reply = await converse(incoming);
  return { answer: messagesOf(reply).map(plainText).join('\n\n') };
};

/** The directory with the asker at the terminal, in the chat in which they ask. */
function seatAt(
  directory: Directory,
  { person: called, cluster: code }: AskedAs,
): { directory: Directory } | { problem: string } {
  const cluster = directory.clusters.find((one) => one.code === code);
  if (code !== null && cluster === undefined) return { problem: `no cluster ${code}` };
  const known = called === null ? SECRETARY : personCalled(directory, called);
  if (known === null) return { problem: `no person ${called}` };
  const chat: Chat = {
    ...NEW_CHAT,
    id: TERMINAL.chat as ChatId,
    channel: TERMINAL.channel,
    key: TERMINAL.chat,
    ...(cluster === undefined
      ? { kind: 'private', personId: known.id }
      : { kind: 'group', clusterId: cluster.id }),
  };
  const office = { personId: SECRETARY.id, role: 'secretariat', unitId: null, clusterId: null } as const;
  return {
    directory: {
      ...directory,
      people: known === SECRETARY ? [...directory.people, SECRETARY] : directory.people,
      appointments:
        known === SECRETARY
          ? [...directory.appointments, { ...office, ...OPEN_ENDED }]
          : directory.appointments,
      identities: [
        ...directory.identities,
        { channel: TERMINAL.channel, user: TERMINAL.user, personId: known.id },
      ],
      chats: [...directory.chats, chat],
    },
  };
}

/** Whoever works at the machine asks as the secretariat, whether or not anybody holds that office yet. */
const SECRETARY: Person = unnamedPerson('terminal' as PersonId);

/** By name, by id, or by their id at any channel. */
function personCalled({ people, identities }: Directory, called: string): Person | null {
  const at = identities.find(({ user }) => user === called)?.personId;
  return people.find(({ name, id }) => isSame(name, called) || id === called || id === at) ?? null;
}

/** Terminals differ in how they compose letters. */
const isSame = (one: string, other: string): boolean => one.normalize('NFC') === other.normalize('NFC');

/** What is said where it was asked: a group does not see what goes to the private chat. */
function messagesOf({ say = [], edit, privately, answer }: Reply): Message[] {
  return [
    ...(answer === undefined || answer.text === '' ? [] : [{ entries: [[answer.text]], buttons: [] }]),
    ...(edit === undefined ? [] : [edit]),
    ...say,
    ...(privately === undefined ? [] : [privately.notice]),
  ];
}
