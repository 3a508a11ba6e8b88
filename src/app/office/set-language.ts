import { actorOf } from '../../core/access/actor.ts';
import { scopeOf } from '../../core/access/rights.ts';
import { chatAt, personAt } from '../../core/organisation/directory.ts';
import type { Locale } from '../../core/organisation/person.ts';
import type { Dependencies, Request } from '../dependencies.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { dayAt } from '../today.ts';

/** Sets a private chat's language by its person, a group's by the secretariat. Refused: ACCESS_UNKNOWN_PERSON, ACCESS_SECRETARIAT_ONLY. */
export async function setLanguage(
  { unitOfWork, clock }: Dependencies,
  request: Request,
  locale: Locale,
): Promise<Outcome<Locale>> {
  return unitOfWork.run(async (tx) => {
    const directory = await tx.organisation.directory();
    const person = personAt(directory, request.channel, request.user);
    const chat = chatAt(directory, request.channel, request.chat);
    if (person === null || chat === null) return refuse('ACCESS_UNKNOWN_PERSON');
    const { roles } = actorOf(directory, person.id, dayAt(clock.now(), directory));
    if (chat.kind === 'group' && scopeOf('settings.change', roles) === null) {
      return refuse('ACCESS_SECRETARIAT_ONLY');
    }
    await tx.organisation.saveChat({ ...chat, locale });
    return done(locale);
  });
}
