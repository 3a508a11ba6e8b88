/** What a name may stand for. */
export type NameKind = 'unit' | 'cluster' | 'task' | 'movement';

/** Something that has names: the first is the one shown, the others are ways people call it. */
export type NameEntry = {
  readonly kind: NameKind;
  readonly id: string;
  readonly names: readonly string[];
  /** The row's number in its plan, for tasks and movements. */
  readonly no?: string;
};
