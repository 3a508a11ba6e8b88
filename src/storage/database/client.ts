import type { Prisma, PrismaClient } from '../generated/sqlite/client.ts';

/**
 * What repositories query: a whole client, or one bound to a transaction. PostgreSQL's client is used through the
 * type of SQLite's, which is the subset that both have; a test holds the two schemas together. A single row is
 * read by `findFirst`: `findUnique` waits to be batched with others, and takes twice the time.
 */
export type Client = Prisma.TransactionClient;

export type WholeClient = PrismaClient;
