import { tidySpaces } from '../../core/text/fold.ts';
import type { Cell } from '../document.ts';

/** Converters write several paragraphs of a cell as `<p>…</p>` or part them by `<br>`. */
export function textCell(words: string): Cell {
  const lines = words
    .replace(/\*\*/g, '')
    .split(/<\/?p>|<br\s*\/?>/i)
    .map(tidySpaces);
  return { lines: lines.filter((line) => line !== ''), merged: null };
}
