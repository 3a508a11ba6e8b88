import { secrecyOfSlot } from '../../app/groups/note-leak.ts';
import { leakNotice } from '../views/notice/leak.ts';
import type { Said, Saying } from './saying.ts';

export const sayLeak = async ({ notice, frame }: Saying): Promise<Said> =>
  leakNotice(frame, secrecyOfSlot(notice.slot), notice.subject?.kind === 'unit' ? notice.subject.id : null);
