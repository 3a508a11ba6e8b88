import type { Message, Span } from '../app/ports/message.ts';

/** What is left to say where a channel takes exception to a message: its words and its file, no markup, no buttons. */
export function plainMessage({ entries, attachment }: Message): Message {
  return {
    entries: entries.map((entry) => [entry.map(textOf).join('')]),
    buttons: [],
    ...(attachment === undefined ? {} : { attachment }),
  };
}

function textOf(span: Span): string {
  if (typeof span === 'string') return span;
  return 'bold' in span ? span.bold : span.italic;
}
