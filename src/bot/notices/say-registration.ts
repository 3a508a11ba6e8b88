import { peopleOfUnit } from '../../app/launch/plan-launch-reminders.ts';
import { registrationAnswer } from '../views/registration.ts';
import { launchOf } from './launch-shown.ts';
import type { Said, Saying } from './saying.ts';

/** What became of their registration, to the people of a unit. */
export async function sayRegistration({ dependencies, notice, frame }: Saying): Promise<Said> {
  const shown = await launchOf(dependencies, notice.subject?.id ?? '');
  if (shown === null || shown.launch.state !== 'sent') return { withheld: 'withdrawn' };
  const decided = shown.receipts.filter(
    ({ unitId, registration }) =>
      (registration.state === 'approved' || registration.state === 'returned') &&
      peopleOfUnit(unitId, frame.directory, frame.today).some(({ id }) => id === notice.addressee.id),
  );
  return decided.length === 0
    ? { withheld: 'nothing_decided' }
    : registrationAnswer(frame, shown.launch, decided);
}
