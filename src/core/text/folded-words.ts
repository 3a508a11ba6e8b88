import { foldVietnamese } from './fold.ts';

/** The words of a text, folded, without the signs between them. */
export const foldedWords = (text: string): string[] =>
  foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
