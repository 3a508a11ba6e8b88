import type {
  ClaimedNotice,
  ClaimRequest,
  Delivery,
  DeliveryState,
  Line,
  Notice,
  NoticeState,
  ToldDay,
} from '../app/ports/notice-repository.ts';
import { StaleRevision } from '../app/ports/obligation-repository.ts';
import type { NoticeId } from '../core/id.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Client } from './client.ts';
import type { Prisma } from './generated/sqlite/client.ts';
import { messageJson } from './message-json.ts';
import { deliveryOf, lineOf, noticeOf } from './notice-mapper.ts';
import { CLAIMABLE, firstInTurn } from './notice-turn.ts';
import { replaceToldDays } from './told-days.ts';

/** Notices in the hands of workers: claimed for a while, frozen in parts, sent, and ended or given back. */
export class PrismaHeldNotices {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
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

  async byId(id: NoticeId): Promise<Notice | null> {
    const row = await this.#client.notice.findFirst({ where: { id } });
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
