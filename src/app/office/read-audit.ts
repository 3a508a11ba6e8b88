import type { AuditBy } from '../../core/organisation/audit-by.ts';
import type { Directory } from '../../core/organisation/directory.ts';
import { instantAt, minuteOfDay } from '../../core/time/instant.ts';
import { addDays } from '../../core/time/local-date.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import type { AuditEntry, AuditFilter } from '../ports/audit-log.ts';
import { requesterWho } from '../requester.ts';

/**
 * Entries of the audit, newest first, one more than `limit` where there are more. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_SECRETARIAT_ONLY.
 */
export async function readAudit(
  { unitOfWork, clock }: Dependencies,
  request: Request,
  by: AuditBy,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<Outcome<readonly AuditEntry[]>> {
  const { read } = unitOfWork;
  const directory = await read.organisation.directory();
  const requester = requesterWho('audit.see', directory, request, clock.now());
  if (requester.kind === 'refused') return requester;
  return done(await read.audit.list({ ...filterOf(by, directory), skip, limit: limit + 1 }));
}

const MIDNIGHT = minuteOfDay('00:00');

function filterOf(by: AuditBy, { appointments, settings }: Directory): AuditFilter {
  switch (by.kind) {
    case 'all':
      return {};
    case 'person':
      return { concerning: { personIds: [by.id], subject: by.id } };
    case 'unit': {
      const personIds = appointments.filter(({ unitId }) => unitId === by.id).map(({ personId }) => personId);
      return { concerning: { personIds: [...new Set(personIds)], subject: by.id } };
    }
    case 'sort':
      return { actionPrefix: `${by.sort}.` };
    case 'days':
      return {
        from: instantAt(by.from, MIDNIGHT, settings.zone),
        before: instantAt(addDays(by.to, 1), MIDNIGHT, settings.zone),
      };
  }
}
