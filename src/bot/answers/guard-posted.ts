import type { Dependencies } from '../../app/dependencies.ts';
import { noteLeak } from '../../app/groups/note-leak.ts';
import { secrecyOf } from '../../core/secrecy/secrecy.ts';
import type { Incoming } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { leakAdvice } from '../views/notice/leak.ts';

/**
 * What must not stand in a chat is deleted there without a word in the group; whoever posted it is told in private
 * what to do, and nothing of it is fetched or kept. A secret document has no place in the private chat either; papers
 * about a person do. Null where there is nothing of the kind.
 */
export async function guardPosted(dependencies: Dependencies, turn: Turn): Promise<Reply | null> {
  const { incoming, frame, request } = turn;
  const posted = postedIn(incoming.content);
  const secrecy = posted === null ? null : secrecyOf(posted);
  const isPrivate = incoming.chat.kind === 'private';
  if (posted === null || secrecy === null || (isPrivate && secrecy === 'personal')) return null;
  const advice = leakAdvice(frame, isPrivate ? 'private' : secrecy);
  return {
    effects: await noteLeak(dependencies, request, secrecy, posted.message),
    ...(isPrivate ? { say: [advice] } : { quietly: advice }),
    forget: true,
  };
}

function postedIn(content: Incoming['content']) {
  if (content.kind === 'file') {
    return { fileName: content.name, text: content.caption, message: content.message };
  }
  return content.kind === 'text' ? { fileName: null, text: content.text, message: content.message } : null;
}
