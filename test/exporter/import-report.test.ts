import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { importReportToXlsx } from '../../src/exporter/import-report.ts';
import { readSample } from '../importer/read-sample.ts';

test('the report of an import lists every doubt and every row', async () => {
  const reading = await readSample('plan-29-ba-dinh.docx');

  const bytes = await importReportToXlsx(reading, {
    sheets: { undecided: 'Cần quyết định', warnings: 'Lưu ý', tasks: 'Nhiệm vụ' },
    columns: {
      where: 'Dòng',
      what: 'Vấn đề',
      words: 'Nguyên văn',
      alternatives: 'Lựa chọn',
      no: 'TT',
      title: 'Nhiệm vụ',
      lead: 'Chủ trì',
      deadline: 'Thời gian',
    },
    where: (doubt) => (doubt.where.kind === 'task' ? doubt.where.no : doubt.where.kind),
    what: (doubt) => doubt.code,
  });

  const [undecided, warnings, tasks] = await readXlsxFile(Buffer.from(bytes));
  expect(undecided?.data).toHaveLength(reading.undecided.length + 1);
  expect(warnings?.data).toHaveLength(reading.warnings.length + 1);
  expect(tasks?.data.map((row) => row[0])).toEqual(['TT', ...reading.tasks.map((task) => task.no)]);
  expect(undecided?.data).toContainEqual(expect.arrayContaining(['event', 'ANNIVERSARY_WRONG']));
});
