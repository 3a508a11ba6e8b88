import { foldVietnamese } from '../text/fold.ts';

/** Folded, every letter at its own place: what is found in it is found at the same places of the text. */
export const foldInPlace = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]/g, (letter) => {
      const folded = foldVietnamese(letter);
      return folded.length === 1 ? folded : letter === '\n' ? '\n' : ' ';
    })
    .toLowerCase();
