import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { PlanReading } from '../../src/core/plan/plan-reading.ts';
import { readWell } from './read-sample.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** A workbook whose deadlines are kept as days, or as the words that were typed. */
async function workbook(...deadlines: readonly (Date | string)[]): Promise<PlanReading> {
  const text = (value: string): { value: string; type: StringConstructor } => ({ value, type: String });
  const rows = deadlines.map((deadline, at) => [
    ...[String(at + 1), `Việc số ${at + 1}`, 'Văn phòng'].map(text),
    typeof deadline === 'string' ? text(deadline) : { value: deadline, type: Date, format: 'dd/mm/yyyy' },
  ]);
  const bytes = await writeXlsxFile([
    ['TT', 'Nội dung', 'Chủ trì', 'Thời hạn'].map(text),
    ...rows,
  ]).toBuffer();
  return readWell({ name: 'a.xlsx', bytes });
}

const asked = ({ undecided }: PlanReading): unknown[] =>
  undecided.flatMap(({ code, words, deadline }) =>
    code === 'DEADLINE_REVIEW'
      ? [[words, deadline?.readings.map(([rule]) => rule?.kind === 'once' && rule.on)]]
      : [],
  );

test('days that a spreadsheet may have taken for American ones are asked about, with both readings', async () => {
  const reading = await workbook(
    day('2026-07-01'),
    '27/02/2026',
    day('2026-12-02'),
    '06/3/2026',
    day('2026-03-03'),
  );

  expect(asked(reading)).toEqual([
    ['01/07/2026', ['2026-07-01', '2026-01-07']],
    ['02/12/2026', ['2026-12-02', '2026-02-12']],
  ]);
});

test('days of which one is past the twelfth of its month stand, and so do those that are all kept', async () => {
  expect(asked(await workbook(day('2026-07-01'), day('2026-02-27'), '28/02/2026'))).toEqual([]);
  expect(asked(await workbook(day('2026-07-01'), day('2026-12-02')))).toEqual([]);
});

test('where some day is written with the month first, all are asked about', async () => {
  const text =
    'No,Task,Assigned to,Due date\n1,Tài liệu,Văn phòng,3/5/2026\n2,Giấy mời,Văn phòng,3/25/2026\n';

  const reading = await readWell({ name: 'a.csv', bytes: Buffer.from(text) });

  expect(asked(reading)).toEqual([
    ['3/5/2026', ['2026-05-03', '2026-03-05']],
    ['3/25/2026', [false, '2026-03-25']],
  ]);
});

test('a day that its heading makes one to be done before is asked about too', async () => {
  const text =
    'TT,Nội dung,Chủ trì,Hoàn thành trước\n1,Tài liệu,Văn phòng,3/5/2026\n2,Giấy mời,Văn phòng,3/25/2026\n';

  const reading = await readWell({ name: 'a.csv', bytes: Buffer.from(text) });

  expect(asked(reading)[0]).toEqual(['Trước 3/5/2026', ['2026-05-03', '2026-03-05']]);
});
