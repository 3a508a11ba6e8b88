import type { Locale } from '../../core/organisation/person.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { requesterWho } from '../requester.ts';

/**
 * The standing agency is called so from now on in messages of that language. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_SECRETARIAT_ONLY.
 */
export async function nameSecretariat(
  { unitOfWork, clock, ids }: Dependencies,
  request: Request,
  name: string,
  locale: Locale,
): Promise<Outcome<void>> {
  const at = clock.now();
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const { settings } = directory;
    const requester = requesterWho('settings.change', directory, request, at);
    if (requester.kind === 'refused') return requester;
    const before = settings.secretariatName[locale];
    if (before === name) return done(undefined);
    const named: Settings = { ...settings, secretariatName: { ...settings.secretariatName, [locale]: name } };
    await tx.organisation.saveSettings(named);
    await tx.audit.add({
      id: ids.next<'audit'>(),
      at,
      ...requester.by,
      action: 'settings.changed',
      subject: 'secretariat',
      before: { name: before },
      after: { name },
    });
    return done(undefined);
  });
}
