import * as fc from 'fast-check';
import type { Subject } from '../../../src/app/asking/subject.ts';
import { slotOf } from '../../../src/app/notices/urgent-slot.ts';
import { ASSIGNMENT_ANSWERS } from '../../../src/app/report/answer-assignment.ts';
import { SLOT_NOTICE_KINDS, type UpcomingRef } from '../../../src/app/upcoming/upcoming-notices.ts';
import type { Action, ActionKind } from '../../../src/bot/buttons/action.ts';
import { HANDLING_CHOICES } from '../../../src/bot/buttons/report.ts';
import { SET_UP_FILES, SET_UP_PAGES } from '../../../src/bot/buttons/set-up.ts';
import { TRIAL_CHOICES } from '../../../src/bot/buttons/trial.ts';
import type { Id } from '../../../src/core/id.ts';
import type { AuditBy } from '../../../src/core/organisation/audit-by.ts';
import { INVITED_ROLES } from '../../../src/core/organisation/invitation.ts';
import { LADDER_NAMES, type LadderScope } from '../../../src/core/organisation/ladder.ts';
import type { Role } from '../../../src/core/organisation/person.ts';
import { SETTING_NAMES } from '../../../src/core/organisation/setting-choices.ts';
import { addDays, dateOf } from '../../../src/core/time/local-date.ts';
import { quarterOf } from '../../../src/core/time/quarter.ts';
import { STEP_NAMES } from '../../../src/core/work/step.ts';
import { WORK_KINDS } from '../../../src/core/work/work-kind.ts';

const id = <Kind extends string>(): fc.Arbitrary<Id<Kind>> => fc.uuid().map((uuid) => uuid as Id<Kind>);
const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(dateOf('1990-01-01'), count));
const skip = fc.integer({ min: 0, max: 99_999 });
const year = fc.constantFrom(0, 1990, 2025, 2099);
const auditBy: fc.Arbitrary<AuditBy> = fc.oneof(
  fc.record({ kind: fc.constant('all' as const) }),
  fc.record({ kind: fc.constant('person' as const), id: id<'person'>() }),
  fc.record({ kind: fc.constant('unit' as const), id: id<'unit'>() }),
  fc.record({ kind: fc.constant('sort' as const), sort: fc.stringMatching(/^[a-z_]{1,20}$/) }),
  fc.record({ kind: fc.constant('days' as const), from: day, to: day }),
);
const role = fc.constantFrom('focal_point' as const, 'leader' as const);
const about: fc.Arbitrary<Subject> = fc.oneof(
  fc.constantFrom({ kind: 'everyone' as const }, { kind: 'own' as const }),
  fc.record({ kind: fc.constant('unit' as const), id: id<'unit'>() }),
  fc.record({ kind: fc.constant('cluster' as const), id: id<'cluster'>() }),
  fc.record({ kind: fc.constant('clusters' as const), code: fc.stringMatching(/^[A-Za-z0-9_-]{1,23}$/) }),
  fc.record({ kind: fc.constant('units' as const), word: fc.stringMatching(/^[a-z0-9-]{1,23}$/) }),
);
const office = fc.constantFrom('lead' as const, 'deputy' as const);
const officeOf = { cluster: id<'cluster'>(), unit: id<'unit'>(), office };
const dutyRef = {
  person: id<'person'>(),
  role: fc.constantFrom<Role>('secretariat', 'approver', 'leader', 'focal_point', 'council_member'),
  where: fc.oneof(
    fc.record({ kind: fc.constant('unit' as const), id: id<'unit'>() }),
    fc.record({ kind: fc.constant('cluster' as const), id: id<'cluster'>() }),
    fc.record({ kind: fc.constant('office' as const) }),
  ),
};
const choice = fc.stringMatching(/^[a-z0-9-]{1,30}$/);

const ladderScope: fc.Arbitrary<LadderScope> = fc.oneof(
  fc.record({ kind: fc.constant('office' as const) }),
  fc.record({ kind: fc.constant('plan' as const), id: id<'plan'>() }),
  fc.record({ kind: fc.constant('cluster' as const), id: id<'cluster'>() }),
  fc.record({ kind: fc.constant('work' as const), work: fc.constantFrom(...WORK_KINDS) }),
);
const ladderPlace = { scope: ladderScope, of: fc.constantFrom(...LADDER_NAMES) };
const sessionKey = {
  memberId: id<'person'>(),
  clusterId: id<'cluster'>(),
  quarter: day.map(quarterOf),
};
const upcomingRef: fc.Arbitrary<UpcomingRef> = fc.oneof(
  fc.record({ kind: fc.constant('stored' as const), id: id<'notice'>() }),
  fc.record({
    kind: fc.constant('slot' as const),
    notice: fc.constantFrom(...SLOT_NOTICE_KINDS),
    addressee: fc.oneof(
      fc.record({ kind: fc.constant('person' as const), id: id<'person'>() }),
      fc.record({ kind: fc.constant('chat' as const), id: id<'chat'>() }),
    ),
    slot: fc.oneof(
      day,
      fc
        .record({ urgent: fc.boolean(), at: fc.integer({ min: 0, max: 4e12 }) })
        .map(({ urgent, at }) => slotOf(urgent, `${at}`)),
    ),
  }),
);

/** Actions that name one thing. */
function oneId<const Field extends string, const Kind extends string>(field: Field, ...kinds: Kind[]) {
  return Object.fromEntries(kinds.map((kind) => [kind, id().map((value) => ({ kind, [field]: value }))])) as {
    [One in Kind]: fc.Arbitrary<{ kind: One } & Record<Field, never>>;
  };
}

/** One arbitrary a kind: a new kind of action does not compile until it is tested here. */
export const ACTIONS: { readonly [Kind in ActionKind]: fc.Arbitrary<Extract<Action, { kind: Kind }>> } = {
  due: fc.record({ kind: fc.constant('due' as const), from: day, to: day, skip }),
  task: fc.record({ kind: fc.constant('task' as const), task: id<'task'>() }),
  mine: fc.record({ kind: fc.constant('mine' as const), skip }),
  steps: fc.record({ kind: fc.constant('steps' as const), obligation: id<'obligation'>() }),
  percent: fc.record({
    kind: fc.constant('percent' as const),
    obligation: id<'obligation'>(),
    percent: skip,
  }),
  done: fc.record({ kind: fc.constant('done' as const), obligation: id<'obligation'>() }),
  blocked: fc.record({ kind: fc.constant('blocked' as const), obligation: id<'obligation'>() }),
  launch_release: fc.record({ kind: fc.constant('launch_release' as const), launch: id<'launch'>() }),
  acknowledge: fc.record({ kind: fc.constant('acknowledge' as const), launch: id<'launch'>() }),
  dialogue: fc.record({ kind: fc.constant('dialogue' as const), choice }),
  secretariat_name: fc.record({ kind: fc.constant('secretariat_name' as const) }),
  help: fc.record({ kind: fc.constant('help' as const) }),
  trial: fc.record({ kind: fc.constant('trial' as const), choice: fc.constantFrom(...TRIAL_CHOICES) }),
  set_up: fc.record({ kind: fc.constant('set_up' as const), page: fc.constantFrom(...SET_UP_PAGES) }),
  set_up_file: fc.record({
    kind: fc.constant('set_up_file' as const),
    file: fc.constantFrom(...SET_UP_FILES),
  }),
  organisation: fc.record({
    kind: fc.constant('organisation' as const),
    file: fc.stringMatching(/^[0-9a-f]{64}$/),
    choice: fc.constantFrom('import' as const, 'leave' as const),
  }),
  trial_days: fc.record({ kind: fc.constant('trial_days' as const), days: skip }),
  release_all: fc.record({ kind: fc.constant('release_all' as const) }),
  release: fc.record({ kind: fc.constant('release' as const), rehearsal: id<'notice'>() }),
  ladders: fc.record({ kind: fc.constant('ladders' as const) }),
  ladder_scopes: fc.record({
    kind: fc.constant('ladder_scopes' as const),
    of: fc.constantFrom('plan' as const, 'work' as const, 'cluster' as const),
    skip,
  }),
  ladder: fc.record({ kind: fc.constant('ladder' as const), ...ladderPlace }),
  ladder_set: fc.record({
    kind: fc.constant('ladder_set' as const),
    ...ladderPlace,
    part: fc.constantFrom('before' as const, 'after' as const),
    stages: choice,
  }),
  ladder_clear: fc.record({ kind: fc.constant('ladder_clear' as const), ...ladderPlace }),
  days: fc.record({ kind: fc.constant('days' as const), skip }),
  day_add: fc.record({ kind: fc.constant('day_add' as const) }),
  school_year: fc.record({ kind: fc.constant('school_year' as const) }),
  day: fc.record({ kind: fc.constant('day' as const), from: day, to: day }),
  day_set: fc.record({
    kind: fc.constant('day_set' as const),
    from: day,
    to: day,
    as: fc.constantFrom('off' as const, 'worked' as const, 'usual' as const),
  }),
  sessions: fc.record({ kind: fc.constant('sessions' as const) }),
  session: fc.record({ kind: fc.constant('session' as const), ...sessionKey }),
  session_do: fc.record({
    kind: fc.constant('session_do' as const),
    to: fc.constantFrom('agreed' as const, 'held' as const, 'moved' as const),
    ...sessionKey,
  }),
  tones: fc.record({ kind: fc.constant('tones' as const), skip }),
  tone: fc.record({
    kind: fc.constant('tone' as const),
    unit: id<'unit'>(),
    tone: fc.constantFrom('usual' as const, 'courteous' as const),
    skip,
  }),
  upcoming: fc.record({ kind: fc.constant('upcoming' as const), skip }),
  upcoming_one: fc.record({ kind: fc.constant('upcoming_one' as const), ref: upcomingRef }),
  upcoming_settle: fc.record({
    kind: fc.constant('upcoming_settle' as const),
    ref: upcomingRef,
    choice: fc.constantFrom('now' as const, 'skip' as const),
  }),
  assignment_answer: fc.record({
    kind: fc.constant('assignment_answer' as const),
    task: id<'task'>(),
    answer: fc.constantFrom(...ASSIGNMENT_ANSWERS),
  }),
  nothing: fc.record({ kind: fc.constant('nothing' as const), obligation: id<'obligation'>() }),
  assignment_list: fc.record({ kind: fc.constant('assignment_list' as const), task: id<'task'>() }),
  assignment_hour: fc.record({ kind: fc.constant('assignment_hour' as const), task: id<'task'>() }),
  assignment_withdraw: fc.record({
    kind: fc.constant('assignment_withdraw' as const),
    task: id<'task'>(),
    answer: fc.constantFrom('ask' as const, 'yes' as const, 'no' as const),
  }),
  items: fc.record({ kind: fc.constant('items' as const), task: id<'task'>() }),
  item: fc.record({ kind: fc.constant('item' as const), obligation: id<'obligation'>() }),
  due_aside: fc.record({ kind: fc.constant('due_aside' as const), from: day, to: day }),
  due_of: fc.record({ kind: fc.constant('due_of' as const), about, from: day, to: day, skip }),
  leads: fc.record({ kind: fc.constant('leads' as const), task: id<'task'>() }),
  overdue: fc.record({ kind: fc.constant('overdue' as const), about, skip }),
  status: fc.record({ kind: fc.constant('status' as const), about, from: day, to: day, skip }),
  units: fc.record({
    kind: fc.constant('units' as const),
    about,
    filter: fc.constantFrom('done', 'not_done'),
    from: day,
    to: day,
    skip,
  }),
  task_status: fc.record({ kind: fc.constant('task_status' as const), about, task: id<'task'>(), skip }),
  movements: fc.record({ kind: fc.constant('movements' as const), about, skip }),
  movements_of: fc.record({
    kind: fc.constant('movements_of' as const),
    about,
    origin: fc.constantFrom('-', 'thanh-pho', 'trung-uong-thanh'),
    first: year,
    last: year,
    skip,
  }),
  events: fc.record({ kind: fc.constant('events' as const), from: day, to: day, skip }),
  meetings: fc.record({ kind: fc.constant('meetings' as const), skip }),
  record_choose: fc.record({ kind: fc.constant('record_choose' as const) }),
  calls: fc.record({ kind: fc.constant('calls' as const) }),
  other: fc.record({ kind: fc.constant('other' as const) }),
  plan_draft: fc.record({
    kind: fc.constant('plan_draft' as const),
    draft: id<'plan_draft'>(),
    step: choice,
    at: skip,
  }),
  plan_decide: fc.record({ kind: fc.constant('plan_decide' as const), draft: id<'plan_draft'>(), choice }),
  twins: fc.record({ kind: fc.constant('twins' as const), skip }),
  pair_twins: fc.record({ kind: fc.constant('pair_twins' as const), count: skip }),
  alike: fc.record({ kind: fc.constant('alike' as const), skip }),
  pair: fc.record({
    kind: fc.constant('pair' as const),
    task: id<'task'>(),
    another: id<'task'>(),
    answer: fc.constantFrom('same' as const, 'apart' as const),
    skip,
  }),
  kin: fc.record({ kind: fc.constant('kin' as const), task: id<'task'>() }),
  part: fc.record({ kind: fc.constant('part' as const), task: id<'task'>(), from: id<'task'>() }),
  invite: fc.record({ kind: fc.constant('invite' as const) }),
  invite_cluster: fc.record({ kind: fc.constant('invite_cluster' as const), cluster: id<'cluster'>() }),
  invite_others: fc.record({ kind: fc.constant('invite_others' as const) }),
  invite_unit: fc.record({
    kind: fc.constant('invite_unit' as const),
    unit: id<'unit'>(),
    role: fc.constantFrom(...INVITED_ROLES),
  }),
  invite_all: fc.record({ kind: fc.constant('invite_all' as const), role }),
  assignment_copy: fc.record({ kind: fc.constant('assignment_copy' as const), task: id<'task'>() }),
  assignment_calls: fc.record({ kind: fc.constant('assignment_calls' as const), task: id<'task'>() }),
  board_pin: fc.record({ kind: fc.constant('board_pin' as const) }),
  session_task: fc.record({ kind: fc.constant('session_task' as const), ...sessionKey, item: skip }),
  ...oneId(
    'launch',
    'launch_remind',
    'launch_callers',
    'launch_copy',
    'launch_record',
    'launch_list',
    'launch_register',
    'launch_correct',
    'launch_rewrite',
    'launch_registrations',
  ),
  launch_approve: fc.record({
    kind: fc.constant('launch_approve' as const),
    launch: id<'launch'>(),
    answer: fc.constantFrom('yes' as const, 'no' as const),
  }),
  launch_read: fc.record({
    kind: fc.constant('launch_read' as const),
    launch: id<'launch'>(),
    part: fc.constantFrom('all' as const, 'files' as const),
  }),
  launch_review: fc.record({
    kind: fc.constant('launch_review' as const),
    launch: id<'launch'>(),
    review: fc.constantFrom('interim' as const, 'final' as const),
  }),
  launch_remind_as: fc.record({
    kind: fc.constant('launch_remind_as' as const),
    launch: id<'launch'>(),
    as: fc.constantFrom('usual' as const, 'urgent' as const),
  }),
  launch_withdraw: fc.record({
    kind: fc.constant('launch_withdraw' as const),
    launch: id<'launch'>(),
    answer: fc.constantFrom('ask' as const, 'yes' as const, 'no' as const),
  }),
  registration: fc.record({
    kind: fc.constant('registration' as const),
    launch: id<'launch'>(),
    unit: id<'unit'>(),
    answer: fc.constantFrom('yes' as const, 'more' as const),
  }),
  ...oneId(
    'notice',
    'snooze',
    'basis',
    'plain_copy',
    'escalation_call',
    'escalation_wait',
    'escalation_report',
  ),
  card_mute: fc.record({
    kind: fc.constant('card_mute' as const),
    obligation: id<'obligation'>(),
    notice: id<'notice'>(),
  }),
  card_unmute: fc.record({
    kind: fc.constant('card_unmute' as const),
    obligation: id<'obligation'>(),
    notice: id<'notice'>(),
  }),
  ...oneId('obligation', 'mute', 'unmute', 'extend', 'evidence', 'confirm', 'send_back'),
  step: fc.record({
    kind: fc.constant('step' as const),
    obligation: id<'obligation'>(),
    step: fc.constantFrom(...STEP_NAMES),
  }),
  ...oneId('cluster', 'office_cluster', 'office_keep', 'office_member', 'staff_cluster'),
  ...oneId('unit', 'staff_unit', 'unit_rename', 'unit_end'),
  offices: fc.record({ kind: fc.constant('offices' as const) }),
  office_units: fc.record({ kind: fc.constant('office_units' as const), cluster: id<'cluster'>(), office }),
  office_ask: fc.record({ kind: fc.constant('office_ask' as const), ...officeOf, from: day }),
  office_set: fc.record({ kind: fc.constant('office_set' as const), ...officeOf, from: day }),
  office_day: fc.record({ kind: fc.constant('office_day' as const), ...officeOf }),
  hand_over: fc.record({
    kind: fc.constant('hand_over' as const),
    handOver: id<'hand_over'>(),
    side: fc.constantFrom('given' as const, 'taken' as const),
  }),
  staff: fc.record({ kind: fc.constant('staff' as const) }),
  staff_others: fc.record({ kind: fc.constant('staff_others' as const) }),
  staff_office: fc.record({ kind: fc.constant('staff_office' as const) }),
  duty: fc.record({ kind: fc.constant('duty' as const), ...dutyRef }),
  duty_pass: fc.record({
    kind: fc.constant('duty_pass' as const),
    ...dutyRef,
    act: fc.constantFrom('hand_over' as const, 'stand_in' as const),
  }),
  duty_end: fc.record({
    kind: fc.constant('duty_end' as const),
    ...dutyRef,
    answer: fc.constantFrom('ask' as const, 'yes' as const, 'back' as const),
  }),
  cluster_end: fc.record({ kind: fc.constant('cluster_end' as const), cluster: id<'cluster'>() }),
  cluster_restore: fc.record({ kind: fc.constant('cluster_restore' as const), cluster: id<'cluster'>() }),
  unit_restore: fc.record({ kind: fc.constant('unit_restore' as const), unit: id<'unit'>() }),
  unowned: fc.record({ kind: fc.constant('unowned' as const), skip }),
  contacts: fc.record({
    kind: fc.constant('contacts' as const),
    unit: id<'unit'>(),
    answer: fc.constantFrom('same' as const, 'other' as const),
  }),
  ...oneId('report', 'contest', 'settle', 'evidence_file'),
  ...oneId('task', 'handling', 'record', 'task_calls'),
  handle: fc.record({
    kind: fc.constant('handle' as const),
    task: id<'task'>(),
    choice: fc.constantFrom(...HANDLING_CHOICES),
  }),
  extension: fc.record({
    kind: fc.constant('extension' as const),
    extension: id<'extension'>(),
    answer: fc.constantFrom('granted' as const, 'refused' as const),
  }),
  inbox: fc.record({ kind: fc.constant('inbox' as const) }),
  inbox_item: fc.record({ kind: fc.constant('inbox_item' as const), skip }),
  confirm_all: fc.record({ kind: fc.constant('confirm_all' as const) }),
  board: fc.record({ kind: fc.constant('board' as const) }),
  board_cluster: fc.record({ kind: fc.constant('board_cluster' as const), cluster: id<'cluster'>(), skip }),
  board_tasks: fc.record({ kind: fc.constant('board_tasks' as const), skip }),
  board_task: fc.record({ kind: fc.constant('board_task' as const), task: id<'task'>(), skip }),
  evidences: fc.record({ kind: fc.constant('evidences' as const), task: id<'task'>(), skip }),
  audit: fc.record({ kind: fc.constant('audit' as const), by: auditBy, skip }),
  audit_choose: fc.record({
    kind: fc.constant('audit_choose' as const),
    what: fc.constantFrom('people' as const, 'units' as const, 'sorts' as const, 'days' as const),
    skip,
  }),
  audit_table: fc.record({ kind: fc.constant('audit_table' as const), by: auditBy }),
  setting: fc.record({
    kind: fc.constant('setting' as const),
    name: fc.constantFrom('all' as const, ...SETTING_NAMES),
  }),
  set: fc.record({
    kind: fc.constant('set' as const),
    name: fc.constantFrom(...SETTING_NAMES),
    value: choice,
  }),
  own_setting: fc.record({
    kind: fc.constant('own_setting' as const),
    choice: fc.constantFrom(
      'vi' as const,
      'en' as const,
      'free-on' as const,
      'free-off' as const,
      'here' as const,
    ),
  }),
  me: fc.record({
    kind: fc.constant('me' as const),
    choice: fc.constantFrom(
      ...(['show', 'describe', 'erase', 'erase-yes', 'reminders-on', 'reminders-off'] as const),
    ),
  }),
  bind: fc.record({ kind: fc.constant('bind' as const), cluster: id<'cluster'>() }),
  unbind: fc.record({ kind: fc.constant('unbind' as const), chat: id<'chat'>() }),
  join: fc.record({
    kind: fc.constant('join' as const),
    invitation: id<'invitation'>(),
    answer: fc.constantFrom('yes' as const, 'no' as const),
  }),
};
