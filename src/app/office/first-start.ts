import type { PersonId } from '../../core/id.ts';
import { type Directory, personAt } from '../../core/organisation/directory.ts';
import type { Locale } from '../../core/organisation/locale.ts';
import { defaultSettings } from '../../core/organisation/settings-default.ts';
import type { Zone } from '../../core/time/instant.ts';
import type { Dependencies } from '../dependencies.ts';
import { enrolSecretary } from '../people/enrol.ts';
import type { DatabaseKind } from '../ports/organisation-repository.ts';
import { beginTrial } from '../trial/begin-trial.ts';
import { noteOf } from '../use-case.ts';

export interface FirstStart {
  /** Null for a tool that works with either: it records none. */
  readonly kind: DatabaseKind | null;
  readonly zone: Zone;
  readonly locale: Locale;
  /** Users of `channel` that belong to the secretariat from this start on, unless they have left it before. */
  readonly admins: { readonly channel: string; readonly users: readonly string[] };
}

/** The database holds the other kind of world: a sandbox, or real people. */
export class OtherKindOfDatabase extends Error {
  override readonly name = 'OtherKindOfDatabase';
}

/**
 * Prepares a new database (kind, settings, kinds of cluster, the secretariat) and checks a known one. Returns true
 * when it was new. Settings of a known one stand, whatever the environment says by now.
 */
export async function firstStart(
  { unitOfWork, clock, ids }: Dependencies,
  start: FirstStart,
): Promise<boolean> {
  return unitOfWork.run(async (tx) => {
    const kind = await tx.organisation.kind();
    if (kind !== null && start.kind !== null && kind !== start.kind) {
      throw new OtherKindOfDatabase(`the database belongs to a ${kind} bot, not to a ${start.kind} one`);
    }
    const isRecorded = kind === null && start.kind !== null;
    if (isRecorded) await tx.organisation.recordKind(start.kind);
    const isNew = !(await tx.organisation.isPrepared());
    if (isNew) {
      await tx.organisation.saveSettings(defaultSettings(start.zone, start.locale));
      for (const clusterKind of CLUSTER_KINDS) await tx.organisation.saveClusterKind(clusterKind);
    }
    const directory = await tx.organisation.directory();
    const { channel, users } = start.admins;
    for (const user of users) {
      const known = personAt(directory, channel, user);
      if (known !== null && wasOfSecretariat(directory, known.id)) continue;
      const { id } = await enrolSecretary(tx, ids, directory, { channel, user });
      const note = noteOf(tx, ids, clock.now(), { personId: null, chatId: null });
      await note({ action: 'set_up.claimed', subject: id, after: { role: 'secretariat' } });
    }
    // A sandbox's clock is read later, and nobody is to be kept from its messages.
    if (isRecorded && start.kind === 'real') await beginTrial(tx, ids, clock.now());
    return isNew;
  });
}

/** Now or once: whoever has handed the duty over is not given it again by the next start. */
const wasOfSecretariat = ({ appointments }: Directory, id: PersonId): boolean =>
  appointments.some(({ personId, role }) => personId === id && role === 'secretariat');

const CLUSTER_KINDS = [
  {
    code: 'administrative',
    names: { vi: 'Cụm các đơn vị hành chính', en: 'Administrative clusters' },
    calendar: 'calendar_year',
  },
  {
    code: 'school',
    names: { vi: 'Cụm thi đua trường học', en: 'School clusters' },
    calendar: 'school_year',
  },
] as const;
