import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/organisation/settings-default.ts';
import { carriedDecisions } from '../../../src/core/plan/amendment.ts';
import { applyDecisions } from '../../../src/core/plan/apply-decisions.ts';
import { decidedPairs, pairDecision } from '../../../src/core/plan/decided-pairs.ts';
import { type Decision, decisionCode, doubtKey, withDecision } from '../../../src/core/plan/decision.ts';
import { mattersOf } from '../../../src/core/plan/matters.ts';
import { clearRows, openMatters } from '../../../src/core/plan/open-rows.ts';
import type { PlanReading } from '../../../src/core/plan/plan-reading.ts';
import type { Zone } from '../../../src/core/time/instant.ts';
import { dateOf } from '../../../src/core/time/local-date.ts';
import { readSample } from '../../importer/read-sample.ts';

const reading: PlanReading = await readSample('plan-29-ba-dinh.docx');
const kind = (code: string) => ({ code, names: { vi: code, en: code }, calendar: 'calendar_year' as const });
const nobody = {
  units: [],
  clusters: [],
  clusterKinds: [kind('administrative'), kind('school')],
  settings: defaultSettings('Asia/Ho_Chi_Minh' as Zone, 'vi'),
};
const TODAY = dateOf('2024-11-04');
const matters = mattersOf(reading, [], nobody, TODAY);
const options = matters.flatMap((matter) => matter.options);

const task = (of: PlanReading, no: string) => of.tasks.find((one) => one.no === no);
const option = (no: string, wanted: Partial<Decision> & { kind: Decision['kind'] }): Decision => {
  const found = options.find(
    (one) =>
      one.about.endsWith(` ${no}`) &&
      Object.entries(wanted).every(([key, value]) => one[key as never] === value),
  );
  if (found === undefined) throw new Error(`no such option of ${no}`);
  return found;
};

test('no decision leaves the reading as it is', () => {
  expect(applyDecisions(reading, [])).toEqual(reading);
});

describe('of a document that does not say its years', () => {
  const ofNoYear: PlanReading = {
    ...reading,
    head: { ...reading.head, issuedOn: TODAY, period: null },
    undecided: [],
    tasks: reading.tasks.slice(0, 1).map((one) => ({
      ...one,
      deadlineText: 'Trước ngày 30/11',
      rules: [
        { kind: 'once', on: dateOf('2024-11-30'), inclusive: false, time: null, appliesTo: null } as const,
      ],
    })),
  };
  const ofYears = (from: number, to: number): Decision => ({
    about: doubtKey({ code: 'HEAD_PERIOD_MISSING', where: { kind: 'head' } }),
    kind: 'period',
    period: { from, to },
  });

  test('a day without a year is of the year that is decided', () => {
    const { tasks, undecided } = applyDecisions(ofNoYear, [ofYears(2026, 2026)]);

    expect(tasks[0]?.rules).toMatchObject([{ kind: 'once', on: '2026-11-30' }]);
    expect(undecided).toEqual([]);
  });

  test('a day without a year is asked about where several are decided, until that is settled', () => {
    const asked = openMatters(mattersOf(ofNoYear, [ofYears(2025, 2027)], nobody, TODAY));
    const [matter] = asked;
    const about = matter?.key;
    const settled = about === undefined ? [] : [{ about, kind: 'accept' } as const];

    expect(matter?.about).toMatchObject({ doubt: { code: 'DEADLINE_REVIEW', words: 'Trước ngày 30/11' } });
    expect(applyDecisions(ofNoYear, [ofYears(2025, 2027), ...settled]).undecided).toEqual([]);
  });
});

test('options have different codes, fit for a button', () => {
  expect(options.length).toBeGreaterThan(20);
  expect(new Set(options.map(decisionCode)).size).toBe(options.length);
  expect(options.map(decisionCode).every((code) => /^[a-f0-9]{12}$/.test(code))).toBe(true);
});

test('each decision settles its matter and only that, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(options), (chosen) => {
      const decisions = chosen.reduce<Decision[]>(withDecision, []);
      const decided = applyDecisions(reading, decisions);
      const settled = new Set(decisions.map(({ about }) => about));
      const open = openMatters(mattersOf(reading, decisions, nobody, TODAY));

      expect(settled.size).toBe(decisions.length);
      expect(decided.undecided.length).toBeLessThanOrEqual(reading.undecided.length);
      expect(open.some(({ key }) => settled.has(key))).toBe(false);
      expect(decided.tasks.map(({ no }) => no)).toEqual(reading.tasks.map(({ no }) => no));
      expect(decided.tasks.map(({ title }) => title)).toEqual(reading.tasks.map(({ title }) => title));
    }),
    { numRuns: 50 },
  );
});

test('the last decision of a matter holds', () => {
  const [first, second] = [
    option('8.1', { kind: 'lead' }),
    options.filter(({ about }) => about.endsWith(' 8.1'))[1],
  ];
  if (second === undefined) throw new Error('8.1 has no second option');

  expect(withDecision([first], second)).toEqual([second]);
});

test('a deadline that belongs to another row leaves the one it stood in', () => {
  const decided = applyDecisions(reading, [option('9.10', { kind: 'deadline_of', of: '9.9' })]);

  expect(task(decided, '9.9')).toMatchObject({ deadlineText: 'Trước ngày 30/3/2021', rulesInherited: false });
  expect(task(decided, '9.10')).toMatchObject({ deadlineText: '', rules: [] });
});

test('two rows that are one duty keep their numbers and their words; the pair says that they are one', () => {
  const same = option('20', { kind: 'duplicate' });
  const decided = applyDecisions(reading, [same]);

  expect(task(decided, '20')).toEqual(task(reading, '20'));
  expect(decided.undecided.some(({ code }) => code === 'ROW_DUPLICATED')).toBe(false);
  expect(decidedPairs(reading, [same])).toEqual([{ no: '20', of: '11', isSame: true }]);
  expect(decidedPairs(reading, [option('20', { kind: 'accept' })])).toEqual([
    { no: '20', of: '11', isSame: false },
  ]);
  expect(pairDecision(reading, ['11', '20'], true)).toEqual(same);
  expect(pairDecision(reading, ['11', '12'], true)).toBeNull();
});

test('the right anniversary goes into the name of the event', () => {
  const matter = matters.find(({ key }) => key.startsWith('ANNIVERSARY_WRONG'));
  const decided = applyDecisions(reading, matter === undefined ? [] : matter.options.slice(0, 1));

  expect(decided.events.some(({ name }) => name === 'Kỷ niệm 70 năm Ngày Giải phóng Thủ đô')).toBe(true);
});

test('rows that wait are not clear', () => {
  expect(clearRows(reading, matters)).toBeLessThan(reading.tasks.length);
  expect(clearRows(reading, [])).toBe(reading.tasks.length);
});

test('decisions are carried to an amendment where the doubt is the same, and not where its row is gone', () => {
  const decisions = [option('8.1', { kind: 'lead' }), option('20', { kind: 'duplicate' })];
  const without = {
    ...reading,
    undecided: reading.undecided.filter(({ where }) => where.kind !== 'task' || where.no !== '20'),
  };

  expect(carriedDecisions({ reading, decisions }, reading)).toEqual(decisions);
  expect(carriedDecisions({ reading, decisions }, without)).toEqual(decisions.slice(0, 1));
});
