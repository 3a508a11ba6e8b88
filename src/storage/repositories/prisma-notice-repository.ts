import type { NoticeKind } from '../../app/ports/notice-kind.ts';
import {
  type Addressee,
  ENDED_STATES,
  type Line,
  MERGED_CAUSE,
  type Notice,
  type NoticeRepository,
  type NoticeState,
  type PlannedNotice,
  SKIPPED_CAUSE,
  TRIAL_CAUSE,
} from '../../app/ports/notice-repository.ts';
import type { LaunchId, NoticeId, ObligationId, TaskId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { LocalDate } from '../../core/time/local-date.ts';
import type { Client } from '../database/client.ts';
import type { Prisma } from '../generated/sqlite/client.ts';
import { findByIds } from '../rows/find-by-ids.ts';
import { lineOf, noticeOf, rowOfLine, rowOfNotice } from '../rows/notice-mapper.ts';
import { RowReader } from '../rows/row-reader.ts';
import { insertMissing } from '../rows/write-rows.ts';
import { PrismaHeldNotices } from './prisma-held-notices.ts';

/** Shown to the secretariat, and to nobody else. */
const REHEARSED = { state: 'withheld', cause: TRIAL_CAUSE };

const MERGED = { state: 'withheld', cause: MERGED_CAUSE };
const SAID: NoticeState[] = ['sent', 'unknown'];

const ENDED = { in: [...ENDED_STATES] };

const BY_AT = { orderBy: [{ at: 'asc' }, { id: 'asc' }] } satisfies Prisma.NoticeFindManyArgs;

export class PrismaNoticeRepository extends PrismaHeldNotices implements NoticeRepository {
  readonly #client: Client;
  readonly #onPlanned: () => void;

  constructor(client: Client, onPlanned: () => void) {
    super(client);
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
    const { count } = await this.#client.notice.updateMany({
      where: { id: noticeId, state: 'planned' },
      data: { lineCount: { increment: 1 } },
    });
    if (count === 0) return false;
    const made = await insertMissing(this.#client, 'line', [rowOfLine(noticeId, line)]);
    if (made > 0 || (await this.#takeRehearsed(noticeId, key))) return true;
    await this.#client.notice.updateMany({
      where: { id: noticeId },
      data: { lineCount: { decrement: 1 } },
    });
    return false;
  }

  async release(noticeId: NoticeId, at: Instant): Promise<boolean> {
    const { count } = await this.#client.notice.updateMany({
      where: { id: noticeId, ...REHEARSED },
      data: {
        state: 'planned',
        cause: null,
        mergedInto: null,
        released: true,
        at: BigInt(at),
        freeFromMs: 0n,
      },
    });
    if (count > 0) this.#onPlanned();
    return count > 0;
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
    if (count > 0) this.#onPlanned();
    return count > 0;
  }

  async forgetTextsBefore(at: Instant): Promise<void> {
    await this.#client.delivery.deleteMany({ where: { notice: { state: ENDED, at: { lt: BigInt(at) } } } });
  }

  async forgetTextsNaming(name: string): Promise<void> {
    await this.#client.delivery.deleteMany({
      where: { notice: { state: ENDED }, message: { contains: name } },
    });
  }

  async nextAt(after: Instant): Promise<Instant | null> {
    const row = await this.#client.notice.findFirst({
      where: { state: 'planned', at: { gt: BigInt(after) } },
      ...BY_AT,
    });
    return row === null ? null : noticeOf(row).at;
  }

  async bySlot(kind: NoticeKind, addressee: Addressee, slot: string): Promise<Notice | null> {
    const row = await this.#client.notice.findFirst({
      where: { kind, addresseeKind: addressee.kind, addresseeId: addressee.id, slot },
    });
    return row === null ? null : noticeOf(row);
  }

  async besides({ id, addressee, at }: Pick<Notice, 'id' | 'addressee' | 'at'>): Promise<Notice[]> {
    const rows = await this.#client.notice.findMany({
      where: { addresseeKind: addressee.kind, addresseeId: addressee.id, at: BigInt(at), id: { not: id } },
    });
    return rows.map(noticeOf);
  }

  async mergedInto(id: NoticeId): Promise<Notice[]> {
    const rows = await this.#client.notice.findMany({ where: { mergedInto: id }, ...BY_AT });
    return rows.map(noticeOf);
  }

  async lastPlanned(
    addressee: Addressee,
    kinds: readonly NoticeKind[],
    by: Instant,
  ): Promise<Instant | null> {
    const row = await this.#client.notice.findFirst({
      where: {
        kind: { in: [...kinds] },
        addresseeKind: addressee.kind,
        addresseeId: addressee.id,
        state: 'planned',
        at: { lte: BigInt(by) },
      },
      orderBy: { at: 'desc' },
    });
    return row === null ? null : noticeOf(row).at;
  }

  async saidOf(obligationId: ObligationId, dueOn: LocalDate): Promise<Notice[]> {
    const rows = await this.#client.notice.findMany({
      where: { OR: [{ state: { in: SAID } }, MERGED], lines: { some: { obligationId, dueOn } } },
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
      where: {
        kind,
        slot: { gte: from, lt: to },
        lineCount: { gt: 0 },
        OR: [{ state: { not: 'withheld' } }, MERGED],
      },
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
}
