import { array, assert, asyncProperty, boolean, constantFrom, record } from 'fast-check';
import { expect, test } from 'vitest';
import { diffPlans } from '../../src/core/plan/diff-plans.ts';
import type { PlanReading } from '../../src/core/plan/plan-reading.ts';
import { planToXlsx } from '../../src/exporter/plan-xlsx.ts';
import { openArchive } from '../../src/importer/documents/safe-archive.ts';
import { readSample, readTextWell, readWell } from '../importer/read-sample.ts';
import { partOf } from '../importer/zip-of.ts';

const again = async (reading: PlanReading): Promise<PlanReading> =>
  readWell({ name: 'ke-hoach.xlsx', bytes: await planToXlsx(reading) });

const differences = (before: PlanReading, after: PlanReading): object[] =>
  diffPlans(before, after).filter((change) => change.kind !== 'same');

test('the sample plan exported imports again without difference', async () => {
  const before = await readSample('plan-29-ba-dinh.docx');

  const after = await again(before);

  expect(after.tasks).toHaveLength(40);
  expect(differences(before, after)).toEqual([]);
  expect(after.head).toEqual(before.head);
  expect(after.sections).toEqual(before.sections);
  expect(after.events).toEqual(before.events);
  expect(after.movements).toEqual(before.movements);
});

const LEADS = [
  'Phòng Nội vụ',
  'Các đơn vị thuộc quận',
  'Cụm trưởng',
  'Phòng Tài chính - Kế hoạch; Phòng Y tế',
  '+cmd()',
];
const TIMES = [
  '',
  'Trước ngày 31/12 hằng năm',
  'Hằng năm',
  'Tháng 3/2025',
  'Trước 30/3/2025',
  'Quý I, Quý II hằng năm',
];
const TITLES = [
  'Ký giao ước',
  '+1+1',
  'Năm học mới: khai giảng',
  '- Sơ kết',
  'Báo cáo (lần 2);',
  'Phong trào “Một; hai”',
  '@SUM(A1)',
];

const rowOf = record({
  title: constantFrom(...TITLES),
  lead: constantFrom(...LEADS),
  time: constantFrom(...TIMES),
  isSub: boolean(),
});

test('any plan exported imports again without difference', async () => {
  await assert(
    asyncProperty(array(rowOf, { minLength: 1, maxLength: 12 }), boolean(), async (rows, restarts) => {
      const lines = rows.flatMap((row, at) => {
        const section = restarts && at % 4 === 0 ? [`${['I', 'II', 'III'][at / 4]}\tPhần ${at}\t\t`] : [];
        const no = row.isSub && at % 4 !== 0 ? '' : String(restarts ? (at % 4) + 1 : at + 1);
        return [...section, `${no}\t${row.title}\t${row.lead}\t${row.time}`];
      });
      const before = await readTextWell(['TT\tNhiệm vụ\tChủ trì\tThời hạn', ...lines].join('\n'));

      expect(differences(before, await again(before))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('no cell of an exported plan is a formula', async () => {
  const plan = await readTextWell('TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát\t+Phòng Nội vụ\t@now');
  const tasks = plan.tasks.map((task) => ({ ...task, title: '=HYPERLINK("http://x")' }));

  const archive = await openArchive(await planToXlsx({ ...plan, tasks }));

  expect(tasks).toHaveLength(1);
  expect(await partOf(archive, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
});

test('sections to which a plan comes back, and those with names, keep their rows', async () => {
  const before = await readTextWell(
    [
      'Lĩnh vực\tTT\tNội dung\tChủ trì\tThời hạn',
      'Cán bộ\t1\tRà soát\tVăn phòng\t10/3/2026',
      'Khác\t1\tBáo cáo\tVăn phòng\t20/3/2026',
      'Cán bộ\t2\tĐánh giá\tVăn phòng\t30/3/2026',
    ].join('\n'),
  );

  const after = await again(before);

  expect(after.tasks.map(({ no, section }) => [no, section])).toEqual([
    ['M1.1', 'Cán bộ'],
    ['M2.1', 'Khác'],
    ['M1.2', 'Cán bộ'],
  ]);
  expect(differences(before, after)).toEqual([]);
});
