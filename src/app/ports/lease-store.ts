/** Who may do what only one process may (polling). Real time (Timer). Outside transactions: each call is one. */
export interface LeaseStore {
  /** Takes or renews the lease; false while another holder's has not ended. */
  hold(name: string, holder: string, nowMs: number, untilMs: number): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}
