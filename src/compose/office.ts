import { v7 } from 'uuid';
import type { Dependencies } from '../app/dependencies.ts';
import { firstStart } from '../app/office/first-start.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { IdSource } from '../app/ports/id-source.ts';
import type { DatabaseKind } from '../app/ports/organisation-repository.ts';
import type { Config } from '../config/config.ts';
import type { Id } from '../core/id.ts';
import { parseZone } from '../core/time/instant.ts';
import { type Database, type OpenDatabaseOptions, openDatabase } from '../storage/open-database.ts';

/** The database with what use cases need; no channel, no loop. What the command line works with. */
export interface Office {
  readonly database: Database;
  readonly dependencies: Dependencies;
}

export const ids: IdSource = { next: <Kind extends string>() => v7() as Id<Kind> };

/** Opens the office of a config; `kind` null where the database may be of a sandbox or real. Throws DatabaseError, OtherKindOfDatabase. */
export async function openOffice(
  config: Config,
  kind: DatabaseKind | null,
  parts: OpenDatabaseOptions & { readonly clock: Clock },
): Promise<Office> {
  const zone = parseZone(config.timeZone);
  if (zone === null) throw new Error('config gave a zone that does not exist');
  const database = await openDatabase(config.databaseUrl, parts);
  try {
    const dependencies = { unitOfWork: database.unitOfWork, clock: parts.clock, ids };
    await firstStart(dependencies, {
      kind,
      zone,
      locale: config.locale,
      admins: { channel: 'telegram', users: config.mode === 'sandbox' ? [] : config.adminIds },
    });
    return { database, dependencies };
  } catch (error) {
    await database.close();
    throw error;
  }
}
