import type { ChatId, PersonId } from '../../core/id.ts';
import type { Instant } from '../../core/time/instant.ts';

/** A guided exchange under way; at most one a person and chat. `draft` is versioned by `kind` and `version`. */
export interface Dialogue {
  readonly personId: PersonId;
  readonly chatId: ChatId;
  readonly kind: string;
  readonly version: number;
  readonly step: string;
  readonly draft: unknown;
  readonly expiresAt: Instant;
  /** The message that shows it, to be edited in place. */
  readonly messageKey: string | null;
}

export interface DialogueStore {
  open(personId: PersonId, chatId: ChatId, now: Instant): Promise<Dialogue | null>;
  save(dialogue: Dialogue): Promise<void>;
  /** Saves it unless one of another kind is open there. */
  saveIfFree(dialogue: Dialogue, now: Instant): Promise<void>;
  close(personId: PersonId, chatId: ChatId): Promise<void>;
}
