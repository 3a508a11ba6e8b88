import type { Dialogue, DialogueStore } from '../../app/ports/dialogue-store.ts';
import type { ChatId, PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';
import type { Client } from '../database/client.ts';
import type * as Rows from '../generated/sqlite/client.ts';
import { RowReader } from '../rows/row-reader.ts';

export class PrismaDialogueStore implements DialogueStore {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async open(personId: PersonId, chatId: ChatId, now: Instant): Promise<Dialogue | null> {
    const [row] = await this.#client.$queryRaw<Rows.Dialogue[]>`
      SELECT person_id AS "personId", chat_id AS "chatId", kind, version, step, draft,
        expires_at AS "expiresAt", message_key AS "messageKey"
      FROM dialogue WHERE person_id = ${personId} AND chat_id = ${chatId}`;
    return row === undefined || row.expiresAt <= now ? null : dialogueOf(row);
  }

  async save({ personId, chatId, ...rest }: Dialogue): Promise<void> {
    const data = {
      kind: rest.kind,
      version: rest.version,
      step: rest.step,
      draft: JSON.stringify(rest.draft ?? null),
      expiresAt: BigInt(rest.expiresAt),
      messageKey: rest.messageKey,
    };
    await this.#client.dialogue.upsert({
      where: { personId_chatId: { personId, chatId } },
      create: { personId, chatId, ...data },
      update: data,
    });
  }

  async saveIfFree(dialogue: Dialogue, now: Instant): Promise<void> {
    const { personId, chatId, kind, version, step, messageKey } = dialogue;
    const draft = JSON.stringify(dialogue.draft ?? null);
    const expiresAt = BigInt(dialogue.expiresAt);
    await this.#client.$executeRaw`
      INSERT INTO dialogue (person_id, chat_id, kind, version, step, draft, expires_at, message_key)
      VALUES (${personId}, ${chatId}, ${kind}, ${version}, ${step}, ${draft}, ${expiresAt}, ${messageKey})
      ON CONFLICT (person_id, chat_id) DO UPDATE SET
        kind = excluded.kind, version = excluded.version, step = excluded.step, draft = excluded.draft,
        expires_at = excluded.expires_at, message_key = excluded.message_key
      WHERE dialogue.kind = excluded.kind OR dialogue.expires_at <= ${BigInt(now)}`;
  }

  async close(personId: PersonId, chatId: ChatId): Promise<void> {
    await this.#client.dialogue.deleteMany({ where: { personId, chatId } });
  }
}

function dialogueOf(row: Rows.Dialogue): Dialogue {
  const read = new RowReader('dialogue', `${row.personId} ${row.chatId}`);
  return {
    personId: read.id('person_id', row.personId),
    chatId: read.id('chat_id', row.chatId),
    kind: row.kind,
    version: row.version,
    step: row.step,
    draft: read.anyJson('draft', row.draft),
    expiresAt: read.instant('expires_at', row.expiresAt),
    messageKey: row.messageKey,
  };
}
