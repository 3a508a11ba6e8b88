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

/**
 * Sets the webhook, then asks each minute whether it still stands: whoever uses the token elsewhere takes it away.
 * Returns one turn of that.
 */
export function createWebhookUpkeep(options: WebhookUpkeepOptions): () => Promise<void> {
  const { api, publicUrl, secret, timer, signal, onExchange } = options;
  const url = `${publicUrl}${WEBHOOK_PATH}`;
  const ours = { secret_token: secret, allowed_updates: ALLOWED_UPDATES };
  let isSet = false;
  return async () => {
    // Telegram does not tell the secret: at a start it is set whatever stands there.
    isSet = isSet && (await api.getWebhookInfo(apiSignal(signal))).url === url;
    if (!isSet) await api.setWebhook(url, ours, apiSignal(signal));
    isSet = true;
    onExchange();
    await rest(timer, LOOK_MS, signal);
  };
}
