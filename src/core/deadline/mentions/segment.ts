import type { Weekday } from '../../time/local-date.ts';
import type { Bound, DayAnchor, Mark, Part, Place, Placed, Unit } from '../atoms/atom.ts';
import type { Cycle } from '../rule.ts';

/** A place in time with what the words around it say of it. */
export interface Mention {
  readonly place: Place;
  readonly bound: Bound | null;
  readonly part: Part | null;
  readonly time: string | null;
  readonly anchor: DayAnchor | null;
  readonly shift: -1 | 0 | 1 | null;
  /** How it hangs on the mention before it. */
  readonly joined: 'and' | 'dash' | null;
  readonly mark: Extract<Mark, 'vision' | 'takes_effect' | 'occasion'> | null;
  /** Brackets open, or a colon stands, between it and the mention before it. */
  readonly opened: boolean;
  /** The weekday written beside a date. */
  readonly weekday: Weekday | null;
  readonly from: number;
  readonly to: number;
}

/** A mention of one day of a month. */
export interface DayMention extends Mention {
  readonly place: Placed<'date'>;
}

export const isDay = (mention: Mention): mention is DayMention => mention.place.kind === 'date';

/** A stretch of a phrase between stops: one deadline, or several joined ones. */
export interface Segment {
  readonly mentions: readonly Mention[];
  readonly amounts: readonly {
    readonly amount: number;
    readonly unit: Unit;
    readonly from: number;
    readonly to: number;
  }[];
  readonly times: readonly { readonly times: number; readonly per: Cycle }[];
  readonly every: readonly Cycle[];
  readonly bounds: readonly { readonly bound: Bound; readonly from: number; readonly to: number }[];
  readonly marks: readonly { readonly mark: Mark; readonly from: number; readonly to: number }[];
  readonly impossible: boolean;
  readonly unclear: boolean;
  /** Ends in a colon: a heading of what follows. */
  readonly heading: boolean;
  readonly from: number;
  readonly to: number;
}
