import { followMove } from '../app/groups/follow-move.ts';
import { loseChat } from '../app/groups/lose-chat.ts';
import { digestOf } from '../app/notices/living-kinds.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { IdSource } from '../app/ports/id-source.ts';
import type { LivingMessage } from '../app/ports/living-message-repository.ts';
import type { Message } from '../app/ports/message.ts';
import type { Messenger, SendOutcome } from '../app/ports/messenger.ts';
import type { LivingRenderer } from '../app/ports/notice-renderer.ts';
import type { Chat } from '../core/organisation/chat.ts';
import type { Gate } from './gate.ts';
import type { OutboxWork } from './outbox-work.ts';
import { plainMessage } from './plain-message.ts';
import { nextStep, type SendCause, type Tried, UNTRIED } from './retry-policy.ts';
import { type OpenRoute, routeTo } from './routes.ts';

/** What keeping a living message true takes. */
export interface LivingJobParts {
  readonly work: OutboxWork;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly gate: Gate;
  readonly messengers: readonly Messenger[];
  readonly renderer: LivingRenderer;
  readonly markRepeated: (message: Message, chat: Chat) => Promise<Message>;
  /** Whether the message is to be pinned again where it is posted anew. */
  readonly isPinWanted: (living: LivingMessage) => Promise<boolean>;
}

/**
 * `shown`: it shows the state of `wanted`, under the key, with this digest. `gone`: the message is no longer there, to be posted anew.
 * `left`: nothing can or need be shown there. `later`: not now; `doubted` where a new post may have arrived.
 */
export type LivingEnd =
  | { readonly kind: 'shown'; readonly messageKey: string; readonly shownAs: string | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'left'; readonly cause: LeftCause }
  | {
      readonly kind: 'later';
      readonly untilMs: number;
      readonly by: 'pace' | 'channel';
      readonly doubted: boolean;
    };

export type LeftCause = SendCause | 'CHAT_LOST' | 'CANNOT_EDIT' | 'NOTHING_TO_SHOW' | 'UNKNOWN';

/** Of a burst of changes in one chat, what stands after so long is shown; the first at once. */
export const COALESCE_MS = 3_000;

/**
 * Renders the present state into the message there is, or posts it anew where that is gone. An edit may be made any
 * number of times; a new post whose outcome is unknown is repeated once, marked.
 *
 * @param doubts how often a new post of this message was in doubt
 */
export async function showLiving(
  parts: LivingJobParts,
  living: LivingMessage,
  doubts: number,
): Promise<LivingEnd> {
  const { work, clock, gate, messengers, renderer } = parts;
  const { messageKey } = living;
  const isNew = messageKey === null;
  let tried: Tried = { ...UNTRIED, doubts: isNew ? doubts : 0 };
  // What is tried once more at once, changed, is the same turn.
  for (let hasTurn = false; ; hasTurn = true) {
    const route = await routeTo(living.chatId, work.read.organisation, messengers);
    if (route.kind === 'lost') return { kind: 'left', cause: 'CHAT_LOST' };
    if (route.kind === 'unserved') return later(Number.POSITIVE_INFINITY, 'channel');
    if (!route.messenger.capabilities.edit) return { kind: 'left', cause: 'CANNOT_EDIT' };
    const message = await renderer.render(living, clock.now());
    if (message === null) return { kind: 'left', cause: 'NOTHING_TO_SHOW' };
    const shownAs = digestOf(message);
    // It shows that already: nothing is sent, and no turn is used.
    if (!isNew && shownAs === living.shownAs) return { kind: 'shown', messageKey, shownAs };
    const entry = hasTurn ? null : await gate.enter(route.place);
    if (entry?.kind === 'closed')
      return later(entry.closedUntilMs, entry.by === 'channel' ? 'channel' : 'pace');
    const outcome = await gate.send(route.place, () => request(parts, route, messageKey, message, tried));
    if (!isNew && isMessageGone(outcome)) return { kind: 'gone' };
    const step = nextStep(outcome, tried);
    switch (step.do) {
      case 'done':
        if (isNew && (await parts.isPinWanted(living))) {
          await route.messenger.apply(route.address, { kind: 'pin', message: step.messageKey });
        }
        return { kind: 'shown', messageKey: step.messageKey, shownAs: tried.doubts > 0 ? null : shownAs };
      case 'again':
        tried = step.tried;
        await moveAlong(parts, route.chat, step.movedTo);
        break;
      case 'wait':
        return later(gate.openAtMs(route.place.channel), 'channel');
      case 'repeat':
        return { ...later(gate.openAtMs(route.place.channel), 'channel'), doubted: isNew };
      case 'doubt':
        return { kind: 'left', cause: 'UNKNOWN' };
      case 'die':
        if (step.losesChat) await work.run((tx) => loseChat(tx, parts.ids, clock.now(), living.chatId));
        return { kind: 'left', cause: step.cause };
      default:
        return step satisfies never;
    }
  }
}

async function request(
  { markRepeated }: LivingJobParts,
  { messenger, address, chat }: OpenRoute,
  messageKey: string | null,
  message: Message,
  tried: Tried,
): Promise<SendOutcome> {
  const said = tried.doubts > 0 ? await markRepeated(message, chat) : message;
  const shaped = tried.plain ? plainMessage(said) : said;
  const to = tried.threadless ? { ...address, thread: null } : address;
  return messageKey === null ? messenger.send(to, shaped) : messenger.edit(to, messageKey, shaped);
}

const isMessageGone = (outcome: SendOutcome): boolean =>
  outcome.kind === 'refused' && outcome.refusal === 'not_editable';

const later = (untilMs: number, by: 'pace' | 'channel'): LivingEnd & { kind: 'later' } => ({
  kind: 'later',
  untilMs,
  by,
  doubted: false,
});

async function moveAlong(
  { work, clock, ids }: LivingJobParts,
  chat: Chat,
  movedTo: string | null,
): Promise<void> {
  if (movedTo !== null) await work.run((tx) => followMove(tx, ids, clock.now(), chat, movedTo));
}
