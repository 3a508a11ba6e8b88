import { unitsToConfirm } from '../../core/organisation/contact-check.ts';
import { servingPeople } from '../../core/organisation/directory.ts';
import { contactQuestion } from '../views/people/contacts.ts';
import type { Said, Saying } from './saying.ts';

/** In August to the people of schools, of those that they still serve and that nobody has answered for. */
export async function sayContactCheck({ notice, frame }: Saying): Promise<Said> {
  const { directory, today } = frame;
  const own = unitsToConfirm(directory, today).filter((unit) =>
    servingPeople(directory, unit.id, today).some(({ id }) => id === notice.addressee.id),
  );
  return own.length === 0 ? { withheld: 'answered' } : contactQuestion(frame, own);
}
