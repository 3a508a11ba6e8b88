import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What makes the first secretary, known only to whoever reads the log of the first start. */
export interface SetUpCode {
  /** The payload of `/start`, fit for a link (`A-Za-z0-9_-`, at most 64). */
  readonly payload: string;
  matches(payload: string): boolean;
}

const PREFIX = 'setup_';

/** Whether a payload is such a code, of this start or of one before. */
export const isSetUpPayload = (payload: string): boolean => payload.startsWith(PREFIX);

export function newSetUpCode(): SetUpCode {
  const payload = `${PREFIX}${randomBytes(24).toString('base64url')}`;
  const expected = Buffer.from(payload);
  return {
    payload,
    matches: (given) => {
      const bytes = Buffer.from(given);
      return bytes.length === expected.length && timingSafeEqual(bytes, expected);
    },
  };
}
