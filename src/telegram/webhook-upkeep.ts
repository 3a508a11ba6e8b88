import type { Api } from 'grammy';
import type { Timer } from '../app/ports/timer.ts';
import { apiSignal } from './api.ts';
import { rest } from './loop.ts';
import { ALLOWED_UPDATES } from './store-update.ts';
import { WEBHOOK_PATH } from './webhook.ts';

export interface WebhookUpkeepOptions {
  readonly api: Api;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly timer: Timer;
  readonly signal: AbortSignal;
  readonly onExchange: () => void;
}

const LOOK_MS = 60_000;

/** Sets the webhook, then asks each minute whether Telegram can be reached at all. Returns one turn of that. */
export function createWebhookUpkeep(options: WebhookUpkeepOptions): () => Promise<void> {
  const { api, publicUrl, secret, timer, signal, onExchange } = options;
  let set = false;
  return async () => {
    if (set) await api.getMe(apiSignal(signal));
    else {
      const wanted = { secret_token: secret, allowed_updates: ALLOWED_UPDATES };
      await api.setWebhook(`${publicUrl}${WEBHOOK_PATH}`, wanted, apiSignal(signal));
    }
    set = true;
    onExchange();
    await rest(timer, LOOK_MS, signal);
  };
}
