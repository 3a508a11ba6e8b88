import { SET_UP_FILES, SET_UP_PAGES, type SetUpAction, TRIAL_CHOICES } from './set-up-action.ts';
import { count, type Field, id, oneOf, type WireOf } from './wire-field.ts';

/** 64 hexadecimal digits in 43 letters. */
const sha256: Field<string> = {
  write: (digits) => Buffer.from(digits, 'hex').toString('base64url'),
  read: (text) => (/^[\w-]{43}$/.test(text) ? Buffer.from(text, 'base64url').toString('hex') : null),
};

/** Two letters each, never used again for something else. */
export const SET_UP_WIRE: WireOf<SetUpAction> = {
  trial: ['ut', { choice: oneOf(...TRIAL_CHOICES) }],
  trial_days: ['ud', { days: count }],
  release: ['ur', { rehearsal: id() }],
  release_all: ['ua', {}],
  set_up: ['us', { page: oneOf(...SET_UP_PAGES) }],
  set_up_file: ['uf', { file: oneOf(...SET_UP_FILES) }],
  organisation: ['uo', { file: sha256, choice: oneOf('import', 'leave') }],
};
