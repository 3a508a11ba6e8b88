import type { Evidence } from './evidence.ts';
import type { Intent, Slots } from './question.ts';

/** A reason to read a message in one way. The first rule that holds decides. */
export type IntentRule = {
  readonly name: string;
  readonly intent: Intent;
  readonly slots?: Slots;
  readonly holds: (e: Evidence) => boolean;
};

const inquires = (e: Evidence): boolean => e.asks || e.requests || e.fragment;
const commands = (e: Evidence): boolean => e.called && !e.asks;
const ofWork = (e: Evidence): boolean =>
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

/** Orders and requests to the bot that change something or that it must refuse; reports. */
export const DOING: readonly IntentRule[] = [
  {
    name: 'asks-for-personal-data',
    intent: 'help',
    slots: { out_of_scope: true, reason: 'personal data' },
    holds: (e) => e.called && e.has('personal_data') && !e.has('movement', 'topic'),
  },
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
      e.has('postpone') &&
      (e.asksYet || (e.asksWhether && !e.has('permission') && !e.self)) &&
      !e.people &&
      (e.called || e.has('topic', 'due')),
  },
  {
    name: 'asks-for-an-extension',
    intent: 'report_progress',
    slots: { mode: 'extension_request' },
    holds: (e) => e.called && e.has('extension') && !e.has('when', 'who', 'which', 'many'),
  },
  {
    name: 'orders-what-only-the-office-may-do',
    intent: 'help',
    slots: { out_of_scope: true, reason: 'not authorised' },
    holds: (e) => commands(e) && e.has('administer'),
  },
  {
    name: 'asks-for-a-summary',
    intent: 'report_progress',
    slots: { mode: 'summary' },
    holds: (e) =>
      e.called &&
      (e.has('summary') || (e.has('report') && e.has('status'))) &&
      !e.has('when', 'who', 'owe', 'late', 'record', 'which_unit', 'lead') &&
      !e.asksYet &&
      !(e.has('already') && e.has('submit', 'done')) &&
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
        (e.has('done', 'doing') && (e.self || e.unit || e.cluster))) &&
      (ofWork(e) || e.has('done', 'submit')),
  },
];

/** Questions about the bot itself. */
export const HELPING: readonly IntentRule[] = [
  {
    name: 'asks-what-the-bot-does',
    intent: 'help',
    holds: (e) =>
      (e.called || e.mentioned) &&
      (e.has('capability', 'usage', 'bot_self') ||
        (e.has('ability') && e.has('what', 'how', 'which') && !e.has('foreign'))) &&
      !e.has('due', 'when', 'late', 'must', 'submit', 'soon', 'lead', 'row', 'detail', 'status') &&
      !(e.self || e.selfActs || e.unit || e.cluster || e.hasTime) &&
      (e.has('usage') || !e.has('topic', 'movement', 'event', 'work')),
  },
  {
    name: 'asks-for-help',
    intent: 'help',
    holds: (e) =>
      e.called
        ? e.has('help') && !e.has('due', 'who', 'when', 'late', 'work', 'lead')
        : e.has('help') && e.words <= 2 && !e.people,
  },
];

/** Questions, most telling first. */
export const ASKING: readonly IntentRule[] = [
  {
    name: 'asks-of-another-matter',
    intent: 'help',
    slots: { out_of_scope: true, reason: 'not supported' },
    holds: (e) =>
      e.called &&
      e.asks &&
      e.has('foreign') &&
      !ofWork(e) &&
      !e.has('late', 'movement', 'event', 'summary', 'status', 'lead', 'must'),
  },
  {
    name: 'asks-for-the-source',
    intent: 'task_detail',
    slots: { field: 'source' },
    holds: (e) => e.has('source') && (e.has('due', 'work', 'row') || e.deictic) && !e.has('status'),
  },
  {
    name: 'asks-for-the-late',
    intent: 'overdue',
    holds: (e) =>
      inquires(e) &&
      e.has('late') &&
      !(e.has('owe') && e.selfActs && !e.has('due')) &&
      !e.has('when') &&
      (ofWork(e) || e.called || e.fragment),
  },
  {
    name: 'asks-for-movements',
    intent: 'movement_list',
    holds: (e) =>
      inquires(e) &&
      e.has('movement') &&
      e.movementsAtLarge &&
      !e.has('when', 'head', 'deputy') &&
      !(e.has('who') && !e.has('lead')),
  },
  {
    name: 'asks-who-heads-a-cluster',
    intent: 'who_leads',
    holds: (e) =>
      inquires(e) &&
      e.has('head', 'deputy') &&
      !e.has('when', 'submit', 'due') &&
      !(e.asksYet && e.has('done')),
  },
  {
    name: 'asks-who-leads',
    intent: 'who_leads',
    holds: (e) =>
      e.asks &&
      ((e.has('who') && e.has('lead', 'coordinate', 'follow')) ||
        (e.has('lead', 'coordinate', 'follow') &&
          (e.asksWhether || e.has('really') || e.has('which', 'how', 'what')))) &&
      !e.asksYet &&
      (e.called || e.topical || e.cluster || e.unit || e.has('work')),
  },
  {
    name: 'asks-who-does-it',
    intent: 'who_leads',
    holds: (e) =>
      e.asks &&
      e.has('who') &&
      e.has('do') &&
      e.topical &&
      !e.asksYet &&
      !e.asksWhether &&
      !e.has('done', 'already', 'must', 'owe', 'yet'),
  },
  {
    name: 'asks-for-events',
    intent: 'events',
    holds: (e) =>
      inquires(e) && e.has('event') && !e.has('due', 'submit', 'status') && !(e.asksYet && !e.has('which')),
  },
  {
    name: 'asks-for-the-nearest-deadline',
    intent: 'due_in_range',
    slots: { limit: 1 },
    holds: (e) => inquires(e) && e.has('nearest') && e.has('due', 'work') && !e.hasTime,
  },
  {
    name: 'asks-when',
    intent: 'task_detail',
    holds: (e) =>
      e.asks &&
      e.has('when') &&
      !e.asksYet &&
      !e.has('status') &&
      (e.has('topic', 'report', 'movement') ||
        e.rowNumber !== null ||
        (e.has('due', 'submit') && (e.called || e.unexplained > 0 || e.cluster)) ||
        (e.called && e.unexplained > 0)),
  },
  {
    name: 'asks-for-details',
    intent: 'task_detail',
    holds: (e) =>
      (inquires(e) || e.called) &&
      e.rowNumber !== null &&
      !e.has('done', 'status', 'already', 'promise') &&
      !(e.asksYet && !e.has('due')),
  },
  {
    name: 'asks-what-a-task-holds',
    intent: 'task_detail',
    holds: (e) =>
      (inquires(e) || e.called) &&
      e.has('detail') &&
      (e.has('topic') || e.unexplained > 0) &&
      (e.called || e.has('work', 'topic')) &&
      !e.hasTime &&
      !e.has('status'),
  },
  {
    name: 'asks-for-own-tasks',
    intent: 'my_tasks',
    holds: (e) =>
      inquires(e) &&
      !(e.has('due', 'must') && e.hasTime && e.has('self_unit')) &&
      ((e.has('mine', 'self_unit') && e.has('work', 'due', 'remaining')) ||
        (e.selfActs &&
          (e.has('what', 'which') || e.asksWhether) &&
          (e.has('work', 'submit', 'do', 'owe') || e.called))) &&
      !e.has('topic', 'done', 'status', 'which_unit', 'movement'),
  },
  {
    name: 'asks-for-clusters',
    intent: 'cluster_status',
    holds: (e) =>
      inquires(e) &&
      (e.cluster ||
        e.has('which_cluster') ||
        (e.has('cluster_word') && e.called) ||
        (e.has('compare') && e.called)) &&
      (e.has('status', 'percent', 'compare') ||
        (e.has('done', 'submit', 'doing') && (e.asks || e.called)) ||
        (e.asksYet && e.has('topic')) ||
        (e.has('how', 'many') && !e.has('due', 'must'))) &&
      !e.has('due', 'must'),
  },
  {
    name: 'asks-for-units',
    intent: 'unit_status',
    holds: (e) =>
      inquires(e) &&
      (e.unit || e.has('self_unit', 'which_unit', 'unit_word', 'unit_group')) &&
      (e.has('status', 'percent') ||
        (e.has('done', 'submit', 'already', 'doing', 'do', 'remaining') && (e.asks || e.called)) ||
        (e.has('how') && e.called) ||
        (e.asksYet && e.called)) &&
      (e.called || !(e.asksYet && !e.has('which_unit') && !e.unit)) &&
      !e.has('due', 'must') &&
      (e.called || ofWorkProper(e)),
  },
  {
    name: 'asks-how-all-stand',
    intent: 'cluster_status',
    holds: (e) => e.called && inquires(e) && e.has('status', 'percent') && !e.has('due', 'work'),
  },
  {
    name: 'asks-what-is-due',
    intent: 'due_in_range',
    holds: (e) =>
      inquires(e) &&
      (!e.has('who') || e.has('must')) &&
      !e.has('when') &&
      ((e.has('due') &&
        (e.asks || e.requests || e.hasTime || e.has('soon')) &&
        !(e.has('topic') && !e.hasTime && !e.has('soon', 'which', 'what'))) ||
        ((e.hasTime || e.has('soon', 'remaining')) &&
          (e.has('work') ||
            (e.has('must') && e.has('do', 'done', 'submit')) ||
            (e.has('submit') && e.has('what', 'which')) ||
            e.has('there_is'))) ||
        (e.hasTime && e.called && (e.has('what', 'how') || e.asksWhether || e.has('status'))) ||
        (e.has('must') &&
          e.has('do', 'submit') &&
          e.has('what', 'which') &&
          (e.unit || e.cluster || e.called)) ||
        (e.called && e.has('work') && (e.has('which', 'what') || e.asksWhether || e.requests))),
  },
  {
    name: 'asks-who-and-nothing-else',
    intent: 'who_leads',
    holds: (e) =>
      e.called && e.asks && e.has('who') && e.topical && !e.asksYet && !e.has('submit', 'owe', 'done'),
  },
  {
    name: 'asks-when-and-nothing-else',
    intent: 'task_detail',
    holds: (e) => e.called && e.asks && e.has('when') && (e.topical || e.has('due', 'submit', 'do', 'done')),
  },
  {
    name: 'asks-about-a-topic',
    intent: 'task_detail',
    holds: (e) =>
      (e.asks || e.requests || e.called) && e.has('topic', 'due') && e.has('due') && e.has('topic'),
  },
];

function ofWorkProper(e: Evidence): boolean {
  return e.has('work', 'submit', 'report', 'topic', 'done', 'status');
}
