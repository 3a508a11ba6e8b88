import type { SafeArchive } from './safe-archive.ts';
import { walkXml } from './xml.ts';

/** What a cell shows of a date: Excel keeps a whole day behind "09/2026" too, the first of the month. */
export type DateShown = 'day' | 'month' | 'year';

export interface CellStyle {
  readonly shown: DateShown;
  /** Filled with a colour other than that of paper. */
  readonly painted: boolean;
}

export const PLAIN_STYLE: CellStyle = { shown: 'day', painted: false };

/** `mmm-yy`, the one format built in that shows no day (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_MONTH = 17;

/** The style of cells by its number. */
export async function readStyles(archive: SafeArchive): Promise<readonly CellStyle[]> {
  const xml = archive.part('xl/styles.xml');
  const codes = new Map<string, string>([[String(BUILT_IN_MONTH), 'mmm-yy']]);
  const fills: boolean[] = [];
  const styles: CellStyle[] = [];
  let inside: string | null = null;
  await walkXml(xml ?? ['<styleSheet/>'], {
    open(name, attributes) {
      const local = name.slice(name.indexOf(':') + 1);
      const { numFmtId: id = '', formatCode: code, fillId = '' } = attributes;
      if (local === 'numFmt' && code !== undefined) codes.set(id, code);
      else if (local === 'cellXfs' || local === 'fills') inside = local;
      else if (inside === 'fills' && local === 'fill') fills.push(false);
      else if (inside === 'fills' && local === 'fgColor') fills.splice(-1, 1, !isPaper(attributes));
      else if (inside === 'cellXfs' && local === 'xf')
        styles.push({ shown: shownBy(codes.get(id) ?? ''), painted: fills[Number(fillId)] ?? false });
    },
    close(name) {
      if (name.endsWith('cellXfs') || name.endsWith('fills')) inside = null;
    },
  });
  return styles;
}

/** White, as itself, as the theme's first colour, or by its index (ECMA-376 part 1, 18.8.27). */
const isPaper = ({ rgb, theme, indexed, tint }: Readonly<Record<string, string>>): boolean =>
  /^(FF)?FFFFFF$/i.test(rgb ?? '') ||
  (theme === '0' && tint === undefined) ||
  /^(1|9|64)$/.test(indexed ?? '');

function shownBy(code: string): DateShown {
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|;.*$/g, '').toLowerCase();
  if (!letters.includes('y') || letters.includes('d')) return 'day';
  return letters.includes('m') ? 'month' : 'year';
}
