import { createHash } from 'node:crypto';
import type { Message } from '../ports/message.ts';
import type { Delivery, Notice } from '../ports/notice-repository.ts';
import type { Transaction } from '../ports/transaction.ts';

/** Messages kept true by editing after a notice has posted them. */
export const LAUNCH_POST = 'launch';
export const LAUNCH_PANEL = 'launch_panel';
/** Of a task of the day: the count in a cluster's group, and the panel of whoever gave it. */
export const ASSIGNMENT_POST = 'assignment_post';
export const ASSIGNMENT_PANEL = 'assignment_panel';
/** The sheet of a hand-over, as each of those concerned has it. */
export const HAND_OVER = 'hand_over';
/** Of a cluster, in its group: posted by the relay itself once it is asked for. */
export const GROUP_BOARD = 'group_board';

/** How long what a notice posted is not looked at: a post, not before a broadcast is over; a panel soon shows it going out. */
const PANEL_MS = 3_000;
const FIRST_LOOK_MS: Partial<Record<Notice['kind'], number>> = {
  [LAUNCH_POST]: 20_000,
  [ASSIGNMENT_POST]: 20_000,
  [LAUNCH_PANEL]: PANEL_MS,
  [ASSIGNMENT_PANEL]: PANEL_MS,
  [HAND_OVER]: PANEL_MS,
};

/** The panel of a launch counts the groups that have it, once no more are being added. `nowMs` is real time. */
export async function countSettled(
  { living }: Pick<Transaction, 'living'>,
  settled: readonly Notice[],
  nowMs: number,
): Promise<void> {
  const launches = settled
    .filter(({ kind }) => kind === LAUNCH_POST)
    .flatMap(({ subject }) => subject?.id ?? []);
  for (const id of new Set(launches)) await living.touchLater(LAUNCH_PANEL, id, nowMs + PANEL_MS);
}

/** By which a message is known again without being kept. */
export const digestOf = (message: Message): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('base64url');

/**
 * Once a notice that lives on is sent, its last part is the message to keep up to date. It is looked at once more: what
 * changed while it was being sent touched no row. `nowMs` is real time.
 */
export async function adoptLivingMessage(
  tx: Pick<Transaction, 'living'>,
  notice: Notice,
  deliveries: readonly Delivery[],
  nowMs: number,
): Promise<void> {
  const last = deliveries.at(-1);
  const firstLookMs = FIRST_LOOK_MS[notice.kind];
  if (firstLookMs === undefined || notice.subject === null || last === undefined) return;
  await tx.living.adopt({
    kind: notice.kind,
    subject: notice.subject.id,
    chatId: last.chatId,
    messageKey: last.messageKey,
    // One said again says that, too.
    shownAs: last.doubts > 0 ? null : digestOf(last.message),
    freeFromMs: nowMs + firstLookMs,
  });
}
