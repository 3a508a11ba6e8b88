import type { Evidence } from './evidence.ts';

/** Unaddressed words that nothing explains make a message foreign to the field. */
const MOST_UNEXPLAINED = 1;

/** Why a message is not for the bot, or null. A message that calls the bot is for it if it asks or tells something. */
export function notForTheBot(e: Evidence, people: string | null): string | null {
  if (e.called) return null;
  if (people !== null) return people;
  if (e.has('thanks', 'wish')) return 'wishes-or-thanks';
  if (e.has('order')) return 'tells-others-what-to-do';
  if (e.has('promise') && !e.has('due')) return 'promises';
  if (e.has('foreign', 'personal_data')) return 'of-another-matter';
  if (e.partOfDay) return 'of-an-hour';
  if (e.has('meeting_point')) return 'of-a-place-or-an-hour';
  if (!e.asks && !e.requests && !e.fragment) return 'asks-nothing';
  if (e.mentioned && !e.asks) return 'speaks-of-the-bot';
  if (e.unexplained > MOST_UNEXPLAINED || (e.unexplained === 1 && e.words < 4)) return 'holds-unknown-words';
  return null;
}
