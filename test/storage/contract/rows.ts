import { v7 as uuidv7 } from 'uuid';
import type { PlannedNotice } from '../../../src/app/ports/notice-repository.ts';
import type { Report } from '../../../src/app/ports/report-repository.ts';
import type { Id } from '../../../src/core/id.ts';
import type { Obligation } from '../../../src/core/obligation/obligation.ts';
import type { Chat } from '../../../src/core/organisation/chat.ts';
import type { Cluster, ClusterKind } from '../../../src/core/organisation/cluster.ts';
import type { Person } from '../../../src/core/organisation/person.ts';
import type { Settings } from '../../../src/core/organisation/settings.ts';
import type { Unit } from '../../../src/core/organisation/unit.ts';
import type { Plan, Task } from '../../../src/core/plan/plan-book.ts';
import { instantOf, minuteOfDay, parseInstant, type Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import type { Database } from '../../../src/storage/open-database.ts';

export const newId = <Kind extends string>(): Id<Kind> => uuidv7() as Id<Kind>;

export const NOW = parseInstant('2024-11-04T07:55:00+07:00') ?? instantOf(0);

export const settings: Settings = {
  name: 'Hội đồng Thi đua – Khen thưởng',
  zone: 'Asia/Ho_Chi_Minh' as Zone,
  locale: 'vi',
  secretariatName: { vi: 'cơ quan thường trực', en: 'the standing agency' },
  deadlineReading: 'lenient',
  hours: { from: minuteOfDay('07:30'), to: minuteOfDay('17:00') },
  remindersAt: minuteOfDay('08:00'),
  digest: { weekday: 1, at: minuteOfDay('08:00') },
  overviews: [{ weekday: 5, at: minuteOfDay('15:00') }],
  ladders: {
    usual: { before: [14, 7, 3, 1], after: [1, 3], hours: [] },
    monthly: { before: [3], after: [1], hours: [] },
    hour: { before: [1], after: [], hours: [4, 2] },
  },
  ladderRules: [
    {
      scope: { kind: 'work', work: 'conference' },
      of: 'monthly',
      ladder: { before: [30], after: [1], hours: [] },
    },
    { scope: { kind: 'cluster', id: newId() }, of: 'hour', ladder: { before: [7], after: [], hours: [] } },
    { scope: { kind: 'plan', id: newId() }, of: 'usual', ladder: { before: [3], after: [2], hours: [] } },
  ],
  ownDays: { off: [dateOf('2024-11-20')], worked: [dateOf('2024-11-23')] },
  remindersAWeek: 3,
  rotation: 'yearly',
  schoolYear: {
    startsOn: '09-04',
    semester1EndsOn: '01-12',
    semester2StartsOn: '01-15',
    endsOn: '05-29',
  },
  schoolQuiet: { from: '06-01', to: '08-15' },
  trial: { days: 14, from: dateOf('2024-11-01') },
};

export const clusterKind: ClusterKind = {
  code: 'administrative',
  names: { vi: 'Cụm hành chính', en: 'Administrative cluster' },
  calendar: 'calendar_year',
};

export function aUnit(change: Partial<Unit> = {}): Unit {
  const id = newId<'unit'>();
  return {
    id,
    code: `U-${id}`,
    name: 'Phường Điện Biên',
    aliases: ['P. Điện Biên', 'Điện Biên "phường"'],
    kind: 'ward',
    parentId: null,
    validFrom: dateOf('2020-01-01'),
    validTo: null,
    successorIds: [],
    contact: null,
    formerNames: [],
    confirmedOn: null,
    ...change,
  };
}

export function aCluster(change: Partial<Cluster> = {}): Cluster {
  const id = newId<'cluster'>();
  return {
    id,
    code: `C-${id}`,
    name: 'Cụm thi đua số 1',
    kind: clusterKind.code,
    validFrom: null,
    validTo: dateOf('2030-12-31'),
    ...change,
  };
}

export const aPerson = (change: Partial<Person> = {}): Person => ({
  id: newId(),
  name: 'Nguyễn Thị Hoà',
  title: 'Phó Chủ tịch',
  address: 'đồng chí',
  reminders: true,
  ...change,
});

export function aChat(change: Partial<Chat> = {}): Chat {
  const id = newId<'chat'>();
  return {
    id,
    channel: 'telegram',
    key: `-100${id}`,
    kind: 'group',
    title: 'Cụm 1 <b>&',
    thread: null,
    clusterId: null,
    personId: null,
    locale: 'en',
    freeQuestions: true,
    state: 'active',
    ...change,
  };
}

export const aPlan = (change: Partial<Plan> = {}): Plan => ({
  id: newId(),
  number: '29/KH-UBND',
  issuer: 'UBND thành phố',
  issuedOn: dateOf('2022-01-20'),
  title: 'Kế hoạch phát động thi đua',
  periodFrom: dateOf('2022-01-01'),
  periodTo: dateOf('2025-12-31'),
  ...change,
});

export const aTask = (change: Partial<Task> = {}): Task => ({
  id: newId(),
  planId: null,
  no: '6',
  parentId: null,
  section: null,
  title: 'Báo cáo tổng kết phong trào thi đua',
  deadlineWords: 'Trước ngày 20/12 hằng năm',
  parties: [],
  rules: [],
  withdrawnOn: null,
  ...change,
});

export const anObligation = (taskId: Obligation['taskId'], change: Partial<Obligation> = {}): Obligation => ({
  id: newId(),
  taskId,
  ruleId: newId(),
  periodKey: '2024',
  owner: { kind: 'unit', id: newId() },
  clusterId: newId(),
  words: 'Trước ngày 20/12 hằng năm',
  exclusive: true,
  namedOn: dateOf('2024-12-20'),
  dueOn: dateOf('2024-12-19'),
  dueMinute: null,
  overdueFrom: dateOf('2024-12-21'),
  state: 'not_started',
  percent: 0,
  step: null,
  meeting: null,
  reason: null,
  doneOn: null,
  changedAt: NOW,
  nextStageOn: dateOf('2024-12-05'),
  revision: 0,
  ...change,
});

export const standing = {
  ruleId: null,
  namedOn: null,
  dueOn: null,
  overdueFrom: null,
  nextStageOn: null,
} as const;

export const aReport = (
  obligationId: Report['obligationId'],
  personId: Report['personId'],
  change: Partial<Report> = {},
): Report => ({
  id: newId(),
  obligationId,
  personId,
  at: NOW,
  from: 'not_started',
  to: 'in_progress',
  percent: 50,
  step: null,
  reason: null,
  evidence: null,
  recorded: null,
  contest: null,
  effectKey: newId(),
  ...change,
});

export const aNotice = (change: Partial<PlannedNotice> = {}): PlannedNotice => ({
  id: newId(),
  kind: 'reminder',
  addressee: { kind: 'chat', id: newId() },
  slot: newId(),
  at: NOW,
  subject: null,
  late: false,
  ...change,
});

/** What most rows refer to, saved: a person, a chat, a unit, a plan with a task. */
export async function aWorld(database: Database) {
  const world = { person: aPerson(), chat: aChat(), unit: aUnit(), plan: aPlan(), task: aTask() };
  await database.unitOfWork.run(async (tx) => {
    await tx.organisation.savePerson(world.person);
    await tx.organisation.saveChat(world.chat);
    await tx.organisation.saveUnit(world.unit);
    await tx.plans.savePlan(world.plan);
    await tx.plans.saveTask(world.task);
  });
  return world;
}
