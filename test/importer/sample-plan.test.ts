import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DeadlineRule } from '../../src/core/deadline/rule.ts';
import type { PlanReading, TaskReading } from '../../src/core/plan/plan-reading.ts';
import { readSample, readSampleText } from './read-sample.ts';

interface ExpectedRule {
  readonly kind: string;
  readonly by: string | null;
  readonly applies_to: string;
  readonly strict_before: boolean;
}

interface ExpectedTask {
  readonly no: string;
  readonly parent_no: string | null;
  readonly section: string;
  readonly title: string;
  readonly lead: string;
  readonly co_leads: readonly string[];
  readonly lead_role: 'unit' | 'all_units' | 'cluster_head';
  readonly coordinating: readonly string[];
  readonly deadline_text: string;
  readonly deadline_rules: readonly ExpectedRule[];
  readonly confidence: string;
}

interface Expected {
  readonly plan: {
    readonly number: string;
    readonly issuer: string;
    readonly issued: string;
    readonly title: string;
  };
  readonly tasks: readonly ExpectedTask[];
  readonly events: readonly {
    readonly year: number;
    readonly date: string | null;
    readonly anniversary_stated: number | null;
    readonly anniversary_computed: number | null;
    readonly where: string;
  }[];
}

const expected: Expected = JSON.parse(
  readFileSync(new URL('../fixtures/plan-29/plan-29-reading.json', import.meta.url), 'utf8'),
);

const readings: readonly (readonly [string, PlanReading])[] = [
  ['.docx', await readSample('plan-29-ba-dinh.docx')],
  ['.txt', await readSample('plan-29-ba-dinh.txt')],
  ['pasted text', await readSampleText('plan-29-ba-dinh.txt')],
];

const ROLES = { unit: 'unit', all_units: 'each_unit', cluster_head: 'cluster_head' } as const;

describe.each(readings)('the sample plan as %s', (_, reading) => {
  const found = new Map(reading.tasks.map((task) => [task.no, task]));

  test('has the 40 rows of the human reading, in order', () => {
    expect(expected.tasks).toHaveLength(40);
    expect(reading.tasks.map((task) => task.no)).toEqual(expected.tasks.map((task) => task.no));
  });

  test.each(expected.tasks.map((task) => [task.no, task] as const))(
    'reads row %s as a person does',
    (no, row) => {
      const task = found.get(no);

      expect(task && plain(task)).toEqual({
        parent: row.parent_no,
        section: row.section,
        title: row.title,
        lead: row.lead === '' ? null : row.lead,
        role: row.lead === '' ? null : ROLES[row.lead_role],
        coLeads: row.co_leads.map((words) => words.toLowerCase()),
        coordinating: row.coordinating,
        deadline: row.deadline_text,
        confidence: row.confidence,
      });
      expect(task?.rules.flatMap(plainRules)).toEqual(
        row.deadline_rules.filter((rule) => rule.kind !== 'none').map(wantedRule),
      );
    },
  );

  test('reads the head of the document', () => {
    expect(reading.head).toMatchObject({
      number: expected.plan.number,
      issuer: expected.plan.issuer,
      issuedOn: expected.plan.issued,
      title: expected.plan.title,
      period: { from: 2021, to: 2025 },
    });
    expect(reading.head.superior).toMatch(/^02\/KH-HĐTĐKT ngày 10\/12\/2020 của Hội đồng/);
    expect(reading.sections.map((section) => section.no)).toEqual(['I', 'II', 'III']);
  });

  test('finds the events of body and table, each once', () => {
    const summary = (event: {
      year: number | null;
      date: string | null;
      stated: number | null;
      inBodyOnly: boolean;
    }): string => JSON.stringify(event);
    const wanted = expected.events.map((event) =>
      summary({
        year: event.year,
        date: event.date,
        stated: event.anniversary_stated,
        inBodyOnly: event.where === 'body only',
      }),
    );

    const events = reading.events.map((event) =>
      summary({
        year: event.year,
        date: event.on,
        stated: event.anniversary?.stated ?? null,
        inBodyOnly: event.where === 'body',
      }),
    );

    expect(events.sort()).toEqual(wanted.sort());
  });

  test('names the movements of row 9 with who launched them', () => {
    expect(reading.movements.map((movement) => [movement.taskNo, movement.name])).toEqual(
      expect.arrayContaining([
        ['9.1', 'Cả nước chung sức xây dựng nông thôn mới'],
        ['9.7', 'Đẩy mạnh công tác cải cách hành chính'],
        ['9.10', 'Viết sáng kiến'],
      ]),
    );
    expect(reading.movements.find((movement) => movement.taskNo === '9.2')).toMatchObject({
      origin: 'Trung ương, Thành phố',
      lead: 'Phòng Lao động Thương binh và Xã hội',
      period: 'Giai đoạn 2021-2025',
    });
  });

  test.each([
    ['AMB-01', 'DEADLINE_CYCLE_UNCLEAR', 'task 1'],
    ['AMB-04', 'HALF_YEAR_AGAINST_DEADLINE', 'task 4'],
    ['AMB-05', 'TITLE_REPEATS_WORDS', 'task 6'],
    ['AMB-06', 'DEADLINE_BEFORE_PLAN', 'task 7'],
    ['AMB-07', 'LEAD_BY_POSITION', 'task 8.2'],
    ['AMB-08', 'ANNIVERSARY_WRONG', 'Kỷ niệm 75 năm Ngày Giải phóng Thủ đô'],
    ['AMB-09', 'DATE_SEPARATORS_MIXED', 'task 8.8'],
    ['AMB-10', 'EVENT_ONLY_IN_BODY', 'Đại hội đại biểu toàn quốc lần thứ XIII của Đảng'],
    ['AMB-12', 'DEADLINE_ALONE_AMONG_ROWS', 'task 9.10'],
    ['AMB-13', 'ROW_DUPLICATED', 'task 20'],
    ['AMB-13', 'ROW_NEARLY_DUPLICATED', 'task 12'],
    ['AMB-14', 'LEAD_DIFFERS_IN_BODY', 'task 13'],
    ['AMB-15', 'LEAD_JOINT', 'task 16'],
    ['AMB-15', 'PARTY_SCOPE_ODD', 'task 9.9'],
    ['AMB-16', 'DEADLINE_EACH_OR_ONE', 'task 19'],
  ])('%s is flagged: %s at %s', (_amb, code, where) => {
    const places = [...reading.undecided, ...reading.warnings]
      .filter((doubt) => doubt.code === code)
      .map(({ where: place }) =>
        place.kind === 'task' ? `task ${place.no}` : place.kind === 'event' ? place.name : '',
      );

    expect(places).toContain(where);
  });

  test('a body that charges another than the appendix is quoted with its place', () => {
    const words = reading.warnings.flatMap((doubt) =>
      doubt.code === 'LEAD_DIFFERS_IN_BODY' ? [doubt.words] : [],
    );

    expect(words).toEqual([
      expect.stringMatching(/^III\.5\. Phòng Văn hoá và Thông tin: Chủ trì, phối hợp với/),
    ]);
  });

  test('holds back only what a person must decide', () => {
    expect([...new Set(reading.undecided.map((doubt) => doubt.code))].sort()).toEqual([
      'ANNIVERSARY_WRONG',
      'DEADLINE_ALONE_AMONG_ROWS',
      'DEADLINE_CYCLE_UNCLEAR',
      'LEAD_BY_POSITION',
      'ROW_DUPLICATED',
    ]);
  });
});

function plain(task: TaskReading): object {
  return {
    parent: task.parentNo,
    section: task.section,
    title: task.title,
    lead: task.lead?.words ?? null,
    role: task.lead?.role ?? null,
    coLeads: task.coLeads.map((party) => party.words.toLowerCase()),
    coordinating: task.coordinating,
    deadline: task.deadlineText,
    confidence: task.confidence,
  };
}

interface PlainRule {
  readonly kind: string;
  readonly by: string | null;
  readonly for: string;
  readonly exclusive: boolean;
}

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** A rule in the terms of the human reading, which writes each quarter apart. */
function plainRules(rule: DeadlineRule): PlainRule[] {
  const forWhom = rule.appliesTo ?? 'all';
  if (rule.kind === 'yearly')
    return [{ kind: 'yearly', by: rule.by, for: forWhom, exclusive: !rule.inclusive }];
  if (rule.kind === 'once') return [{ kind: 'once', by: rule.on, for: forWhom, exclusive: !rule.inclusive }];
  if (rule.kind === 'year_long') return [{ kind: 'year-long', by: null, for: forWhom, exclusive: false }];
  if (rule.kind === 'period') return [{ kind: 'period', by: rule.to, for: forWhom, exclusive: false }];
  if (rule.kind !== 'yearly_quarter') return [{ kind: rule.kind, by: null, for: forWhom, exclusive: false }];
  return rule.quarters.map((quarter) => ({
    kind: 'quarterly',
    by: QUARTER_ENDS[quarter - 1] ?? null,
    for: forWhom,
    exclusive: false,
  }));
}

const wantedRule = (rule: ExpectedRule): PlainRule => ({
  kind: rule.kind,
  by: rule.by,
  for: rule.applies_to,
  exclusive: rule.strict_before,
});
