import { array, assert, oneof, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message, Span } from '../../src/app/ports/message.ts';
import { inlineMarkup, replyMarkup } from '../../src/telegram/keyboard.ts';
import { renderHtml, renderPlain } from '../../src/telegram/render-html.ts';

const said = (...entries: Span[][]): Message => ({ entries, buttons: [] });

describe('text', () => {
  test('entries stand on lines of their own, spans become tags', () => {
    const message = said(['1. ', { bold: 'Giao ước' }], [{ italic: 'trước 30/3' }, ' & sau']);

    expect(renderHtml(message)).toBe('1. <b>Giao ước</b>\n<i>trước 30/3</i> &amp; sau');
    expect(renderPlain(message)).toBe('1. Giao ước\ntrước 30/3 & sau');
  });

  test('what people wrote is never markup', () => {
    expect(renderHtml(said(['<b>&amp;', { bold: '</b><script>' }]))).toBe(
      '&lt;b&gt;&amp;amp;<b>&lt;/b&gt;&lt;script&gt;</b>',
    );
  });

  test('text is composed (NFC)', () => {
    expect(renderHtml(said(['hạn'.normalize('NFD')]))).toBe('hạn');
  });

  test('without its tags and entities the HTML is the plain text', () => {
    const text = string({ unit: 'grapheme' });
    const span = oneof(text, record({ bold: text }), record({ italic: text }));
    assert(
      property(array(array(span)), (entries) => {
        const html = renderHtml({ entries, buttons: [] });
        const seen = html
          .replace(/<\/?[bi]>/g, '')
          .replace(/&lt;|&gt;|&amp;/g, (entity) => ({ '&lt;': '<', '&gt;': '>' })[entity] ?? '&');
        expect(seen.normalize('NFC')).toBe(renderPlain({ entries, buttons: [] }));
      }),
    );
  });
});

describe('buttons', () => {
  test('data and addresses become inline buttons, empty rows vanish', () => {
    const buttons = [[{ label: 'Xong', data: 'r1' }], [], [{ label: 'Mở', url: 'https://t.me/x' }]];

    expect(replyMarkup({ entries: [], buttons })).toEqual({
      reply_markup: {
        inline_keyboard: [[{ text: 'Xong', callback_data: 'r1' }], [{ text: 'Mở', url: 'https://t.me/x' }]],
      },
    });
  });

  test('a wish for a reply is a force-reply, unless there are buttons', () => {
    const wish = { entries: [['?']], wantsReply: true };

    expect(replyMarkup({ ...wish, buttons: [] })).toEqual({
      reply_markup: { force_reply: true, selective: true },
    });
    expect(replyMarkup({ ...wish, buttons: [[{ label: 'A', data: 'a' }]] })).toHaveProperty(
      'reply_markup.inline_keyboard',
    );
    expect(inlineMarkup({ ...wish, buttons: [] })).toEqual({});
  });

  test.each(['', 'ữ'.repeat(22)])('data %j is a broken invariant: 1–64 bytes', (data) => {
    expect(() => inlineMarkup({ entries: [], buttons: [[{ label: 'A', data }]] })).toThrow(RangeError);
  });
});
