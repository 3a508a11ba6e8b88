import { foldVietnamese } from '../text/fold.ts';

/** What kinds of work the secretariat may choose for a task, which decide the steps that lead to its being done. */
export const WORK_KINDS = ['conference', 'document', 'general'] as const;
/** `given`: a task of the day, which nobody chooses. */
export type WorkKind = (typeof WORK_KINDS)[number] | 'given';

/** Folded words by which a title names a conference or a document. */
const CUES: readonly (readonly [kind: WorkKind, words: string])[] = [
  ['conference', 'hoi nghi'],
  ['conference', 'hoi thao'],
  ['conference', 'toa dam'],
  ['conference', 'dai hoi'],
  ['conference', 'cuoc hop'],
  ['conference', 'phien hop'],
  ['conference', 'le phat dong'],
  ['conference', 'le ky ket'],
  ['conference', 'to chuc ky ket'],
  ['conference', 'to chuc tong ket'],
  ['conference', 'to chuc so ket'],
  ['conference', 'to chuc tap huan'],
  ['conference', 'gap mat'],
  ['document', 'ban hanh'],
  ['document', 'xay dung ke hoach'],
  ['document', 'xay dung va trien khai ke hoach'],
  ['document', 'bao cao'],
  ['document', 'to trinh'],
  ['document', 'huong dan'],
  ['document', 'cong van'],
  ['document', 'quyet dinh'],
  ['document', 'quy che'],
  ['document', 'de an'],
];

/** Proposes the kind by what the title names first: to plan a conference is a document, to hold one is not. */
export function proposedWorkKind(title: string): WorkKind {
  const folded = ` ${foldVietnamese(title).replace(/[^a-z0-9]+/g, ' ')} `;
  const found = CUES.map(([kind, words]) => ({ kind, at: folded.indexOf(` ${words} `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.kind ?? 'general';
}
