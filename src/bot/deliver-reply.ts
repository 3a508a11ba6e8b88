import type { Dependencies } from '../app/dependencies.ts';
import { followMove } from '../app/groups/follow-move.ts';
import type { Message } from '../app/ports/message.ts';
import type { Address, Messenger, SendOutcome } from '../app/ports/messenger.ts';
import { chatAt, personAt, privateChatOf } from '../core/organisation/directory.ts';
import { localeIn } from '../core/organisation/locale.ts';
import { translator } from '../i18n/translator.ts';
import type { Incoming } from './incoming.ts';
import { markRepeated } from './mark-repeated.ts';
import { withNumberedMenu } from './numbered-menu.ts';
import type { Reply } from './reply.ts';
import { partsFor } from './split-message.ts';

/** The reply certainly did not go out: the update stays in the inbox and is answered again. */
export class ReplyNotSent extends Error {
  override readonly name = 'ReplyNotSent';
  readonly retryAfterMs: number | null;
  /** A part of it did go out, or may have: what is said again is marked. */
  readonly saidSome: boolean;

  constructor(cause: string, retryAfterMs: number | null, saidSome: boolean) {
    super(cause);
    this.retryAfterMs = retryAfterMs;
    this.saidSome = saidSome;
  }
}

/** Says a reply where it belongs: answers the press, edits in place where the channel can, else says it anew. */
export async function deliverReply(
  dependencies: Dependencies,
  messenger: Messenger,
  incoming: Incoming,
  wanted: Reply,
): Promise<void> {
  const here = await hereOf(dependencies, incoming);
  const pressed = incoming.content.kind === 'press' ? incoming.content : null;
  let saidSome = false;
  const reply = await afterEffects();
  // Side by side: the passing line of a press and what changes in the chat do not wait for each other.
  await Promise.all([answerPress(), sayAll()]);

  async function afterEffects(): Promise<Reply> {
    let reply = wanted;
    for (const effect of wanted.effects ?? []) {
      const outcome = await messenger.apply(here.address, effect);
      if (outcome !== 'done') reply = wanted.insteadWhen?.[outcome] ?? reply;
    }
    return reply;
  }

  async function answerPress(): Promise<void> {
    if (pressed !== null) await messenger.answerPress(pressed.press, nonEmpty(reply.answer));
  }

  async function sayAll(): Promise<void> {
    if (pressed === null && reply.answer !== undefined && reply.answer.text !== '') {
      await sayTo(here, [plain(reply.answer.text)]);
    }
    const under = pressed?.message ?? null;
    if (reply.amended !== undefined) await edited(under, reply.amended);
    if (reply.edit !== undefined && !(await edited(under, reply.edit))) await sayTo(here, [reply.edit]);
    await sayTo(here, reply.say ?? []);
    if (reply.quietly !== undefined) await sayThere(reply.quietly);
    if (reply.privately !== undefined) await sayPrivately(reply.privately);
  }

  /** False where there is no such message, or none that takes these words. */
  async function edited(key: string | null, message: Message): Promise<boolean> {
    const { capabilities } = messenger;
    if (key === null || !capabilities.edit || partsFor(capabilities, message).length !== 1) return false;
    const outcome = await messenger.edit(here.address, key, message);
    if (outcome.kind === 'sent') return true;
    // An edit may always be tried again; only a message that can no longer be edited is said anew, one left
    // behind in a chat that moved on included.
    if (outcome.kind !== 'refused' && outcome.kind !== 'moved') throw notSent('edit', retryAfter(outcome));
    return false;
  }

  async function sayPrivately({
    message,
    notice,
    otherwise,
  }: NonNullable<Reply['privately']>): Promise<void> {
    const sent = await sayThere(message);
    await sayTo(here, [sent ? notice : otherwise]);
  }

  /** To the private chat of whoever wrote. False where there is none to reach. */
  async function sayThere(message: Message): Promise<boolean> {
    const directory = await dependencies.unitOfWork.read.organisation.directory();
    const person =
      incoming.sender === null ? null : personAt(directory, incoming.channel, incoming.sender.user);
    const chat = person === null ? null : privateChatOf(directory, person.id);
    if (chat === null || chat.state !== 'active' || chat.channel !== messenger.channel) return false;
    return sayTo({ ...here, address: { channel: chat.channel, chat: chat.key, thread: null } }, [message]);
  }

  /** True if it went out, or may have; false where the channel refused. */
  async function sayTo(where: Here, messages: readonly Message[]): Promise<boolean> {
    for (const message of messages) {
      const numbered = await withNumberedMenu(
        dependencies,
        where.t,
        message,
        where.address,
        messenger.capabilities,
      );
      for (const part of partsFor(messenger.capabilities, numbered)) {
        if (!(await sendPart(where, incoming.again ? markRepeated(part, where.t) : part))) return false;
      }
    }
    return true;
  }

  async function sendPart(where: Here, part: Message): Promise<boolean> {
    const outcome = await messenger.send(where.address, part);
    if (outcome.kind === 'moved') {
      const { unitOfWork, ids, clock } = dependencies;
      await unitOfWork.run(async (tx) => {
        const chat = chatAt(await tx.organisation.directory(), messenger.channel, where.address.chat);
        if (chat !== null) await followMove(tx, ids, clock.now(), chat, outcome.chat);
      });
      return sendPart({ ...where, address: { ...where.address, chat: outcome.chat } }, part);
    }
    if (outcome.kind === 'not_sent') throw notSent(outcome.cause, outcome.retryAfterMs);
    saidSome ||= outcome.kind !== 'refused';
    // Nobody knows whether it arrived: somebody is waiting, so it is said once more, marked.
    if (outcome.kind === 'unknown' && !incoming.again) {
      return (await messenger.send(where.address, markRepeated(part, where.t))).kind !== 'refused';
    }
    return outcome.kind !== 'refused';
  }

  function notSent(cause: string, retryAfterMs: number | null): ReplyNotSent {
    return new ReplyNotSent(cause, retryAfterMs, saidSome);
  }
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

interface Here {
  readonly address: Address;
  readonly t: ReturnType<typeof translator>;
}

async function hereOf({ unitOfWork }: Dependencies, { channel, chat }: Incoming): Promise<Here> {
  const directory = await unitOfWork.read.organisation.directory();
  const known = chatAt(directory, channel, chat.key);
  return {
    address: { channel, chat: chat.key, thread: chat.thread },
    t: translator(localeIn(known, directory)),
  };
}

const plain = (text: string): Message => ({ entries: [[text]], buttons: [] });

const nonEmpty = (answer: Reply['answer']) => (answer === undefined || answer.text === '' ? null : answer);

const retryAfter = (outcome: SendOutcome): number | null =>
  outcome.kind === 'not_sent' ? outcome.retryAfterMs : null;
