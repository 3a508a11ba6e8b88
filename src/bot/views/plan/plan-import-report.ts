import type { PlanDraftSeen } from '../../../app/plan/see-plan-draft.ts';
import type { Message } from '../../../app/ports/message.ts';
import type { PlanWorkbookWriter } from '../../../app/ports/plan-workbook-writer.ts';
import { type Sheet, SPREADSHEET, type TableWriter } from '../../../app/ports/table-writer.ts';
import type { Matter } from '../../../core/plan/matters.ts';
import type { TaskReading } from '../../../core/plan/plan-reading.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { saying } from '../message.ts';
import { decisionText, doubtText, draftName, nextNamed, placeText } from './plan-import-words.ts';

/** The whole import as a file: what waits, what was decided, what is odd, every row as it stands. */
export async function reportMessage(
  frame: Frame,
  seen: PlanDraftSeen,
  writer: Pick<TableWriter, 'writeBook'>,
): Promise<Message> {
  const { t } = frame;
  const { draft, decided, matters } = seen;
  const bytes = await writer.writeBook([
    mattersSheet(frame, matters, 'undecided'),
    mattersSheet(frame, matters, 'decided'),
    {
      name: t('import.report.warnings'),
      rows: [
        columns(frame, ['where', 'what', 'words']),
        ...decided.warnings.map((doubt) => [placeText(frame, doubt), doubtText(frame, doubt), doubt.words]),
      ],
      widths: [16, 50, 70],
    },
    {
      name: t('import.report.tasks'),
      rows: [
        columns(frame, ['no', 'title', 'lead', 'coordinating', 'deadline', 'next']),
        ...decided.tasks.map((task) => taskRow(frame, seen, task)),
      ],
      widths: [8, 60, 30, 40, 40, 14],
    },
  ]);
  const plan = draftName(frame, decided, draft.fileName);
  const name = t('import.report.file', { number: fileNumber(seen) });
  return {
    ...saying(t('import.report.caption', { plan })),
    attachment: { name, type: SPREADSHEET, bytes },
  };
}

type Column =
  | 'where'
  | 'what'
  | 'words'
  | 'alternatives'
  | 'choice'
  | 'no'
  | 'title'
  | 'lead'
  | 'coordinating'
  | 'deadline'
  | 'next';

const columns = ({ t }: Frame, names: readonly Column[]): string[] =>
  names.map((name) => t(`import.report.${name}`));

/** What waits, with what may be chosen; or what was decided, with what was chosen. */
function mattersSheet(frame: Frame, matters: readonly Matter[], which: 'undecided' | 'decided'): Sheet {
  const told = matters.filter(({ decided }) => (decided === null) === (which === 'undecided'));
  return {
    name: frame.t(`import.report.${which}`),
    rows: [
      columns(frame, ['where', 'what', 'words', which === 'decided' ? 'choice' : 'alternatives']),
      ...told.map((matter) => {
        const said = matter.decided === null ? matter.options : [matter.decided];
        const { where, what, words } = asked(frame, matter);
        return [where, what, words, said.map((one) => decisionText(frame, matter, one)).join('\n')];
      }),
    ],
    widths: [16, 50, 60, 40],
  };
}

/** Leads that nobody known answers to stand among the doubts of the document. */
function asked(frame: Frame, { about }: Matter): { where: string; what: string; words: string } {
  const { t } = frame;
  if (about.kind === 'doubt') {
    const { doubt } = about;
    return { where: placeText(frame, doubt), what: doubtText(frame, doubt), words: doubt.words };
  }
  return {
    where: t('import.place.task', { no: about.leads.join(', ') }),
    what: t('import.doubt.LEAD_UNKNOWN'),
    words: about.words,
  };
}

function taskRow(frame: Frame, { decided }: PlanDraftSeen, task: TaskReading): string[] {
  const next = nextNamed(frame, decided, task.rules);
  return [
    task.no,
    task.title,
    [task.lead, ...task.coLeads].flatMap((party) => (party === null ? [] : [party.words])).join('; '),
    task.coordinating.join('; '),
    task.officeWords ?? task.deadlineText,
    next === null ? '' : fullDate(next),
  ];
}

/** The plan as it was decided, as a workbook to work on: sent back, it shows what was changed in it. */
export async function workbookMessage(
  frame: Frame,
  seen: PlanDraftSeen,
  writer: PlanWorkbookWriter,
): Promise<Message> {
  const { t } = frame;
  const { draft, decided } = seen;
  const bytes = await writer.write(decided);
  return {
    ...saying(t('import.workbook.caption', { plan: draftName(frame, decided, draft.fileName) })),
    attachment: {
      name: t('import.workbook.file', { number: fileNumber(seen) }),
      type: SPREADSHEET,
      bytes,
    },
  };
}

function fileNumber({ decided }: PlanDraftSeen): string {
  const number = (decided.head.number ?? '').replace(/[^\p{L}\d]+/gu, '-');
  return number === '' ? 'moi' : number;
}
