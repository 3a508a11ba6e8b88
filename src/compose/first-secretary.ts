import type { Dependencies } from '../app/dependencies.ts';
import type { Logger } from '../app/ports/logger.ts';
import { dayAt } from '../app/today.ts';
import { newSetUpCode, type SetUpCode } from '../bot/set-up-code.ts';
import { peopleWithRole } from '../core/organisation/directory.ts';

export interface FirstSecretary {
  /** Null where there is somebody already. */
  readonly code: SetUpCode | null;
  /** Logs the one-time link, once the channel knows what it looks like. */
  announce(link: (payload: string) => string | null): void;
}

/** The way in for the first secretary of a database in which there is none yet. */
export async function openFirstSecretary(
  { unitOfWork, clock }: Dependencies,
  logger: Logger,
): Promise<FirstSecretary> {
  const directory = await unitOfWork.read.organisation.directory();
  const isThere = peopleWithRole(directory, 'secretariat', dayAt(clock.now(), directory)).length > 0;
  const code = isThere ? null : newSetUpCode();
  let announced = isThere;
  return {
    code,
    announce: (linkOf) => {
      const link = announced || code === null ? null : linkOf(code.payload);
      if (link === null) return;
      announced = true;
      logger.warn({ link }, 'nobody is of the secretariat yet: who first opens this link is');
    },
  };
}
