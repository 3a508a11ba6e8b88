import { reportOfStage } from '../../app/report/note-report.ts';
import { reportNote } from '../views/report/report-note.ts';
import type { Said, Saying } from './saying.ts';

/**
 * The reports of one hour to one person, of each obligation the last; those that were contested or returned
 * since are left out.
 */
export async function sayReportNote({ dependencies, lines, frame }: Saying): Promise<Said> {
  const { read } = dependencies.unitOfWork;
  const noted = [];
  for (const { stage, obligationId } of lines) {
    const id = reportOfStage(stage);
    const report = id === null ? null : await read.reports.byId(id);
    const obligation = await read.obligations.byId(obligationId);
    if (report === null || obligation === null || report.contest !== null) continue;
    if (obligation.state === 'returned') continue;
    noted.push({ report, obligation });
  }
  noted.sort((a, b) => a.report.at - b.report.at);
  const last = new Map(noted.map((one) => [one.obligation.id, one]));
  return last.size === 0 ? { withheld: 'overtaken' } : reportNote(frame, [...last.values()]);
}
