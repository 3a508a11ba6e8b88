import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';

/** Connections to the Bot API server, kept alive; through the proxy if there is one. */
export function agentFor(apiRoot: string, proxy: string | null): HttpAgent {
  const options = { keepAlive: true };
  if (proxy === null) return apiRoot.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options);
  // socks5h: the proxy resolves names, for where Telegram is blocked its names are too.
  if (proxy.startsWith('socks5:')) return new SocksProxyAgent(proxy.replace(/^socks5:/, 'socks5h:'), options);
  return new HttpsProxyAgent(proxy, options);
}
