import type { Evidence } from '../signs/evidence.ts';
import { type IntentRule, inquires, ofWork } from './intent-rule.ts';

/** A title stands for the task, whatever its words would mean in a sentence. */
export const NAMING: readonly IntentRule[] = [
  {
    name: 'gives-a-title',
    intent: 'task_detail',
    holds: (e) => e.called && e.isTitle && !e.asks && !e.has('already', 'record'),
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
      !e.has('laugh') &&
      e.has('foreign') &&
      !ofWork(e) &&
      !e.has('late', 'movement', 'event', 'summary', 'status', 'lead', 'must'),
  },
  {
    name: 'asks-for-the-source',
    intent: 'task_detail',
    slots: { field: 'source' },
    holds: (e) =>
      e.has('source') &&
      (e.has('due', 'work', 'row') || e.deictic || (e.called && e.has('topic', 'must'))) &&
      !e.has('status', 'soon', 'late', 'yet'),
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
      !(e.has('who') && (!e.has('lead') || e.has('topic'))),
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
    name: 'asks-where-to-send-it',
    intent: 'task_detail',
    holds: (e) => e.called && e.asks && e.destination && e.topical && !e.has('yet', 'already', 'late'),
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
      !e.selfLeads &&
      (e.called || e.knownTopic || e.cluster || e.unit || e.has('work')),
  },
  {
    name: 'asks-who-does-it',
    intent: 'who_leads',
    holds: (e) =>
      e.asks &&
      e.has('who') &&
      e.has('do') &&
      (e.called ? e.topical : e.knownTopic && !e.has('submit')) &&
      !e.destination &&
      !e.asksYet &&
      !e.asksWhether &&
      !e.has('done', 'already', 'must', 'owe', 'yet', 'compare'),
  },
  {
    name: 'asks-for-events',
    intent: 'events',
    holds: (e) =>
      inquires(e) &&
      (e.has('event') ||
        (e.called && e.feast && e.has('when', 'many')) ||
        (e.called && e.has('day_of_what') && (e.hasTime || e.has('many', 'when')))) &&
      !e.has('due', 'submit', 'status') &&
      !(e.asksYet && !e.has('which')),
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
    name: 'asks-how-often',
    intent: 'task_detail',
    holds: (e) => e.asks && e.has('often') && e.has('topic', 'report') && !e.hasTime,
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
      !(e.has('due', 'must') && (e.hasTime || e.has('soon')) && (e.has('self_unit') || e.weActs)) &&
      ((e.has('mine', 'self_unit') && e.has('work', 'due', 'remaining')) ||
        (e.called && e.has('we') && e.has('remaining') && e.has('what')) ||
        (e.called && e.has('work') && e.has('missing') && !(e.hasTime || e.unit || e.cluster)) ||
        (e.called && ((e.has('mine') && e.has('there_is')) || (e.selfActs && e.requests && e.has('work')))) ||
        (e.selfActs &&
          (e.has('what', 'which') || (e.asksWhether && !e.has('permission'))) &&
          (e.has('work', 'submit', 'do', 'owe') || e.called)) ||
        (e.selfLeads && e.has('work', 'movement') && e.has('what', 'which'))) &&
      !e.has('topic', 'done', 'which_unit', 'movement') &&
      !(e.has('status') && !(e.has('mine') && e.has('work') && !e.has('unit_word'))),
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
        e.has('how') ||
        (e.called && e.has('do') && e.asksWhether && !e.has('what', 'which')) ||
        (e.has('many') && (e.called || ofWorkProper(e)))) &&
      !e.has('due', 'must'),
  },
  {
    name: 'asks-for-units',
    intent: 'unit_status',
    holds: (e) =>
      inquires(e) &&
      !e.destination &&
      (e.unit ||
        e.has('self_unit', 'which_unit', 'unit_word', 'unit_group') ||
        (e.called && (e.has('we') || (e.has('mine') && e.has('status')) || e.whoActed))) &&
      (e.has('status', 'percent') ||
        (e.has('done', 'submit', 'already', 'doing', 'do', 'remaining', 'missing') && (e.asks || e.called)) ||
        (e.has('how') && e.called) ||
        (e.asksYet && e.called)) &&
      (e.called || !(e.asksYet && !e.has('which_unit') && !e.unit)) &&
      !e.has('due', 'must') &&
      !e.asksWhatToSubmit &&
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
      (!e.has('who') || e.has('must') || (e.has('which_unit', 'which_cluster') && e.hasTime)) &&
      !e.has('when') &&
      ((e.has('due') &&
        (e.asks || e.requests || e.hasTime || e.has('soon')) &&
        !(e.has('topic') && !e.hasTime && !e.has('soon') && (e.asksWhich || !e.has('which', 'what')))) ||
        ((e.hasTime || e.has('soon', 'remaining')) &&
          (e.has('work') ||
            (e.has('must') && e.has('do', 'done', 'submit')) ||
            (e.has('submit') && e.has('what', 'which')) ||
            (e.called ? e.has('there_is') : e.thereIs))) ||
        (e.called && e.has('soon') && e.has('what')) ||
        (e.called && e.thereIs && (e.unit || e.cluster)) ||
        (e.hasTime && e.called && (e.has('what', 'how') || e.asksWhether || e.requests || e.has('status'))) ||
        (e.has('must') &&
          e.has('do', 'submit') &&
          e.has('what', 'which') &&
          (e.unit || e.cluster || e.called)) ||
        (e.called &&
          e.has('work') &&
          (e.has('which', 'what') || e.asksWhether || e.requests || (e.fragment && (e.unit || e.cluster))))),
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
    name: 'asks-whether-it-is-done',
    intent: 'unit_status',
    holds: (e) =>
      e.called &&
      e.asks &&
      e.has('topic', 'report') &&
      e.has('done', 'submit', 'do') &&
      (e.asksYet || e.has('really')) &&
      !e.has('when', 'what', 'which', 'due', 'must'),
  },
  {
    name: 'asks-whether-all-is-done',
    intent: 'unit_status',
    holds: (e) =>
      e.called &&
      (e.has('done') ? e.asksYet || e.has('really') : e.has('submit') && e.asksYet) &&
      !e.has('when', 'what', 'which', 'due', 'must'),
  },
  {
    name: 'asks-what-is-left',
    intent: 'due_in_range',
    holds: (e) =>
      e.called && e.asks && e.has('remaining', 'missing') && e.has('what', 'which') && !e.has('who'),
  },
  {
    name: 'names-days',
    intent: 'due_in_range',
    holds: (e) => e.called && e.bareTime,
  },
  {
    name: 'names-a-topic',
    intent: 'task_detail',
    holds: (e) => e.called && e.bareTopic,
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
