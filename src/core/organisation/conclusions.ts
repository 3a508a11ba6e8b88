import { tidySpaces } from '../text/fold.ts';

/** `1.`, `2)`, `-`, `•` before a line. */
const BULLET = /^\s*(?:\d{1,2}[.)]\s+|[-–—+*•]\s*)/u;

/** What was concluded, one thing a line, without the marks before them. */
export const conclusionsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => tidySpaces(line.replace(BULLET, '')))
    .filter((line) => line !== '');
