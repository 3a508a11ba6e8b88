import type { TaskId } from '../../core/id.ts';

/** What buttons do about tasks that are one duty. */
export type KinAction =
  /** Two that look like one duty, one pair after another. */
  | { readonly kind: 'alike'; readonly skip: number }
  /** The pairs that say the very same, to be joined at once. */
  | { readonly kind: 'twins'; readonly skip: number }
  /** Joins them all; `count` is how many were shown. */
  | { readonly kind: 'pair_twins'; readonly count: number }
  /** Decides of a pair, and goes on to the next; `skip` is its place. */
  | {
      readonly kind: 'pair';
      readonly task: TaskId;
      readonly another: TaskId;
      readonly answer: 'same' | 'apart';
      readonly skip: number;
    }
  /** The tasks that are one duty with this one, each to be parted. */
  | { readonly kind: 'kin'; readonly task: TaskId }
  | { readonly kind: 'part'; readonly task: TaskId; readonly from: TaskId };
