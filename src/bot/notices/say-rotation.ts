import { rotationQuestion } from '../views/organisation/offices.ts';
import type { Said, Saying } from './saying.ts';

/** To the secretariat: who comes next; withheld once everybody is known. */
export async function sayRotation({ frame }: Saying): Promise<Said> {
  return rotationQuestion(frame) ?? { withheld: 'answered' };
}
