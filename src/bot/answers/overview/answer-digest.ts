import { clustersOf } from '../../../app/asking/audience.ts';
import type { Dependencies } from '../../../app/dependencies.ts';
import type { Message } from '../../../app/ports/message.ts';
import { digestOf } from '../../notices/say-digest.ts';
import { overviewOf } from '../../notices/say-overview.ts';
import { type Reply, say } from '../../reply.ts';
import { may } from '../../rights.ts';
import type { Turn } from '../../turn.ts';
import { saying } from '../../views/message.ts';

import { nothingHere } from '../nothing-here.ts';

/** `/tonghop`: the group's digest as of now; in private the secretariat's overview, for others their clusters' digests. */
export async function answerDigest(dependencies: Dependencies, turn: Turn): Promise<Reply> {
  const { frame, audience, incoming, tools } = turn;
  if (audience === null) return say(nothingHere(turn));
  if (audience.kind === 'everything') {
    const overview = await overviewOf(dependencies, frame, false);
    return say(may(turn, 'reports.manage') ? overview : { ...overview, buttons: [] });
  }
  const privateLink = incoming.chat.kind === 'group' ? tools.links.toPrivate(incoming.channel, 'viec') : null;
  const digests: Message[] = [];
  for (const clusterId of clustersOf(audience)) {
    const digest = await digestOf(dependencies, frame, clusterId, { notice: null, late: false, privateLink });
    if (digest !== null) digests.push(digest.message);
  }
  return say(...(digests.length === 0 ? [saying(frame.t('digest.nothingNow'))] : digests));
}
