import type { Cue } from '../cues/cue.ts';
import type { Evidence } from './evidence.ts';

/** Unaddressed words that nothing explains make a message foreign to the field. */
const MOST_UNEXPLAINED = 1;

/** Words that make a message one between people, whatever else it holds; null without them. */
export function ofOtherMatters(cues: ReadonlySet<Cue>): string | null {
  if (cues.has('thanks') || cues.has('wish')) return 'wishes-or-thanks';
  if (cues.has('order')) return 'tells-others-what-to-do';
  if (cues.has('promise') && !cues.has('due')) return 'promises';
  if (cues.has('foreign') || cues.has('personal_data')) return 'of-another-matter';
  return cues.has('meeting_point') ? 'of-a-place-or-an-hour' : null;
}

/** Why a message is not for the bot, or null. A message that calls the bot is for it if it asks or tells something. */
export function notForTheBot(e: Evidence, people: string | null): string | null {
  if (e.called) return null;
  if (people !== null) return people;
  if (e.partOfDay) return 'of-an-hour';
  if (!e.asks && !e.requests && !e.fragment) return 'asks-nothing';
  if (e.mentioned && !e.asks) return 'speaks-of-the-bot';
  if (e.namesAnother) return 'names-another';
  if (e.pointsAtMovement) return 'points-at-something';
  if (e.unexplained > MOST_UNEXPLAINED || (e.unexplained === 1 && e.words < 4)) return 'holds-unknown-words';
  return null;
}
