import { Api } from 'grammy';
import type { Transport } from './transport.ts';

/** grammY's types name the signal of a package of its own; it takes any that can be listened to. */
type ApiSignal = Parameters<Api['getMe']>[0];

export function apiSignal(signal: AbortSignal): ApiSignal {
  return signal as ApiSignal;
}

/** Well beyond a poll; grammY's own 500 s would hide a dead connection for eight minutes. */
const TIMEOUT_SECONDS = 60;

/**
 * grammY's client without any automatic retry: whether a send may be repeated is the relay's to decide. Its errors
 * never hold the address, which has the token in it, so long as `sensitiveLogs` stays off.
 */
export function createApi(
  token: string,
  apiRoot: string,
  transport: Transport,
  timeoutSeconds = TIMEOUT_SECONDS,
): Api {
  return new Api(token, { apiRoot, timeoutSeconds, fetch: transport });
}
