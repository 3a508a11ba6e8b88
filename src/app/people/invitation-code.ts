import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'moi_';
const SECRET_BYTES = 18;

/** A new code, fit for the payload of a link (`A-Za-z0-9_-`, at most 64). Nobody guesses 144 bits. */
export const newInvitationCode = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;

export const isInvitationCode = (payload: string): boolean => payload.startsWith(PREFIX);

/** What is kept of a code: a stolen database opens no door. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('base64url');
