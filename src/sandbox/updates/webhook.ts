import { type FaultPlan, WEBHOOK } from '../faults/fault-plan.ts';
import type { Update, UpdateQueue } from './update-queue.ts';

export interface WebhookState {
  /** Empty where the bot polls. */
  url: string;
  secret: string | null;
  maxConnections: number;
  /** Seconds of real time. */
  lastErrorAt: number | null;
  lastError: string | null;
}

/** Brings updates to the bot's address, one at a time and in order, until each is taken. */
export interface WebhookSender {
  /** Looks again whether there is something to deliver. */
  wake(): void;
  close(): void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const ANSWER_WITHIN_MS = 60_000;

/** Retries as the real server does: soon, then at doubled intervals up to a minute, until the update expires. */
export function createWebhookSender(
  state: WebhookState,
  queue: UpdateQueue,
  changed: () => void,
  faults: Pick<FaultPlan, 'next'>,
): WebhookSender {
  const closing = new AbortController();
  let busy = false;
  let pause = FIRST_PAUSE_MS;
  let retry: NodeJS.Timeout | undefined;

  const deliver = async (update: Update): Promise<string | null> => {
    try {
      const response = await fetch(state.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(state.secret === null ? {} : { 'x-telegram-bot-api-secret-token': state.secret }),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await response.arrayBuffer();
      return response.ok
        ? null
        : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    } catch {
      return 'Connection failed';
    }
  };
  /** With what is set to go wrong: never sent, sent late, or sent with the answer lost. */
  const tryOnce = async (update: Update): Promise<{ problem: string | null; again: boolean }> => {
    const fault = faults.next(WEBHOOK, null);
    if (fault?.kind === 'drop_before') return { problem: 'Connection failed', again: false };
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const problem = await deliver(update);
    if (fault?.kind === 'drop_after') return { problem: 'Connection failed', again: false };
    return { problem, again: problem === null && fault?.kind === 'duplicate_updates' };
  };
  const run = async (): Promise<void> => {
    for (let update = queue.head(); update !== undefined && state.url !== ''; update = queue.head()) {
      const { problem, again } = await tryOnce(update);
      if (closing.signal.aborted) return;
      if (problem !== null) {
        state.lastError = problem;
        state.lastErrorAt = Math.floor(Date.now() / 1000);
        changed();
        retry = setTimeout(wake, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        return;
      }
      pause = FIRST_PAUSE_MS;
      if (!again) queue.drop(update.update_id);
    }
  };
  const wake = (): void => {
    if (busy || state.url === '' || closing.signal.aborted) return;
    busy = true;
    clearTimeout(retry);
    void run().finally(() => {
      busy = false;
    });
  };

  queue.onPush(wake);
  return {
    wake,
    close: () => {
      closing.abort();
      clearTimeout(retry);
    },
  };
}
