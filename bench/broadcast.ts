import { TELEGRAM_PACE } from '../src/outbox/pacing.ts';
import { chatOf, noticeTo, relayWorld } from '../test/outbox/relay-world.ts';
import type { Measure } from './measure.ts';

const GROUPS = 300;

/** One notice to each of so many groups, in time that only the limits let pass. */
export async function benchBroadcast(): Promise<Measure[]> {
  const chats = Array.from({ length: GROUPS }, (_, index) => chatOf(String(index)));
  const world = relayWorld(chats);
  await world.plan(...chats.map((chat) => noticeTo(chat, `to-${chat.key}`)));
  const begunMs = world.timer.nowMs();
  await world.timer.runThrough(world.relay().drain());
  const tookMs = world.timer.nowMs() - begunMs;
  const arrived = new Set(world.messenger.arrived.map(({ address }) => address.chat)).size;
  if (arrived !== GROUPS) throw new Error(`the broadcast reached ${arrived} of ${GROUPS}`);
  const { limit, windowMs } = TELEGRAM_PACE.perChannel;
  const demandedMs = (Math.ceil(GROUPS / limit) - 1) * windowMs;
  return [
    {
      name: `a broadcast to ${GROUPS} groups, beside what the limits demand`,
      result: `${tookMs / 1_000} s, ${demandedMs / 1_000} s: ${((tookMs / demandedMs - 1) * 100).toFixed(1)} % longer`,
      aim: '≤ 3 % longer',
    },
  ];
}
