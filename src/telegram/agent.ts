import { type AgentOptions, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';

/**
 * A connection idle for longer is closed by us: on one that the server is just closing a request is lost, and
 * nobody knows whether it took effect.
 */
const IDLE_MS = 15_000;

/** Connections to the Bot API server, kept alive; through the proxy if there is one. */
export function agentFor(apiRoot: string, proxy: string | null, idleMs = IDLE_MS): HttpAgent {
  const agent = proxy === null ? directAgent(apiRoot) : proxyAgent(proxy);
  // Node closes free sockets by it and no others. SocksProxyAgent, given it when made, would cut a long poll.
  return Object.assign(agent, { options: { ...optionsOf(agent), timeout: idleMs } });
}

const kept = { keepAlive: true };

function directAgent(apiRoot: string): HttpAgent {
  return apiRoot.startsWith('https:') ? new HttpsAgent(kept) : new HttpAgent(kept);
}

function proxyAgent(proxy: string): HttpAgent {
  // socks5h: the proxy resolves names, for where Telegram is blocked its names are too.
  if (proxy.startsWith('socks5:')) return new SocksProxyAgent(proxy.replace(/^socks5:/, 'socks5h:'), kept);
  return new HttpsProxyAgent(proxy, kept);
}

/** Node's agents have them; the types do not. */
function optionsOf(agent: HttpAgent): AgentOptions {
  return 'options' in agent ? (agent.options as AgentOptions) : {};
}
