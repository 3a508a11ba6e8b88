import { expect, test } from 'vitest';
import { seePlanReading } from '../../src/app/plan/see-plan-reading.ts';
import type { Doubt } from '../../src/core/plan/doubts/doubt.ts';
import { placeWords } from '../../src/core/plan/plan-reading-json.ts';
import { dateOf } from '../../src/core/time/local-date.ts';
import { isRefused } from '../../src/importer/import-refusal.ts';
import { readPlanText } from '../../src/importer/read-plan-file.ts';
import type { Office } from '../support/office.ts';
import { planText } from '../support/plan-in-force.ts';
import { emptyOffice, sampleOffice } from '../support/sample-office.ts';

const PLAN = planText('77/KH-UBND', 'phong trào năm 2025', [
  '1\tKý giao ước\tCụm trưởng\tKhối mầm non: trước 15/3/2025; cụm hành chính: trước 30/3/2025',
  '2\tTổng kết\tBan Điều phối liên vùng\tTrước ngày 20/12/2025',
  '3\tTuyên truyền\tBan Điều phối liên vùng\tThường xuyên',
  '4\tBáo cáo\tPhòng Nội vụ\tDự kiến tháng 6',
]);

async function undecided(office: Office): Promise<string[]> {
  const reading = await readPlanText(PLAN, dateOf('2024-11-04'));
  if (isRefused(reading)) throw new Error(reading.code);
  const seen = await seePlanReading(office.read, reading, office.dependencies.clock.now());
  return seen.undecided.map(({ where, code }: Doubt) => `${placeWords(where)} ${code}`);
}

test('kinds of cluster and leads that the office does not know wait for it too, before anything is kept', async () => {
  expect(await undecided(await sampleOffice())).toEqual([
    'task 1 DEADLINE_FOR_UNKNOWN_KIND',
    'task 4 DEADLINE_REVIEW',
    'task 2 LEAD_UNKNOWN',
    'task 3 LEAD_UNKNOWN',
  ]);
});

test('an office without units is not asked who each lead is', async () => {
  expect(await undecided(await emptyOffice())).not.toContain('task 2 LEAD_UNKNOWN');
});
