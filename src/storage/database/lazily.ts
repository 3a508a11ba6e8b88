/**
 * At the end of a statement outside transactions: its commit does not wait for the disk (Store.synced does). SQLite
 * reads it off; for PostgreSQL, whose server is what waits, it is a comment.
 */
export const LAZILY = '/* lazily */';
