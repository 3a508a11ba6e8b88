import type { Cue } from './cues/cue.ts';
import { type Context, type Intent, NOT_FOR_THE_BOT, type Question, type Slots, TIMED } from './question.ts';
import { type Entities, entitiesIn } from './signs/entities.ts';
import { open, type Reading, read } from './signs/reading.ts';
import { understand, understandOpened } from './understand.ts';

/** Words that make a message a question of its own. */
const WHOLE: readonly Cue[] = [
  'due',
  'work',
  'must',
  'submit',
  'done',
  'late',
  'status',
  'movement',
  'event',
  'report',
  'topic',
  'summary',
  'help',
  'capability',
  'usage',
  'row',
  'mine',
  'record',
  'extension',
  'correct',
  'administer',
  'personal_data',
  'percent',
  'compare',
  'head',
  'deputy',
  'follow',
  'there_is',
];
/** Words that end a talk or lead it elsewhere. */
const ELSEWHERE: readonly Cue[] = [
  'thanks',
  'wish',
  'promise',
  'order',
  'foreign',
  'meeting_point',
  'assent',
  'greeting',
];
/** Nothing leans on these. */
const STANDS_ALONE: readonly Intent[] = ['none', 'help'];
const COMMAND = /^\s*\//u;
const LONGEST = 9;

/**
 * Reads what leans on the question before it: "còn tháng sau?", "của cụm 2 thì sao", "ai làm".
 * A message that stands by itself is read by itself; one that is neither is `none`.
 * Whose question came before, and how long ago, is the caller's to know.
 */
export function followUp(previous: Question, text: string, context: Context): Question {
  if (COMMAND.test(text)) return understand(text, context);
  const opening = open(text, context);
  if (STANDS_ALONE.includes(previous.intent) || opening.audience.people !== null)
    return understandOpened(opening, context);
  const reading = read(opening, context);
  const has = (cues: readonly Cue[]): boolean => cues.some((cue) => reading.cues.has(cue));
  if (has(ELSEWHERE)) return { ...NOT_FOR_THE_BOT, reasons: ['leads-elsewhere'] };
  if (reading.tokens.length > LONGEST || has(WHOLE)) return understandOpened(opening, context, reading);
  return leaning(previous, reading) ?? understandOpened(opening, context, reading);
}

function leaning(previous: Question, reading: Reading): Question | null {
  const entities = entitiesIn(reading);
  if (reading.unexplained.some((at) => !entities.tokens.has(at))) return null;
  const asked = turned(previous, reading);
  if (asked !== null) return asked;
  const [time] = reading.times;
  const slots = { ...withoutOwner(previous.slots, entities, reading), ...ownerOf(entities, reading) };
  const owner =
    entities.unit !== null ||
    entities.cluster !== null ||
    entities.clusterType !== null ||
    reading.cues.has('self_unit');
  if (time === undefined && !owner && !reading.cues.has('all_clusters')) return null;
  const intent = TIMED.includes(previous.intent) || time === undefined ? previous.intent : 'due_in_range';
  return {
    intent: byOwner(intent, entities),
    range: time === undefined ? previous.range : { from: time.from, to: time.to },
    slots,
    choices: [],
    reasons: ['follows-up', ...previous.reasons.slice(-1)],
  };
}

/** "ai làm", "khi nào", "chi tiết": another side of what was asked about. */
function turned(previous: Question, reading: Reading): Question | null {
  const intent: Intent | null =
    reading.cues.has('who') && !reading.cues.has('yet')
      ? 'who_leads'
      : reading.cues.has('when') || reading.cues.has('detail')
        ? 'task_detail'
        : null;
  if (intent === null) return null;
  const { limit: _limit, ...about } = previous.slots;
  return {
    intent,
    range: null,
    slots: about,
    choices: previous.choices,
    reasons: ['follows-up', `turns-to-${intent}`],
  };
}

function withoutOwner(slots: Slots, entities: Entities, reading: Reading): Slots {
  if (
    entities.unit === null &&
    entities.cluster === null &&
    entities.clusterType === null &&
    !reading.cues.has('self_unit') &&
    !reading.cues.has('all_clusters')
  )
    return slots;
  const {
    unit: _unit,
    unitId: _unitId,
    cluster: _cluster,
    clusterId: _clusterId,
    cluster_type: _type,
    unit_group: _group,
    ...rest
  } = slots;
  return rest;
}

function ownerOf(entities: Entities, reading: Reading): Slots {
  const { unit, cluster, clusterType } = entities;
  if (unit !== null) return { unit: unit.name, ...(unit.entry === null ? {} : { unitId: unit.entry.id }) };
  if (cluster !== null)
    return { cluster: cluster.name, ...(cluster.entry === null ? {} : { clusterId: cluster.entry.id }) };
  if (clusterType !== null) return { cluster_type: clusterType };
  if (reading.cues.has('self_unit')) return { unit: 'SELF' };
  return reading.cues.has('all_clusters') ? { cluster: 'ALL' } : {};
}

/** The state of a cluster after that of a unit, and the other way round. */
function byOwner(intent: Intent, entities: Entities): Intent {
  if (intent === 'unit_status' && entities.cluster !== null) return 'cluster_status';
  if (intent === 'cluster_status' && entities.unit !== null) return 'unit_status';
  if (intent === 'my_tasks' && (entities.unit !== null || entities.cluster !== null)) return 'due_in_range';
  return intent;
}
