import type { InvitationRepository } from '../../app/ports/invitation-repository.ts';
import {
  INVITED_ROLES,
  type Invitation,
  type InvitationId,
  type InvitationState,
} from '../../core/organisation/invitation.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';

const STATES = ['open', 'taken', 'asked', 'confirmed', 'declined'] as const;

export class PrismaInvitationRepository implements InvitationRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async add({ createdAt, expiresAt, succession, ...rest }: Invitation): Promise<void> {
    const data = {
      ...rest,
      createdAt: BigInt(createdAt),
      expiresAt: BigInt(expiresAt),
      takesOver: succession?.from ?? null,
      startsOn: succession?.on ?? null,
    };
    await this.#client.invitation.create({ data });
  }

  async byId(id: InvitationId): Promise<Invitation | null> {
    const row = await this.#client.invitation.findFirst({ where: { id } });
    return row === null ? null : invitationOf(row);
  }

  async byCodeHash(codeHash: string): Promise<Invitation | null> {
    const row = await this.#client.invitation.findFirst({ where: { codeHash } });
    return row === null ? null : invitationOf(row);
  }

  async update({ id, state, personId }: Parameters<InvitationRepository['update']>[0]): Promise<void> {
    await this.#client.invitation.update({ where: { id }, data: { state, personId } });
  }

  async inState(state: InvitationState): Promise<Invitation[]> {
    const rows = await this.#client.invitation.findMany({ where: { state }, orderBy: { id: 'asc' } });
    return rows.map(invitationOf);
  }
}

function invitationOf(row: Rows.Invitation): Invitation {
  const read = new RowReader('invitation', row.id);
  return {
    id: read.id('id', row.id),
    codeHash: row.codeHash,
    unitId: read.id('unit_id', row.unitId),
    role: read.oneOf('role', row.role, INVITED_ROLES),
    createdBy: read.id('created_by', row.createdBy),
    createdAt: read.instant('created_at', row.createdAt),
    expiresAt: read.instant('expires_at', row.expiresAt),
    state: read.oneOf('state', row.state, STATES),
    personId: read.optionalId('person_id', row.personId),
    succession:
      row.takesOver === null || row.startsOn === null
        ? null
        : { from: read.id('takes_over', row.takesOver), on: read.day('starts_on', row.startsOn) },
  };
}
