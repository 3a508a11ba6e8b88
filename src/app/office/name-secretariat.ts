import type { Locale } from '../../core/organisation/locale.ts';
import type { Settings } from '../../core/organisation/settings.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome } from '../outcome.ts';
import { whoMay } from '../use-case.ts';

/**
 * The standing agency is called so from now on in messages of that language. Refused: ACCESS_UNKNOWN_PERSON,
 * ACCESS_SECRETARIAT_ONLY.
 */
export async function nameSecretariat(
  dependencies: Dependencies,
  request: Request,
  name: string,
  locale: Locale,
): Promise<Outcome<void>> {
  return whoMay('settings.change', dependencies, request, async ({ tx, directory, note }) => {
    const { settings } = directory;
    const before = settings.secretariatName[locale];
    if (before === name) return done(undefined);
    const named: Settings = { ...settings, secretariatName: { ...settings.secretariatName, [locale]: name } };
    await tx.organisation.saveSettings(named);
    await note({
      action: 'settings.changed',
      subject: 'secretariat',
      before: { name: before },
      after: { name },
    });
    return done(undefined);
  });
}
