import type { PlanDraftSeen } from '../../../app/plan/see-plan-draft.ts';
import type { Button, Message } from '../../../app/ports/message.ts';
import type { TaskAspect, TaskChange } from '../../../core/plan/diff-plans.ts';
import { openMatters, rowsWithoutDay } from '../../../core/plan/open-rows.ts';
import type { TaskReading } from '../../../core/plan/plan-reading.ts';
import { localDateAt } from '../../../core/time/instant.ts';
import { fullDate } from '../../../i18n/days.ts';
import type { Frame } from '../frame.ts';
import { bold, button, entry, inRows, message, paragraph, shortTitle } from '../message.ts';
import { draftName } from './plan-import-words.ts';

const CHANGES_PER_PAGE = 8;
const ROWS_PER_PAGE = 6;
const MOST_DRAFTS = 30;
/** What stands old beside new; longer ones stand below one another. */
const LONGEST_CHANGE = 60;

/** What an amended document changes, old beside new; what stays the same is counted elsewhere. */
export function changesMessage(frame: Frame, { draft, amendment }: PlanDraftSeen, skip: number): Message {
  const { t } = frame;
  const changes = (amendment?.changes ?? []).filter(({ kind }) => kind !== 'same');
  return message(
    [
      entry([bold(t('import.change.page', { count: changes.length }))]),
      ...changes.slice(skip, skip + CHANGES_PER_PAGE).map((change) => changeEntry(frame, change)),
    ],
    pages(frame, draft.id, 'changes', skip, CHANGES_PER_PAGE, changes.length),
  );
}

function changeEntry({ t }: Frame, change: TaskChange) {
  const named = ({ no, title }: TaskReading) => t('due.task', { no, title: shortTitle(title, 60) });
  switch (change.kind) {
    case 'added':
      return paragraph(
        [bold(t('import.change.added'))],
        named(change.after),
        ...(change.after.deadlineText === '' ? [] : [change.after.deadlineText]),
      );
    case 'withdrawn':
      return paragraph([bold(t('import.change.withdrawn'))], named(change.before));
    case 'same':
    case 'changed':
      return paragraph(
        [bold(named(change.after))],
        ...(change.kind === 'same' ? [] : change.aspects).flatMap((aspect) => {
          const [before, after] = [SHOWN[aspect](change.before), SHOWN[aspect](change.after)];
          const said = t('import.change.aspect', { aspect: t(`import.change.of.${aspect}`), before, after });
          return before.length + after.length > LONGEST_CHANGE ? said.split(/\s(?=→)/u) : [said];
        }),
      );
  }
}

const orDash = (text: string): string => (text === '' ? '–' : shortTitle(text, 120));

const SHOWN: { readonly [Aspect in TaskAspect]: (task: TaskReading) => string } = {
  no: (task) => task.no,
  title: (task) => orDash(task.title),
  lead: (task) =>
    orDash([task.lead, ...task.coLeads].flatMap((party) => (party === null ? [] : [party.words])).join('; ')),
  coordinating: (task) => orDash(task.coordinating.join('; ')),
  deadline: (task) => orDash(task.deadlineText),
  section: (task) => orDash(task.section ?? ''),
};

/** Rows whose plan names no day, each with a way to a milestone of the office's own. */
export function milestonesMessage(frame: Frame, { draft, decided }: PlanDraftSeen, skip: number): Message {
  const { t } = frame;
  const rows = rowsWithoutDay(decided, frame.today);
  const page = rows.slice(skip, skip + ROWS_PER_PAGE);
  const place = (row: TaskReading) => decided.tasks.indexOf(row);
  return message(
    [
      entry([bold(t('import.milestone.heading', { count: rows.length }))], t('import.milestone.why')),
      ...page.map((row) =>
        paragraph(
          t('due.task', { no: row.no, title: shortTitle(row.title) }),
          row.officeWords ?? (row.deadlineText === '' ? t('import.milestone.noWords') : row.deadlineText),
        ),
      ),
    ],
    [
      ...inRows(
        page.map((row) =>
          button(t('import.button.milestone', { no: row.no }), {
            kind: 'plan_draft',
            draft: draft.id,
            step: 'milestone',
            at: place(row),
          }),
        ),
      ),
      ...pages(frame, draft.id, 'milestones', skip, ROWS_PER_PAGE, rows.length),
    ],
  );
}

/** The page on which a row stands, after a milestone of it was set or taken back. */
export function milestonesAround(frame: Frame, seen: PlanDraftSeen, no: string): Message {
  const at = rowsWithoutDay(seen.decided, frame.today).findIndex((row) => row.no === no);
  return milestonesMessage(frame, seen, Math.max(0, at - (at % ROWS_PER_PAGE)));
}

function pages(
  { t }: Frame,
  draft: PlanDraftSeen['draft']['id'],
  step: string,
  skip: number,
  perPage: number,
  count: number,
): Button[][] {
  const to = (place: string, at: number) => ({ kind: 'plan_draft', draft, step: place, at }) as const;
  return [
    [
      ...(skip > 0 ? [button('◀', to(step, Math.max(0, skip - perPage)))] : []),
      button(t('import.button.leave'), to('show', 0)),
      ...(skip + perPage < count ? [button(t('button.more'), to(step, skip + perPage))] : []),
    ],
  ];
}

/** Drafts to take up: those not in force yet, then plans in force with rows that wait. */
export function draftsMessage(frame: Frame, seen: readonly PlanDraftSeen[]): Message {
  const { t, directory } = frame;
  const shown = seen.slice(0, MOST_DRAFTS);
  const lines = shown.map((one) => {
    const { draft, decided, matters } = one;
    const params = {
      plan: draftName(frame, decided, draft.fileName),
      count: openMatters(matters).length,
      date: fullDate(localDateAt(draft.createdAt, directory.settings.zone)),
    };
    const state = draft.state === 'open' ? 'open' : 'inForce';
    return params.count === 0 ? t(`import.list.settled.${state}`, params) : t(`import.list.${state}`, params);
  });
  return message(
    [entry(t('import.howTo')), ...(lines.length === 0 ? [] : [paragraph(...lines)])],
    inRows(
      shown.map(({ draft, decided }) =>
        button(buttonName(frame, draft.state, draftName(frame, decided, draft.fileName)), {
          kind: 'plan_draft',
          draft: draft.id,
          step: 'show',
          at: 0,
        }),
      ),
      2,
    ),
  );
}

/** An amendment under way is told from the plan in force that it amends. */
const buttonName = ({ t }: Frame, state: PlanDraftSeen['draft']['state'], plan: string): string =>
  state === 'open' ? t('import.list.new', { plan }) : plan;
