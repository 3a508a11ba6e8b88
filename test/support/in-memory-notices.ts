import type { NoticeKind } from '../../src/app/ports/notice-kind.ts';
import {
  type Addressee,
  type BegunAttempt,
  type ClaimedNotice,
  type ClaimRequest,
  type Delivery,
  type DeliveryEnd,
  ENDED_STATES,
  FAULT_CAUSE,
  type FrozenParts,
  type Line,
  MERGED_CAUSE,
  type Notice,
  type NoticeRepository,
  type NoticeState,
  type PlannedNotice,
  SKIPPED_CAUSE,
  TRIAL_CAUSE,
  toldStage,
} from '../../src/app/ports/notice-repository.ts';
import type { LaunchId, NoticeId, ObligationId, TaskId } from '../../src/core/id.ts';
import type { Instant } from '../../src/core/time/instant.ts';

interface Row {
  readonly notice: Notice;
  readonly holder: string | null;
  /** Real time from which it may be claimed: the end of the lease, or of the wait. */
  readonly freeFromMs: number;
}

const lineKey = ({ obligationId, dueOn, stage, addressee }: Line): string =>
  [obligationId, dueOn, stage, keyOf(addressee)].join('|');

const CLAIMABLE: readonly NoticeState[] = ['planned', 'claimed', 'sending'];

/** Notices in memory, with the rules of the port. */
export class InMemoryNotices implements NoticeRepository {
  #rows = new Map<NoticeId, Row>();
  #lines = new Map<string, { noticeId: NoticeId; line: Line }>();
  #deliveries = new Map<Delivery['id'], Delivery>();

  /** A way back to the present state, for a transaction that fails. */
  snapshot(): () => void {
    const [rows, lines, deliveries] = [new Map(this.#rows), new Map(this.#lines), new Map(this.#deliveries)];
    return () => {
      this.#rows = rows;
      this.#lines = lines;
      this.#deliveries = deliveries;
    };
  }

  async plan(planned: PlannedNotice): Promise<NoticeId> {
    const same = [...this.#rows.values()].find(
      ({ notice }) =>
        notice.kind === planned.kind &&
        keyOf(notice.addressee) === keyOf(planned.addressee) &&
        notice.slot === planned.slot,
    );
    if (same !== undefined) return same.notice.id;
    const notice: Notice = {
      ...planned,
      state: 'planned',
      released: false,
      attempts: 0,
      cause: null,
      mergedInto: null,
    };
    this.#rows.set(planned.id, { notice, holder: null, freeFromMs: 0 });
    return planned.id;
  }

  async addLine(noticeId: NoticeId, line: Line): Promise<boolean> {
    const key = lineKey(line);
    const said = this.#lines.get(key);
    const isSaid = said !== undefined && !this.#isRehearsed(said.noticeId);
    if (isSaid || this.#rows.get(noticeId)?.notice.state !== 'planned') return false;
    this.#lines.set(key, { noticeId, line });
    return true;
  }

  async claim(request: ClaimRequest): Promise<ClaimedNotice[]> {
    const claimed: ClaimedNotice[] = [];
    const addressees = new Set<string>();
    const inTurn = [...this.#rows.values()]
      .filter(({ notice, freeFromMs }) => isClaimable(notice, freeFromMs, request))
      .filter(({ notice }) => !this.#mustWait(notice, request.nowMs))
      .toSorted((one, other) => byAt(one.notice, other.notice));
    for (const row of inTurn) {
      const { id, addressee, attempts } = row.notice;
      if (claimed.length === request.most) break;
      if (addressees.has(addressee.id)) continue;
      addressees.add(addressee.id);
      const notice: Notice = { ...row.notice, state: 'claimed', attempts: attempts + 1 };
      this.#rows.set(id, { notice, holder: request.holder, freeFromMs: request.leaseUntilMs });
      claimed.push({ notice, lines: await this.linesOf(id), deliveries: await this.deliveriesOf(id) });
    }
    return claimed;
  }

  async begin({ noticeId, holder, partId, frozen }: BegunAttempt): Promise<boolean> {
    if (this.#rows.get(noticeId)?.holder !== holder) return false;
    if (frozen !== null) {
      await this.#freeze(noticeId, frozen);
      return true;
    }
    const part = this.#deliveries.get(partId);
    if (part === undefined || (part.state !== 'frozen' && part.state !== 'unknown')) return false;
    this.#deliveries.set(partId, { ...part, state: 'sending', attempts: part.attempts + 1 });
    return true;
  }

  async merge(into: NoticeId, ids: readonly NoticeId[]): Promise<void> {
    for (const [id, row] of this.#rows) {
      const { notice } = row;
      const mergedInto = ids.includes(id) ? into : notice.mergedInto === into ? null : notice.mergedInto;
      if (notice.state === 'planned') this.#rows.set(id, { ...row, notice: { ...notice, mergedInto } });
    }
  }

  async #freeze(noticeId: NoticeId, { parts, told, merged, again }: FrozenParts): Promise<void> {
    if (again || merged.length > 0) await this.merge(noticeId, merged);
    const notice = this.#rows.get(noticeId)?.notice;
    const stage = toldStage({ slot: notice?.slot ?? '' });
    for (const [key, one] of this.#lines) {
      if (one.noticeId === noticeId && one.line.stage === stage) this.#lines.delete(key);
    }
    for (const day of told) {
      if (notice === undefined) break;
      const line = { ...day, stage, addressee: notice.addressee };
      this.#lines.set(lineKey(line), { noticeId, line });
    }
    if (again) for (const { id } of await this.deliveriesOf(noticeId)) this.#deliveries.delete(id);
    for (const part of parts) this.#deliveries.set(part.id, part);
  }

  async endDelivery(deliveryId: Delivery['id'], { state, messageKey, kept }: DeliveryEnd): Promise<void> {
    const delivery = this.#deliveries.get(deliveryId);
    if (delivery === undefined || (state !== 'sent' && delivery.state !== 'sending')) return;
    const doubts = delivery.doubts + (state === 'unknown' ? 1 : 0);
    const message = kept ?? delivery.message;
    this.#deliveries.set(deliveryId, { ...delivery, state, messageKey, doubts, message });
  }

  async forgetTextsBefore(at: Instant): Promise<void> {
    this.#forgetTexts((notice) => notice.at < at);
  }

  async forgetTextsNaming(name: string): Promise<void> {
    this.#forgetTexts((_, { message }) => JSON.stringify(message).includes(name));
  }

  async settle(
    noticeId: NoticeId,
    holder: string,
    state: NoticeState,
    cause: string | null,
  ): Promise<boolean> {
    return this.#change(noticeId, holder, ({ notice }) => ({
      notice: { ...notice, state, cause },
      holder: null,
      freeFromMs: 0,
    }));
  }

  async postpone(noticeId: NoticeId, holder: string, notBeforeMs: number, cause: string): Promise<boolean> {
    const state = (await this.deliveriesOf(noticeId)).length === 0 ? 'planned' : 'sending';
    return this.#change(noticeId, holder, ({ notice }) => ({
      notice: { ...notice, state, cause },
      holder: null,
      freeFromMs: notBeforeMs,
    }));
  }

  async reschedule(noticeId: NoticeId, holder: string, at: Instant): Promise<boolean> {
    const state = (await this.deliveriesOf(noticeId)).length === 0 ? 'planned' : 'sending';
    return this.#change(noticeId, holder, ({ notice }) => ({
      notice: { ...notice, state, at },
      holder: null,
      freeFromMs: 0,
    }));
  }

  async release(noticeId: NoticeId, at: Instant): Promise<boolean> {
    const row = this.#rows.get(noticeId);
    if (row === undefined || !this.#isRehearsed(noticeId)) return false;
    const anew = { state: 'planned', cause: null, mergedInto: null, released: true, at } as const;
    const notice: Notice = { ...row.notice, ...anew };
    this.#rows.set(noticeId, { notice, holder: null, freeFromMs: 0 });
    return true;
  }

  async releaseHeldBy(prefix: string): Promise<void> {
    for (const [id, row] of this.#rows) {
      if (CLAIMABLE.includes(row.notice.state) && row.holder?.startsWith(prefix))
        this.#rows.set(id, { ...row, holder: null, freeFromMs: 0 });
    }
  }

  async skip(noticeId: NoticeId): Promise<boolean> {
    return this.#changeIf(isPlanned, noticeId, (row) => ({
      ...row,
      notice: { ...row.notice, state: 'withheld', cause: SKIPPED_CAUSE },
    }));
  }

  async hasten(noticeId: NoticeId, at: Instant): Promise<boolean> {
    const isMeant = (one: Notice) =>
      isPlanned(one) || (one.state === 'withheld' && one.cause === SKIPPED_CAUSE);
    return this.#changeIf(isMeant, noticeId, (row) => ({
      ...row,
      notice: { ...row.notice, state: 'planned', at, cause: null, released: true },
      freeFromMs: 0,
    }));
  }

  async nextAt(after: Instant): Promise<Instant | null> {
    const planned = this.#notices().filter(({ state, at }) => state === 'planned' && at > after);
    return planned[0]?.at ?? null;
  }

  async byId(id: NoticeId): Promise<Notice | null> {
    return this.#rows.get(id)?.notice ?? null;
  }

  async bySlot(kind: NoticeKind, addressee: Addressee, slot: string): Promise<Notice | null> {
    const wanted = keyOf(addressee);
    return (
      this.#notices().find(
        (one) => one.kind === kind && one.slot === slot && keyOf(one.addressee) === wanted,
      ) ?? null
    );
  }

  async besides({ id, addressee, at }: Pick<Notice, 'id' | 'addressee' | 'at'>): Promise<Notice[]> {
    const wanted = keyOf(addressee);
    return this.#notices().filter((one) => one.id !== id && one.at === at && keyOf(one.addressee) === wanted);
  }

  async mergedInto(id: NoticeId): Promise<Notice[]> {
    return this.#notices().filter(({ mergedInto }) => mergedInto === id);
  }

  async lastPlanned(
    addressee: Addressee,
    kinds: readonly NoticeKind[],
    by: Instant,
  ): Promise<Instant | null> {
    const due = this.#notices().filter(
      (one) =>
        kinds.includes(one.kind) &&
        keyOf(one.addressee) === keyOf(addressee) &&
        one.state === 'planned' &&
        one.at <= by,
    );
    return due.reduce<Instant | null>((last, { at }) => (last === null || at > last ? at : last), null);
  }

  async deliveriesOf(id: NoticeId): Promise<Delivery[]> {
    return [...this.#deliveries.values()]
      .filter(({ noticeId }) => noticeId === id)
      .toSorted((one, other) => one.part - other.part);
  }

  async linesOf(id: NoticeId): Promise<Line[]> {
    return [...this.#lines.values()]
      .filter(({ noticeId }) => noticeId === id)
      .map(({ line }) => line)
      .toSorted((one, other) => (dayAndOwner(one) < dayAndOwner(other) ? -1 : 1));
  }

  async saidOf(obligationId: Line['obligationId'], dueOn: Line['dueOn']): Promise<Notice[]> {
    const said = new Set(
      [...this.#lines.values()]
        .filter(({ line }) => line.obligationId === obligationId && line.dueOn === dueOn)
        .map(({ noticeId }) => noticeId),
    );
    return this.#notices().filter(
      ({ id, state, cause }) =>
        said.has(id) && (state === 'sent' || state === 'unknown' || cause === MERGED_CAUSE),
    );
  }

  async linesAbout(
    obligationIds: readonly ObligationId[],
    { rehearsed }: { rehearsed: boolean },
  ): Promise<Line[]> {
    return [...this.#lines.values()]
      .filter(({ noticeId }) => rehearsed || !this.#isRehearsed(noticeId))
      .map(({ line }) => line)
      .filter(({ obligationId }) => obligationIds.includes(obligationId));
  }

  async countInSlots(kind: NoticeKind, from: string, to: string): Promise<Map<Addressee['id'], number>> {
    const counts = new Map<Addressee['id'], number>();
    for (const { id, kind: one, slot, state, cause, addressee } of this.#notices()) {
      const isSaid = (state !== 'withheld' || cause === MERGED_CAUSE) && (await this.linesOf(id)).length > 0;
      if (one !== kind || slot < from || slot >= to || !isSaid) continue;
      counts.set(addressee.id, (counts.get(addressee.id) ?? 0) + 1);
    }
    return counts;
  }

  async list(filter: { states: readonly NoticeState[]; from: Instant; to: Instant }): Promise<Notice[]> {
    return this.#notices().filter(
      ({ state, at }) => filter.states.includes(state) && filter.from <= at && at <= filter.to,
    );
  }

  async aboutLaunch(id: LaunchId): Promise<Notice[]> {
    return this.#notices().filter(({ subject }) => subject?.kind === 'launch' && subject.id === id);
  }

  async aboutTask(id: TaskId): Promise<Notice[]> {
    return this.#notices().filter(({ subject }) => subject?.kind === 'task' && subject.id === id);
  }

  async countByState(): Promise<Partial<Record<NoticeState, number>>> {
    const counts: Partial<Record<NoticeState, number>> = {};
    for (const { state } of this.#notices()) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  }

  /** An earlier notice to the same addressee is under way, interrupted, or waits its turn. */
  #mustWait(notice: Notice, nowMs: number): boolean {
    return [...this.#rows.values()].some(
      ({ notice: earlier, holder, freeFromMs }) =>
        CLAIMABLE.includes(earlier.state) &&
        freeFromMs > nowMs &&
        earlier.addressee.id === notice.addressee.id &&
        byAt(earlier, notice) < 0 &&
        (holder !== null || earlier.state === 'sending' || (earlier.cause ?? FAULT_CAUSE) !== FAULT_CAUSE),
    );
  }

  #isRehearsed(id: NoticeId): boolean {
    const notice = this.#rows.get(id)?.notice;
    return notice?.state === 'withheld' && notice.cause === TRIAL_CAUSE;
  }

  #forgetTexts(isMeant: (notice: Notice, delivery: Delivery) => boolean): void {
    for (const [id, delivery] of this.#deliveries) {
      const notice = this.#rows.get(delivery.noticeId)?.notice;
      if (notice !== undefined && ENDED_STATES.includes(notice.state) && isMeant(notice, delivery))
        this.#deliveries.delete(id);
    }
  }

  #notices(): Notice[] {
    return [...this.#rows.values()].map(({ notice }) => notice).toSorted(byAt);
  }

  #changeIf(isMeant: (notice: Notice) => boolean, noticeId: NoticeId, change: (row: Row) => Row): boolean {
    const row = this.#rows.get(noticeId);
    if (row === undefined || !isMeant(row.notice)) return false;
    this.#rows.set(noticeId, change(row));
    return true;
  }

  #change(noticeId: NoticeId, holder: string, change: (row: Row) => Row): boolean {
    const row = this.#rows.get(noticeId);
    if (row === undefined || row.holder !== holder) return false;
    this.#rows.set(noticeId, change(row));
    return true;
  }
}

function isClaimable(
  notice: Notice,
  freeFromMs: number,
  { now, nowMs, exceptAddressees }: ClaimRequest,
): boolean {
  return (
    CLAIMABLE.includes(notice.state) &&
    notice.at <= now &&
    freeFromMs <= nowMs &&
    !exceptAddressees.includes(notice.addressee.id)
  );
}

const isPlanned = ({ state }: Notice): boolean => state === 'planned';
const dayAndOwner = ({ dueOn, obligationId }: Line): string => `${dueOn} ${obligationId}`;
const keyOf = ({ kind, id }: Addressee): string => `${kind}:${id}`;

function byAt(one: Notice, other: Notice): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1);
}
