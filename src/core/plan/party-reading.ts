/** What the words of a lead or coordinator name: a unit (perhaps unknown), or everybody of a sort. */
export type PartyRole =
  | 'unit'
  | 'each_unit'
  | 'cluster_head'
  | 'cluster_deputy'
  | 'cluster_member'
  | 'council_member';

export interface PartyReading {
  readonly role: PartyRole;
  /** As the plan writes it. */
  readonly words: string;
}
