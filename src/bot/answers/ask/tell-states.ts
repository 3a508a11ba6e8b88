import { sightOf } from '../../../app/asking/sight.ts';
import type { Subject } from '../../../app/asking/subject.ts';
import type { Message } from '../../../app/ports/message.ts';
import { withDoor } from '../../private-door.ts';
import { type Reply, say } from '../../reply.ts';
import type { Turn } from '../../turn.ts';
import { withSecretariat } from '../../views/frame.ts';
import { entry, message, saying } from '../../views/message.ts';
import { subjectName } from '../../views/subject-name.ts';
import { inPrivate } from '../in-private.ts';
import { nothingHere } from '../nothing-here.ts';

/** The ways of telling how work stands: that there is none, of each, and by number only. */
export interface Tellings {
  /** Null where there is something to tell. */
  readonly nothing: (turn: Turn) => Promise<Message | null>;
  readonly states: (turn: Turn) => Promise<Message>;
  readonly counts: (turn: Turn) => Promise<Message>;
}

/**
 * Tells as much as may be told where it was asked. What a group may not see goes to the private chat of an asker
 * who may see it; the group hears counts of its own cluster, else who may ask.
 */
export async function tellStates(turn: Turn, subject: Subject, tell: Tellings): Promise<Reply> {
  const { frame, audience, incoming } = turn;
  if (audience === null) return say(nothingHere(turn));
  const here = sightOf(subject, audience);
  const nothing = here === 'nothing' ? null : await tell.nothing(turn);
  if (nothing !== null) return say(nothing);
  if (here === 'states') return say(await tell.states(turn));
  const alone = incoming.chat.kind === 'private' ? null : inPrivate(turn);
  const there = alone === null ? 'nothing' : sightOf(subject, alone.audience);
  const counts = here === 'counts' ? await tell.counts(turn) : null;
  if (alone === null || there === 'nothing' || there === here) {
    return say(counts ?? notForHere(turn, subject));
  }
  const among = (text: string): Message =>
    counts === null ? saying(text) : message([...counts.entries, entry(text)]);
  return {
    privately: {
      message: (await tell.nothing(alone)) ?? (await tell[there](alone)),
      notice: among(frame.t('answer.sentPrivately')),
      otherwise: withDoor(turn, among(frame.t('answer.openPrivately'))),
    },
  };
}

/** Says kindly who may ask this, and where. */
export function notForHere({ frame, actor, incoming }: Turn, subject: Subject): Message {
  const { t } = frame;
  if (subject.kind === 'own') return saying(t('mine.notServing', withSecretariat(frame)));
  if (subject.kind === 'everyone') return saying(t('answer.notAll', withSecretariat(frame)));
  const name = subjectName(frame, subject, actor);
  const key = incoming.chat.kind === 'group' ? 'answer.notInGroup' : 'answer.notYours';
  return saying(t(key, withSecretariat(frame, { name })));
}
