import { v7 as uuidv7 } from 'uuid';
import type { Logger } from '../../src/app/ports/logger.ts';
import type { Message } from '../../src/app/ports/message.ts';
import type { NoticeRenderer, RenderedNotice } from '../../src/app/ports/notice-renderer.ts';
import type { Notice, PlannedNotice } from '../../src/app/ports/notice-repository.ts';
import type { ChatId, Id, NoticeId } from '../../src/core/id.ts';
import { type Chat, NEW_CHAT } from '../../src/core/organisation/chat.ts';
import { type Instant, instantOf } from '../../src/core/time/instant.ts';
import { Gate } from '../../src/outbox/gate.ts';
import { type NoticeRelayParts, noticeRelay } from '../../src/outbox/notice-relay.ts';
import { TELEGRAM_PACE } from '../../src/outbox/pacing.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { FixedClock } from '../support/fixed-clock.ts';
import { InMemoryOutbox } from '../support/in-memory-outbox.ts';
import { RecordingMessenger } from '../support/recording-messenger.ts';

export const NOW = instantOf(Date.UTC(2024, 10, 4, 2, 0));
export const REPEATED = 'có thể gửi lặp';

export const SILENT: Logger = { debug() {}, info() {}, warn() {}, error() {} };

export function chatOf(key: string, overrides: Partial<Chat> = {}): Chat {
  return {
    ...NEW_CHAT,
    id: `chat-${key}` as ChatId,
    channel: 'test',
    key,
    kind: 'group',
    title: key,
    ...overrides,
  };
}

export function noticeTo(chat: Chat, id: string, overrides: Partial<PlannedNotice> = {}): PlannedNotice {
  return {
    id: id as NoticeId,
    kind: 'digest',
    addressee: { kind: 'chat', id: chat.id },
    slot: id,
    at: NOW,
    subject: null,
    late: false,
    ...overrides,
  };
}

export const textMessage = (text: string): Message => ({ entries: [[text]], buttons: [] });

/** Says each notice as its id and part, unless told that it no longer holds. */
export class NumberingRenderer implements NoticeRenderer {
  readonly answers = new Map<string, RenderedNotice | Error>();
  readonly partCounts = new Map<string, number>();
  rendered = 0;

  render(notice: Notice): Promise<RenderedNotice> {
    this.rendered += 1;
    const answer = this.answers.get(notice.id);
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer !== undefined) return Promise.resolve(answer);
    const parts = Array.from({ length: this.partCounts.get(notice.id) ?? 1 }, (_, part) =>
      textMessage(`${notice.id}/${part + 1}`),
    );
    return Promise.resolve({ kind: 'said', chatId: notice.addressee.id as ChatId, parts });
  }
}

/** A relay with all that it needs in memory. */
export function relayWorld(chats: readonly Chat[] = [chatOf('a'), chatOf('b')]) {
  const timer = new FakeTimer();
  const clock = new FixedClock(NOW);
  const outbox = new InMemoryOutbox(chats);
  const messenger = new RecordingMessenger();
  const renderer = new NumberingRenderer();
  const relay = (overrides: Partial<NoticeRelayParts> = {}) =>
    noticeRelay(relayParts({ timer, clock, work: outbox, messengers: [messenger], renderer, ...overrides }));
  return { timer, clock, outbox, messenger, renderer, relay, plan: planner(outbox) };
}

export function relayParts(
  parts: Pick<NoticeRelayParts, 'timer' | 'clock' | 'work' | 'messengers' | 'renderer'> &
    Partial<NoticeRelayParts>,
): NoticeRelayParts {
  return {
    ids: { next: <Kind extends string>() => uuidv7() as Id<Kind> },
    gate: new Gate({ timer: parts.timer, logger: SILENT, limits: TELEGRAM_PACE, random: () => 0 }),
    markRepeated: async (message) => ({ ...message, entries: [...message.entries, [REPEATED]] }),
    logger: SILENT,
    random: () => 0,
    holder: 'relay-1',
    ...parts,
  };
}

function planner(outbox: InMemoryOutbox) {
  return async (...notices: readonly PlannedNotice[]): Promise<void> => {
    for (const notice of notices) await outbox.notices.plan(notice);
  };
}

export const at = (minutes: number): Instant => instantOf(NOW + minutes * 60_000);
