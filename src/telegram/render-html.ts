import type { Message, Span } from '../app/ports/message.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The message's text in Telegram's HTML: entries on lines of their own, every piece of text escaped, NFC. */
export function renderHtml(message: Message): string {
  return join(message, (span) => {
    if (typeof span === 'string') return escapeHtml(span);
    return 'bold' in span ? `<b>${escapeHtml(span.bold)}</b>` : `<i>${escapeHtml(span.italic)}</i>`;
  });
}

/** The same without markup. */
export function renderPlain(message: Message): string {
  return join(message, (span) => {
    if (typeof span === 'string') return span;
    return 'bold' in span ? span.bold : span.italic;
  });
}

function join(message: Message, render: (span: Span) => string): string {
  return message.entries
    .map((entry) => entry.map(render).join(''))
    .join('\n')
    .normalize('NFC');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}
