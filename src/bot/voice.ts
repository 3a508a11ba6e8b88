import type { Dependencies } from '../app/dependencies.ts';
import { followMove } from '../app/groups/follow-move.ts';
import type { Message } from '../app/ports/message.ts';
import type { Address, Messenger, SendOutcome } from '../app/ports/messenger.ts';
import { chatAt } from '../core/organisation/directory.ts';
import type { Translate } from '../i18n/translator.ts';
import { markRepeated } from './mark-repeated.ts';
import { withNumberedMenu } from './numbered-menu.ts';
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

/** Where something is said, and in which language. */
export interface Place {
  readonly address: Address;
  readonly t: Translate;
}

/** Says the messages of one reply to whoever waits for it, by one channel. */
export class Voice {
  readonly #dependencies: Dependencies;
  readonly #messenger: Messenger;
  /** What is said may have been said before. */
  readonly #again: boolean;
  #saidSome = false;

  constructor(dependencies: Dependencies, messenger: Messenger, again: boolean) {
    this.#dependencies = dependencies;
    this.#messenger = messenger;
    this.#again = again;
  }

  /** True if all went out, or may have; false where the channel refused. @throws ReplyNotSent */
  async say({ address, t }: Place, messages: readonly Message[]): Promise<boolean> {
    const { capabilities } = this.#messenger;
    for (const message of messages) {
      const numbered = await withNumberedMenu(this.#dependencies, t, message, address, capabilities);
      for (const part of partsFor(capabilities, numbered)) {
        if (!(await this.#send({ address, t }, this.#again ? markRepeated(part, t) : part))) return false;
      }
    }
    return true;
  }

  /** False where there is no such message, or none that takes these words. @throws ReplyNotSent */
  async edit({ address }: Place, key: string | null, message: Message): Promise<boolean> {
    const { capabilities } = this.#messenger;
    if (key === null || !capabilities.edit || partsFor(capabilities, message).length !== 1) return false;
    const outcome = await this.#messenger.edit(address, key, message);
    if (outcome.kind === 'sent') return true;
    // An edit may always be tried again; only a message that can no longer be edited is said anew, one left
    // behind in a chat that moved on included.
    if (outcome.kind !== 'refused' && outcome.kind !== 'moved') throw this.#notSent('edit', outcome);
    return false;
  }

  async #send(place: Place, part: Message): Promise<boolean> {
    const outcome = await this.#messenger.send(place.address, part);
    if (outcome.kind === 'moved') return this.#send(await this.#moved(place, outcome.chat), part);
    if (outcome.kind === 'not_sent') throw this.#notSent(outcome.cause, outcome);
    this.#saidSome ||= outcome.kind !== 'refused';
    // Nobody knows whether it arrived: somebody is waiting, so it is said once more, marked.
    if (outcome.kind === 'unknown' && !this.#again) {
      return (await this.#messenger.send(place.address, markRepeated(part, place.t))).kind !== 'refused';
    }
    return outcome.kind !== 'refused';
  }

  async #moved(place: Place, to: string): Promise<Place> {
    const { unitOfWork, ids, clock } = this.#dependencies;
    await unitOfWork.run(async (tx) => {
      const chat = chatAt(await tx.organisation.directory(), this.#messenger.channel, place.address.chat);
      if (chat !== null) await followMove(tx, ids, clock.now(), chat, to);
    });
    return { ...place, address: { ...place.address, chat: to } };
  }

  #notSent(cause: string, outcome: SendOutcome): ReplyNotSent {
    return new ReplyNotSent(cause, outcome.kind === 'not_sent' ? outcome.retryAfterMs : null, this.#saidSome);
  }
}
