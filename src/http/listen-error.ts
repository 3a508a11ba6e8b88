/** The address cannot be listened on, for a reason that whoever starts the program can mend. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly reason: ListenReason;

  constructor(reason: ListenReason, host: string, port: number) {
    super(`cannot listen on ${host}:${port}: ${reasons[reason]}`);
    this.reason = reason;
  }
}

export type ListenReason = keyof typeof reasons;

const reasons = {
  EADDRINUSE: 'the port is in use by another program; choose another PORT',
  EACCES: 'not permitted; choose a PORT above 1023',
  EADDRNOTAVAIL: 'HOST is no address of this machine',
  ENOTFOUND: 'HOST is not a known name',
};

/** The error as a ListenError where it is one of those. */
export function asListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const code = error.code ?? '';
  return code in reasons ? new ListenError(code as ListenReason, host, port) : error;
}
