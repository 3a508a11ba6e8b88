import type { PlanDraftSeen } from '../../app/plan/see-plan-draft.ts';
import type { Message } from '../../app/ports/message.ts';
import type { PlanReportWriter } from '../../app/ports/plan-report-writer.ts';
import type { PlanWorkbookWriter } from '../../app/ports/plan-workbook-writer.ts';
import { SPREADSHEET } from '../../app/ports/table-writer.ts';
import { unitById } from '../../core/organisation/directory.ts';
import { atTask, type Doubt, doubtOf } from '../../core/plan/doubt.ts';
import { openMatters } from '../../core/plan/open-rows.ts';
import type { Frame } from './frame.ts';
import { saying } from './message.ts';
import { doubtText, draftName, placeText } from './plan-import-words.ts';

/** The whole import as a file: what waits, what is odd, every row as it stands. */
export async function reportMessage(
  frame: Frame,
  seen: PlanDraftSeen,
  writer: PlanReportWriter,
): Promise<Message> {
  const { t } = frame;
  const { draft, decided } = seen;
  const bytes = await writer.write(
    { ...decided, undecided: openDoubts(frame, seen) },
    {
      sheets: {
        undecided: t('import.report.undecided'),
        warnings: t('import.report.warnings'),
        tasks: t('import.report.tasks'),
      },
      columns: {
        where: t('import.report.where'),
        what: t('import.report.what'),
        words: t('import.report.words'),
        alternatives: t('import.report.alternatives'),
        no: t('import.report.no'),
        title: t('import.report.title'),
        lead: t('import.report.lead'),
        deadline: t('import.report.deadline'),
      },
      where: (doubt) => placeText(frame, doubt),
      what: (doubt) => doubtText(frame, doubt),
    },
  );
  const plan = draftName(frame, decided, draft.fileName);
  const name = t('import.report.file', { number: fileNumber(seen) });
  return {
    ...saying(t('import.report.caption', { plan })),
    attachment: { name, type: SPREADSHEET, bytes },
  };
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

/** Leads that nobody known answers to stand among the doubts of the document. */
const openDoubts = ({ directory }: Frame, { matters }: PlanDraftSeen): Doubt[] =>
  openMatters(matters).map(({ about, options }) =>
    about.kind === 'doubt'
      ? about.doubt
      : doubtOf(
          'LEAD_UNKNOWN',
          atTask(about.leads.join(', ')),
          about.words,
          options.flatMap((option) =>
            option.kind === 'party' && option.unitId !== null
              ? [unitById(directory, option.unitId).name]
              : [],
          ),
        ),
  );
