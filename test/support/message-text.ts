import type { Message, Span } from '../../src/app/ports/message.ts';

/** The words of a message, an entry a line. */
export const textOf = ({ entries }: Message): string =>
  entries.map((entry) => entry.map(wordsOf).join('')).join('\n');

function wordsOf(span: Span): string {
  if (typeof span === 'string') return span;
  return 'bold' in span ? span.bold : span.italic;
}
