import type { Owner } from '../obligation/obligation.ts';
import { foldVietnamese } from '../text/fold.ts';
import type { Directory } from './directory.ts';
import type { UnitTone } from './unit.ts';

/** Whether who owes is a body that is not subordinate: it is asked, never called late. */
export const isCourteous = ({ units }: Pick<Directory, 'units'>, owner: Owner): boolean =>
  owner.kind === 'unit' && units.some(({ id, tone }) => id === owner.id && tone === 'courteous');

/** What a list's column says of how to speak to a unit; null where it says nothing. */
export function toneOfWords(words: string): UnitTone | null {
  const folded = foldVietnamese(words);
  if (/courteous|tran trong|quy co quan|phoi hop|khong truc thuoc|kinh de nghi/.test(folded))
    return 'courteous';
  return /usual|thuong|truc thuoc/.test(folded) ? 'usual' : null;
}
