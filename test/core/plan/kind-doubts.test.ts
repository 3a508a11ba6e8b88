import { expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline/parse.ts';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import { applyDecisions } from '../../../src/core/plan/apply-decisions.ts';
import type { Decision } from '../../../src/core/plan/decision.ts';
import { mattersOf } from '../../../src/core/plan/matters.ts';
import type { PlanReading } from '../../../src/core/plan/plan-reading.ts';
import type { Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';

const TODAY = dateOf('2024-11-04');
const kind = (code: string) => ({ code, names: { vi: code, en: code }, calendar: 'calendar_year' as const });
const directory = {
  units: [],
  settings: defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi'),
  clusters: [{ kind: 'school' }],
  clusterKinds: [kind('administrative'), kind('school')],
} as unknown as Parameters<typeof mattersOf>[2];

const readingOf = (words: string): PlanReading =>
  ({
    head: {},
    tasks: [
      {
        no: '1',
        title: 'Tổng kết',
        deadlineText: words,
        rules: readDeadline(words, { now: TODAY }).rules,
        rulesInherited: false,
        lead: null,
        coLeads: [],
        coordinating: [],
      },
    ],
    events: [],
    movements: [],
    undecided: [],
  }) as unknown as PlanReading;
const matters = (words: string, decisions: readonly Decision[] = []) =>
  mattersOf(readingOf(words), decisions, directory, TODAY);
const kindsOf = (decision: Decision): unknown =>
  decision.kind === 'deadline' ? decision.rules.map(({ appliesTo }) => appliesTo) : decision.kind;

test.each(['Trước ngày 20/11/2024 (khối mầm non)', 'Các phường: trước 15/11/2024'])(
  'a deadline for a kind of cluster that is not there is asked about: %s',
  (words) => {
    const [matter, ...others] = matters(words);

    expect(others).toEqual([]);
    expect(matter?.about).toMatchObject({ doubt: { code: 'DEADLINE_FOR_UNKNOWN_KIND', words } });
    expect(matter?.typed).toBe('deadline');
    expect(matter?.options.map(kindsOf)).toEqual([[null], ['school'], []]);
  },
);

test('only what is for the unknown kind is decided anew', () => {
  const [matter] = matters('Các phường: trước 15/11/2024; các trường: trước 30/5/2025');

  expect(matter?.options.map(kindsOf)).toEqual([[null, 'school'], ['school', 'school'], ['school'], []]);
});

test('the answer settles the question, which stays in its place', () => {
  const words = 'Trước ngày 20/11/2024 (khối mầm non)';
  const chosen = matters(words)[0]?.options[1];
  if (chosen === undefined) throw new Error('no option');

  expect(matters(words, [chosen])).toMatchObject([{ decided: chosen }]);
  expect(applyDecisions(readingOf(words), [chosen]).tasks[0]?.rules).toMatchObject([{ appliesTo: 'school' }]);
});

test.each([
  'Trước ngày 20/11/2024',
  'Trước ngày 30/5/2025 (các trường học)',
  'Trước ngày 20/12/2024 (Cụm hành chính)',
])('nothing is asked about %s', (words) => {
  expect(matters(words)).toEqual([]);
});
