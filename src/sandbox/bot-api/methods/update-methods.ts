import { ApiError, badRequest } from '../../http/api-error.ts';
import type { Call, Methods } from '../call.ts';

const LONGEST_POLL_S = 50;
const MOST_UPDATES = 100;

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

export const updateMethods: Methods = {
  getUpdates: async ({ world, params, gone }) => {
    if (world.state.webhook.url !== '') {
      throw new ApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    const kinds = params.object('allowed_updates') as readonly string[] | undefined;
    if (kinds !== undefined) world.updates.allow(kinds);
    const request = {
      offset: params.number('offset') ?? 0,
      limit: clamp(params.number('limit') ?? MOST_UPDATES, 1, MOST_UPDATES),
      timeoutMs: clamp(params.number('timeout') ?? 0, 0, LONGEST_POLL_S) * 1000,
    };
    return await world.updates.poll(request, gone);
  },

  setWebhook: (call) => {
    const { world, params } = call;
    const url = params.text('url') ?? '';
    if (url !== '' && !/^https?:/.test(url))
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    const secret = params.text('secret_token') ?? null;
    if (secret !== null && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters');
    }
    const kinds = params.object('allowed_updates') as readonly string[] | undefined;
    if (kinds !== undefined) world.updates.allow(kinds);
    setWebhook(call, url, secret);
    world.state.webhook.maxConnections = params.number('max_connections') ?? 40;
    return true;
  },

  deleteWebhook: (call) => {
    setWebhook(call, '', null);
    return true;
  },

  getWebhookInfo: ({ world }) => {
    const { url, maxConnections, lastError, lastErrorAt } = world.state.webhook;
    return {
      url,
      has_custom_certificate: false,
      pending_update_count: world.updates.size,
      ...(url === '' ? {} : { max_connections: maxConnections }),
      ...(lastError === null ? {} : { last_error_message: lastError, last_error_date: lastErrorAt }),
      ...(world.state.updates.allowed === null ? {} : { allowed_updates: world.state.updates.allowed }),
    };
  },
};

function setWebhook({ world, params, webhook }: Call, url: string, secret: string | null): void {
  if (params.flag('drop_pending_updates')) world.updates.clear();
  Object.assign(world.state.webhook, { url, secret, lastError: null, lastErrorAt: null });
  world.touch();
  // A poll that still waits would never hear anything again.
  if (url !== '') world.updates.close();
  webhook.wake();
}
