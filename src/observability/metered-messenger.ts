import type { Messenger, SendOutcome } from '../app/ports/messenger.ts';
import type { Timer } from '../app/ports/timer.ts';
import type { Metrics } from './metrics.ts';

/** The same messenger, its exchanges counted and timed. */
export function meteredMessenger(messenger: Messenger, metrics: Metrics, timer: Timer): Messenger {
  const measure = async (method: string, exchange: () => Promise<SendOutcome>): Promise<SendOutcome> => {
    const begunMs = timer.nowMs();
    const outcome = await exchange();
    metrics.exchanged(messenger.channel, method, labelOf(outcome), timer.nowMs() - begunMs);
    return outcome;
  };
  return {
    channel: messenger.channel,
    capabilities: messenger.capabilities,
    send: (address, message) => measure('send', () => messenger.send(address, message)),
    edit: (address, key, message) => measure('edit', () => messenger.edit(address, key, message)),
    answerPress: (press, answer) => messenger.answerPress(press, answer),
    apply: (address, effect) => messenger.apply(address, effect),
    privateLink: (payload) => messenger.privateLink(payload),
    groupLink: (payload) => messenger.groupLink(payload),
  };
}

function labelOf(outcome: SendOutcome): string {
  return outcome.kind === 'refused' ? `refused_${outcome.refusal}` : outcome.kind;
}
