import type {
  BegunAttempt,
  ClaimedNotice,
  ClaimRequest,
  Delivery,
  DeliveryEnd,
  FrozenParts,
  Line,
  Notice,
  NoticeState,
} from '../../app/ports/notice-repository.ts';
import { StaleRevision } from '../../app/ports/obligation-repository.ts';
import type { NoticeId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { Prisma } from '../generated/sqlite/client.ts';
import { messageJson } from '../rows/message-json.ts';
import { deliveryOf, lineOf, noticeOf, rowOfDelivery } from '../rows/notice-mapper.ts';
import { CLAIMABLE, firstInTurn, type InTurn } from '../rows/notice-turn.ts';
import { replaceToldDays } from '../rows/told-days.ts';
import { insertWhere, type Row, updateRows } from '../rows/write-rows.ts';

/** It was never in other hands, so nothing of it is frozen. */
const isFirstClaim = ({ attempts }: Notice): boolean => attempts === 1;

/**
 * Notices in the hands of workers: claimed for a while, frozen in parts, sent, and ended or given back. What each
 * message waits for is in SQL, which takes Prisma half the time of its own queries.
 */
export class PrismaHeldNotices {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async claim(request: ClaimRequest): Promise<ClaimedNotice[]> {
    const { holder, nowMs, leaseUntilMs } = request;
    const ids = await this.#inTurn(request);
    if (ids.length === 0) return [];
    const rows = await this.#client.notice.updateManyAndReturn({
      where: { id: { in: ids }, state: { in: CLAIMABLE }, freeFromMs: { lte: BigInt(nowMs) } },
      data: { state: 'claimed', attempts: { increment: 1 }, holder, freeFromMs: BigInt(leaseUntilMs) },
    });
    if (rows.length < ids.length) throw new StaleRevision('a notice was claimed meanwhile');
    const notices = rows.map(noticeOf).toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
    const lines = await this.#linesOf(ids);
    const claimed: ClaimedNotice[] = [];
    for (const notice of notices)
      claimed.push({
        notice,
        lines: lines.filter(({ noticeId }) => noticeId === notice.id).map(lineOf),
        deliveries: isFirstClaim(notice) ? [] : await this.deliveriesOf(notice.id),
      });
    return claimed;
  }

  async begin({ noticeId, holder, partId, frozen }: BegunAttempt): Promise<boolean> {
    if (frozen !== null) return this.#freeze(noticeId, holder, frozen);
    const begun = await this.#client.$executeRaw`
      UPDATE delivery SET state = 'sending', attempts = attempts + 1
      WHERE id = ${partId} AND state IN ('frozen', 'unknown')
        AND EXISTS (SELECT 1 FROM notice WHERE id = ${noticeId} AND holder = ${holder})`;
    return begun > 0;
  }

  async endDelivery(deliveryId: Delivery['id'], { state, messageKey, kept }: DeliveryEnd): Promise<void> {
    const doubts = state === 'unknown' ? 1 : 0;
    await this.#client.$executeRaw`
      UPDATE delivery SET state = ${state}, message_key = ${messageKey}, doubts = doubts + ${doubts},
        message = COALESCE(${kept === undefined ? null : messageJson(kept)}, message)
      WHERE id = ${deliveryId} AND (state = 'sending' OR ${state} = 'sent')`;
  }

  settle(noticeId: NoticeId, holder: string, state: NoticeState, cause: string | null): Promise<boolean> {
    return this.#change(noticeId, holder, { state, cause, holder: null, free_from_ms: 0n });
  }

  async postpone(noticeId: NoticeId, holder: string, notBeforeMs: number, cause: string): Promise<boolean> {
    const state = await this.#stateGivenBack(noticeId);
    return await this.#change(noticeId, holder, {
      state,
      cause,
      holder: null,
      free_from_ms: BigInt(notBeforeMs),
    });
  }

  async reschedule(noticeId: NoticeId, holder: string, at: Instant): Promise<boolean> {
    const state = await this.#stateGivenBack(noticeId);
    return await this.#change(noticeId, holder, {
      state,
      due_at: BigInt(at),
      holder: null,
      free_from_ms: 0n,
    });
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

  async byId(id: NoticeId): Promise<Notice | null> {
    const row = await this.#client.notice.findFirst({ where: { id } });
    return row === null ? null : noticeOf(row);
  }

  async deliveriesOf(id: NoticeId): Promise<Delivery[]> {
    const rows = await this.#client.delivery.findMany({ where: { noticeId: id }, orderBy: { part: 'asc' } });
    return rows.map(deliveryOf);
  }

  async linesOf(id: NoticeId): Promise<Line[]> {
    return (await this.#linesOf([id])).map(lineOf);
  }

  async merge(into: NoticeId, ids: readonly NoticeId[]): Promise<void> {
    const planned = { state: 'planned' };
    await this.#client.notice.updateMany({
      where: { ...planned, mergedInto: into },
      data: { mergedInto: null },
    });
    await this.#client.notice.updateMany({
      where: { ...planned, id: { in: [...ids] } },
      data: { mergedInto: into },
    });
  }

  /** Of several to one addressee the first: the others come after it. */
  async #inTurn({ most, now, nowMs, exceptAddressees }: ClaimRequest): Promise<NoticeId[]> {
    const waiting = await this.#client.$queryRaw<InTurn[]>(firstInTurn(most, now, nowMs, exceptAddressees));
    const first = new Map(waiting.toReversed().map(({ id, addressee_id: addressee }) => [addressee, id]));
    return waiting
      .filter(({ id, addressee_id: addressee }) => first.get(addressee) === id)
      .map(({ id }) => id);
  }

  #linesOf(ids: readonly NoticeId[]): Promise<Rows.Line[]> {
    return this.#client.line.findMany({
      where: { noticeId: { in: [...ids] } },
      orderBy: [{ dueOn: 'asc' }, { obligationId: 'asc' }],
    });
  }

  async #freeze(
    noticeId: NoticeId,
    holder: string,
    { parts, told, merged, again }: FrozenParts,
  ): Promise<boolean> {
    if (again) await this.#client.delivery.deleteMany({ where: { noticeId } });
    if (again || merged.length > 0) await this.merge(noticeId, merged);
    if (again || told.length > 0) await replaceToldDays(this.#client, noticeId, told);
    let frozen = 0;
    for (const part of parts)
      frozen += await insertWhere(
        this.#client,
        'delivery',
        rowOfDelivery(part),
        Prisma.sql`SELECT 1 FROM notice WHERE id = ${noticeId} AND holder = ${holder}`,
      );
    return frozen > 0;
  }

  /** Lines may join it again, unless it is frozen in parts. */
  async #stateGivenBack(noticeId: NoticeId): Promise<NoticeState> {
    const parts = await this.#client.delivery.count({ where: { noticeId } });
    return parts === 0 ? 'planned' : 'sending';
  }

  async #change(id: NoticeId, holder: string, row: Row): Promise<boolean> {
    return (await updateRows(this.#client, 'notice', row, { id, holder })) > 0;
  }
}
