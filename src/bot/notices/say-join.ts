import type { InvitationId } from '../../core/organisation/invitation.ts';
import { joinAnswer, joinRequest } from '../views/people/join.ts';
import type { Said, Saying } from './saying.ts';

/** To the secretariat: somebody says who they are; withheld once it is decided. */
export async function sayJoinRequest({ dependencies, notice, frame }: Saying): Promise<Said> {
  const invitation = await dependencies.unitOfWork.read.invitations.byId(subjectOf(notice));
  if (invitation === null || invitation.state !== 'asked') return { withheld: 'decided' };
  return joinRequest(frame, invitation);
}

/** To whoever asked: what the secretariat has said. */
export async function sayJoinAnswer({ dependencies, notice, frame }: Saying): Promise<Said> {
  const invitation = await dependencies.unitOfWork.read.invitations.byId(subjectOf(notice));
  return invitation === null ? { withheld: 'gone' } : joinAnswer(frame, invitation);
}

const subjectOf = ({ subject }: Saying['notice']): InvitationId => (subject?.id ?? '') as InvitationId;
