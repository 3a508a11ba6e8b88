import type { Message } from '../../../app/ports/message.ts';
import type { Report } from '../../../app/ports/report-repository.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { taskById } from '../../../core/plan/plan-book.ts';
import { type Frame, withSecretariat } from '../frame.ts';
import { button, entry, inRows, message } from '../message.ts';
import { moment } from '../moment.ts';
import { namedInHistory } from '../person-name.ts';
import { stateText } from './report.ts';

export interface NotedReport {
  readonly report: Report;
  readonly obligation: Obligation;
}

/** One line a report, each with its way to say that it is not right. */
export function reportNote(frame: Frame, noted: readonly NotedReport[]): Message {
  const { t, book } = frame;
  return message(
    noted.map((one) => entry(noteLine(frame, one))),
    inRows(
      noted.map(({ report, obligation }) => {
        const { no } = taskById(book, obligation.taskId);
        const label = noted.length > 1 && no !== '' ? t('button.wrongNo', { no }) : t('button.wrong');
        return button(label, { kind: 'contest', report: report.id });
      }),
      2,
    ),
  );
}

function noteLine(frame: Frame, { report, obligation }: NotedReport): string {
  const { t, directory, book } = frame;
  const { to: state, percent, step, recorded } = report;
  const params = {
    owner: ownerName(directory, obligation.owner),
    no: taskById(book, obligation.taskId).no,
    state: stateText(frame, { state, percent, step, meeting: obligation.meeting }),
    ...moment(frame, report.at),
  };
  if (recorded === null)
    return t('note.reported', { ...params, name: namedInHistory(frame, report.personId) });
  const source = t(`record.source.${recorded.source}`);
  const said = { ...withSecretariat(frame, params), source, name: recorded.saidBy };
  return t(recorded.saidBy === '' ? 'note.recorded' : 'note.recordedSaid', said);
}
