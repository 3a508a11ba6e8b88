import { localDateAt } from '../../time/instant.ts';
import { addDays } from '../../time/local-date.ts';
import {
  type Context,
  type Intent,
  NOT_FOR_THE_BOT,
  type Question,
  type Slots,
  TOPICAL,
} from '../question.ts';
import { entitiesIn } from '../signs/entities.ts';
import { evidenceOf } from '../signs/evidence.ts';
import { open, read, timesBehind } from '../signs/reading.ts';
import { signalsOf } from '../signs/signals.ts';
import { topicOf } from '../signs/topic.ts';
import { unreadArgument } from '../signs/unread.ts';
import { HORIZON_DAYS } from '../when/ahead.ts';
import { rangeOf } from './choose-range.ts';
import { fillSlots } from './fill-slots.ts';

type Command = { readonly intent: Intent; readonly slots?: Slots };

/** Commands that ask; those that change something belong to the bot. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start: { intent: 'help' },
  help: { intent: 'help' },
  trogiup: { intent: 'help' },
  huongdan: { intent: 'help' },
  han: { intent: 'due_in_range' },
  due: { intent: 'due_in_range' },
  sapden: { intent: 'due_in_range' },
  sapdenhan: { intent: 'due_in_range' },
  denhan: { intent: 'due_in_range' },
  lich: { intent: 'due_in_range' },
  quahan: { intent: 'overdue' },
  overdue: { intent: 'overdue' },
  trehan: { intent: 'overdue' },
  viec: { intent: 'my_tasks', slots: { unit: 'SELF' } },
  tasks: { intent: 'my_tasks', slots: { unit: 'SELF' } },
  cuatoi: { intent: 'my_tasks', slots: { unit: 'SELF' } },
  toi: { intent: 'my_tasks', slots: { unit: 'SELF' } },
  viectoi: { intent: 'my_tasks', slots: { unit: 'SELF' } },
  mytasks: { intent: 'my_tasks', slots: { unit: 'SELF' } },
  chitiet: { intent: 'task_detail' },
  detail: { intent: 'task_detail' },
  task: { intent: 'task_detail' },
  muc: { intent: 'task_detail' },
  chutri: { intent: 'who_leads' },
  ai: { intent: 'who_leads' },
  who: { intent: 'who_leads' },
  tiendo: { intent: 'cluster_status' },
  status: { intent: 'cluster_status' },
  cum: { intent: 'cluster_status' },
  donvi: { intent: 'unit_status' },
  phongtrao: { intent: 'movement_list' },
  movements: { intent: 'movement_list' },
  sukien: { intent: 'events' },
  events: { intent: 'events' },
  kyniem: { intent: 'events' },
  baocao: { intent: 'report_progress', slots: { mode: 'submit' } },
  report: { intent: 'report_progress', slots: { mode: 'submit' } },
  tonghop: { intent: 'report_progress', slots: { mode: 'summary' } },
  digest: { intent: 'report_progress', slots: { mode: 'summary' } },
};

const MOST_DAYS = 1_000;

/** Reads `/han thang 12`, `/sapden 14`, `/due@OurBot next week`; null if the text is no command that asks. */
export function commandQuestion(text: string, context: Context): Question | null {
  const match = /^\s{0,8}\/([A-Za-z_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?=\s|$)/u.exec(text);
  const name = match?.[1]?.toLowerCase().replaceAll('_', '') ?? '';
  if (match === null) return null;
  const other =
    match[2] !== undefined &&
    !context.botNames.some((bot) => bot.replace(/^@/u, '').toLowerCase() === match[2]?.toLowerCase());
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || other) return { ...NOT_FOR_THE_BOT, reasons: ['a-command-of-others'] };
  return withArgument(command, spelledOut(text.slice(match[0].length).trim()), context);
}

/** `/han 2025`: a number that can only be a year is one. */
const spelledOut = (argument: string): string => argument.replace(/^((?:19|20|21)\d{2})$/u, 'năm $1');

function withArgument(command: Command, argument: string, context: Context): Question {
  const reading = read(open(argument, context), context);
  const entities = entitiesIn(reading);
  const signals = signalsOf(reading);
  const evidence = evidenceOf(
    reading,
    { ...signals, rowNumber: signals.rowNumber ?? bareRow(argument) },
    entities,
  );
  const intent =
    command.intent === 'cluster_status' && entities.unit !== null ? 'unit_status' : command.intent;
  const given = { ...command.slots };
  const topic =
    TOPICAL.includes(intent) && argument !== '' ? topicOf(reading, context.names, entities.tokens) : null;
  const times = given.mode === 'summary' ? timesBehind(reading, context) : reading.times;
  const filled = fillSlots(intent, given, reading, evidence, entities, topic, times);
  const days = intent === 'due_in_range' ? bareDays(argument) : null;
  const unread =
    days === null ? unreadArgument(intent, argument, reading, entities, evidence.rowNumber) : null;
  const found = { intent, slots: filled.slots, choices: filled.choices, reasons: ['a-command'] };
  if (unread !== null) return { ...found, range: null, unread };
  const today = localDateAt(context.now, context.zone);
  const range =
    days === null
      ? rangeOf(intent, given.mode, undefined, reading, evidence, times)
      : { from: today, to: addDays(today, days) };
  return { ...found, range };
}

/** `/sapden 14`: so many days ahead. */
function bareDays(argument: string): number | null {
  if (argument === '') return HORIZON_DAYS;
  const days = /^\d{1,4}$/u.test(argument) ? Number(argument) : null;
  return days !== null && days <= MOST_DAYS ? days : null;
}

/** `/chitiet 9.7`. */
function bareRow(argument: string): string | null {
  return /^\d{1,3}(?:\.\d{1,2})?$/u.test(argument) ? argument : null;
}
