import {
  type Addressee,
  type ClaimedNotice,
  type ClaimRequest,
  type Delivery,
  type DeliveryState,
  type Line,
  type Notice,
  type NoticeKind,
  type NoticeRepository,
  type NoticeState,
  type PlannedNotice,
  SKIPPED_CAUSE,
  type ToldDay,
  TRIAL_CAUSE,
} from '../app/ports/notice-repository.ts';
import { StaleRevision } from '../app/ports/obligation-repository.ts';
import type { LaunchId, NoticeId, ObligationId, TaskId } from '../core/id.ts';
import type { Instant } from '../core/time/instant.ts';
import type { LocalDate } from '../core/time/local-date.ts';
import type { Client } from './client.ts';
import { findByIds } from './find-by-ids.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { insertMissing } from './insert-rows.ts';
import { messageJson } from './message-json.ts';
import { deliveryOf, lineOf, noticeOf, rowOfLine, rowOfNotice } from './notice-mapper.ts';
import { CLAIMABLE, firstInTurn } from './notice-turn.ts';
import { RowReader } from './row-reader.ts';
import { replaceToldDays } from './told-days.ts';

/** Shown to the secretariat, and to nobody else. */
const REHEARSED = { state: 'withheld', cause: TRIAL_CAUSE };

const BY_AT = { orderBy: [{ at: 'asc' }, { id: 'asc' }] } satisfies Prisma.NoticeFindManyArgs;

export class PrismaNoticeRepository implements NoticeRepository {
  readonly #client: Client;
  readonly #onPlanned: () => void;

  constructor(client: Client, onPlanned: () => void) {
    this.#client = client;
    this.#onPlanned = onPlanned;
  }

  async plan(notice: PlannedNotice): Promise<NoticeId> {
    const { id, kind, addressee, slot } = notice;
    const made = await insertMissing(this.#client, 'notice', [rowOfNotice(notice)]);
    if (made > 0) {
      this.#onPlanned();
      return id;
    }
    const row = await this.#client.notice.findUniqueOrThrow({
      where: {
        kind_addresseeKind_addresseeId_slot: {
          kind,
          addresseeKind: addressee.kind,
          addresseeId: addressee.id,
          slot,
        },
      },
      select: { id: true },
    });
    return new RowReader('notice', row.id).id('id', row.id);
  }

  async addLine(noticeId: NoticeId, line: Line): Promise<boolean> {
    const { obligationId, dueOn, stage, addressee } = line;
    const key = { obligationId, dueOn, stage, addresseeKind: addressee.kind, addresseeId: addressee.id };
    const made = await insertMissing(this.#client, 'line', [rowOfLine(noticeId, line)]);
    if (made === 0 && !(await this.#takeRehearsed(noticeId, key))) return false;
    const { count } = await this.#client.notice.updateMany({
      where: { id: noticeId, state: 'planned' },
      data: { lineCount: { increment: 1 } },
    });
    if (count > 0) return true;
    await this.#client.line.deleteMany({ where: key });
    return false;
  }

  async claim({
    holder,
    now,
    nowMs,
    leaseUntilMs,
    exceptAddressees,
  }: ClaimRequest): Promise<ClaimedNotice | null> {
    const [found] = await this.#client.$queryRaw<{ id: string }[]>(firstInTurn(now, nowMs, exceptAddressees));
    if (found === undefined) return null;
    const next = await this.#client.notice.findFirst({ where: { id: found.id } });
    if (next === null) return null;
    const { id, state, attempts, freeFromMs } = next;
    const claimed = { state: 'claimed', attempts: attempts + 1, holder, freeFromMs: BigInt(leaseUntilMs) };
    const { count } = await this.#client.notice.updateMany({
      where: { id, state, attempts, freeFromMs },
      data: claimed,
    });
    if (count === 0) throw new StaleRevision(`notice ${id} was claimed meanwhile`);
    const notice = noticeOf({ ...next, ...claimed });
    return {
      notice,
      lines: await this.linesOf(notice.id),
      deliveries: await this.deliveriesOf(notice.id),
    };
  }

  async freeze(
    noticeId: NoticeId,
    holder: string,
    deliveries: readonly Delivery[],
    told: readonly ToldDay[] = [],
  ): Promise<boolean> {
    if (!(await this.#change(noticeId, holder, { state: 'sending' }))) return false;
    const frozen = await this.byId(noticeId);
    if (frozen !== null) await replaceToldDays(this.#client, frozen, told);
    await this.#client.delivery.deleteMany({ where: { noticeId } });
    await this.#client.delivery.createMany({
      data: deliveries.map(({ id, part, chatId, message, state, messageKey, attempts, doubts }) => ({
        id,
        noticeId,
        part,
        chatId,
        message: messageJson(message),
        state,
        messageKey,
        attempts,
        doubts,
      })),
    });
    return true;
  }

  async beginDelivery(deliveryId: Delivery['id'], holder: string): Promise<boolean> {
    const delivery = await this.#client.delivery.findFirst({
      where: { id: deliveryId },
      select: { noticeId: true },
    });
    if (delivery === null) return false;
    const { count: held } = await this.#client.notice.updateMany({
      where: { id: delivery.noticeId, holder },
      data: { state: 'sending' },
    });
    if (held === 0) return false;
    const { count } = await this.#client.delivery.updateMany({
      where: { id: deliveryId, state: { in: ['frozen', 'unknown'] } },
      data: { state: 'sending', attempts: { increment: 1 } },
    });
    return count > 0;
  }

  async endDelivery(
    deliveryId: Delivery['id'],
    { state, messageKey }: { state: DeliveryState; messageKey: string | null },
  ): Promise<void> {
    await this.#client.delivery.updateMany({
      where: { id: deliveryId, ...(state !== 'sent' && { state: 'sending' }) },
      data: { state, messageKey, ...(state === 'unknown' && { doubts: { increment: 1 } }) },
    });
  }

  settle(noticeId: NoticeId, holder: string, state: NoticeState, cause: string | null): Promise<boolean> {
    return this.#change(noticeId, holder, { state, cause, holder: null, freeFromMs: 0n });
  }

  async postpone(noticeId: NoticeId, holder: string, notBeforeMs: number, cause: string): Promise<boolean> {
    const state = await this.#stateGivenBack(noticeId);
    return await this.#change(noticeId, holder, {
      state,
      cause,
      holder: null,
      freeFromMs: BigInt(notBeforeMs),
    });
  }

  async reschedule(noticeId: NoticeId, holder: string, at: Instant): Promise<boolean> {
    const state = await this.#stateGivenBack(noticeId);
    return await this.#change(noticeId, holder, { state, at: BigInt(at), holder: null, freeFromMs: 0n });
  }

  async release(noticeId: NoticeId, at: Instant): Promise<boolean> {
    const { count } = await this.#client.notice.updateMany({
      where: { id: noticeId, ...REHEARSED },
      data: { state: 'planned', cause: null, released: true, at: BigInt(at), freeFromMs: 0n },
    });
    if (count > 0) this.#onPlanned();
    return count > 0;
  }

  /** Compared here: a LIKE would take `_` in a name for any letter. */
  async releaseHeldBy(prefix: string): Promise<void> {
    const held = await this.#client.notice.findMany({
      where: { state: { in: CLAIMABLE }, holder: { not: null } },
      select: { id: true, holder: true },
    });
    await this.#client.notice.updateMany({
      where: { id: { in: held.filter(({ holder }) => holder?.startsWith(prefix)).map(({ id }) => id) } },
      data: { holder: null, freeFromMs: 0n },
    });
  }

  extendLease(noticeId: NoticeId, holder: string, leaseUntilMs: number): Promise<boolean> {
    return this.#change(noticeId, holder, { freeFromMs: BigInt(leaseUntilMs) });
  }

  async skip(noticeId: NoticeId): Promise<boolean> {
    const data = { state: 'withheld', cause: SKIPPED_CAUSE };
    const { count } = await this.#client.notice.updateMany({
      where: { id: noticeId, state: 'planned' },
      data,
    });
    return count > 0;
  }

  async hasten(noticeId: NoticeId, at: Instant): Promise<boolean> {
    const { count } = await this.#client.notice.updateMany({
      where: { id: noticeId, OR: [{ state: 'planned' }, { state: 'withheld', cause: SKIPPED_CAUSE }] },
      data: { state: 'planned', at: BigInt(at), cause: null, released: true, freeFromMs: 0n },
    });
    return count > 0;
  }

  async nextAt(after: Instant): Promise<Instant | null> {
    const row = await this.#client.notice.findFirst({
      where: { state: 'planned', at: { gt: BigInt(after) } },
      ...BY_AT,
    });
    return row === null ? null : noticeOf(row).at;
  }

  async byId(id: NoticeId): Promise<Notice | null> {
    const row = await this.#client.notice.findFirst({ where: { id } });
    return row === null ? null : noticeOf(row);
  }

  async bySlot(kind: NoticeKind, addressee: Addressee, slot: string): Promise<Notice | null> {
    const row = await this.#client.notice.findFirst({
      where: { kind, addresseeKind: addressee.kind, addresseeId: addressee.id, slot },
    });
    return row === null ? null : noticeOf(row);
  }

  async deliveriesOf(id: NoticeId): Promise<Delivery[]> {
    const rows = await this.#client.delivery.findMany({ where: { noticeId: id }, orderBy: { part: 'asc' } });
    return rows.map(deliveryOf);
  }

  async linesOf(id: NoticeId): Promise<Line[]> {
    const rows = await this.#client.line.findMany({
      where: { noticeId: id },
      orderBy: [{ dueOn: 'asc' }, { obligationId: 'asc' }],
    });
    return rows.map(lineOf);
  }

  async saidOf(obligationId: ObligationId, dueOn: LocalDate): Promise<Notice[]> {
    const rows = await this.#client.notice.findMany({
      where: { state: { in: ['sent', 'unknown'] }, lines: { some: { obligationId, dueOn } } },
      ...BY_AT,
    });
    return rows.map(noticeOf);
  }

  async linesAbout(
    obligationIds: readonly ObligationId[],
    { rehearsed }: { rehearsed: boolean },
  ): Promise<Line[]> {
    const rows = await findByIds(obligationIds, (ids) =>
      this.#client.line.findMany({
        where: { obligationId: { in: ids }, ...(rehearsed ? {} : { notice: { NOT: REHEARSED } }) },
      }),
    );
    return rows.map(lineOf);
  }

  async countInSlots(
    kind: NoticeKind,
    from: string,
    to: string,
  ): Promise<ReadonlyMap<Addressee['id'], number>> {
    const counts = await this.#client.notice.groupBy({
      by: ['addresseeId'],
      where: { kind, slot: { gte: from, lt: to }, lineCount: { gt: 0 }, state: { not: 'withheld' } },
      _count: { _all: true },
    });
    return new Map(counts.map(({ addresseeId, _count }) => [addresseeId as Addressee['id'], _count._all]));
  }

  async list({
    states,
    from,
    to,
  }: {
    states: readonly NoticeState[];
    from: Instant;
    to: Instant;
  }): Promise<Notice[]> {
    const rows = await this.#client.notice.findMany({
      where: { state: { in: [...states] }, at: { gte: BigInt(from), lte: BigInt(to) } },
      ...BY_AT,
    });
    return rows.map(noticeOf);
  }

  aboutLaunch(id: LaunchId): Promise<Notice[]> {
    return this.#about('launch', id);
  }

  aboutTask(id: TaskId): Promise<Notice[]> {
    return this.#about('task', id);
  }

  async #about(subjectKind: string, subjectId: string): Promise<Notice[]> {
    const rows = await this.#client.notice.findMany({ where: { subjectKind, subjectId }, ...BY_AT });
    return rows.map(noticeOf);
  }

  async countByState(): Promise<Partial<Record<NoticeState, number>>> {
    const counts = await this.#client.notice.groupBy({ by: ['state'], _count: { _all: true } });
    return Object.fromEntries(counts.map(({ state, _count }) => [state, _count._all]));
  }

  async #takeRehearsed(noticeId: NoticeId, key: Prisma.LineWhereInput): Promise<boolean> {
    const { count } = await this.#client.line.updateMany({
      where: { ...key, notice: REHEARSED },
      data: { noticeId },
    });
    return count > 0;
  }

  /** Lines may join it again, unless it is frozen in parts. */
  async #stateGivenBack(noticeId: NoticeId): Promise<NoticeState> {
    const parts = await this.#client.delivery.count({ where: { noticeId } });
    return parts === 0 ? 'planned' : 'sending';
  }

  async #change(id: NoticeId, holder: string, data: Prisma.NoticeUpdateManyMutationInput): Promise<boolean> {
    const { count } = await this.#client.notice.updateMany({ where: { id, holder }, data });
    return count > 0;
  }
}
