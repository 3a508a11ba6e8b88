import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';

/**
 * A connection idle for longer is closed by us: on one that the server is just closing a request is lost, and
 * nobody knows whether it took effect. (Node applies it to free sockets only; a long poll is not cut.)
 */
const IDLE_MS = 15_000;

/** Connections to the Bot API server, kept alive; through the proxy if there is one. */
export function agentFor(apiRoot: string, proxy: string | null): HttpAgent {
  const options = { keepAlive: true, timeout: IDLE_MS };
  if (proxy === null) return apiRoot.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options);
  // socks5h: the proxy resolves names, for where Telegram is blocked its names are too.
  if (proxy.startsWith('socks5:')) return new SocksProxyAgent(proxy.replace(/^socks5:/, 'socks5h:'), options);
  return new HttpsProxyAgent(proxy, options);
}
