import type { Button, Message } from '../../../app/ports/message.ts';
import type { Report } from '../../../app/ports/report-repository.ts';
import type { EvidenceFile, GivenEvidence } from '../../../app/report/see-evidence.ts';
import type { Obligation } from '../../../core/obligation/obligation.ts';
import { ownerName } from '../../../core/obligation/owner-name.ts';
import { handlingOf, type Task, taskById } from '../../../core/plan/plan-book.ts';
import type { Evidence } from '../../../core/work/evidence.ts';
import { isDone } from '../../../core/work/work-state.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import {
  bold,
  button,
  cancelling,
  choice,
  entry,
  inRows,
  marked,
  message,
  paragraph,
  saying,
} from '../message.ts';
import { moment } from '../moment.ts';
import { pageOf, turning } from '../page.ts';
import { capital } from '../subject-name.ts';
import { taskLine } from '../task-line.ts';

/** What shows that the work is done, as the task wants it; any of the kinds is taken. */
export function askEvidenceMessage(frame: Frame, obligation: Obligation): Message {
  const { t } = frame;
  const task = taskById(frame.book, obligation.taskId);
  const wanted = handlingOf(task).evidence;
  return message(
    [
      entry([bold(taskLine(frame, task))]),
      paragraph(
        t(`evidence.ask.${wanted}`),
        t(obligation.state === 'done' ? 'evidence.isDone' : 'evidence.notYet'),
      ),
    ],
    [[choice(t('button.noEvidence'), 'nothing')], [cancelling(t)]],
  );
}

/** Evidence that nobody asked for, over the tasks of its sender. */
export function askWhichTaskMessage(
  frame: Frame,
  evidence: Evidence,
  candidates: readonly Obligation[],
): Message {
  const { t, book } = frame;
  return message(
    [
      entry([bold(evidenceText(frame, evidence))]),
      paragraph(t('evidence.which')),
      ...candidates.map((one) =>
        entry(marked(taskLine(frame, taskById(book, one.taskId)), isDone(one.state))),
      ),
    ],
    [
      ...inRows(
        candidates.map(({ taskId }, index) =>
          choice(capital(t('button.taskNo', { no: taskById(book, taskId).no })), `o-${index}`),
        ),
      ),
      [cancelling(t)],
    ],
  );
}

export function evidenceText({ t }: Frame, evidence: Evidence): string {
  switch (evidence.kind) {
    case 'document':
      return evidence.on === null
        ? t('evidence.given.number', { number: evidence.number })
        : t('evidence.given.document', { number: evidence.number, date: fullDate(evidence.on) });
    case 'file':
      return t('evidence.given.file', { name: evidence.name });
    case 'link':
      return t('evidence.given.link', { url: evidence.url });
    case 'nothing':
      return t('evidence.given.nothing');
  }
}

/** Opens the file of a report; null where there is none. */
export const fileButton = ({ t }: Frame, { id, evidence }: Report, place = ''): Button | null =>
  evidence?.kind === 'file'
    ? button(t('button.evidenceFile', { place }).trim(), { kind: 'evidence_file', report: id })
    : null;

export const evidenceFile = (frame: Frame, { obligation, file }: EvidenceFile): Message => ({
  ...saying(
    `${ownerName(frame.directory, obligation.owner)} · ${taskLine(frame, taskById(frame.book, obligation.taskId))}`,
  ),
  attachment: file,
});

const PER_PAGE = 9;

/** What was given by whom, each file a press away. */
export function evidenceList(
  frame: Frame,
  task: Task,
  given: readonly GivenEvidence[],
  skip: number,
): Message {
  const { t, directory } = frame;
  const page = pageOf(given, skip, PER_PAGE);
  const numbered = page.items.map((one, index) => ({ ...one, place: String(page.skip + index + 1) }));
  return message(
    [
      entry([bold(taskLine(frame, task))]),
      paragraph(t(given.length === 0 ? 'evidence.list.none' : 'evidence.list.heading')),
      ...numbered.map(({ obligation, report, place }) =>
        entry(
          `${place}. ${ownerName(directory, obligation.owner, obligation.doneOn)} (${moment(frame, report.at).date})`,
          evidenceText(frame, report.evidence),
        ),
      ),
    ],
    [
      ...inRows(numbered.flatMap(({ report, place }) => fileButton(frame, report, place) ?? [])),
      turning(frame, page, (to) => ({ kind: 'evidences', task: task.id, skip: to })),
      [button(t('button.back'), { kind: 'board_task', task: task.id, skip: 0 })],
    ],
  );
}
