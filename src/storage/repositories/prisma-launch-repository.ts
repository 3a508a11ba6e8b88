import type { LaunchDraft, LaunchRepository } from '../../app/ports/launch-repository.ts';
import { StaleRevision } from '../../app/ports/obligation-repository.ts';
import type { LaunchId, PersonId, UnitId } from '../../core/id.ts';
import type {
  Launch,
  LaunchReceipt,
  LaunchState,
  Registration,
  RegistrationState,
} from '../../core/launch/launch.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Client } from '../database/client.ts';
import { draftOf, launchOf, launchRow, receiptOf } from '../rows/launch-mapper.ts';

export class PrismaLaunchRepository implements LaunchRepository {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async byId(id: LaunchId): Promise<Launch | null> {
    const row = await this.#client.launch.findFirst({ where: { id } });
    return row === null ? null : launchOf(row);
  }

  async byEffectKey(effectKey: string): Promise<Launch | null> {
    const row = await this.#client.launch.findFirst({ where: { effectKey } });
    return row === null ? null : launchOf(row);
  }

  async add(launch: Launch, unitIds: readonly UnitId[], effectKey: string): Promise<void> {
    const { id, createdBy, revision } = launch;
    await this.#client.launch.create({ data: { ...launchRow(launch), id, createdBy, revision, effectKey } });
    await this.#client.launchReceipt.createMany({
      data: unitIds.map((unitId, position) => ({ launchId: id, position, unitId })),
    });
  }

  async readdress(id: LaunchId, unitIds: readonly UnitId[]): Promise<void> {
    const { launchReceipt } = this.#client;
    await launchReceipt.deleteMany({ where: { launchId: id, unitId: { notIn: [...unitIds] } } });
    const kept = (await this.receipts(id)).map(({ unitId }) => unitId);
    for (const [position, unitId] of unitIds.entries()) {
      if (!kept.includes(unitId)) await launchReceipt.create({ data: { launchId: id, position, unitId } });
      else await launchReceipt.updateMany({ where: { launchId: id, unitId }, data: { position } });
    }
  }

  async save(launch: Launch): Promise<void> {
    const { id, revision } = launch;
    const { count } = await this.#client.launch.updateMany({
      where: { id, revision },
      data: { ...launchRow(launch), revision: revision + 1 },
    });
    if (count === 0) throw new StaleRevision(`launch ${id} is no longer at revision ${revision}`);
  }

  async withStageBy(day: LocalDate): Promise<Launch[]> {
    const rows = await this.#client.launch.findMany({
      where: { state: 'sent', nextStageOn: { lte: day } },
      orderBy: { id: 'asc' },
    });
    return rows.map(launchOf);
  }

  async inState(state: LaunchState): Promise<Launch[]> {
    const rows = await this.#client.launch.findMany({ where: { state }, orderBy: { id: 'asc' } });
    return rows.map(launchOf);
  }

  async missingFrom(unitIds: readonly UnitId[]): Promise<Launch[]> {
    const rows = await this.#client.launch.findMany({
      where: {
        state: 'sent',
        receipts: { some: { unitId: { in: [...unitIds] }, acknowledgedAt: null } },
      },
      orderBy: { id: 'asc' },
    });
    return rows.map(launchOf);
  }

  async receipts(id: LaunchId): Promise<LaunchReceipt[]> {
    const rows = await this.#client.launchReceipt.findMany({
      where: { launchId: id },
      orderBy: { position: 'asc' },
    });
    return rows.map(receiptOf);
  }

  async acknowledge(id: LaunchId, unitId: UnitId, by: PersonId, at: Instant): Promise<boolean> {
    const { count } = await this.#client.launchReceipt.updateMany({
      where: { launchId: id, unitId, acknowledgedAt: null },
      data: { acknowledgedAt: BigInt(at), acknowledgedBy: by },
    });
    return count > 0;
  }

  async register(
    id: LaunchId,
    unitId: UnitId,
    from: readonly RegistrationState[],
    { state, text, note }: Registration,
  ): Promise<boolean> {
    const { count } = await this.#client.launchReceipt.updateMany({
      where: { launchId: id, unitId, registrationState: { in: [...from] } },
      data: { registrationState: state, registration: text, registrationNote: note },
    });
    return count > 0;
  }

  async withRegistrationsWaiting(): Promise<Launch[]> {
    const rows = await this.#client.launch.findMany({
      where: { state: 'sent', receipts: { some: { registrationState: 'waiting' } } },
      orderBy: { id: 'asc' },
    });
    return rows.map(launchOf);
  }

  async draftsOf(personId: PersonId): Promise<LaunchDraft[]> {
    const rows = await this.#client.launchDraft.findMany({
      where: { personId },
      orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(draftOf);
  }

  async keepDraft({ id, form, changedAt, ...draft }: LaunchDraft): Promise<void> {
    const data = { ...draft, form: JSON.stringify(form), changedAt: BigInt(changedAt) };
    await this.#client.launchDraft.upsert({ where: { id }, create: { id, ...data }, update: data });
  }

  async dropDraft(id: LaunchDraft['id']): Promise<boolean> {
    const { count } = await this.#client.launchDraft.deleteMany({ where: { id } });
    return count > 0;
  }
}
