import { peopleOfUnit } from '../../../app/launch/plan-launch-reminders.ts';
import { registrationAnswer } from '../../views/launch/registration.ts';
import { ofSentLaunch } from './of-launch.ts';

/** What became of their registration, to the people of a unit. */
export const sayRegistration = ofSentLaunch(({ notice, frame }, shown) => {
  const decided = shown.receipts.filter(
    ({ unitId, registration }) =>
      (registration.state === 'approved' || registration.state === 'returned') &&
      peopleOfUnit(unitId, frame.directory, frame.today).some(({ id }) => id === notice.addressee.id),
  );
  return decided.length === 0
    ? { withheld: 'nothing_decided' }
    : registrationAnswer(frame, shown.launch, decided);
});
