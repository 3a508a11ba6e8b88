import { type Api, GrammyError, InputFile } from 'grammy';
import type { Logger } from '../app/ports/logger.ts';
import type { Attachment, Message } from '../app/ports/message.ts';
import type {
  Address,
  ChatEffect,
  EffectOutcome,
  Messenger,
  PressAnswer,
  SendOutcome,
} from '../app/ports/messenger.ts';
import { telegramCapabilities } from './capabilities.ts';
import { meaningOf } from './error-table.ts';
import { inlineMarkup, replyMarkup } from './keyboard.ts';
import { causeOf, outcomeOf } from './outcome.ts';
import { renderHtml, renderPlain } from './render-html.ts';

/** The general topic of a forum has this id and must not be named (Client.cpp: `message thread not found`). */
const GENERAL_TOPIC = '1';
/** Bot API, answerCallbackQuery. */
const ANSWER_LIMIT = 200;

/** What the receiving loop knows. */
export interface TelegramStatus {
  /** Null until the bot's identity is known. */
  username(): string | null;
  /** False from a failed exchange to the next that succeeds: a send now would most likely end as unknown. */
  reachable(): boolean;
  /** Told of a topic when it turns out to be open, or closed or deleted, and not again before that changes. */
  onTopic(address: Address, isOpen: boolean): void;
}

type ParseMode = { readonly parse_mode?: 'HTML' };

export class TelegramMessenger implements Messenger {
  readonly channel = 'telegram';
  readonly capabilities = telegramCapabilities;
  readonly #api: Api;
  readonly #logger: Logger;
  readonly #status: TelegramStatus;
  /** Of the topics written in, whether they are open. */
  readonly #topics = new Map<string, boolean>();

  constructor(api: Api, logger: Logger, status: TelegramStatus) {
    this.#api = api;
    this.#logger = logger;
    this.#status = status;
  }

  async send(address: Address, message: Message): Promise<SendOutcome> {
    const outcome = await this.#sendTo(address, message);
    const isTopicGone = outcome.kind === 'refused' && outcome.refusal === 'thread' && address.thread !== null;
    if (isTopicGone || outcome.kind === 'sent') this.#noteTopic(address, !isTopicGone);
    if (!isTopicGone) return outcome;
    // Closed or deleted: the group itself is still there to be told.
    this.#logger.warn({ chat: address.chat, cause: outcome.cause }, 'A topic is gone; speaking in the group');
    return this.#sendTo({ ...address, thread: null }, message);
  }

  #noteTopic(address: Address, isOpen: boolean): void {
    if (address.thread === null || address.thread === GENERAL_TOPIC) return;
    const topic = `${address.chat}:${address.thread}`;
    if (this.#topics.get(topic) === isOpen) return;
    this.#topics.set(topic, isOpen);
    this.#status.onTopic(address, isOpen);
  }

  #sendTo(address: Address, message: Message): Promise<SendOutcome> {
    return this.#attempt(message, null, async (text, mode) => {
      const sent = await this.#post(address, message, text, mode);
      return String(sent.message_id);
    });
  }

  edit(address: Address, messageKey: string, message: Message): Promise<SendOutcome> {
    const id = Number(messageKey);
    const markup = inlineMarkup(message);
    return this.#attempt(message, messageKey, async (text, mode) => {
      if (message.attachment === undefined) {
        await this.#api.editMessageText(address.chat, id, text, { ...mode, ...markup, ...noPreview });
      } else {
        await this.#api.editMessageCaption(address.chat, id, { caption: text, ...mode, ...markup });
      }
      return messageKey;
    });
  }

  async answerPress(press: string, answer: PressAnswer | null): Promise<void> {
    const shown =
      answer === null
        ? {}
        : {
            text: shorten(answer.text),
            show_alert: answer.popup,
            ...(answer.link === undefined ? {} : { url: answer.link }),
          };
    await this.#effort('answerCallbackQuery', () => this.#api.answerCallbackQuery(press, shown));
  }

  async apply(address: Address, effect: ChatEffect): Promise<EffectOutcome> {
    const id = Number(effect.message);
    return this.#effort(effect.kind, () =>
      effect.kind === 'pin'
        ? this.#api.pinChatMessage(address.chat, id, { disable_notification: true })
        : this.#api.deleteMessage(address.chat, id),
    );
  }

  privateLink(payload: string): string | null {
    return this.#deepLink('start', payload);
  }

  groupLink(payload: string): string | null {
    return this.#deepLink('startgroup', payload);
  }

  #deepLink(parameter: 'start' | 'startgroup', payload: string): string | null {
    if (!/^[\w-]{1,64}$/.test(payload)) throw new RangeError('not a payload of a deep link');
    const username = this.#status.username();
    return username === null ? null : `https://t.me/${username}?${parameter}=${payload}`;
  }

  #post(
    address: Address,
    message: Message,
    text: string,
    mode: ParseMode,
  ): Promise<{ readonly message_id: number }> {
    const common = { ...mode, ...threadOf(address), ...replyMarkup(message) };
    if (message.attachment === undefined) {
      return this.#api.sendMessage(address.chat, text, { ...common, ...noPreview });
    }
    return this.#api.sendDocument(address.chat, inputFile(message.attachment), { ...common, caption: text });
  }

  async #attempt(
    message: Message,
    edited: string | null,
    call: (text: string, mode: ParseMode) => Promise<string>,
  ): Promise<SendOutcome> {
    if (!this.#status.reachable()) return { kind: 'not_sent', retryAfterMs: null, cause: 'network down' };
    try {
      return { kind: 'sent', message: await call(renderHtml(message), { parse_mode: 'HTML' }) };
    } catch (error) {
      if (!isMarkupFault(error)) return outcomeOf(error, edited);
      this.#logger.error({ cause: causeOf(error) }, 'Telegram could not read our markup; sending plain text');
    }
    try {
      return { kind: 'sent', message: await call(renderPlain(message), {}) };
    } catch (error) {
      return outcomeOf(error, edited);
    }
  }

  /** Best effort: what fails is logged and not tried again. */
  async #effort(effect: string, call: () => Promise<unknown>): Promise<EffectOutcome> {
    try {
      await call();
      return 'done';
    } catch (error) {
      this.#logger.warn({ effect, cause: causeOf(error) }, 'Telegram did not take an effect');
      const mayNot =
        error instanceof GrammyError && meaningOf(error.error_code, error.description) === 'rights';
      return mayNot ? 'rights' : 'failed';
    }
  }
}

const noPreview = { link_preview_options: { is_disabled: true } } as const;

function isMarkupFault(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("can't parse entities");
}

function threadOf({ thread }: Address): { message_thread_id?: number } {
  return thread === null || thread === GENERAL_TOPIC ? {} : { message_thread_id: Number(thread) };
}

/** grammY writes the name into a header of the form as it is. */
function inputFile({ name, bytes }: Attachment): InputFile {
  return new InputFile(bytes, name.normalize('NFC').replace(/[\r\n"';]/g, '_'));
}

function shorten(text: string): string {
  const characters = Array.from(text.normalize('NFC'));
  return characters.length <= ANSWER_LIMIT
    ? characters.join('')
    : `${characters.slice(0, ANSWER_LIMIT - 1).join('')}…`;
}
