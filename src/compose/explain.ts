import { OtherKindOfDatabase } from '../app/office/first-start.ts';
import { ListenError } from '../http/listen-error.ts';
import { WorldUnreadable } from '../sandbox/world/world-unreadable.ts';
import { DatabaseError } from '../storage/database/database-error.ts';
import { TokenRefused } from '../telegram/pause.ts';

const EXPECTED = [DatabaseError, ListenError, OtherKindOfDatabase, TokenRefused, WorldUnreadable];

/** What whoever starts the program can mend, in one line; null for a fault of the program itself. */
export function explain(error: unknown): string | null {
  const expected = EXPECTED.find((kind) => error instanceof kind);
  return expected !== undefined && error instanceof Error ? error.message : null;
}
