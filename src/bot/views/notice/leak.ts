import type { Message } from '../../../app/ports/message.ts';
import type { UnitId } from '../../../core/id.ts';
import { unitById } from '../../../core/organisation/directory.ts';
import type { Secrecy } from '../../../core/secrecy/secrecy.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { bold, entry, message } from '../message.ts';

/** To whoever posted it, in private: what was done, and what to do. `private`: it was a secret sent to the bot itself. */
export const leakAdvice = (frame: Frame, what: Secrecy | 'private'): Message =>
  message([
    entry([bold(frame.t(`leak.heading.${what}`))]),
    entry(frame.t(`leak.advice.${what}`, withSecretariat(frame))),
  ]);

/** To the secretariat: the unit, and nothing else. */
export function leakNotice(frame: Frame, secrecy: Secrecy, unitId: UnitId | null): Message {
  const { t, directory } = frame;
  const unit = unitId === null ? t('leak.unknownUnit') : unitById(directory, unitId).name;
  return message([
    entry([bold(t(`leak.found.${secrecy}`, { unit }))]),
    entry(t(`leak.foundAdvice.${secrecy}`)),
  ]);
}
