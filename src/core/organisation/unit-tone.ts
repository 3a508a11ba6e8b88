import { foldVietnamese } from '../text/fold.ts';
import type { UnitTone } from './unit.ts';

/** What a list's column says of how to speak to a unit; null where it says nothing. */
export function toneOfWords(words: string): UnitTone | null {
  const folded = foldVietnamese(words);
  if (/courteous|tran trong|quy co quan|phoi hop|khong truc thuoc|kinh de nghi/.test(folded))
    return 'courteous';
  return /usual|thuong|truc thuoc/.test(folded) ? 'usual' : null;
}
