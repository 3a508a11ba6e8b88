import { type Choice, type Intent, type Slots, TOPICAL } from '../question.ts';
import { choicesOf, type Entities } from '../signs/entities.ts';
import type { Evidence } from '../signs/evidence.ts';
import { originIn } from '../signs/origin.ts';
import type { Reading } from '../signs/reading.ts';
import type { Topic } from '../signs/topic.ts';
import type { TimeSpan } from '../when/time-span.ts';
import { means } from '../words/word.ts';

export type Filled = { readonly slots: Slots; readonly choices: readonly Choice[] };

const GROUPS = ['phường', 'xã', 'trường', 'phòng', 'đoàn thể', 'ngành'];

export function fillSlots(
  intent: Intent,
  given: Slots,
  reading: Reading,
  e: Evidence,
  entities: Entities,
  topic: Topic | null,
  times: readonly TimeSpan[],
): Filled {
  const choices: Choice[] = [...choicesOf(entities.unit, 'unit'), ...choicesOf(entities.cluster, 'cluster')];
  const slots: Slots = {
    ...given,
    ...unitSlots(intent, e, entities),
    ...clusterSlots(intent, e, entities),
    ...groupSlots(intent, reading, e, entities),
    ...topicSlots(intent, reading, e, topic, choices),
    ...originSlots(intent, reading, entities),
    ...detailSlots(intent, reading, e),
    ...eventSlots(intent, e, times),
    ...reportSlots(intent, given, reading, e, times),
  };
  return { slots, choices: choices.slice(0, 3) };
}

function unitSlots(intent: Intent, e: Evidence, entities: Entities): Slots {
  if (entities.unit !== null) {
    const { name, entry } = entities.unit;
    return { unit: name, ...(entry === null ? {} : { unitId: entry.id }) };
  }
  const own = e.self || intent === 'my_tasks' || (intent === 'unit_status' && e.has('we'));
  return own ? { unit: 'SELF' } : {};
}

function clusterSlots(intent: Intent, e: Evidence, entities: Entities): Slots {
  if (entities.cluster !== null) {
    const { name, entry } = entities.cluster;
    return { cluster: name, ...(entry === null ? {} : { clusterId: entry.id }) };
  }
  if (entities.clusterType !== null) return { cluster_type: entities.clusterType };
  if (e.has('all_clusters') || e.has('which_cluster')) return { cluster: 'ALL' };
  if (e.has('own_cluster')) return { cluster: 'SELF' };
  if (intent === 'cluster_status')
    return { cluster: e.has('cluster_word') && !e.has('compare') ? 'SELF' : 'ALL' };
  return {};
}

function groupSlots(intent: Intent, reading: Reading, e: Evidence, entities: Entities): Slots {
  const found: { unit_group?: string; group_by?: 'unit' | 'cluster' } = {};
  if (e.has('unit_group') && entities.clusterType === null) {
    const group = GROUPS.find((word) =>
      reading.tokens.some((token) => means(token, word.split(' ')[0] ?? word)),
    );
    if (group !== undefined) found.unit_group = group;
  }
  if (intent === 'overdue') {
    if (e.has('which_unit')) found.group_by = 'unit';
    else if (e.has('which_cluster')) found.group_by = 'cluster';
  }
  return found;
}

function topicSlots(
  intent: Intent,
  { plan }: Reading,
  e: Evidence,
  topic: Topic | null,
  choices: Choice[],
): Slots {
  const row = TOPICAL.includes(intent) ? rowSlots(e, plan) : {};
  if (topic === null || topic.words === null) return row;
  const [only] = topic.entries;
  if (row.task_no === undefined && topic.entries.length > 1) {
    for (const entry of topic.entries)
      choices.push({
        slot: entry.kind === 'movement' ? 'movement' : 'task',
        id: entry.id,
        name: entry.names[0] ?? '',
      });
  }
  const sure = topic.entries.length === 1 && only !== undefined && row.task_no === undefined;
  return {
    ...(row.task_no === undefined ? { topic: topic.words } : {}),
    ...row,
    ...(sure && only.no !== undefined ? { task_no: only.no } : {}),
    ...(sure ? (only.kind === 'movement' ? { movementId: only.id } : { taskId: only.id }) : {}),
  };
}

/** The row that is asked about, the others beside it, and of which plan they are. */
function rowSlots({ rowNumber, otherRows }: Evidence, plan: string | null): Slots {
  if (rowNumber === null) return {};
  return {
    task_no: rowNumber,
    ...(otherRows.length === 0 ? {} : { other_rows: otherRows }),
    ...(plan === null ? {} : { plan }),
  };
}

function originSlots(intent: Intent, reading: Reading, entities: Entities): Slots {
  const origin = intent === 'movement_list' ? originIn(reading, entities.tokens) : null;
  return origin === null ? {} : { origin };
}

/** "22/12 là kỷ niệm bao nhiêu năm": the day that is asked about. */
function eventSlots(intent: Intent, e: Evidence, [first]: readonly TimeSpan[]): Slots {
  const asked = intent === 'events' && e.has('many', 'when') && first?.from === first?.to;
  return asked && first !== undefined ? { date: first.from } : {};
}

function detailSlots(intent: Intent, reading: Reading, e: Evidence): Slots {
  if (intent === 'who_leads') {
    if (e.has('deputy')) return { role: 'cluster_deputy' };
    if (e.has('head')) return { role: 'cluster_head' };
    if (e.has('follow')) return { role: 'council_member' };
    return e.has('coordinate') && !e.has('lead') ? { role: 'coordinators' } : {};
  }
  if (intent === 'cluster_status' || intent === 'unit_status') {
    const filter =
      intent === 'unit_status' && (e.has('which_unit', 'unit_word') || e.whoActed)
        ? { filter: e.has('yet', 'remaining', 'missing', 'not') ? ('not_done' as const) : ('done' as const) }
        : {};
    return {
      ...filter,
      ...(e.has('percent') || reading.tokens.some((token) => token.kind === 'percent')
        ? { metric: 'percent_done' as const }
        : {}),
      ...(e.has('compare') ? { compare: true } : {}),
    };
  }
  return {};
}

function reportSlots(
  intent: Intent,
  given: Slots,
  reading: Reading,
  e: Evidence,
  times: readonly TimeSpan[],
): Slots {
  if (intent !== 'report_progress' || given.mode === undefined || given.mode === 'summary') return {};
  const ahead = reading.times.find((time) => time.from === time.to && time.to > reading.today);
  const day = times.find((time) => time.from === time.to);
  if (given.mode === 'extension_request') return ahead === undefined ? {} : { expected: ahead.to };
  const status =
    e.has('doing') || (e.share !== null && e.share < 100)
      ? 'in_progress'
      : e.has('yet') || given.mode === 'correct'
        ? 'not_done'
        : 'done';
  if (status === 'done')
    return { status, ...(day !== undefined && day.to <= reading.today ? { date: day.to } : {}) };
  return { status, ...(ahead === undefined ? {} : { expected: ahead.to }) };
}
