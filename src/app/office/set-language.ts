import { chatAt } from '../../core/organisation/directory.ts';
import type { Locale } from '../../core/organisation/locale.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { requesterOf, requesterWho } from '../requester.ts';

/** Sets a private chat's language by its person, a group's by the secretariat. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY. */
export async function setLanguage(
  { unitOfWork, clock }: Dependencies,
  request: Request,
  locale: Locale,
): Promise<Outcome<Locale>> {
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const chat = chatAt(directory, request.channel, request.chat);
    const requester =
      chat?.kind === 'group'
        ? requesterWho('settings.change', directory, request, clock.now())
        : requesterOf(directory, request, clock.now());
    if (requester.kind === 'refused') return requester;
    if (chat === null) return refuse('ACCESS_UNKNOWN_PERSON');
    await tx.organisation.saveChat({ ...chat, locale });
    return done(locale);
  });
}
