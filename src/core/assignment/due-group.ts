import type { DueAtom } from './due-atom.ts';

/** Pieces that name one moment together, with the words before them that say how it bounds. */
export interface DueGroup {
  readonly atoms: readonly DueAtom[];
  /** `before` excludes what is named, `by` includes it, `from` only begins; null where nothing is said. */
  readonly bound: 'before' | 'by' | 'from' | null;
  /** With the words of the bound. */
  readonly from: number;
  readonly to: number;
}

const JOINT = /^[\s,()–-]*(?:(?:ngay|cua|luc|vao|hom|buoi|on|at)\s+)*$/;
const BOUND =
  /(?<!\w)(?:(?:truoc|cham nhat|muon nhat|han cuoi|han|den het|het|den|trong|vao|luc|tu|before|no later than|by|until|on|at|from)(?:\s+(?:la|vao|luc|ngay|hom|buoi))*[\s:(]*)+$/;

/** Pieces that stand side by side are one moment; a kind twice begins another. */
export function dueGroups(text: string, atoms: readonly DueAtom[]): DueGroup[] {
  const groups: DueAtom[][] = [];
  for (const [index, atom] of atoms.entries()) {
    const group = groups.at(-1);
    if (group !== undefined && goesOn(text, group, atom, atoms[index + 1])) group.push(atom);
    else groups.push([atom]);
  }
  return groups.filter(namesMoment).map((group) => bounded(text, group));
}

function goesOn(text: string, group: readonly DueAtom[], atom: DueAtom, next: DueAtom | undefined): boolean {
  const last = group.at(-1);
  if (last === undefined || group.some(({ kind }) => kind === atom.kind)) return false;
  const between = text.slice(last.to, atom.from);
  if (JOINT.test(between)) return true;
  // "Thứ Sáu trước 14h", but not "ngày 20/10 trước 16h thứ Tư".
  const hasDayOfItsOwn = next !== undefined && JOINT.test(text.slice(atom.to, next.from));
  return atom.kind === 'hour' && !hasDayOfItsOwn && BOUND.test(between) && boundOf(between) !== 'from';
}

/** A part of a day alone ("sáng") is no moment. */
const namesMoment = (group: readonly DueAtom[]): boolean => group.some(({ kind }) => kind !== 'part');

function bounded(text: string, atoms: readonly DueAtom[]): DueGroup {
  const start = atoms[0]?.from ?? 0;
  const to = atoms.at(-1)?.to ?? start;
  const words = BOUND.exec(text.slice(0, start))?.[0] ?? '';
  const within = atoms.slice(1).map((atom, index) => text.slice(atoms[index]?.to, atom.from));
  const bound = boundOf(words) ?? within.map(boundOf).find((one) => one !== null) ?? null;
  return { atoms, bound, from: start - words.length, to };
}

function boundOf(words: string): DueGroup['bound'] {
  if (/(?<!\w)(truoc|before)(?!\w)/.test(words)) return 'before';
  if (/cham nhat|muon nhat|(?<!\w)(han|het|den|trong|by|until|no later than)(?!\w)/.test(words)) return 'by';
  return /(?<!\w)(tu|from)(?!\w)/.test(words) ? 'from' : null;
}
