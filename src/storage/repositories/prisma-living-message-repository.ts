import { v7 as uuidv7 } from 'uuid';
import type {
  AdoptedMessage,
  LivingMessage,
  LivingMessageRepository,
} from '../../app/ports/living-message-repository.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';
import { insertMissing } from '../rows/write-rows.ts';

type LivingMessageId = LivingMessage['id'];

/** `behind` says that the wanted revision is ahead, so that an index finds the few that are. */
export class PrismaLivingMessageRepository implements LivingMessageRepository {
  readonly #client: Client;
  readonly #onPlanned: () => void;

  constructor(client: Client, onPlanned: () => void) {
    this.#client = client;
    this.#onPlanned = onPlanned;
  }

  /** Is rendered once more by the relay in any case: what changed before the adoption touched no row. */
  async adopt({ kind, subject, chatId, messageKey, shownAs, freeFromMs }: AdoptedMessage): Promise<void> {
    const made = await insertMissing(this.#client, 'living_message', [
      {
        id: uuidv7(),
        kind,
        subject,
        chat_id: chatId,
        message_key: messageKey,
        wanted: 1,
        shown: 0,
        behind: true,
        shown_as: shownAs,
        free_from_ms: BigInt(freeFromMs),
      },
    ]);
    if (made > 0 || messageKey === null) {
      // What is not to be looked at yet is found by the relay's own looking.
      if (freeFromMs === 0) this.#onPlanned();
      return;
    }
    await this.#client.livingMessage.updateMany({
      where: { kind, subject, chatId },
      data: { messageKey, shownAs, wanted: { increment: 1 }, behind: true },
    });
    this.#onPlanned();
  }

  /** What waits for its first look is looked at now. */
  async touch(kind: string, subject: string): Promise<void> {
    const touched = await this.#client.$executeRaw`
      UPDATE living_message SET wanted = wanted + 1, behind = ${true},
        free_from_ms = CASE WHEN shown = 0 AND holder IS NULL THEN 0 ELSE free_from_ms END
      WHERE kind = ${kind} AND subject = ${subject}`;
    if (touched > 0) this.#onPlanned();
  }

  async touchLater(kind: string, subject: string, freeFromMs: number): Promise<void> {
    await this.#client.$executeRaw`
      UPDATE living_message SET wanted = wanted + 1, behind = ${true},
        free_from_ms = CASE WHEN holder IS NULL THEN ${BigInt(freeFromMs)} ELSE free_from_ms END
      WHERE kind = ${kind} AND subject = ${subject}`;
  }

  async claim({
    holder,
    nowMs,
    leaseUntilMs,
  }: Parameters<LivingMessageRepository['claim']>[0]): Promise<LivingMessage | null> {
    const free = { behind: true, freeFromMs: { lte: BigInt(nowMs) } };
    const next = await this.#client.livingMessage.findFirst({
      where: free,
      orderBy: [{ freeFromMs: 'asc' }, { id: 'asc' }],
    });
    if (next === null) return null;
    const { count } = await this.#client.livingMessage.updateMany({
      where: { id: next.id, ...free },
      data: { holder, freeFromMs: BigInt(leaseUntilMs) },
    });
    return count === 0 ? null : livingOf(next);
  }

  async shown(
    id: LivingMessageId,
    holder: string,
    shown: Pick<LivingMessage, 'shown' | 'messageKey' | 'shownAs'>,
  ): Promise<void> {
    const { count } = await this.#client.livingMessage.updateMany({
      where: { id, holder },
      data: { ...shown, holder: null, freeFromMs: 0n },
    });
    if (count === 0) return;
    await this.#client.livingMessage.updateMany({
      where: { id, wanted: { lte: shown.shown } },
      data: { behind: false },
    });
  }

  async postpone(id: LivingMessageId, holder: string, notBeforeMs: number): Promise<void> {
    await this.#client.livingMessage.updateMany({
      where: { id, holder },
      data: { holder: null, freeFromMs: BigInt(notBeforeMs) },
    });
  }

  /** Compared here: a LIKE would take `_` in a name for any letter. */
  async releaseHeldBy(prefix: string): Promise<void> {
    const held = await this.#client.livingMessage.findMany({
      where: { behind: true, holder: { not: null } },
      select: { id: true, holder: true },
    });
    await this.#client.livingMessage.updateMany({
      where: { id: { in: held.filter(({ holder }) => holder?.startsWith(prefix)).map(({ id }) => id) } },
      data: { holder: null, freeFromMs: 0n },
    });
  }

  async of(kind: string, subject: string): Promise<LivingMessage[]> {
    const rows = await this.#client.livingMessage.findMany({
      where: { kind, subject },
      orderBy: { id: 'asc' },
    });
    return rows.map(livingOf);
  }
}

function livingOf(row: Rows.LivingMessage): LivingMessage {
  const read = new RowReader('living_message', row.id);
  return {
    id: read.id('id', row.id),
    kind: row.kind,
    subject: row.subject,
    chatId: read.id('chat_id', row.chatId),
    messageKey: row.messageKey,
    wanted: row.wanted,
    shown: row.shown,
    shownAs: row.shownAs,
  };
}
