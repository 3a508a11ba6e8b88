import { type AssignmentSeen, isSteeredBy, seeAssignment } from '../../../app/assignment/see-assignment.ts';
import type { TaskId } from '../../../core/id.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { remindedOf } from '../../../core/reminder/addressees.ts';
import { isOpen } from '../../../core/work/work-state.ts';
import { assignmentChange, assignmentMessage, assignmentPost } from '../../views/assignment/assignment.ts';
import { assignmentList } from '../../views/assignment/assignment-list.ts';
import { assignmentPanel } from '../../views/assignment/assignment-panel.ts';
import type { NoticeWay, Said, Saying } from '../saying.ts';

type SayOfAssignment = (saying: Saying, shown: AssignmentSeen) => Said;

/** What a notice says of the task that it is about. */
const ofAssignment =
  (say: SayOfAssignment): NoticeWay['say'] =>
  async (saying) => {
    const { dependencies, notice } = saying;
    const shown = await seeAssignment(dependencies.unitOfWork.read, (notice.subject?.id ?? '') as TaskId);
    return shown === null ? { withheld: 'gone' } : say(saying, shown);
  };

/** The same unless that was withdrawn. */
const ofStandingAssignment = (say: SayOfAssignment): NoticeWay['say'] =>
  ofAssignment((saying, shown) =>
    shown.task.withdrawnOn === null ? say(saying, shown) : { withheld: 'withdrawn' },
  );

/** In private, to one who acts for some of those who owe it: what is still theirs. */
export const sayAssignment = ofStandingAssignment((saying, shown) => {
  const own = ownOf(saying, shown).filter(({ state }) => isOpen(state));
  return own.length === 0
    ? { withheld: 'nothing_open' }
    : assignmentMessage(saying.frame, shown, own, saying.notice.id);
});

const ownOf = ({ notice, frame }: Saying, { obligations }: AssignmentSeen): Obligation[] =>
  obligations.filter((one) =>
    remindedOf(one, frame.directory, frame.today).some(({ id }) => id === notice.addressee.id),
  );

/** To each group. */
export const sayAssignmentPost = ofStandingAssignment(({ frame, chat }, shown) =>
  assignmentPost(frame, chat.clusterId, shown),
);

/** To those who read what holds no more; groups only where their post could not be edited. */
export const sayAssignmentChange = ofAssignment((saying, shown) => {
  const { notice, chat, capabilitiesOf, frame } = saying;
  if (notice.addressee.kind === 'chat') {
    return capabilitiesOf(chat.channel)?.edit === true
      ? { withheld: 'edited' }
      : assignmentPost(frame, chat.clusterId, shown);
  }
  const isWithdrawn = shown.task.withdrawnOn !== null;
  const own = ownOf(saying, shown).filter(({ state }) => isWithdrawn || isOpen(state));
  return own.length === 0 ? { withheld: 'nothing_open' } : assignmentChange(frame, shown, own, notice.id);
});

/** To whoever steers it: how it is answered. */
export const sayAssignmentPanel = ofAssignment(({ frame, chat }, shown) =>
  isSteeredBy(shown, chat.personId, frame) ? assignmentPanel(frame, shown) : { withheld: 'not_theirs' },
);

/** When its hour has come, or all have answered: who has, and who has not. */
export const sayAssignmentList = ofStandingAssignment(({ frame, notice }, shown) =>
  isSteeredBy(shown, notice.addressee.id, frame)
    ? assignmentList(frame, shown, notice.slot.endsWith(':complete') ? 'complete' : 'hour')
    : { withheld: 'not_theirs' },
);
