import { type ButtonTable, oneOf } from './wire-field.ts';

export const SET_UP_PAGES = [
  'open',
  'show',
  'organisation',
  'plan',
  'groups',
  'people',
  'rehearsal',
] as const;
export type SetUpPage = (typeof SET_UP_PAGES)[number];
export const SET_UP_FILES = ['template', 'rehearsal'] as const;

/** What is set up and what is missing. */
export const SET_UP_BUTTONS = {
  /** All of it, anew, in place; one step of it. */
  set_up: ['us', { page: oneOf(...SET_UP_PAGES) }],
  set_up_file: ['uf', { file: oneOf(...SET_UP_FILES) }],
} as const satisfies ButtonTable;
