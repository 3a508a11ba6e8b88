import type { Refused } from '../app/outcome.ts';
import { parseLocalDate } from '../core/time/local-date.ts';
import { fullDate } from '../i18n/days.ts';
import { popup, type Reply } from './reply.ts';
import { type Frame, withSecretariat } from './views/frame.ts';

/** Days among the parameters stand as people write them. */
export function refusalText(frame: Frame, { code, params }: Refused): string {
  const said = Object.entries(params).map(([name, value]) => {
    const day = parseLocalDate(value);
    return [name, day === null ? value : fullDate(day)] as const;
  });
  return frame.t(`refusal.${code}`, withSecretariat(frame, Object.fromEntries(said)));
}

/** What answers a press that is refused. */
export const refusal = (frame: Frame, why: Refused): Reply => popup(refusalText(frame, why));

/** What answers a button that names what is gone, or was never offered. */
export const outdated = ({ t }: Frame): Reply => popup(t('answer.outdatedButton'));
