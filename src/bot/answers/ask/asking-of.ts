import type { Asking } from '../../../app/asking/subject.ts';
import type { Turn } from '../../turn.ts';

/** Against what subjects are held in a turn. */
export const askingOf = ({ actor, frame }: Turn): Asking => ({
  actor,
  directory: frame.directory,
  book: frame.book,
  today: frame.today,
});
