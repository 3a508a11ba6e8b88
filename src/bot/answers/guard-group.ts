import type { Dependencies } from '../../app/dependencies.ts';
import { noteLeak } from '../../app/note-leak.ts';
import { secrecyOf } from '../../core/secrecy/secrecy.ts';
import type { Incoming } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { leakAdvice } from '../views/leak.ts';

/**
 * What must not stand in a group is deleted there without a word; whoever posted it is told in private what to do,
 * and nothing of it is kept. Null where there is nothing of the kind.
 */
export async function guardGroup(dependencies: Dependencies, turn: Turn): Promise<Reply | null> {
  const { incoming, frame, request } = turn;
  const posted = incoming.chat.kind === 'group' ? postedIn(incoming.content) : null;
  const secrecy = posted === null ? null : secrecyOf(posted);
  if (posted === null || secrecy === null) return null;
  return {
    effects: await noteLeak(dependencies, request, secrecy, posted.message),
    quietly: leakAdvice(frame, secrecy),
    forget: true,
  };
}

function postedIn(content: Incoming['content']) {
  if (content.kind === 'file') {
    return { fileName: content.name, text: content.caption, message: content.message };
  }
  return content.kind === 'text' ? { fileName: null, text: content.text, message: content.message } : null;
}
