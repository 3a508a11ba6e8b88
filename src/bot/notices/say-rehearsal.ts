import { rehearsedBy } from '../../app/trial/rehearsed-notice.ts';
import { rehearsalMessage } from '../views/notice/rehearsal.ts';
import type { Said, Saying, SayTo } from './saying.ts';

/** What another notice would say, while it still would and nobody has let it go. */
export async function sayRehearsal(saying: Saying, sayTo: SayTo): Promise<Said> {
  const { dependencies, notice, frame } = saying;
  const id = rehearsedBy(notice);
  const shown = id === null ? null : await dependencies.unitOfWork.read.notices.byId(id);
  if (shown === null || shown.released) return { withheld: 'released' };
  const told = await sayTo(saying, shown, frame.now);
  if (told === null) return { withheld: 'unreachable' };
  if ('withheld' in told.said) return told.said;
  return rehearsalMessage(frame, { rehearsal: notice.id, chat: told.chat, said: told.said });
}
