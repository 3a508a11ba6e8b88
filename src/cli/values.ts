import { type Instant, parseInstant } from '../core/time/instant.ts';
import { type LocalDate, parseLocalDate } from '../core/time/local-date.ts';
import { WrongUsage } from './arguments.ts';

/** An instant with its offset, or null where none was given. */
export function instantOption(name: string, text: string | undefined): Instant | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (instant === null) throw new WrongUsage(`--${name} wants an instant such as 2024-11-04T08:00:00+07:00`);
  return instant;
}

export function dayOption(name: string, text: string | undefined): LocalDate {
  const day = text === undefined ? null : parseLocalDate(text);
  if (day === null) throw new WrongUsage(`--${name} wants a day such as 2024-11-30`);
  return day;
}
