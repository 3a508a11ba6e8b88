import { type Audience, audienceOf } from '../app/asking/audience.ts';
import type { Dependencies, Request } from '../app/dependencies.ts';
import { notePresence } from '../app/groups/note-presence.ts';
import { noteTitle } from '../app/groups/note-title.ts';
import type { Dialogue } from '../app/ports/dialogue-store.ts';
import { dayAt } from '../app/today.ts';
import { type Actor, actorOf } from '../core/access/actor.ts';
import type { Chat } from '../core/organisation/chat.ts';
import { chatAt, clusterById, type Directory, personAt } from '../core/organisation/directory.ts';
import { type Locale, localeIn } from '../core/organisation/locale.ts';
import type { Person } from '../core/organisation/person.ts';
import type { Instant } from '../core/time/instant.ts';
import { translator } from '../i18n/translator.ts';
import type { Incoming } from './incoming.ts';
import type { Tools } from './tools.ts';
import type { Frame } from './views/frame.ts';
import { unitNames } from './views/unit-names.ts';

/** One update with all that answering it takes: who, where, in which language, what may be shown. */
export interface Turn {
  readonly incoming: Incoming;
  readonly frame: Frame;
  readonly request: Request;
  readonly person: Person | null;
  /** Null for people who hold nothing here. */
  readonly actor: Actor | null;
  readonly chat: Chat | null;
  /** Null where nothing of the plan may be shown: strangers, groups not bound to a cluster. */
  readonly audience: Audience | null;
  /** For whom answers are, by name. */
  readonly scope: string;
  readonly tools: Tools;
  /** What the person had open in this chat when it was first asked for; null where somebody unknown can have nothing. */
  readonly dialogue: () => Promise<Dialogue | null>;
}

export async function openTurn(dependencies: Dependencies, incoming: Incoming, tools: Tools): Promise<Turn> {
  const { unitOfWork, clock } = dependencies;
  const directory = await unitOfWork.read.organisation.directory();
  const book = await unitOfWork.read.plans.book();
  const now = clock.now();
  const today = dayAt(now, directory);
  const request = requestOf(incoming);
  const person =
    incoming.sender === null ? null : personAt(directory, incoming.channel, incoming.sender.user);
  const known = chatAt(directory, incoming.channel, incoming.chat.key);
  const chat = await keptChat(dependencies, incoming, known, person);
  const actor = person === null ? null : actorOf(directory, person.id, today);
  const t = translator(localeOf(incoming, chat, person, directory));
  const frame: Frame = { t, directory, book, now, today };
  const audience = audienceHere(incoming, chat, actor, frame);
  return {
    incoming,
    frame,
    request,
    person,
    actor,
    chat,
    audience,
    scope: audience === null ? '' : scopeName(audience, frame),
    tools,
    dialogue: dialogueOf(dependencies, person, chat, now),
  };
}

/** Whether it is this update that did it: taken up again after an interruption, it finds its own work done. */
export const byThisUpdate = ({ incoming }: Turn, changed: boolean): boolean => changed || incoming.again;

function dialogueOf({ unitOfWork }: Dependencies, person: Person | null, chat: Chat | null, now: Instant) {
  let asked: Promise<Dialogue | null> | null = null;
  return async (): Promise<Dialogue | null> => {
    if (person === null || chat === null) return null;
    asked ??= unitOfWork.read.dialogues.open(person.id, chat.id, now);
    return asked;
  };
}

const requestOf = ({ channel, sender, chat, effectKey }: Incoming): Request => ({
  channel,
  user: sender?.user ?? '',
  chat: chat.key,
  effectKey,
});

/** The chat, with what is new about it noted. */
async function keptChat(
  dependencies: Dependencies,
  incoming: Incoming,
  known: Chat | null,
  person: Person | null,
): Promise<Chat | null> {
  const { chat } = incoming;
  if (isNews(incoming, known, person)) {
    return notePresence(dependencies, requestOf(incoming), chat, true);
  }
  return known !== null && isRenamed(incoming, known)
    ? noteTitle(dependencies, requestOf(incoming), chat.title)
    : known;
}

/** Whoever writes can be answered: people listed after they pressed Start, chats that were given up for lost. */
function isNews({ content, chat }: Incoming, known: Chat | null, person: Person | null): boolean {
  if (content.kind === 'membership' || content.kind === 'moved' || content.kind === 'topic') return false;
  return known === null ? chat.kind === 'private' && person !== null : known.state === 'lost';
}

/** Every update of a group names it, so that a change that was never heard is seen at the next. */
const isRenamed = ({ content, chat }: Incoming, known: Chat): boolean =>
  known.kind === 'group' && content.kind !== 'moved' && chat.title !== '' && chat.title !== known.title;

function audienceHere(
  incoming: Incoming,
  chat: Chat | null,
  actor: Actor | null,
  frame: Frame,
): Audience | null {
  if (incoming.chat.kind === 'group') {
    const clusterId = chat?.clusterId ?? null;
    return clusterId === null ? null : { kind: 'cluster', clusterId };
  }
  return actor === null || actor.roles.length === 0 ? null : audienceOf(actor, frame.directory, frame.today);
}

export function scopeName(audience: Audience, { t, directory }: Frame): string {
  switch (audience.kind) {
    case 'everything':
      return t('due.scope.all');
    case 'cluster':
      return clusterById(directory, audience.clusterId).name;
    case 'own':
      return unitNames(directory, audience.actor).join(', ');
  }
}

/** The chat's language; of strangers who chose none the messenger's hint. */
function localeOf(
  incoming: Incoming,
  chat: Chat | null,
  person: Person | null,
  directory: Directory,
): Locale {
  const hint = person === null && incoming.chat.kind === 'private' ? incoming.sender?.language : null;
  const hinted = hint === undefined || hint === null ? null : hint.startsWith('vi') ? 'vi' : 'en';
  return localeIn({ locale: chat?.locale ?? hinted }, directory);
}
