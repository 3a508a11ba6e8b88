import type { Dependencies } from '../app/dependencies.ts';
import type { Message } from '../app/ports/message.ts';
import type { Address, Messenger } from '../app/ports/messenger.ts';
import { chatAt, personAt, privateChatOf } from '../core/organisation/directory.ts';
import { localeIn } from '../core/organisation/locale.ts';
import { translator } from '../i18n/translator.ts';
import type { Incoming } from './incoming.ts';
import type { Reply } from './reply.ts';
import { type Place, Voice } from './voice.ts';

/** Says a reply where it belongs: answers the press, edits in place where the channel can, else says it anew. */
export async function deliverReply(
  dependencies: Dependencies,
  messenger: Messenger,
  incoming: Incoming,
  wanted: Reply,
): Promise<void> {
  const here = await hereOf(dependencies, incoming);
  const pressed = incoming.content.kind === 'press' ? incoming.content : null;
  const voice = new Voice(dependencies, messenger, incoming.again);
  const reply = await afterEffects(messenger, here.address, wanted);
  // Side by side: the passing line of a press and what changes in the chat do not wait for each other.
  await Promise.all([answerPress(), sayAll()]);

  async function answerPress(): Promise<void> {
    if (pressed !== null) await messenger.answerPress(pressed.press, nonEmpty(reply.answer));
  }

  async function sayAll(): Promise<void> {
    const { answer, amended, edit, quietly, privately } = reply;
    if (pressed === null && answer !== undefined && answer.text !== '') {
      await voice.say(here, [plain(answer.text)]);
    }
    const under = pressed?.message ?? null;
    if (amended !== undefined) await voice.edit(here, under, amended);
    if (edit !== undefined && !(await voice.edit(here, under, edit))) await voice.say(here, [edit]);
    await voice.say(here, reply.say ?? []);
    if (quietly !== undefined) await sayThere(quietly);
    if (privately === undefined) return;
    const { message, notice, otherwise } = privately;
    await voice.say(here, [(await sayThere(message)) ? notice : otherwise]);
  }

  /** To the private chat of whoever wrote. False where there is none to reach. */
  async function sayThere(message: Message): Promise<boolean> {
    const address = await privateAddress(dependencies, messenger, incoming);
    return address !== null && voice.say({ ...here, address }, [message]);
  }
}

/** The reply, or what is said instead where the channel did not take an effect of it. */
async function afterEffects(messenger: Messenger, address: Address, wanted: Reply): Promise<Reply> {
  let reply = wanted;
  for (const effect of wanted.effects ?? []) {
    const outcome = await messenger.apply(address, effect);
    if (outcome !== 'done') reply = wanted.insteadWhen?.[outcome] ?? reply;
  }
  return reply;
}

async function privateAddress(
  { unitOfWork }: Dependencies,
  messenger: Messenger,
  { channel, sender }: Incoming,
): Promise<Address | null> {
  const directory = await unitOfWork.read.organisation.directory();
  const person = sender === null ? null : personAt(directory, channel, sender.user);
  const chat = person === null ? null : privateChatOf(directory, person.id);
  if (chat === null || chat.state !== 'active' || chat.channel !== messenger.channel) return null;
  return { channel: chat.channel, chat: chat.key, thread: null };
}

/** Tells whoever wrote to the bot or pressed a button that it failed and nothing was recorded. */
export async function deliverFailure(
  dependencies: Dependencies,
  messenger: Messenger,
  incoming: Incoming,
): Promise<void> {
  const { address, t } = await hereOf(dependencies, incoming);
  const { content } = incoming;
  const text = t('answer.failed');
  if (content.kind === 'press') await messenger.answerPress(content.press, { text, popup: true });
  else if (content.kind === 'text' && content.addressed) await messenger.send(address, plain(text));
}

async function hereOf({ unitOfWork }: Dependencies, { channel, chat }: Incoming): Promise<Place> {
  const directory = await unitOfWork.read.organisation.directory();
  const known = chatAt(directory, channel, chat.key);
  return {
    address: { channel, chat: chat.key, thread: chat.thread },
    t: translator(localeIn(known, directory)),
  };
}

const plain = (text: string): Message => ({ entries: [[text]], buttons: [] });

const nonEmpty = (answer: Reply['answer']) => (answer === undefined || answer.text === '' ? null : answer);
