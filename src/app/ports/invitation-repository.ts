import type { Invitation, InvitationId, InvitationState } from '../../core/organisation/invitation.ts';

export interface InvitationRepository {
  add(invitation: Invitation): Promise<void>;
  byId(id: InvitationId): Promise<Invitation | null>;
  byCodeHash(codeHash: string): Promise<Invitation | null>;
  /** Records who took it and where it stands. */
  update(invitation: Pick<Invitation, 'id' | 'state' | 'personId'>): Promise<void>;
  /** In the order in which they were issued. */
  inState(state: InvitationState): Promise<Invitation[]>;
}
