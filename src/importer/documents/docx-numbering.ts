import { walkXml, type Xml } from './xml.ts';

/** Automatic numbers of a Word document, which stand in no text: the next label of a list level. */
export interface DocxNumbering {
  next(listId: string, level: number): string;
}

interface Level {
  format: string;
  text: string;
  start: number;
}

const NO_NUMBERING: DocxNumbering = { next: () => '' };

export async function readNumbering(xml: Xml | null): Promise<DocxNumbering> {
  if (xml === null) return NO_NUMBERING;
  const { abstractOf, levels } = await readDefinitions(xml);
  const counters = new Map<string, number[]>();
  return {
    next(listId, level) {
      const abstractId = abstractOf.get(listId);
      if (abstractId === undefined) return '';
      const counts = counters.get(abstractId) ?? [];
      counters.set(abstractId, counts);
      for (let upper = 0; upper < level; upper += 1) {
        counts[upper] ??= levels.get(`${abstractId}/${upper}`)?.start ?? 1;
      }
      const own = levels.get(`${abstractId}/${level}`);
      counts[level] = (counts[level] ?? (own?.start ?? 1) - 1) + 1;
      counts.length = level + 1;
      return label(own, (upper) =>
        format(levels.get(`${abstractId}/${upper}`)?.format ?? 'decimal', counts[upper] ?? 1),
      );
    },
  };
}

async function readDefinitions(
  xml: Xml,
): Promise<{ abstractOf: Map<string, string>; levels: Map<string, Level> }> {
  const abstractOf = new Map<string, string>();
  const levels = new Map<string, Level>();
  let abstractId = '';
  let listId = '';
  let level: Level | null = null;
  await walkXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') abstractId = attributes['w:abstractNumId'] ?? '';
      else if (name === 'w:num') listId = attributes['w:numId'] ?? '';
      else if (name === 'w:abstractNumId') abstractOf.set(listId, value);
      else if (name === 'w:lvl' && abstractId !== '') {
        level = { format: 'decimal', text: '', start: 1 };
        levels.set(`${abstractId}/${attributes['w:ilvl'] ?? '0'}`, level);
      } else if (level !== null) {
        if (name === 'w:numFmt') level.format = value;
        else if (name === 'w:lvlText') level.text = value;
        else if (name === 'w:start') level.start = Number(value);
      }
    },
    close(name) {
      if (name === 'w:lvl') level = null;
      else if (name === 'w:abstractNum') abstractId = '';
    },
  });
  return { abstractOf, levels };
}

function label(level: Level | undefined, numberAt: (level: number) => string): string {
  if (level === undefined || level.format === 'none') return '';
  if (level.format === 'bullet') return '-';
  return level.text.replace(/%(\d)/g, (_, upper: string) => numberAt(Number(upper) - 1));
}

function format(kind: string, count: number): string {
  if (kind === 'upperRoman') return roman(count);
  if (kind === 'lowerRoman') return roman(count).toLowerCase();
  if (kind === 'upperLetter') return letter(count);
  if (kind === 'lowerLetter') return letter(count).toLowerCase();
  return kind === 'decimalZero' ? String(count).padStart(2, '0') : String(count);
}

const letter = (count: number): string => String.fromCodePoint(65 + ((count - 1) % 26));

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let left = count;
  let digits = '';
  for (const [value, digit] of ROMAN) {
    for (; left >= value; left -= value) digits += digit;
  }
  return digits;
}
