import type { SafeArchive } from './safe-archive.ts';
import { walkXml } from './xml.ts';

/** What a cell shows of a date: Excel keeps a whole day behind "09/2026" too, the first of the month. */
export type DateShown = 'day' | 'month' | 'year';

/** `mmm-yy`, the one format built in that shows no day (ECMA-376 part 1, 18.8.30). */
const BUILT_IN_MONTH = 17;

/** What the cells of each style show of a date, by the number of the style. */
export async function readDateFormats(archive: SafeArchive): Promise<readonly DateShown[]> {
  const xml = archive.part('xl/styles.xml');
  const codes = new Map<string, string>([[String(BUILT_IN_MONTH), 'mmm-yy']]);
  const styles: DateShown[] = [];
  let ofCells = false;
  await walkXml(xml ?? ['<styleSheet/>'], {
    open(name, attributes) {
      const local = name.slice(name.indexOf(':') + 1);
      const { numFmtId: id = '', formatCode: code } = attributes;
      if (local === 'numFmt' && code !== undefined) codes.set(id, code);
      else if (local === 'cellXfs') ofCells = true;
      else if (local === 'xf' && ofCells) styles.push(shownBy(codes.get(id) ?? ''));
    },
    close(name) {
      if (name.endsWith('cellXfs')) ofCells = false;
    },
  });
  return styles;
}

function shownBy(code: string): DateShown {
  const letters = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|;.*$/g, '').toLowerCase();
  if (!letters.includes('y') || letters.includes('d')) return 'day';
  return letters.includes('m') ? 'month' : 'year';
}
