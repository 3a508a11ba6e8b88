/** Real elapsed time: leases, backoff, `retry_after`, pacing. Only tests replace it, by one that they advance. */
export interface Timer {
  /** Milliseconds of real time since 1970, comparable between processes of one database. */
  nowMs(): number;
  /** Resolves after so long; rejects with the signal's reason when aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
