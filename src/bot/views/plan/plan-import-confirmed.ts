import type { PlanConfirmed } from '../../../app/plan/confirm-plan-draft.ts';
import type { PlanDraftSeen } from '../../../app/plan/see-plan-draft.ts';
import type { Message } from '../../../app/ports/message.ts';
import { isTrialOn } from '../../../core/organisation/trial.ts';
import { alikeTasks } from '../../../core/plan/alike-tasks.ts';
import { foldedRows, openMatters, rowsOf } from '../../../core/plan/open-rows.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, message, paragraph } from '../message.ts';
import { toSetUp } from '../office/set-up.ts';
import { alikeButton } from './alike.ts';
import { draftName, rowList } from './plan-import-words.ts';

/** What is in force now, and which rows still wait for somebody. */
export function confirmedMessage(
  frame: Frame,
  { draft, decided, matters }: PlanDraftSeen,
  { as, carriedOut, corrected }: PlanConfirmed,
): Message {
  const { t } = frame;
  const alike = alikeTasks(frame.book, frame.today).length;
  const open = openMatters(matters);
  // What is owed no more went with its row.
  const moved = carriedOut.moved.filter(({ to }) => to !== null).length;
  const rows = foldedRows(open.flatMap(rowsOf), decided.tasks);
  const to = (step: string, at: number) => ({ kind: 'plan_draft', draft: draft.id, step, at }) as const;
  const first = matters.findIndex((matter) => matter.decided === null);
  return message(
    [
      entry(
        [bold(t('import.confirmed.heading', { plan: draftName(frame, decided, draft.fileName) }))],
        [
          t('import.confirmed.rows', { count: carriedOut.tasks }),
          ...(carriedOut.obligations > 0
            ? [t('import.confirmed.obligations', { count: carriedOut.obligations })]
            : as === 'new'
              ? [t('import.confirmed.nothingOwed')]
              : []),
        ].join('; '),
        ...(carriedOut.withdrawn === 0
          ? []
          : [t('import.confirmed.withdrawn', { count: carriedOut.withdrawn })]),
        ...(moved === 0 ? [] : [t('import.confirmed.moved', { count: moved })]),
        ...(corrected.people === 0 ? [] : [t('import.confirmed.corrected', { count: corrected.people })]),
        ...(corrected.groups === 0
          ? []
          : [t('import.confirmed.correctedGroups', { count: corrected.groups })]),
      ),
      ...(open.length === 0
        ? []
        : [paragraph(t('import.confirmed.open', { count: open.length, rows: rowList(frame, rows) }))]),
      ...(alike === 0 ? [] : [paragraph(t('import.confirmed.alike', { count: alike }))]),
    ],
    [
      [
        ...(open.length === 0
          ? []
          : [button(t('import.button.open', { count: open.length }), to('matter', first))]),
        button(t('import.button.report'), to('report', 0)),
        ...(isTrialOn(frame.directory.settings.trial, frame.today) ? [toSetUp(frame)] : []),
      ],
      alikeButton(frame, alike),
    ],
  );
}
