/** What buttons do to the group they stand in. */
export type GroupAction =
  /** Pins the board that is kept there. */
  { readonly kind: 'board_pin' };
