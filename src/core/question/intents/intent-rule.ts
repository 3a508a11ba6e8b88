import type { Intent, Slots } from '../question.ts';
import type { Evidence } from '../signs/evidence.ts';

/** A reason to read a message in one way. The first rule that holds decides. */
export type IntentRule = {
  readonly name: string;
  readonly intent: Intent;
  readonly slots?: Slots;
  readonly holds: (e: Evidence) => boolean;
};

/** Asks, asks for something, or names it as a question does. */
export const inquires = (e: Evidence): boolean => e.asks || e.requests || e.fragment;
/** Tells the bot to do something. */
export const commands = (e: Evidence): boolean => e.called && !e.asks;
/** Speaks of work or of those who owe it. */
export const ofWork = (e: Evidence): boolean =>
  e.has(
    'work',
    'due',
    'submit',
    'report',
    'topic',
    'which_unit',
    'which_cluster',
    'unit_word',
    'unit_group',
    'mine',
    'self_unit',
  ) ||
  e.unit ||
  e.cluster;
