import type { Evidence } from '../signs/evidence.ts';
import { commands, type IntentRule, inquires, ofWork } from './intent-rule.ts';

/** Orders and requests to the bot that change something or that it must refuse; reports. */
export const DOING: readonly IntentRule[] = [
  {
    name: 'corrects-a-report',
    intent: 'report_progress',
    slots: { mode: 'correct' },
    holds: (e) => e.called && e.has('correct') && !e.has('when', 'who'),
  },
  {
    name: 'asks-whether-a-deadline-moved',
    intent: 'task_detail',
    slots: { field: 'deadline_change' },
    holds: (e) =>
      (e.has('postpone') || (e.has('change') && e.has('due'))) &&
      (e.asksYet || ((e.asksWhether || e.has('what')) && !e.has('permission') && !e.self)) &&
      !e.people &&
      (e.called || e.has('topic', 'due')),
  },
  {
    name: 'asks-for-an-extension',
    intent: 'report_progress',
    slots: { mode: 'extension_request' },
    holds: (e) =>
      e.called &&
      (e.has('extension') || e.moreTime || e.asksToBeLate) &&
      !e.has('when', 'who', 'which', 'many'),
  },
  {
    name: 'orders-what-only-the-office-may-do',
    intent: 'help',
    slots: { out_of_scope: true, reason: 'not authorised' },
    holds: (e) => commands(e) && (e.has('administer') || recordsForMany(e)),
  },
  {
    name: 'asks-for-a-summary',
    intent: 'report_progress',
    slots: { mode: 'summary' },
    holds: (e) =>
      e.called &&
      (e.has('summary') ||
        (e.has('report') && e.has('status')) ||
        (e.has('report') && e.hasTime && e.has('make', 'do_for_me') && !e.has('submit'))) &&
      !e.has('when', 'who', 'owe', 'late', 'record', 'which_unit', 'lead') &&
      !e.asksYet &&
      !(e.has('already') && e.has('submit', 'done')) &&
      !(e.has('due') && !e.has('status')) &&
      (!e.asks || e.requests || e.has('make', 'do_for_me')),
  },
  {
    name: 'reports-progress',
    intent: 'report_progress',
    slots: { mode: 'submit' },
    holds: (e) =>
      e.called &&
      !e.has(
        'when',
        'who',
        'what',
        'which',
        'many',
        'percent',
        'how',
        'capability',
        'usage',
        'late',
        'thanks',
      ) &&
      !e.asksYet &&
      !e.asksWhether &&
      (e.has('record') ||
        (e.has('already', 'doing') && e.has('done', 'submit', 'do')) ||
        (e.share !== null && !e.asks) ||
        (e.has('done', 'doing') && (e.self || e.unit || e.cluster || e.rowNumber !== null)) ||
        (e.has('we') && e.has('done', 'submit') && !inquires(e) && !e.has('must'))) &&
      (ofWork(e) || e.rowNumber !== null || e.has('done', 'submit')),
  },
];

/** "Xác nhận hộ cho tất cả các phường": for others, of whom nothing is told. */
const recordsForMany = (e: Evidence): boolean =>
  e.has('record') && e.has('unit_group', 'all_clusters') && e.orders && !e.has('already');

/** Questions about the bot itself, and about people, whom it does not speak of. */
export const HELPING: readonly IntentRule[] = [
  {
    name: 'asks-for-personal-data',
    intent: 'help',
    slots: { out_of_scope: true, reason: 'personal data' },
    holds: (e) => e.called && e.has('personal_data') && !e.has('movement', 'topic', 'laugh'),
  },
  {
    name: 'asks-how-to-report',
    intent: 'help',
    holds: (e) =>
      e.called &&
      e.has('method', 'usage') &&
      e.has('report', 'summary', 'submit', 'record', 'status') &&
      e.rowNumber === null &&
      !(e.unit || e.cluster || e.hasTime) &&
      !e.has('when', 'who', 'late'),
  },
  {
    name: 'asks-what-the-bot-does',
    intent: 'help',
    holds: (e) =>
      (e.called || (e.mentioned && !e.denies)) &&
      (e.has('capability', 'usage', 'bot_self') ||
        (e.has('ability') && (e.has('what', 'how') || (e.called && e.has('which'))) && !e.has('foreign'))) &&
      !e.has(
        'due',
        'when',
        'late',
        'must',
        'submit',
        'soon',
        'lead',
        'head',
        'deputy',
        'row',
        'detail',
        'status',
      ) &&
      !(e.self || e.selfActs || e.unit || e.cluster || e.hasTime) &&
      (e.has('usage') || !e.has('topic', 'movement', 'event', 'work')),
  },
  {
    name: 'asks-for-help',
    intent: 'help',
    holds: (e) =>
      e.called
        ? e.has('help') &&
          ((e.has('command') && e.asks) || !e.has('due', 'who', 'when', 'late', 'work', 'lead'))
        : e.has('help') && e.words <= 2 && !e.people,
  },
];
