import { toString as qrCode } from 'qrcode';
import type { HandoutLink, HandoutPrinter } from '../app/ports/handout.ts';
import type { Attachment } from '../app/ports/message.ts';
import { SPREADSHEET } from '../app/ports/table-writer.ts';
import type { Locale } from '../core/organisation/locale.ts';
import { type Translate, translator } from '../i18n/translator.ts';
import { tables } from './table-xlsx.ts';

const WIDTHS = [26, 36, 64, 14];

/** The table for the secretary's own files, and cards with QR codes to print and cut. */
export const handouts: HandoutPrinter = {
  async print(links, role, locale: Locale) {
    const t = translator(locale);
    return [
      { name: `${t('handout.file')}.xlsx`, type: SPREADSHEET, bytes: await tableOf(links, t) },
      { name: `${t('handout.file')}.html`, type: 'text/html', bytes: await cardsOf(links, role, t) },
    ] satisfies Attachment[];
  },
};

const tableOf = (links: readonly HandoutLink[], t: Translate): Promise<Uint8Array> =>
  tables.write(
    [
      [t('handout.cluster'), t('handout.unit'), t('handout.link'), t('handout.until')],
      ...links.map(({ cluster, unit, link, until }) => [cluster, unit, link, until]),
    ],
    WIDTHS,
  );

async function cardsOf(links: readonly HandoutLink[], role: string, t: Translate): Promise<Uint8Array> {
  const cards = await Promise.all(links.map((link) => cardOf(link, t)));
  const title = escape(t('handout.heading', { role }));
  return new TextEncoder().encode(
    `<!doctype html><html lang="${t.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><main>${cards.join('')}</main></html>`,
  );
}

async function cardOf({ cluster, unit, link, until }: HandoutLink, t: Translate): Promise<string> {
  const picture = await qrCode(link, { type: 'svg', margin: 1 });
  return `<section><h2>${escape(unit)}</h2><p>${escape(cluster)}</p>${picture}<p class="link">${escape(link)}</p><p>${escape(t('handout.how'))}</p><p>${escape(t('handout.once', { until }))}</p></section>`;
}

const STYLE =
  'body{font-family:sans-serif;margin:1cm}main{display:grid;grid-template-columns:repeat(auto-fill,minmax(7cm,1fr));gap:.6cm}section{border:1px dashed #888;padding:.5cm;text-align:center;break-inside:avoid}h2{font-size:1.1rem;margin:0}svg{width:4.5cm;height:4.5cm}p{margin:.2cm 0;font-size:.85rem}.link{word-break:break-all;font-family:monospace}';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
